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

export type FieldOption = { value: string; labels: Record<string, string> }
/** The field is asked for only while another field of the form has one of these values. */
export type FieldCondition = { field: string; values: string[] }
