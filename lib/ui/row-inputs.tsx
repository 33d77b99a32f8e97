import { FieldSet } from '#lib/ui/field.tsx'
import type { FormState } from '#lib/ui/form-state.ts'

type Cell = { name: string; kind: 'text' | 'time'; value: string } | { name: string; kind: 'checkbox'; value: boolean }

export type RowInputsSpec = {
  /** The id of the whole, to which a problem of no single cell leads. */
  name: string
  label: string
  help?: string | undefined
  columns: readonly string[]
  /** As many cells as columns; the heading says what the row is, where there is something to say. */
  rows: readonly { key: string; heading: string; cells: readonly Cell[] }[]
  /** Over the row headings; without it the headings are only read out. */
  corner?: string | undefined
}

/** A table in which each cell is a control: a text per language, a time per weekday, a choice per row. */
export function RowInputs({
  state,
  problems,
  columns,
  rows,
  corner,
  ...field
}: RowInputsSpec & { state: FormState; problems: Record<string, string> }) {
  const problemAt = (name: string) => {
    const key = state.problem?.fields[name]
    return key && (problems[key] ?? problems.invalid ?? key)
  }
  return (
    <FieldSet {...field} error={problemAt(field.name)}>
      <table data-part="rows" data-state={corner === undefined ? 'plain' : undefined} aria-label={field.label}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.heading}</th>
              {row.cells.map((cell, at) => {
                const error = problemAt(cell.name)
                return (
                  <td key={cell.name}>
                    <label htmlFor={cell.name}>
                      <span data-part="hidden">{row.heading} </span>
                      {columns[at]}
                    </label>
                    <Control cell={cell} state={state} error={error} />
                    {error ? (
                      <p id={`${cell.name}-error`} data-part="field-error">
                        {error}
                      </p>
                    ) : null}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </FieldSet>
  )
}

function Control({ cell, state, error }: { cell: Cell; state: FormState; error: string | undefined }) {
  const wiring = {
    id: cell.name,
    name: cell.name,
    type: cell.kind,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${cell.name}-error` : undefined,
  }
  const typed = state.values?.[cell.name]
  if (cell.kind === 'checkbox')
    return <input {...wiring} defaultChecked={state.values ? typed !== undefined : cell.value} />
  return <input {...wiring} data-part="input" defaultValue={typed ?? cell.value} />
}
