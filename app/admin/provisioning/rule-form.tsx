import { getLocale, getMessages } from 'next-intl/server'
import { formWords } from '#app/parts/form-words.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { rulePage } from '#lib/provisioning/queries/pages.ts'
import { COMPANY_WAYS, type Source, TESTS } from '#lib/provisioning/rule-set.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import { RecordForm, type RecordSection } from '#lib/ui/record-form.tsx'
import { deleteRule, keepRule } from './actions.ts'
import { peoplePath } from './address.ts'
import { SourceFrame } from './source-frame.tsx'

type Page = Awaited<ReturnType<typeof rulePage>>

/** A rule of a source, or a new one. */
export async function RuleForm({
  viewer,
  source,
  rule,
}: {
  viewer: EngineerViewer
  source: Source
  rule: number | undefined
}) {
  const [messages, locale] = await Promise.all([getMessages(), getLocale()])
  const page = await rulePage(viewer, source, rule, locale)
  const t = await getTranslations('provisioning')
  const common = await getTranslations('common')
  const { problems } = messages.provisioning
  const { stored } = page
  const ids: RecordFieldSpec[] = [
    { kind: 'hidden', name: 'source', value: source.kind },
    { kind: 'hidden', name: 'sourceId', value: source.id },
    ...(stored ? [{ kind: 'hidden', name: 'rule', value: stored.id } as const] : []),
  ]
  const version: RecordFieldSpec[] = stored ? [{ kind: 'hidden', name: 'version', value: stored.version }] : []
  const conditional = { name: 'test', values: TESTS.filter((test) => test !== 'always') }
  return (
    <SourceFrame
      viewer={viewer}
      source={source}
      name={page.name}
      part="rules"
      title={stored ? t('rules.edit', { number: page.number }) : t('rules.newTitle')}
    >
      <RecordForm
        action={keepRule}
        sections={await sections(source, page, [...ids, ...version])}
        words={await formWords(t(stored ? 'rule.save' : 'rule.create'), problems)}
        conditions={{
          attribute: conditional,
          values: conditional,
          company: { name: 'companyBy', values: COMPANY_WAYS.filter((way) => way !== 'none') },
        }}
      >
        <ButtonLink href={peoplePath(source)}>{common('cancel')}</ButtonLink>
      </RecordForm>
      {stored ? (
        <Section title={t('rule.delete')}>
          <p>{t('rule.deleteText')}</p>
          <RecordForm
            danger
            action={deleteRule}
            sections={[{ fields: ids }]}
            words={await formWords(t('rule.delete'), problems)}
          />
        </Section>
      ) : null}
    </SourceFrame>
  )
}

async function sections(
  source: Source,
  { stored, groups, profiles }: Page,
  hidden: RecordFieldSpec[],
): Promise<RecordSection[]> {
  const t = await getTranslations('provisioning.rule')
  return [
    {
      title: t('who'),
      help: t('whoHelp'),
      fields: [
        ...hidden,
        {
          kind: 'radio',
          name: 'test',
          label: t('test'),
          value: stored?.test ?? 'equals',
          options: TESTS.toReversed().map((test) => ({
            value: test,
            label: t(`tests.${test}`),
            help: t(`testHelp.${test}`),
          })),
        },
        {
          kind: 'text',
          name: 'attribute',
          label: t('attribute'),
          help: t(`attributeHelp.${source.kind}`),
          value: stored?.attribute,
          spellCheck: false,
          autoComplete: 'off',
        },
        {
          kind: 'textarea',
          name: 'values',
          label: t('values'),
          help: t('valuesHelp'),
          value: stored?.values.join('\n'),
          rows: 4,
          spellCheck: false,
        },
      ],
    },
    {
      title: t('gets'),
      fields: [
        {
          kind: 'select',
          name: 'customerGroupId',
          label: t('group'),
          help: t('groupHelp'),
          value: stored ? String(stored.customerGroupId) : undefined,
          options: groups.map(({ id, label, assignment }) => ({
            value: String(id),
            label: assignment === 'fixed' ? t('fixed', { label }) : label,
          })),
        },
        {
          kind: 'select',
          name: 'profileId',
          label: t('profile'),
          help: t('profileHelp'),
          empty: t('profileNone'),
          value: stored?.profileId ? String(stored.profileId) : '',
          options: profiles.map(({ id, name }) => ({ value: String(id), label: name })),
        },
        {
          kind: 'radio',
          name: 'companyBy',
          label: t('company'),
          value: stored?.companyBy ?? 'none',
          options: COMPANY_WAYS.map((way) => ({ value: way, label: t(`companyWays.${way}`) })),
        },
        {
          kind: 'text',
          name: 'company',
          label: t('companyText'),
          help: t('companyTextHelp'),
          value: stored?.company,
          spellCheck: false,
          autoComplete: 'off',
        },
      ],
    },
  ]
}
