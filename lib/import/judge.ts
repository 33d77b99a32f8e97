import { normalLogin } from '../auth/login.ts'
import type { Outcome } from './import.ts'
import { accountPlan } from './judge-account.ts'
import { companyPlan } from './judge-company.ts'
import type { Known, KnownContact, Rules } from './known.ts'
import type { AccountPlan, CompanyPlan, ContactPlan } from './plan.ts'
import { problemText, type RowProblem } from './problem.ts'
import { missingFields } from './required.ts'
import type { ImportRow } from './row.ts'
import { changedFields, merged, nameFrom } from './values.ts'

export type Verdict = {
  line: number
  name: string
  outcome: Outcome
  changes: string[]
  problems: string[]
  company?: CompanyPlan
  contact?: ContactPlan
  account?: AccountPlan
}

/** Companies that earlier rows of this file make, by `companyKey`, with the line and what it gives. */
export type Made = Map<string, { line: number; given: string }>

/**
 * What one row would do: which records it makes or changes, or why it is refused. Nothing is written. Call it in the file's
 * order, with the same `made` for the whole file.
 */
export function judge(row: ImportRow, known: Known, rules: Rules, made: Made): Verdict {
  const problems: RowProblem[] = []
  const changes: string[] = []
  const company = companyPlan(row, known, rules, made, problems)
  const verdict: Verdict = { line: row.line, name: '', outcome: 'unchanged', changes, problems: [] }
  let created = false
  if (rules.level === 'company') {
    verdict.name = company?.values.name ?? row.company.name ?? ''
    created = company?.id === undefined
    changes.push(...(company?.changes ?? []))
  } else {
    const found = foundContact(row, known, problems)
    const contact = contactPlan(row, found, rules, company, problems)
    const account = accountPlan(row, found, known, rules, { name: contact.name, problems })
    verdict.name = contact.name
    created = found === undefined
    changes.push(...contact.changes, ...(company?.changes ?? []), ...(account?.changes ?? []))
    verdict.contact = contact
    if (account && account.changes.length > 0) verdict.account = account
  }
  verdict.problems = [...row.problems, ...problems.map(problemText)]
  if (verdict.problems.length > 0)
    return { line: row.line, name: verdict.name, outcome: 'refused', changes: [], problems: verdict.problems }
  if (company) {
    verdict.company = company
    if (company.id === undefined && !made.has(company.key))
      made.set(company.key, { line: row.line, given: company.given })
  }
  verdict.outcome = created ? 'created' : changes.length > 0 ? 'changed' : 'unchanged'
  return verdict
}

/** By its external id, else by its login, else by its address; never one that has another external id. */
function foundContact(row: ImportRow, known: Known, problems: RowProblem[]): KnownContact | undefined {
  const { externalId, email } = row.contact
  const login = row.account.login === undefined ? undefined : normalLogin(row.account.login)
  const free = (one: KnownContact | null | undefined) =>
    one && (externalId === undefined || one.externalId === null || one.externalId === externalId) ? one : undefined
  const byId = externalId === undefined ? undefined : known.contactsById.get(externalId)
  if (byId) return byId
  const byLogin = login === undefined ? undefined : free(known.logins.get(login))
  if (byLogin) return byLogin
  if (login !== undefined && known.logins.has(login)) return undefined
  const alike = email
    ? (known.contactsByEmail.get(email.toLowerCase()) ?? []).filter((one) => free(one) !== undefined)
    : []
  if (alike.length > 1) problems.push({ key: 'ambiguous', at: 'email' })
  if (externalId === undefined && login === undefined && !email) problems.push({ key: 'keyMissing' })
  return alike.length === 1 ? alike[0] : undefined
}

function contactPlan(
  row: ImportRow,
  found: KnownContact | undefined,
  rules: Rules,
  company: CompanyPlan | undefined,
  problems: RowProblem[],
): ContactPlan {
  const given = row.contact
  const fields = merged(found?.fields ?? {}, given.fields)
  const name = nameFrom(rules.names.contact, fields) ?? given.name ?? found?.name ?? ''
  if (name === '') problems.push({ key: 'missing', at: 'name' })
  const moves = row.withoutCompany
    ? found?.companyId != null
    : company !== undefined && company.id !== (found?.companyId ?? null)
  const plan: ContactPlan = {
    ...(found ? { id: found.id } : {}),
    hasDetails: found?.hasDetails ?? false,
    name,
    externalId: given.externalId ?? found?.externalId ?? null,
    active: given.active ?? found?.active ?? true,
    company: row.withoutCompany
      ? null
      : company
        ? { key: company.key, ...(company.id === undefined ? {} : { id: company.id }) }
        : found?.companyId
          ? { key: '', id: found.companyId }
          : null,
    email: given.email === undefined ? (found?.email ?? null) : given.email,
    locale: given.locale === undefined ? (found?.locale ?? null) : given.locale,
    fields,
    changes: [],
    ownChanges: false,
    detailChanges: false,
  }
  problems.push(...missingFields('contact', rules.required.contact, { before: found, after: plan }))
  if (!found) return plan
  const own = [
    ...(plan.name !== found.name ? ['name'] : []),
    ...(plan.externalId !== found.externalId ? ['externalId'] : []),
    ...(plan.active !== found.active ? ['active'] : []),
    ...(moves ? ['company'] : []),
  ]
  const details = [
    ...(plan.email !== found.email ? ['email'] : []),
    ...(plan.locale !== found.locale ? ['locale'] : []),
    ...changedFields(found.fields, fields, 'field.'),
  ]
  return { ...plan, changes: [...own, ...details], ownChanges: own.length > 0, detailChanges: details.length > 0 }
}
