import { getTranslations } from '#lib/i18n/translations.ts'
import type { FieldType } from '#lib/tickets/field-types.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { KnownField } from './sections.ts'

/** What the field starts with, asked for by its type; a contact cannot be known before. */
export async function initialField(known: KnownField, type: FieldType, locale: string): Promise<RecordFieldSpec[]> {
  const t = await getTranslations('queues.fields')
  const initial = known?.initial ?? undefined
  const common = { name: 'initial', label: t('initial'), help: t('initialHelp') }
  const text = initial === undefined ? '' : String(initial)
  const options = (known?.options ?? []).map(({ value, labels }) => ({
    value,
    label: labels[locale] ?? labels.en ?? value,
  }))
  switch (type) {
    case 'contact':
      return []
    case 'boolean': {
      const value = initial === undefined ? '' : initial === true ? 'on' : 'off'
      const choices = [
        { value: 'on', label: t('yes') },
        { value: 'off', label: t('no') },
      ]
      return [{ ...common, kind: 'select', options: choices, empty: t('nothing'), value }]
    }
    case 'list':
      return known ? [{ ...common, kind: 'select', options, empty: t('nothing'), value: text }] : []
    case 'multi_list':
      return known
        ? [
            {
              ...common,
              kind: 'checkboxes',
              name: 'initialChoices',
              options,
              values: Array.isArray(initial) ? initial.map(String) : [],
            },
          ]
        : []
    case 'long_text':
      return [{ ...common, kind: 'textarea', rows: 3, value: text }]
    case 'number':
      return [{ ...common, kind: 'text', inputMode: 'decimal', value: text }]
    case 'date':
      return [{ ...common, kind: 'date', value: text }]
    case 'date_time':
      return [{ ...common, kind: 'datetime-local', value: text }]
    case 'email':
      return [{ ...common, kind: 'email', value: text }]
    case 'link':
      return [{ ...common, kind: 'url', value: text }]
    default:
      return [{ ...common, kind: 'text', value: text }]
  }
}
