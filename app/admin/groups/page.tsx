import { getLocale } from 'next-intl/server'
import { type GroupRow, groupList } from '#lib/groups/queries/pages.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Table } from '#lib/ui/table.tsx'
import { adminPage } from '../admin-page.ts'
import { ListPage } from '../list-page.tsx'
import { groupPath } from './address.ts'

export default adminPage(async (viewer) => {
  const [t, locale] = await Promise.all([getTranslations('groups'), getLocale()])
  const rows = await groupList(viewer, locale)
  return (
    <ListPage
      viewer={viewer}
      area="groups"
      lead={t('lead')}
      create={t('new')}
      empty={rows.length === 0 ? <EmptyState icon="building" title={t('empty')} text={t('emptyText')} /> : undefined}
    >
      {await groupTable(rows)}
    </ListPage>
  )
})

async function groupTable(rows: GroupRow[]) {
  const [t, locale] = await Promise.all([getTranslations('groups'), getLocale()])
  const count = formatsFor(locale).number
  return (
    <Table
      plain
      caption={t('title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'label',
          label: t('label'),
          heading: true,
          cell: ({ id, label, hasCompanies }) => (
            <>
              <a href={groupPath(id)}>{label}</a>
              <div data-part="field-note">{hasCompanies ? t('levels.both') : t('levels.contact')}</div>
            </>
          ),
        },
        {
          key: 'portal',
          label: t('columns.portal'),
          labelled: true,
          cell: ({ portalEnabled }) => (
            <Badge tone={portalEnabled ? 'success' : 'low'}>{t(portalEnabled ? 'portal.on' : 'portal.off')}</Badge>
          ),
        },
        {
          key: 'assignment',
          label: t('columns.assignment'),
          labelled: true,
          cell: ({ assignment, profile }) =>
            assignment === 'fixed' && profile ? t('assignments.fixedTo', { profile }) : t(`assignments.${assignment}`),
        },
        {
          key: 'companies',
          label: t('columns.companies'),
          align: 'end',
          labelled: true,
          cell: ({ hasCompanies, figures }) => (hasCompanies ? count(figures.companies) : '–'),
        },
        {
          key: 'contacts',
          label: t('columns.contacts'),
          align: 'end',
          labelled: true,
          cell: ({ figures }) => count(figures.contacts),
        },
        {
          key: 'accounts',
          label: t('columns.accounts'),
          align: 'end',
          labelled: true,
          cell: ({ figures }) => count(figures.accounts),
        },
      ]}
    />
  )
}
