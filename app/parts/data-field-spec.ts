import { fieldName } from '#lib/contacts/fields.ts'
import { type DataField, labelOf, placeOf } from '#lib/groups/data-model.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'

type Held = { email?: string | null; fields: Record<string, unknown> }
export type FieldWords = { locale: string; personal: string; optional: string; choose: string }

/** What a record holds in a field; undefined for nothing. */
export function heldIn(field: DataField, { email, fields }: Held): unknown {
  const value = placeOf(field) === 'email' ? email : fields[field.key]
  return value === null || value === '' ? undefined : value
}

/** A field of the data model as a field of a form, with the value that the record has. */
export function fieldSpec(
  field: DataField,
  held: Held,
  { locale, personal, optional, choose }: FieldWords,
): RecordFieldSpec {
  const value = heldIn(field, held)
  const text = value === undefined ? '' : String(value)
  const marks = [field.annotations.includes('personal-data') ? personal : '', field.required ? '' : optional]
  const common = {
    name: fieldName(field),
    label: labelOf(field.labels, locale),
    ...(field.help ? { help: labelOf(field.help, locale) } : {}),
    mark: marks.filter(Boolean).join(', '),
  }
  const options = (field.options ?? []).map((option) => ({
    value: option.value,
    label: labelOf(option.labels, locale) || option.value,
  }))
  switch (field.type) {
    case 'long_text':
      return { kind: 'textarea', ...common, value: text, rows: 4 }
    case 'number':
      return { kind: 'text', ...common, value: text, inputMode: 'decimal' }
    case 'date':
      return { kind: 'date', ...common, value: text }
    case 'date_time':
      return { kind: 'datetime-local', ...common, value: text.slice(0, 16) }
    case 'boolean':
      return { kind: 'checkbox', ...common, checked: value === true }
    case 'list':
      return { kind: 'select', ...common, options, empty: choose, value: text }
    case 'multi_list':
      return { kind: 'checkboxes', ...common, options, values: [value ?? []].flat().map(String) }
    case 'email':
      return { kind: 'email', ...common, value: text, spellCheck: false }
    case 'link':
      return { kind: 'url', ...common, value: text, spellCheck: false }
    default:
      return { kind: field.annotations.includes('email') ? 'email' : 'text', ...common, value: text }
  }
}
