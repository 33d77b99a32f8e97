import { getLocale } from 'next-intl/server'
import { orderColumn } from '#app/admin/order-buttons.tsx'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type RuleRow, rulesPage } from '#lib/provisioning/queries/pages.ts'
import type { Source } from '#lib/provisioning/rule-set.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Icon } from '#lib/ui/icon.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { type Column, Table } from '#lib/ui/table.tsx'
import { moveRuleOf } from './actions.ts'
import { peoplePath } from './address.ts'
import { SourceFrame } from './source-frame.tsx'

/** The rules of a source, in the order in which they are tried. */
export async function Rules({
  viewer,
  source,
  done,
}: {
  viewer: EngineerViewer
  source: Source
  done: string | undefined
}) {
  const [t, locale] = await Promise.all([getTranslations('provisioning'), getLocale()])
  const { name, rules, people } = await rulesPage(viewer, source, locale)
  const add = (
    <ButtonLink variant="primary" href={peoplePath(source, 'rules', 'new')}>
      <Icon name="plus" />
      {t('rules.new')}
    </ButtonLink>
  )
  return (
    <SourceFrame viewer={viewer} source={source} name={name} part="rules" done={done}>
      {rules.length === 0 ? (
        <EmptyState icon="users" title={t('rules.empty')} text={t('rules.emptyText')}>
          {add}
        </EmptyState>
      ) : (
        <>
          <div data-part="section-head">
            <p>{t('rules.lead')}</p>
            {add}
          </div>
          <Panel>
            <Table
              plain
              caption={t('parts.rules')}
              rows={rules}
              rowKey={({ id }) => id}
              columns={await columns(source, rules)}
            />
          </Panel>
        </>
      )}
      <p data-part="field-note">{t('known', { count: people })}</p>
    </SourceFrame>
  )
}

async function columns(source: Source, rules: RuleRow[]): Promise<Column<RuleRow>[]> {
  const t = await getTranslations('provisioning')
  const says = ({ test, attribute, values }: RuleRow) => {
    const more = values.length > 2 ? [t('says.more', { count: values.length - 2 })] : []
    return t(`says.${test}`, { attribute, values: [...values.slice(0, 2), ...more].join(t('says.or')) })
  }
  return [
    {
      key: 'who',
      label: t('rules.who'),
      heading: true,
      cell: (rule) => (
        <a href={peoplePath(source, 'rules', rule.id)} dir="auto">
          {says(rule)}
        </a>
      ),
    },
    { key: 'group', label: t('rules.group'), labelled: true, cell: ({ group }) => group },
    {
      key: 'company',
      label: t('rules.company'),
      labelled: true,
      cell: ({ companyBy, company }) => t(`company.${companyBy}`, { company }),
    },
    {
      key: 'profile',
      label: t('rules.profile'),
      labelled: true,
      cell: ({ profile, groupAssignment }) =>
        !profile ? t('rules.none') : groupAssignment === 'fixed' ? t('rules.ofGroup', { name: profile }) : profile,
    },
    orderColumn({
      label: t('rules.order'),
      rows: rules,
      action: moveRuleOf,
      name: says,
      ids: ({ id }) => ({ source: source.kind, sourceId: source.id, rule: id }),
    }),
  ]
}
