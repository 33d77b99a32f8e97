import { normalLogin } from '../auth/login.ts'
import { isLocale } from '../i18n/locales.ts'
import { EXTERNAL_LENGTH, LOGIN_LENGTH, NAME_LENGTH } from './bounds.ts'
import { cellValue } from './cell.ts'
import type { ImportOptions } from './import.ts'
import { problemText, type RowProblem } from './problem.ts'
import type { FileRow } from './reading/records.ts'
import type { Target } from './targets.ts'

/** What a row gives a record: a part that is not there stays as it is, null takes it away. */
export type GivenCompany = {
  externalId?: string
  name?: string
  active?: boolean
  fields: Record<string, unknown>
}
export type GivenContact = GivenCompany & { email?: string | null; locale?: string | null }
export type GivenAccount = { login?: string; password?: string; ldapId?: string | null; profile?: string }

export type ImportRow = {
  line: number
  contact: GivenContact
  company: GivenCompany
  account: GivenAccount
  /** The company's cells are all empty, and empty cells take away. */
  withoutCompany: boolean
  problems: string[]
}

type Reading = { targets: readonly (Target | undefined)[]; empty: ImportOptions['empty'] }

/** The cells of one row as its targets' types have them, with everything that is wrong by itself. */
export function importRow(file: FileRow, { targets, empty }: Reading): ImportRow {
  const row: ImportRow = {
    line: file.line,
    contact: { fields: {} },
    company: { fields: {} },
    account: {},
    withoutCompany: false,
    problems: [],
  }
  if (file.cells.length > targets.length) row.problems.push(problemText({ key: 'tooManyCells' }))
  for (const [at, target] of targets.entries()) {
    const cell = file.cells[at] ?? ''
    if (!target) continue
    if (cell !== '') row.problems.push(...put(row, target, cell).map(problemText))
    else if (empty === 'clear') clear(row, target)
  }
  const companyCells = targets.flatMap((target, at) => (target?.of === 'company' ? [file.cells[at] ?? ''] : []))
  row.withoutCompany = empty === 'clear' && companyCells.length > 0 && companyCells.every((cell) => cell === '')
  return row
}

function put(row: ImportRow, target: Target, cell: string): RowProblem[] {
  const at = target.key
  const owner = target.of === 'company' ? row.company : row.contact
  const short = (limit: number): RowProblem[] => (cell.length > limit ? [{ key: 'tooLong', at }] : [])
  switch (target.word) {
    case 'externalId':
    case 'companyExternalId':
      owner.externalId = cell
      return short(EXTERNAL_LENGTH)
    case 'name':
    case 'companyName':
      owner.name = cell
      return short(NAME_LENGTH)
    case 'active':
    case 'companyActive': {
      const parsed = cellValue({ type: 'boolean', options: null }, cell)
      if (!parsed.ok) return [{ key: parsed.problem, at }]
      owner.active = parsed.value === true
      return []
    }
    case 'locale':
      row.contact.locale = cell.toLowerCase().slice(0, 2)
      return isLocale(row.contact.locale) ? [] : [{ key: 'locale', at }]
    case 'email': {
      const parsed = cellValue({ type: 'email', options: null }, cell)
      row.contact.email = cell
      return parsed.ok ? [] : [{ key: 'email', at }]
    }
    case 'login':
      row.account.login = cell
      return normalLogin(cell) === '' ? [{ key: 'invalid', at }] : short(LOGIN_LENGTH)
    case 'password':
      row.account.password = cell
      return []
    case 'ldapId':
      row.account.ldapId = cell
      return short(LOGIN_LENGTH)
    case 'profile':
      row.account.profile = cell
      return []
    case undefined: {
      const parsed = cellValue(target.field, cell)
      if (!parsed.ok) return [{ key: parsed.problem, at }]
      owner.fields[target.field.key] = parsed.value
      return []
    }
  }
}

function clear(row: ImportRow, target: Target): void {
  if (target.word === 'email') row.contact.email = null
  else if (target.word === 'locale') row.contact.locale = null
  else if (target.word === 'ldapId') row.account.ldapId = null
  else if (target.word === undefined) {
    const owner = target.of === 'company' ? row.company : row.contact
    owner.fields[target.field.key] = null
  }
}
