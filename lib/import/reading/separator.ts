import { parse } from 'csv-parse/sync'

/** What parts the cells, in the order in which a tie is decided. */
export const SEPARATORS = [';', ',', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

export function isSeparator(text: string): text is Separator {
  return (SEPARATORS as readonly string[]).includes(text)
}

/** The separator that parts the first lines into the most columns, as many in each. */
export function separatorOf(beginning: string): Separator {
  const scores = SEPARATORS.map((separator) => ({ separator, columns: columnsBy(separator, beginning) }))
  const best = scores.reduce((one, other) => (other.columns > one.columns ? other : one))
  return best.columns > 1 ? best.separator : ','
}

function columnsBy(separator: string, beginning: string): number {
  const lines = beginning.split(/\r?\n/, 21)
  // The last line may be cut off in the middle.
  const sample = lines.length > 1 ? lines.slice(0, -1).join('\n') : beginning
  try {
    const rows: string[][] = parse(sample, { delimiter: separator, relaxColumnCount: true, relaxQuotes: true, to: 20 })
    const [first = []] = rows
    const alike = rows.filter((row) => row.length === first.length).length
    return alike * 2 > rows.length ? first.length : 1
  } catch {
    return 1
  }
}
