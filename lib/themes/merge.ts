export type Json = string | number | boolean | null | Json[] | JsonMap
export type JsonMap = { [key: string]: Json }

/** Maps merge, everything else of the child replaces; a `null` leaves the parent's value. */
export function mergeMaps(parent: JsonMap, child: JsonMap): JsonMap {
  const merged: JsonMap = { ...parent }
  for (const [key, value] of Object.entries(child)) {
    const below = merged[key]
    if (value === null) continue
    merged[key] = isMap(below) && isMap(value) ? mergeMaps(below, value) : isMap(value) ? withoutNulls(value) : value
  }
  return merged
}

export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A `null` means "as the parent says", which for the theme alone is the same as not being there. */
export function withoutNulls(map: JsonMap): JsonMap {
  return mergeMaps({}, map)
}

/** Parsed JSON as a map, with the keys that would reach a prototype refused; otherwise the reason. */
export function parseMap(text: string): JsonMap | string {
  try {
    const value: unknown = JSON.parse(text, (key, inner) => {
      if (key === '__proto__') throw new SyntaxError('"__proto__" is not allowed as a key')
      return inner
    })
    return isMap(value) ? value : 'the file must hold one object'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
