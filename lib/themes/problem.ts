/**
 * What is wrong with a theme, where, and what to do.
 * `refuse`: the theme is not built. `repair`: it is built without the faulty value. `note`: built as it is.
 */
export type Problem = {
  effect: 'refuse' | 'repair' | 'note'
  /** Relative to the theme's folder. */
  file: string
  line?: number | undefined
  reason: string
  remedy: string
}

/** The known name a typing slip most likely meant, or nothing when none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const ranked = known.map((candidate) => ({
    candidate,
    distance: distance(name.toLowerCase(), candidate.toLowerCase()),
  }))
  const best = ranked.sort((a, b) => a.distance - b.distance)[0]
  return best && best.distance <= Math.max(2, name.length / 3) ? best.candidate : undefined
}

export function didYouMean(name: string, known: readonly string[]): string {
  const guess = nearest(name, known)
  return guess
    ? `Did you mean "${guess}"?`
    : `Known here: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ' …' : ''}.`
}

/** The line of a JSON path in its source text, found key by key. */
export function lineOf(text: string, path: readonly PropertyKey[]): number {
  let position = 0
  for (const key of path) {
    if (typeof key !== 'string') continue
    const next = text.indexOf(JSON.stringify(key), position)
    if (next >= 0) position = next + 1
  }
  return lineAt(text, position)
}

export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length
}

/** Levenshtein distance; names are short, so one row after another is fast enough. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
