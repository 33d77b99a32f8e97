import { type Locale, type Messages, messagesOf } from '#lib/i18n/locales.ts'

type Tree = { [key: string]: unknown }

// A theme's overrides are one object as long as the theme is loaded: merging them once is enough.
const merged = new WeakMap<Tree, Messages>()

/** The locale's messages, with those a theme changes in their place. An override that is not in the catalogue is left out. */
export function messagesFor(locale: Locale, overrides: Tree = {}): Messages {
  const messages = messagesOf(locale)
  if (Object.keys(overrides).length === 0) return messages
  const known = merged.get(overrides) ?? merge(messages, overrides)
  merged.set(overrides, known)
  return known
}

function merge<Branch extends object>(branch: Branch, overrides: Tree): Branch {
  const entries = Object.entries(branch).map(([key, value]) => [key, chosen(value, overrides[key])])
  return Object.fromEntries(entries)
}

function chosen(own: unknown, override: unknown): unknown {
  if (isTree(own)) return isTree(override) ? merge(own, override) : own
  return typeof override === 'string' ? override : own
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null
}
