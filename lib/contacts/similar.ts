/** A name as it is compared: without case, accents and the order of its words; `Müller` is `Mueller`. */
function plain(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/([aou])e/g, '$1')
  return letters
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ')
}

/** Whether two names may be the same person's: alike, or a slip or two apart. */
export function isSimilarName(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  const slips = Math.min(a.length, b.length) < 8 ? 1 : 2
  return a === b || (Math.abs(a.length - b.length) <= slips && distance(a, b) <= slips)
}

/** How many letters have to be changed, added or taken away (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [row, letter] of [...a].entries()) {
    const line = [row + 1]
    for (const [column, other] of [...b].entries()) {
      const [replaced = 0, removed = 0, added = 0] = [above[column], above[column + 1], line[column]]
      line.push(Math.min(replaced + (letter === other ? 0 : 1), removed + 1, added + 1))
    }
    above = line
  }
  return above.at(-1) ?? 0
}
