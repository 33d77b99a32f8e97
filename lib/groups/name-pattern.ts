import type { FieldType } from '../tickets/field-types.ts'

/** Texts around fields in braces, such as `{last_name}, {first_name}`. */
export const NAME_PATTERN = /^(?:[^{}]|\{[A-Za-z][A-Za-z0-9_-]*\})*$/

/** The keys of the fields that a pattern names. */
export function keysIn(pattern: string): string[] {
  return [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, key = '']) => key)
}

/** Whether a value of the type reads well inside a name: what is chosen from options is kept as a key. */
export function fitsInName(type: FieldType): boolean {
  return !['list', 'multi_list', 'boolean', 'long_text', 'contact'].includes(type)
}
