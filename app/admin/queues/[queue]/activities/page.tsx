import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { orderColumn } from '#app/admin/order-buttons.tsx'
import { idIn, queuePath } from '#app/admin/queues/address.ts'
import { ListHead } from '#app/admin/queues/list-head.tsx'
import { QueueFrame } from '#app/admin/queues/queue-frame.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type ActivityRow, activityList } from '#lib/queues/queries/parts.ts'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { type Column, Table } from '#lib/ui/table.tsx'
import { move } from './actions.ts'

export default adminPage(async (viewer, { params, search }) => {
  const queue = idIn(params.queue)
  const [t, locale] = await Promise.all([getTranslations('queues'), getLocale()])
  const { head, rows } = await activityList(viewer, queue, locale)
  const asked = ({ asksComment, formFields }: ActivityRow) =>
    [...(asksComment ? [t('activities.comment')] : []), ...formFields].join(', ')
  const columns: Column<ActivityRow>[] = [
    {
      key: 'label',
      label: t('label'),
      heading: true,
      cell: ({ id, label }) => <a href={queuePath(queue, 'activities', id)}>{label}</a>,
    },
    { key: 'from', label: t('activities.from'), labelled: true, cell: ({ from }) => from.join(', ') },
    { key: 'to', label: t('activities.to'), labelled: true, cell: ({ to }) => to },
    {
      key: 'who',
      label: t('activities.who'),
      cell: ({ customersMayExecute }) => (customersMayExecute ? t('activities.everybody') : t('activities.engineers')),
    },
    { key: 'asks', label: t('activities.asks'), labelled: true, hideBelow: 'lg', cell: asked },
    orderColumn({
      label: t('order'),
      rows,
      action: move,
      name: ({ label }) => label,
      ids: ({ id }) => ({ queue, id }),
    }),
  ]
  return (
    <QueueFrame viewer={viewer} head={head} part="activities" done={search.done}>
      <ListHead lead={t('activities.lead')} href={queuePath(queue, 'activities', 'new')} label={t('activities.new')} />
      {rows.length ? (
        <Table plain caption={t('activities.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={t('activities.empty')} text={t('activities.emptyText')} />
      )}
    </QueueFrame>
  )
})
