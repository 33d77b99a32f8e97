import type { FieldOption, FieldType } from '../tickets/field-types.ts'

/** The values of a field on which another one may depend, as its form sends them; none where they cannot be listed. */
export function choicesOf({ type, options }: { type: FieldType; options: FieldOption[] | null }): string[] {
  if (type === 'boolean') return ['on', 'off']
  if (type === 'list' || type === 'multi_list') return (options ?? []).map(({ value }) => value)
  return []
}
