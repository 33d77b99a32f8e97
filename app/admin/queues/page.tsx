import { getLocale } from 'next-intl/server'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type QueueRow, queueList } from '#lib/queues/queries/pages.ts'
import { USES_BOUND } from '#lib/queues/uses.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { type Column, Table } from '#lib/ui/table.tsx'
import { adminPage } from '../admin-page.ts'
import { ListPage } from '../list-page.tsx'
import { orderColumn } from '../order-buttons.tsx'
import { move } from './actions.ts'
import { queuePath } from './address.ts'
import { DoneNotice } from './done-notice.tsx'

/** Every queue in its order, with what is open in it. */
export default adminPage(async (viewer, { search }) => {
  const [t, locale] = await Promise.all([getTranslations('queues'), getLocale()])
  const rows = await queueList(viewer, locale)
  const columns: Column<QueueRow>[] = [
    {
      key: 'label',
      label: t('label'),
      heading: true,
      cell: ({ id, label }) => <a href={queuePath(id)}>{label}</a>,
    },
    { key: 'key', label: t('key'), hideBelow: 'lg', cell: ({ key }) => key },
    { key: 'kind', label: t('kind'), nowrap: true, cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'state',
      label: t('state'),
      nowrap: true,
      cell: ({ active }) => (active ? t('active') : <Badge tone="warning">{t('inactive')}</Badge>),
    },
    {
      key: 'open',
      label: t('open'),
      align: 'end',
      labelled: true,
      cell: ({ open }) => (open < USES_BOUND ? open : t('more', { count: USES_BOUND - 1 })),
    },
    orderColumn({
      label: t('order'),
      rows,
      action: move,
      name: ({ label }) => label,
      ids: ({ id }) => ({ queue: id }),
    }),
  ]
  return (
    <ListPage
      viewer={viewer}
      area="queues"
      lead={t('lead')}
      create={t('new')}
      above={<DoneNotice done={search.done} />}
      empty={rows.length === 0 ? <EmptyState icon="inbox" title={t('empty')} text={t('emptyText')} /> : undefined}
    >
      <Table plain caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </ListPage>
  )
})
