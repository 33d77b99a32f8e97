import type { Key, ReactNode } from 'react'
import { Html, html } from '#lib/ui/html.ts'
import { VisuallyHidden } from '#lib/ui/visually-hidden.tsx'

export type Column<Row, Cell = ReactNode> = {
  key: string
  label: string
  /** The label is only read out, as over a column of buttons. */
  labelHidden?: boolean
  cell: (row: Row) => Cell
  /** The row's heading: the link that opens it. Exactly one column. */
  heading?: boolean
  align?: 'end'
  nowrap?: boolean
  /** Not shown below this width: md 48rem, lg 64rem, xl 80rem; `tight` where it is a table and has little room, 48 to 80rem. */
  hideBelow?: 'md' | 'lg' | 'xl' | 'tight' | undefined
  /** In pixels or per cent; an attribute, because the content policy allows no style. */
  width?: string | undefined
  /** Says the column's name before the value where rows are blocks. */
  labelled?: boolean
  /** Sorting by this column: the link of its heading and how it is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined }
}

type TableProps<Row, Cell> = {
  caption: string
  columns: readonly Column<Row, Cell>[]
  rows: readonly Row[]
  rowState?: (row: Row) => 'unread' | undefined
}

/**
 * One real table. Rows become blocks on a phone, and cards or lines where the theme's `data-list` says so;
 * `plain` keeps it a table whatever the theme says.
 */
export function Table<Row>({
  rowKey,
  plain,
  ...table
}: TableProps<Row, ReactNode> & { rowKey: (row: Row) => Key; plain?: boolean }) {
  const { rows, columns, rowState } = table
  return (
    <Frame {...table} plain={plain}>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...(rowState?.(row) ? { 'data-state': rowState(row) } : {})}>
            {columns.map((column) => cell(column, row))}
          </tr>
        ))}
      </tbody>
    </Frame>
  )
}

/** The same table for long lists: its rows are markup, which costs a tenth of what elements do. */
export function LongTable<Row>(table: TableProps<Row, Html | string | number>) {
  const rows = table.rows.map((row) => {
    const cells = table.columns.map((column) => {
      const Cell = new Html(column.heading ? 'th' : 'td')
      const attributes = Object.entries(attributesOf(column)).map(([name, value]) => html` ${name}="${value}"`)
      return html`<${Cell}${attributes}>${column.cell(row)}</${Cell}>`
    })
    const state = table.rowState?.(row)
    return html`<tr${state ? html` data-state="${state}"` : null}>${cells}</tr>`
  })
  return (
    <Frame {...table}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes every value */}
      <tbody dangerouslySetInnerHTML={{ __html: html`${rows}`.markup }} />
    </Frame>
  )
}

function Frame<Row, Cell>({
  caption,
  columns,
  plain,
  children,
}: TableProps<Row, Cell> & { plain?: boolean | undefined; children: ReactNode }) {
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
      {children}
    </table>
  )
}

function heading<Row, Cell>({ label, labelHidden, sort }: Column<Row, Cell>) {
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
function attributesOf<Row, Cell>({ label, heading, align, nowrap, hideBelow, labelled, width }: Column<Row, Cell>) {
  return {
    ...(heading ? { scope: 'row' } : {}),
    ...(heading && width ? { 'data-sized': '' } : {}),
    ...(labelled && !heading ? { 'data-label': label } : {}),
    ...(align ? { 'data-align': align } : {}),
    ...(nowrap ? { 'data-nowrap': '' } : {}),
    ...(hideBelow ? { 'data-hide': hideBelow } : {}),
  }
}
