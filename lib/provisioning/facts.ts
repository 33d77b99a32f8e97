/** What a source says of a person: the values of each attribute or claim, by its name in lower case. */
export type Facts = ReadonlyMap<string, readonly string[]>

/**
 * Facts from whatever a directory or an OpenID provider answers. Texts, numbers and yes-or-no count, alone or in a list;
 * nested and binary values do not.
 */
export function factsOf(answer: Record<string, unknown>): Facts {
  return new Map(
    Object.entries(answer).flatMap(([name, given]) => {
      const values = (Array.isArray(given) ? given : [given]).flatMap(textOf)
      return values.length > 0 ? [[name.toLowerCase(), values] as const] : []
    }),
  )
}

/** The values of an attribute; none where it has no name or is not there. */
export function valuesOf(facts: Facts, attribute: string): readonly string[] {
  return facts.get(attribute.trim().toLowerCase()) ?? []
}

/** The first value of an attribute that says anything. */
export function firstOf(facts: Facts, attribute: string): string | undefined {
  return valuesOf(facts, attribute)[0]
}

function textOf(value: unknown): string[] {
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (typeof value !== 'string') return []
  const text = value.normalize('NFC').trim()
  return text === '' || text.includes('\0') ? [] : [text]
}
