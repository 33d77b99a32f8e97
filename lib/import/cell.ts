import { parseFieldValue } from '../tickets/field-input.ts'
import type { FieldOption, FieldType } from '../tickets/field-types.ts'

type Typed = { type: FieldType; options: FieldOption[] | null }
type Parsed = { ok: true; value: unknown } | { ok: false; problem: string }

const YES = ['yes', 'true', 'on', '1', 'x', 'y', 'ja', 'j', 'wahr']
const NO = ['no', 'false', 'off', '0', '-', 'n', 'nein', 'falsch']
const PROBLEMS: Record<string, string> = { fieldNumber: 'number', fieldDate: 'date', fieldChoice: 'choice' }

/** One cell as the field's type has it, in the ways in which spreadsheets write it; or the key of what is wrong. */
export function cellValue(field: Typed, cell: string): Parsed {
  const parsed = parseFieldValue(field, written(field, cell))
  return parsed.ok ? parsed : { ok: false, problem: PROBLEMS[parsed.problem] ?? 'invalid' }
}

function written({ type, options }: Typed, cell: string): string | string[] {
  switch (type) {
    case 'boolean':
      return YES.includes(cell.toLowerCase()) ? 'true' : NO.includes(cell.toLowerCase()) ? 'false' : cell
    case 'date':
      return isoDate(cell)
    case 'date_time':
      return cell.replace(/^(\S+)[ T](\d{1,2}:\d{2}(:\d{2})?)$/, (_, date, time) => `${isoDate(date)}T${time}`)
    case 'list':
      return optionOf(options, cell)
    case 'multi_list':
      return cell.split(/[;,|\n]/).flatMap((one) => (one.trim() ? [optionOf(options, one.trim())] : []))
    default:
      return cell
  }
}

/** `31.12.2026` as `2026-12-31`; anything else as it is. */
function isoDate(text: string): string {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  if (!match) return text
  const [, day = '', month = '', year = ''] = match
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A list's value, also by its label in any language. */
function optionOf(options: FieldOption[] | null, cell: string): string {
  const asked = cell.toLowerCase()
  const found = (options ?? []).find(
    ({ value, labels }) =>
      value.toLowerCase() === asked || Object.values(labels).some((label) => label.toLowerCase() === asked),
  )
  return found?.value ?? cell
}
