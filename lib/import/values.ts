/** The fields after the change; a null takes one away. */
export function merged(held: Record<string, unknown>, given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...held, ...given }).filter(([, value]) => value !== null))
}

/** The keys, with the prefix, of the fields that differ. */
export function changedFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  prefix: string,
): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => !same(before[key], after[key])).map((key) => prefix + key)
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

/**
 * The name that the pattern makes of the fields, or undefined where it makes none. The database keeps the real one
 * (`name_by_pattern`); this is what a report calls the row.
 */
export function nameFrom(pattern: string | null, fields: Record<string, unknown>): string | undefined {
  if (pattern === null) return undefined
  const name = pattern
    .replace(/\{([^}]*)\}/g, (_, key: string) => (fields[key] === undefined ? '' : String(fields[key])))
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;/–-]+|[\s,;/–-]+$/g, '')
    .slice(0, 200)
  return name || undefined
}
