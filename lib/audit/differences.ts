export type Difference = { key: string; before: string | undefined; after: string | undefined }

/** What changed, key by key, in words of the values; what is alike before and after is left out. */
export function differences(before: unknown, after: unknown): Difference[] {
  const was = flat(before)
  const is = flat(after)
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const pair = { key, before: was.get(key), after: is.get(key) }
    return pair.before === pair.after ? [] : [pair]
  })
}

const LONGEST = 300

function flat(value: unknown, prefix = ''): Map<string, string> {
  if (value === null || value === undefined || value === '') return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) return new Map([[prefix, text(value)]])
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...flat(inner, prefix ? `${prefix}.${key}` : key)]))
}

function text(value: unknown): string {
  const written = Array.isArray(value)
    ? value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join(', ')
    : String(value)
  return written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written
}
