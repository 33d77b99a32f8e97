/** How to read a file and what to do with it, as the engineer chose on the mapping screen. */
export type ImportOptions = {
  encoding: string
  separator: string
  /** For each column of the file the target, or '' for one that is left out. */
  mapping: string[]
  /** `all`: every row or none. `rows`: the refused ones are left out. */
  mode: 'all' | 'rows'
  /** What an empty cell does to a value that is there. A profile and a password are always kept. */
  empty: 'keep' | 'clear'
  /** The profile of accounts whose row names none and that have none. */
  defaultProfile: number | null
}

export type Outcome = 'created' | 'changed' | 'unchanged' | 'refused'
export type ImportCounts = Record<Outcome, number>

/** What is wrong with the whole file or run: a key of the messages, and where. */
export type ImportProblem = { key: string; line?: number; name?: string; limit?: number }

export type Level = 'company' | 'contact'

/** One import reads at most this many rows and bytes: it is looked at in one sitting and kept in one report. */
export const MOST_ROWS = 200_000
export const MOST_BYTES = 100 * 1024 * 1024
export const MOST_COLUMNS = 200

export const noCounts = (): ImportCounts => ({ created: 0, changed: 0, unchanged: 0, refused: 0 })
