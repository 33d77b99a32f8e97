import { getTranslations } from '#lib/i18n/translations.ts'
import { Button } from '#lib/ui/button.tsx'
import { Icon } from '#lib/ui/icon.tsx'
import type { Column } from '#lib/ui/table.tsx'
import { VisuallyHidden } from '#lib/ui/visually-hidden.tsx'

/** The last column of a list that is kept in an order: moves one of the rows up or down. */
export function orderColumn<Row extends { id: number }>({
  label,
  rows,
  action,
  name,
  ids,
}: {
  label: string
  rows: readonly Row[]
  action: (form: FormData) => Promise<void>
  name: (row: Row) => string
  ids: (row: Row) => Record<string, string | number>
}): Column<Row> {
  return {
    key: 'order',
    label,
    labelHidden: true,
    align: 'end',
    width: '128',
    cell: (row) => (
      <OrderButtons
        action={action}
        name={name(row)}
        ids={ids(row)}
        first={rows[0]?.id === row.id}
        last={rows.at(-1)?.id === row.id}
      />
    ),
  }
}

/** One step up or down in a list; the ends have one button only. */
export async function OrderButtons({
  action,
  name,
  ids,
  first,
  last,
}: {
  action: (form: FormData) => Promise<void>
  /** What is moved, for who hears the buttons. */
  name: string
  ids: Record<string, string | number>
  first: boolean
  last: boolean
}) {
  const t = await getTranslations('queues')
  return (
    <form action={action} className="flex justify-end gap-3">
      {Object.entries(ids).map(([key, id]) => (
        <input key={key} type="hidden" name={key} value={id} />
      ))}
      <Button name="direction" value="up" variant="plain" disabled={first} title={t('up', { name })}>
        <Icon name="arrowUp" />
        <VisuallyHidden>{t('up', { name })}</VisuallyHidden>
      </Button>
      <Button name="direction" value="down" variant="plain" disabled={last} title={t('down', { name })}>
        <Icon name="arrowDown" />
        <VisuallyHidden>{t('down', { name })}</VisuallyHidden>
      </Button>
    </form>
  )
}
