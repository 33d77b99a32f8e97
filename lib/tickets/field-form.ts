import { type Locale, localeNames, messagesOf } from '#lib/i18n/locales.ts'
import type { FormField } from './field-input.ts'

/** A stored value as its form sends it; undefined for none. */
export function formValue({ type }: Pick<FormField, 'type'>, value: unknown): string | string[] | undefined {
  if (value === null || value === undefined) return undefined
  if (type === 'boolean') return value === true ? 'on' : 'off'
  return Array.isArray(value) ? value.map(String) : String(value)
}

/** A value for the history, as whoever reads it later is to read it: a text, or one per language where it is chosen from a list. */
export function toldValue({ type, options }: Pick<FormField, 'type' | 'options'>, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (type === 'boolean') return perLocale((locale) => messagesOf(locale).common[value ? 'yes' : 'no'])
  if (type !== 'list' && type !== 'multi_list') return String(value)
  const labelOf = (one: unknown) => options?.find((option) => option.value === one)?.labels
  return perLocale((locale) =>
    [value]
      .flat()
      .map((one) => labelOf(one)?.[locale] ?? labelOf(one)?.en ?? String(one))
      .join(', '),
  )
}

function perLocale(word: (locale: Locale) => string): Record<string, string> {
  return Object.fromEntries(localeNames.map((locale) => [locale, word(locale)]))
}
