/** What one check found: in order, worth a look, broken, or not checked. */
export type Result = { name: string; state: 'good' | 'attention' | 'broken' | 'skipped'; text: string }

const WORDS: Record<Result['state'], string> = {
  good: 'ok',
  attention: 'look',
  broken: 'BROKEN',
  skipped: 'skipped',
}

export function print({ name, state, text }: Result): void {
  process.stdout.write(`${WORDS[state].padEnd(8)} ${name.padEnd(12)} ${text}\n`)
}
