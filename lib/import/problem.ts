/** Why a row is refused: a key of the messages, the target it is about, and what it speaks of (a line, a text). */
export type RowProblem = { key: string; at?: string; arg?: string | number }

/** As it is kept with the row. No key or target has a colon. */
export function problemText({ key, at = '', arg = '' }: RowProblem): string {
  return [key, at, String(arg).slice(0, 100)].join(':')
}

export function problemOf(text: string): Required<RowProblem> {
  const [key = '', at = '', ...rest] = text.split(':')
  return { key, at, arg: rest.join(':') }
}
