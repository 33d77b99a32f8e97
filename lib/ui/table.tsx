import type { Key, ReactNode } from 'react'
import { VisuallyHidden } from '#lib/ui/visually-hidden.tsx'

export type Column<Row> = {
  key: string
  label: string
  /** The label is only read out, as over a column of buttons. */
  labelHidden?: boolean
  cell: (row: Row) => ReactNode
  /** The row's heading: the link that opens it. Exactly one column. */
  heading?: boolean
  align?: 'end'
  nowrap?: boolean
  /** Not shown below this width: md 48rem, lg 64rem, xl 80rem. */
  hideBelow?: 'md' | 'lg' | 'xl' | undefined
  /** In pixels or per cent; an attribute, because the content policy allows no style. */
  width?: string | undefined
  /** Says the column's name before the value where rows are blocks. */
  labelled?: boolean
  /** Sorting by this column: the link of its heading and how it is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined }
}

/**
 * One real table. Rows become blocks on a phone, and cards or lines where the theme's `data-list` says so;
 * `plain` keeps it a table whatever the theme says.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowState,
  plain,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => Key
  rowState?: (row: Row) => 'unread' | undefined
  plain?: boolean
}) {
  return (
    <table data-part="table" data-plain={plain ? '' : undefined} aria-label={caption}>
      {columns.some((column) => column.width) ? (
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} width={column.width} data-hide={column.hideBelow} />
          ))}
        </colgroup>
      ) : null}
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              data-align={column.align}
              data-hide={column.hideBelow}
              aria-sort={column.sort?.now}
            >
              {heading(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...(rowState?.(row) ? { 'data-state': rowState(row) } : {})}>
            {columns.map((column) => cell(column, row))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function heading<Row>({ label, labelHidden, sort }: Column<Row>) {
  if (labelHidden) return <VisuallyHidden>{label}</VisuallyHidden>
  return sort ? <a href={sort.href}>{label}</a> : label
}

function cell<Row>(column: Column<Row>, row: Row) {
  const Cell = column.heading ? 'th' : 'td'
  return (
    <Cell key={column.key} {...attributesOf(column)}>
      {column.cell(row)}
    </Cell>
  )
}

/** Only what is set: an attribute that is undefined still travels once a cell, in the data beside the page. */
function attributesOf<Row>({ label, heading, align, nowrap, hideBelow, labelled }: Column<Row>) {
  return {
    ...(heading ? { scope: 'row' } : {}),
    ...(labelled && !heading ? { 'data-label': label } : {}),
    ...(align ? { 'data-align': align } : {}),
    ...(nowrap ? { 'data-nowrap': '' } : {}),
    ...(hideBelow ? { 'data-hide': hideBelow } : {}),
  }
}
