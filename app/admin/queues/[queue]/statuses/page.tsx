import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { orderColumn } from '#app/admin/order-buttons.tsx'
import { idIn, queuePath } from '#app/admin/queues/address.ts'
import { ListHead } from '#app/admin/queues/list-head.tsx'
import { QueueFrame } from '#app/admin/queues/queue-frame.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type StatusRow, statusList } from '#lib/queues/queries/parts.ts'
import { USES_BOUND } from '#lib/queues/uses.ts'
import { Badge, StatusBadge } from '#lib/ui/badge.tsx'
import { type Column, Table } from '#lib/ui/table.tsx'
import { move } from './actions.ts'

export default adminPage(async (viewer, { params, search }) => {
  const queue = idIn(params.queue)
  const [t, locale] = await Promise.all([getTranslations('queues'), getLocale()])
  const { head, rows } = await statusList(viewer, queue, locale)
  const columns: Column<StatusRow>[] = [
    {
      key: 'label',
      label: t('label'),
      heading: true,
      cell: ({ id, label, nextStep, isInitial }) => (
        <>
          <a href={queuePath(queue, 'statuses', id)}>{label}</a>
          {isInitial ? (
            <>
              {' '}
              <Badge tone="info">{t('statuses.initialShort')}</Badge>
            </>
          ) : null}
          {nextStep ? <div data-part="field-note">{nextStep}</div> : null}
        </>
      ),
    },
    {
      key: 'kind',
      label: t('kind'),
      cell: ({ kind }) => <StatusBadge tone={kind}>{t(`statuses.kinds.${kind}`)}</StatusBadge>,
    },
    {
      key: 'comments',
      label: t('statuses.comments'),
      hideBelow: 'md',
      cell: ({ acceptsComments }) => (acceptsComments ? t('fields.yes') : t('fields.no')),
    },
    {
      key: 'tickets',
      label: t('statuses.tickets'),
      align: 'end',
      labelled: true,
      cell: ({ tickets }) => (tickets < USES_BOUND ? tickets : t('more', { count: USES_BOUND - 1 })),
    },
    orderColumn({
      label: t('order'),
      rows,
      action: move,
      name: ({ label }) => label,
      ids: ({ id }) => ({ queue, id }),
    }),
  ]
  return (
    <QueueFrame viewer={viewer} head={head} part="statuses" done={search.done}>
      <ListHead lead={t('statuses.lead')} href={queuePath(queue, 'statuses', 'new')} label={t('statuses.new')} />
      <Table plain caption={t('statuses.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </QueueFrame>
  )
})
