import type { FieldOption, FieldType } from '../tickets/field-types.ts'
import { hasOptions } from '../tickets/field-types.ts'
import { convertValue } from './convert.ts'

/** A value, and how many companies or contacts have it. */
export type Held = { value: unknown; holders: number }

export type Conversion = {
  to: { type: FieldType; options: FieldOption[] | null }
  /** How many companies or contacts have a value that comes through, or that stays as it is. */
  converts: number
  stays: number
  pairs: [unknown, unknown][]
  staying: Held[]
}

const MOST_OPTIONS = 100

/** What a change of type would do to every value that there is; for a list, the options are those that the values name. */
export function conversionOf(
  field: { type: FieldType; options: FieldOption[] | null },
  type: FieldType,
  held: readonly Held[],
): Conversion {
  const to = { type, options: hasOptions(type) ? (field.options ?? optionsFrom(held)) : null }
  const pairs: Conversion['pairs'] = []
  const staying: Held[] = []
  let converts = 0
  for (const { value, holders } of held) {
    const converted = convertValue(value, field, to)
    if (converted === undefined) staying.push({ value, holders })
    else {
      pairs.push([value, converted])
      converts += holders
    }
  }
  return { to, converts, stays: staying.reduce((sum, { holders }) => sum + holders, 0), pairs, staying }
}

/** The most frequent texts, each of them once. */
function optionsFrom(held: readonly Held[]): FieldOption[] {
  const texts = new Map<string, string>()
  for (const { value } of held) {
    const text = String(value).trim()
    if (text && text.length <= 60 && !texts.has(text.toLowerCase())) texts.set(text.toLowerCase(), text)
  }
  return [...texts.values()].slice(0, MOST_OPTIONS).map((text) => ({ value: text, labels: { en: text } }))
}
