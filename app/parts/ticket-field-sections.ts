import { getLocale } from 'next-intl/server'
import { getTranslations } from '#lib/i18n/translations.ts'
import { formValue } from '#lib/tickets/field-form.ts'
import type { HeldField } from '#lib/tickets/queries/ticket-fields.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'
import { yesOrNo } from './yes-or-no.ts'

/** A queue's fields as the sections of a form, under the administrator's headings; each starts with what the ticket has. */
export async function ticketFieldSections(fields: readonly HeldField[]): Promise<RecordSection[]> {
  const sections = Map.groupBy(fields, ({ section }) => section ?? '')
  return Promise.all(
    [...sections].map(async ([title, list]) => {
      const specs = await Promise.all(list.map((field) => specOf(field, fields)))
      return title ? { title, fields: specs } : { fields: specs }
    }),
  )
}

/** On what each field depends, as the form's names have it. */
export function conditionsOf(
  fields: readonly HeldField[],
): Record<string, { name: string; values: readonly string[] }> {
  return Object.fromEntries(
    fields.flatMap(({ key, condition }) =>
      condition ? [[`field.${key}`, { name: `field.${condition.field}`, values: condition.values }]] : [],
    ),
  )
}

async function specOf(field: HeldField, fields: readonly HeldField[]): Promise<RecordFieldSpec> {
  const [t, locale] = await Promise.all([getTranslations('common'), getLocale()])
  const help = await helpOf(field, fields, locale)
  const named = {
    name: `field.${field.key}`,
    label: field.label,
    ...(help ? { help } : {}),
    mark: field.required ? undefined : t('optional'),
  }
  const value = formValue(field, field.value)
  const text = Array.isArray(value) ? value.join(', ') : value
  const options = optionsOf(field, locale)
  switch (field.type) {
    case 'long_text':
      return { ...named, kind: 'textarea', rows: 4, value: text }
    case 'number':
      return { ...named, kind: 'text', inputMode: 'decimal', value: text }
    case 'date':
      return { ...named, kind: 'date', value: text }
    case 'date_time':
      return { ...named, kind: 'datetime-local', value: text }
    case 'email':
      return { ...named, kind: 'email', value: text }
    case 'link':
      return { ...named, kind: 'url', value: text }
    case 'boolean':
      return { ...named, kind: 'radio', options: await yesOrNo(field.required), value: text }
    case 'list':
      return { ...named, kind: 'select', options, empty: t('choose'), value: text }
    case 'multi_list':
      return { ...named, kind: 'checkboxes', options, values: [value ?? []].flat() }
    case 'contact':
      return { ...named, kind: 'text', value: field.contact === null ? text : `${field.contact} #${text}` }
    default:
      return { ...named, kind: 'text', value: text }
  }
}

function optionsOf({ options }: HeldField, locale: string): { value: string; label: string }[] {
  return (options ?? []).map(({ value, labels }) => ({ value, label: labels[locale] ?? labels.en ?? value }))
}

/** A conditional field is always there without a script, and then its help says when it counts. */
async function helpOf(field: HeldField, fields: readonly HeldField[], locale: string): Promise<string | undefined> {
  const other = fields.find(({ key }) => key === field.condition?.field)
  if (!field.condition || !other) return field.help ?? undefined
  const t = await getTranslations()
  const wanted = field.condition.values.map((value) => {
    if (other.type === 'boolean') return value === 'on' || value === 'true' ? t('common.yes') : t('common.no')
    return optionsOf(other, locale).find((option) => option.value === value)?.label ?? value
  })
  const when = t('create.onlyIf', { field: other.label, values: wanted.join(', ') })
  return field.help ? `${when} ${field.help}` : when
}
