import { type FieldType, hasOptions } from '../tickets/field-types.ts'

/** The types that values of a type fit as they are: nothing has to be rewritten, and nothing reads otherwise. */
const WIDER: Partial<Record<FieldType, readonly FieldType[]>> = {
  text: ['long_text'],
  long_text: ['text'],
  email: ['text', 'long_text'],
  link: ['text', 'long_text'],
  list: ['multi_list'],
}

/** What a field may become: anything while no ticket has a value, later only what its values fit. */
export function possibleTypes(type: FieldType, hasValues: boolean, all: readonly FieldType[]): readonly FieldType[] {
  return hasValues ? [type, ...(WIDER[type] ?? [])] : all
}

type Optioned = { type: FieldType; options: { value: string }[] | null }

/** The choices that a change takes away. A field that is no list any more takes away none that matters: it has no values. */
export function removedOptions(before: Optioned, after: Optioned): string[] {
  if (!hasOptions(before.type)) return []
  const kept = new Set((after.options ?? []).map(({ value }) => value))
  return (before.options ?? []).map(({ value }) => value).filter((value) => !kept.has(value))
}
