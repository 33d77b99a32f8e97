import type { Made } from './judge.ts'
import type { Known, KnownCompany, Rules } from './known.ts'
import type { CompanyPlan } from './plan.ts'
import type { RowProblem } from './problem.ts'
import { missingFields } from './required.ts'
import type { GivenCompany, ImportRow } from './row.ts'
import { changedFields, merged, nameFrom } from './values.ts'

/** What the row does to its company; undefined where it names none, or where something is wrong. */
export function companyPlan(
  row: ImportRow,
  known: Known,
  rules: Rules,
  made: Made,
  problems: RowProblem[],
): CompanyPlan | undefined {
  const given = row.company
  const name = given.name ?? nameFrom(rules.names.company, given.fields)
  const refuse = (problem: RowProblem) => void problems.push(problem)
  if (given.externalId === undefined && name === undefined) {
    if (rules.level === 'company') return refuse({ key: 'keyMissing' })
    return Object.values(given.fields).some((value) => value !== null) ? refuse({ key: 'companyMissing' }) : undefined
  }
  const key = given.externalId === undefined ? `name ${name}` : `id ${given.externalId}`
  const said = JSON.stringify(given)
  const earlier = made.get(key)
  if (earlier && rules.level === 'contact' && earlier.given !== said) {
    return refuse({ key: 'companyDiffers', arg: earlier.line })
  }
  const found = foundCompany(given.externalId, name, known)
  if (found === 'ambiguous') return refuse({ key: 'ambiguous', at: 'companyName' })
  if (!found && name === undefined) return refuse({ key: 'missing', at: 'companyName' })
  const plan = planOf(given, found, { key, said, isKnown: earlier !== undefined }, rules)
  problems.push(...missingFields('company', rules.required.company, { before: found, after: plan.values }))
  return plan
}

function foundCompany(externalId: string | undefined, name: string | undefined, known: Known) {
  const byId = externalId === undefined ? undefined : known.companiesById.get(externalId)
  if (byId) return byId
  const alike = (known.companiesByName.get(name ?? '') ?? []).filter(
    (one) => externalId === undefined || one.externalId === null,
  )
  return alike.length > 1 ? 'ambiguous' : alike[0]
}

function planOf(
  given: GivenCompany,
  found: KnownCompany | undefined,
  { key, said, isKnown }: { key: string; said: string; isKnown: boolean },
  rules: Rules,
): CompanyPlan {
  const fields = merged(found?.fields ?? {}, given.fields)
  const values = {
    name: nameFrom(rules.names.company, fields) ?? given.name ?? found?.name ?? '',
    externalId: given.externalId ?? found?.externalId ?? null,
    active: given.active ?? found?.active ?? true,
    fields,
  }
  if (!found) {
    const isFirst = rules.level === 'contact' && !isKnown
    return { key, values, given: said, changes: isFirst ? ['companyCreated'] : [] }
  }
  const changes = [
    ...(values.name !== found.name ? ['companyName'] : []),
    ...(values.externalId !== found.externalId ? ['companyExternalId'] : []),
    ...(values.active !== found.active ? ['companyActive'] : []),
    ...changedFields(found.fields, fields, 'company.field.'),
  ]
  return { key, id: found.id, values, given: said, changes }
}
