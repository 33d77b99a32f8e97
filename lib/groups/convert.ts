import { parseFieldValue } from '../tickets/field-input.ts'
import type { FieldOption, FieldType } from '../tickets/field-types.ts'

type Typed = { type: FieldType; options: FieldOption[] | null }

const YES = ['true', 'on', 'yes', 'ja', '1']
const NO = ['false', 'off', 'no', 'nein', '0']

/**
 * A value in another type, or undefined where it would not come through whole: the time of a date-time, leading zeros of a
 * number, the second of two choices.
 */
export function convertValue(value: unknown, from: Typed, to: Typed): unknown {
  const given = [value].flat().map((one) => textOf(one, from))
  const text = given.join(', ')
  switch (to.type) {
    case 'multi_list': {
      const chosen = (from.type === 'multi_list' ? given : text.split(/[,;]/)).map((one) => optionFor(one, to))
      return chosen.every((one) => one !== undefined) ? chosen : undefined
    }
    case 'list':
      return optionFor(text, to)
    case 'boolean':
      return booleanOf(text)
    case 'number':
      return /^-?(?:0|[1-9]\d*)(?:[.,]\d*[1-9])?$/.test(text.trim()) ? exactNumber(text.trim()) : undefined
    case 'date':
      return parsed(text.replace(/T00:00(?::00)?$/, ''), to)
    case 'date_time':
      return parsed(from.type === 'date' ? `${text}T00:00` : text, to)
    case 'text':
      return /[\r\n]/.test(text) ? undefined : parsed(text, to)
    default:
      return parsed(text, to)
  }
}

/** A choice reads as its label; everything else as it is written. */
function textOf(value: unknown, { options }: Typed): string {
  const option = options?.find((one) => one.value === value)
  return option ? (option.labels.en ?? option.value) : String(value)
}

function optionFor(text: string, { options }: Typed): string | undefined {
  const same = (other: string) => other.trim().toLowerCase() === text.trim().toLowerCase()
  return options?.find(({ value, labels }) => same(value) || Object.values(labels).some(same))?.value
}

function booleanOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  if (YES.includes(word)) return true
  return NO.includes(word) ? false : undefined
}

function exactNumber(text: string): number | undefined {
  const plain = text.replace(',', '.')
  return String(Number(plain)) === plain ? Number(plain) : undefined
}

function parsed(text: string, to: Typed): unknown {
  const result = parseFieldValue(to, text)
  return result.ok ? result.value : undefined
}
