export const FIELD_TYPES = [
  'text',
  'long_text',
  'number',
  'date',
  'date_time',
  'boolean',
  'list',
  'multi_list',
  'email',
  'link',
  'contact',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** Lists are chosen from options; other types have none. */
export function hasOptions(type: FieldType): boolean {
  return type === 'list' || type === 'multi_list'
}

/** A retired option is offered no more; values that have it keep it and are shown with its label. */
export type FieldOption = { value: string; labels: Record<string, string>; retired?: true }
/** The field is asked for only while another field of the form has one of these values. */
export type FieldCondition = { field: string; values: string[] }
