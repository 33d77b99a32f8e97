import { getLocale, getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { themeChoice } from '#app/admin/theme-choice.ts'
import { formWords } from '#app/parts/form-words.ts'
import { notFound } from '#lib/errors.ts'
import { hostPage } from '#lib/hosts/queries.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Page, PageHeader, Section } from '#lib/ui/page.tsx'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { create, remove, save } from '../actions.ts'

type Found = Awaited<ReturnType<typeof hostPage>>

/** A host, or a new one. */
export default adminPage(async (viewer, { params: { host } }) => {
  if (typeof host !== 'string') throw notFound()
  const [t, messages, locale] = await Promise.all([getTranslations('hosts'), getMessages(), getLocale()])
  const found = await hostPage(viewer, host === 'new' ? undefined : decodeURIComponent(host), locale)
  const { stored } = found
  const title = stored?.host ?? t('new')
  return (
    <AdminFrame viewer={viewer} area="hosts" title={title}>
      <Page>
        <PageHeader title={title} meta={<a href={paths.admin('hosts')}>{t('title')}</a>} />
        <RecordForm
          action={stored ? save : create}
          sections={[{ fields: await hostFields(found) }]}
          words={await formWords(stored ? t('save') : t('create'), messages.hosts.problems)}
        />
        {stored ? (
          <Section title={t('delete')}>
            <p>{t('deleteText')}</p>
            <RecordForm
              danger
              action={remove}
              sections={[{ fields: [{ kind: 'hidden', name: 'shownHost', value: stored.host }] }]}
              words={await formWords(t('delete'), messages.hosts.problems)}
            />
          </Section>
        ) : null}
      </Page>
    </AdminFrame>
  )
})

async function hostFields({ stored, groups }: Found): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('hosts')
  const hidden: RecordFieldSpec[] = stored
    ? [
        { kind: 'hidden', name: 'shownHost', value: stored.host },
        { kind: 'hidden', name: 'version', value: stored.version },
      ]
    : []
  return [
    ...hidden,
    {
      kind: 'text',
      name: 'host',
      label: t('host'),
      help: t('hostHelp'),
      value: stored?.host,
      spellCheck: false,
      autoComplete: 'off',
    },
    {
      kind: 'select',
      name: 'theme',
      label: t('theme'),
      help: t('themeHelp'),
      value: stored?.theme ?? 'default',
      options: themeChoice(stored?.theme, (theme) => t('themeGone', { theme })),
    },
    {
      kind: 'checkboxes',
      name: 'groups',
      label: t('groups'),
      help: t('groupsHelp'),
      values: (stored?.groups ?? []).map(String),
      options: groups.map(({ id, label, portalEnabled }) => ({
        value: String(id),
        label,
        ...(portalEnabled ? {} : { help: t('portalOff') }),
      })),
    },
  ]
}
