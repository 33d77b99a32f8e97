import { VisuallyHidden } from '#lib/ui/visually-hidden.tsx'

type MatrixRow = { key: string; label: string; note?: string | undefined }
type MatrixColumn = { key: string; label: string }

export type MatrixSpec = {
  /** The form receives it once per ticked cell, as `row:column`. */
  name: string
  /** Read out as the table's name. */
  label: string
  /** Over the row headings. */
  corner: string
  rows: readonly MatrixRow[]
  /** Further rows, each group under a heading of its own. */
  groups?: readonly { label: string; rows: readonly MatrixRow[] }[]
  columns: readonly MatrixColumn[]
  /** The ticked cells, as `row:column`. */
  checked: readonly string[]
  error?: string | undefined
}

/** A table of checkboxes, as grants are: each is named by its row and its column. On a phone each row is a block. */
export function Matrix({ name, label, corner, rows, groups = [], columns, checked, error }: MatrixSpec) {
  const ticked = new Set(checked)
  const row = (one: MatrixRow) => (
    <tr key={one.key}>
      <th scope="row">
        {one.label}
        {one.note ? <div data-part="field-note">{one.note}</div> : null}
      </th>
      {columns.map((column) => (
        <td key={column.key}>
          <label>
            <input
              type="checkbox"
              name={name}
              value={`${one.key}:${column.key}`}
              defaultChecked={ticked.has(`${one.key}:${column.key}`)}
            />
            <VisuallyHidden>{one.label}: </VisuallyHidden>
            <span>{column.label}</span>
          </label>
        </td>
      ))}
    </tr>
  )
  const problem = error ? `${name}-error` : undefined
  const table = (
    <table data-part="matrix" id={name} tabIndex={-1} aria-label={label} aria-describedby={problem}>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map((column) => (
            <th key={column.key} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      {rows.length > 0 ? <tbody>{rows.map(row)}</tbody> : null}
      {groups.map((group) => (
        <tbody key={group.label}>
          <tr>
            <th scope="rowgroup" colSpan={columns.length + 1}>
              {group.label}
            </th>
          </tr>
          {group.rows.map(row)}
        </tbody>
      ))}
    </table>
  )
  return problem ? (
    <div>
      <p id={problem} data-part="field-error">
        {error}
      </p>
      {table}
    </div>
  ) : (
    table
  )
}
