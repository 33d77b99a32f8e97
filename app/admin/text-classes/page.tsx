import { getLocale } from 'next-intl/server'
import { DoneNotice } from '#app/admin/queues/done-notice.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type TextClassRow, textClassList } from '#lib/text-classes/queries/pages.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { type Column, Table } from '#lib/ui/table.tsx'
import { adminPage } from '../admin-page.ts'
import { ListPage } from '../list-page.tsx'

/** Every text class, those that customers read first. */
export default adminPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('textClasses'), getLocale()])
  const rows = await textClassList(viewer, locale)
  const columns: Column<TextClassRow>[] = [
    {
      key: 'label',
      label: t('label'),
      heading: true,
      cell: ({ id, label }) => <a href={paths.admin('text-classes', id)}>{label}</a>,
    },
    {
      key: 'readers',
      label: t('readers'),
      cell: ({ customerVisible }) => (customerVisible ? t('visible') : t('internal')),
    },
    {
      key: 'colour',
      label: t('colour'),
      hideBelow: 'md',
      cell: ({ colour }) =>
        colour === 'neutral' ? (
          <Badge>{t('colours.neutral')}</Badge>
        ) : (
          <Badge tone={colour}>{t(`colours.${colour}`)}</Badge>
        ),
    },
    { key: 'queues', label: t('queues'), align: 'end', labelled: true, cell: ({ queues }) => queues },
  ]
  return (
    <ListPage
      viewer={viewer}
      area="text-classes"
      lead={t('lead')}
      create={t('new')}
      above={<DoneNotice done={search.done} />}
      empty={rows.length === 0 ? <EmptyState icon="message" title={t('empty')} text={t('emptyText')} /> : undefined}
    >
      <Table plain caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </ListPage>
  )
})
