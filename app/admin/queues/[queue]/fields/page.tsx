import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { orderColumn } from '#app/admin/order-buttons.tsx'
import { idIn, queuePath } from '#app/admin/queues/address.ts'
import { ListHead } from '#app/admin/queues/list-head.tsx'
import { QueueFrame } from '#app/admin/queues/queue-frame.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { type FieldRow, fieldList } from '#lib/queues/queries/parts.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { type Column, Table } from '#lib/ui/table.tsx'
import { move } from './actions.ts'

const TONES = { none: undefined, read: 'info', full: 'success' } as const

export default adminPage(async (viewer, { params, search }) => {
  const queue = idIn(params.queue)
  const [t, locale] = await Promise.all([getTranslations('queues'), getLocale()])
  const { head, rows } = await fieldList(viewer, queue, locale)
  const notes = ({ required, condition }: FieldRow) =>
    [
      ...(required ? [t('fields.requiredShort')] : []),
      ...(condition ? [t('fields.dependsOn', { field: labelOf(rows, condition.field) })] : []),
    ].join(', ')
  const columns: Column<FieldRow>[] = [
    {
      key: 'label',
      label: t('fields.label'),
      heading: true,
      cell: (row) => (
        <>
          <a href={queuePath(queue, 'fields', row.id)}>{row.label}</a>
          {notes(row) ? <div data-part="field-note">{notes(row)}</div> : null}
        </>
      ),
    },
    { key: 'key', label: t('key'), hideBelow: 'lg', cell: ({ key }) => key },
    { key: 'type', label: t('fields.type'), cell: ({ type }) => t(`fields.types.${type}`) },
    { key: 'section', label: t('fields.section'), hideBelow: 'md', cell: ({ section }) => section },
    {
      key: 'exposure',
      label: t('fields.exposure'),
      labelled: true,
      cell: ({ exposure }) => (
        <Badge {...(TONES[exposure] ? { tone: TONES[exposure] } : {})}>{t(`fields.exposures.${exposure}`)}</Badge>
      ),
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
    <QueueFrame viewer={viewer} head={head} part="fields" done={search.done}>
      <ListHead lead={t('fields.lead')} href={queuePath(queue, 'fields', 'new')} label={t('fields.new')} />
      {rows.length ? (
        <Table plain caption={t('fields.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={t('fields.empty')} text={t('fields.emptyText')} />
      )}
    </QueueFrame>
  )
})

function labelOf(rows: FieldRow[], key: string): string {
  return rows.find((row) => row.key === key)?.label ?? key
}
