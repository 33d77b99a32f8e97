export type MatrixSpec = {
  /** The form receives it once per ticked cell, as `row:column`. */
  name: string
  /** Read out as the table's name. */
  label: string
  /** Over the row headings. */
  corner: string
  rows: readonly { key: string; label: string; note?: string }[]
  columns: readonly { key: string; label: string }[]
  /** The ticked cells, as `row:column`. */
  checked: readonly string[]
}

/** A table of checkboxes, as grants are: each is named by its row and its column. */
export function Matrix({ name, label, corner, rows, columns, checked }: MatrixSpec) {
  const ticked = new Set(checked)
  return (
    <div data-part="matrix">
      <table data-part="table" data-plain="" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align="center">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.label}
                {row.note ? <div data-part="field-note">{row.note}</div> : null}
              </th>
              {columns.map((column) => (
                <td key={column.key} data-align="center">
                  <input
                    type="checkbox"
                    name={name}
                    value={`${row.key}:${column.key}`}
                    aria-label={`${row.label}: ${column.label}`}
                    defaultChecked={ticked.has(`${row.key}:${column.key}`)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
