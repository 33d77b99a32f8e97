import { languages } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { choicesOf } from '#lib/queues/condition-choices.ts'
import { possibleTypes } from '#lib/queues/field-change.ts'
import type { FieldRow } from '#lib/queues/queries/parts.ts'
import { FIELD_TYPES, type FieldOption, type FieldType } from '#lib/tickets/field-types.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { KnownField } from './sections.ts'

/** Empty rows after the choices that there are. */
const SPARE_ROWS = 5

export async function typeField(known: KnownField, type: FieldType, used: boolean): Promise<RecordFieldSpec> {
  if (!known) return { kind: 'hidden', name: 'type', value: type }
  const t = await getTranslations('queues.fields')
  return {
    kind: 'select',
    name: 'type',
    label: t('type'),
    ...(used ? { help: t('typeKept') } : {}),
    options: possibleTypes(type, used, FIELD_TYPES).map((one) => ({ value: one, label: t(`types.${one}`) })),
    value: type,
  }
}

export async function optionRows(options: FieldOption[]): Promise<RecordFieldSpec> {
  const t = await getTranslations('queues.fields')
  const rows = [...options, ...Array<undefined>(SPARE_ROWS).fill(undefined)]
  return {
    kind: 'rows',
    name: 'options',
    label: t('options'),
    help: t('optionsHelp'),
    columns: [...languages().map(({ label }) => label), t('optionKey'), t('optionOffered')],
    rows: rows.map((option, at) => ({
      key: String(at),
      heading: t('optionRow', { number: at + 1 }),
      cells: [
        ...languages().map(({ value }) => ({
          name: `options.${at}.labels.${value}`,
          kind: 'text' as const,
          value: option?.labels[value] ?? '',
        })),
        { name: `options.${at}.value`, kind: 'text', value: option?.value ?? '' },
        { name: `options.${at}.offered`, kind: 'checkbox', value: !option?.retired },
      ],
    })),
  }
}

export async function conditionField(known: KnownField, others: FieldRow[], locale: string): Promise<RecordFieldSpec> {
  const t = await getTranslations('queues.fields')
  const options = others.flatMap((other) =>
    choicesOf(other).map((value) => ({
      value: `${other.key}:${value}`,
      label: t('conditionChoice', { field: other.label, value: wordOf(other, value) }),
    })),
  )
  function wordOf({ type, options }: FieldRow, value: string): string {
    if (type === 'boolean') return value === 'on' ? t('yes') : t('no')
    const labels = options?.find((option) => option.value === value)?.labels
    return labels?.[locale] ?? labels?.en ?? value
  }
  const { condition } = known ?? {}
  return {
    kind: 'checkboxes',
    name: 'condition',
    label: t('condition'),
    help: options.length ? t('conditionHelp') : t('conditionNone'),
    options,
    values: condition ? condition.values.map((value) => `${condition.field}:${value}`) : [],
  }
}
