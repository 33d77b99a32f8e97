/** A place in a list by name: the name, and the id where names are alike. */
export type NameCursor = { name: string; id: number }

/** Written `id.name` in addresses. Undefined for anything else: a list then starts at its beginning. */
export function parseNameCursor(text: string | undefined): NameCursor | undefined {
  const match = /^(\d{1,15})\.(.+)$/su.exec(text ?? '')
  return match?.[1] && match[2] ? { id: Number(match[1]), name: match[2] } : undefined
}
