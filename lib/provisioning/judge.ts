import { normalLogin } from '../auth/login.ts'
import { fieldsOf, placeOf } from '../groups/data-model.ts'
import { cellValue } from '../import/cell.ts'
import type { AccountPlan, ContactPlan } from '../import/plan.ts'
import { problemText, type RowProblem } from '../import/problem.ts'
import { changedFields, merged, nameFrom } from '../import/values.ts'
import type { Known, KnownGroup, KnownPerson } from './known.ts'
import type { CompanyWish, Plan, Wish } from './plan.ts'
import type { Outcome } from './run.ts'

/** What becomes of one person, and why. */
export type Verdict = {
  identity: string
  name: string
  login: string
  outcome: Outcome
  /** What differs: keys of the messages. */
  changes: string[]
  /** Why it is refused or left: keys of the messages with what they speak of, as `problemText` writes them. */
  reasons: string[]
  /** The contact, where there is one already. */
  contactId?: number
  /** The source vouches for the person, and it is not written down yet who that is. */
  links?: true
  /** What is written of it; only with `created` and `changed`. */
  write?: { customerGroupId: number; contact: ContactPlan; account: AccountPlan; enables: boolean }
}

export type Person = { identity: string; plan: Plan }
export type Way = {
  /** The account keeps the identity as its LDAP id. */
  keepsIdentity: boolean
  /** An account that the source no longer vouches for is disabled. */
  disablesMissing: boolean
}

/** What would become of one person. Nothing is written, and nobody is found by a login or an address: by identity alone. */
export function judge({ identity, plan }: Person, known: Known, way: Way): Verdict {
  const person = known.people.get(identity)
  const called = plan.ok ? plan.wish : plan
  const bare = {
    identity,
    name: person?.name ?? called.name ?? '',
    login: person?.account?.login ?? called.login ?? '',
    changes: [],
    reasons: [],
    ...(person ? { contactId: person.id } : {}),
  }
  const because = (outcome: Outcome, problem: RowProblem): Verdict => ({
    ...bare,
    outcome,
    reasons: [problemText(problem)],
  })
  if (!person && known.elsewhere.has(identity)) return because('refused', { key: 'identityTaken' })
  if (person && takenAway(person)) return because('left', { key: 'takenAway' })
  if (!plan.ok) {
    if (plan.problem.key !== 'noRule' || !person) return because('refused', plan.problem)
    return leaver(person, way, because, 'noRule')
  }
  const found = wishFor(plan.wish, person, known)
  if ('key' in found) return because('refused', found)
  const { contact, problem } = contactFor(plan.wish, person, found)
  if (problem) return because('refused', problem)
  const account = accountFor(plan.wish, person, found.profileId, way.keepsIdentity ? identity : null)
  const enables = person?.account?.disabled === true
  const changes = [...contact.changes, ...account.changes, ...(enables ? ['enabled'] : [])]
  const { customerGroupId } = plan.wish
  return {
    ...bare,
    name: contact.name,
    login: account.login,
    outcome: !person ? 'created' : changes.length > 0 ? 'changed' : 'left',
    changes: person ? changes : [],
    ...(person?.linked ? {} : { links: true }),
    ...(person && changes.length === 0 ? {} : { write: { customerGroupId, contact, account, enables } }),
  }
}

/** What becomes of somebody whom the source does not have any more. */
export function judgeMissing(identity: string, person: KnownPerson, way: Way): Verdict {
  const bare = { identity, name: person.name, login: person.account?.login ?? '', changes: [], contactId: person.id }
  const because = (outcome: Outcome, problem: RowProblem): Verdict => ({
    ...bare,
    outcome,
    reasons: [problemText(problem)],
  })
  if (takenAway(person)) return because('left', { key: 'takenAway' })
  return leaver(person, way, because, 'missing')
}

function leaver(
  person: KnownPerson,
  { disablesMissing }: Way,
  because: (outcome: Outcome, problem: RowProblem) => Verdict,
  key: 'missing' | 'noRule',
): Verdict {
  if (person.account?.disabled) return because('left', { key: 'disabledBefore' })
  return because(disablesMissing && person.linked ? 'disabled' : 'left', { key })
}

/** Somebody here took the account away, disabled it or deactivated the contact: that is not undone. */
function takenAway({ active, account, disabledHere }: KnownPerson): boolean {
  return !active || !account || (account.disabled && !disabledHere)
}

type Found = { group: KnownGroup; companyId: number | null; profileId: number }

function wishFor(wish: Wish, person: KnownPerson | undefined, known: Known): Found | RowProblem {
  const group = known.groups.get(wish.customerGroupId)
  if (!group || group.assignment === 'none') return { key: 'noAccounts' }
  if (person && person.customerGroupId !== wish.customerGroupId) return { key: 'otherGroup' }
  const login = normalLogin(wish.login)
  if (known.logins.has(login) && known.logins.get(login) !== person?.id) return { key: 'loginTaken', arg: wish.login }
  const profileId = group.assignment === 'fixed' ? group.fixedProfileId : wish.profileId
  if (profileId === null || !known.profiles.has(profileId)) return { key: 'profileUnknown' }
  const companyId = companyFor(wish.company, wish.customerGroupId, person, known)
  return typeof companyId === 'object' && companyId !== null ? companyId : { group, companyId, profileId }
}

function companyFor(
  wish: CompanyWish,
  customerGroupId: number,
  person: KnownPerson | undefined,
  known: Known,
): number | null | RowProblem {
  if (wish.by === 'none') return person?.companyId ?? null
  if (known.groups.get(customerGroupId)?.model.hasCompanies === false) return { key: 'noCompanies' }
  const there = known.companies.filter((one) => one.active && one.customerGroupId === customerGroupId)
  const numbered = wish.by === 'name' ? [] : there.filter(({ externalId }) => externalId === wish.text)
  const named = wish.by === 'number' ? [] : there.filter(({ name }) => name === wish.text)
  const found = numbered.length > 0 ? numbered : named
  if (found.length > 1) return { key: 'companyAmbiguous', arg: wish.text }
  return found[0]?.id ?? { key: 'companyUnknown', arg: wish.text }
}

function contactFor(wish: Wish, person: KnownPerson | undefined, { group, companyId }: Found) {
  const given: Record<string, unknown> = {}
  let problem: RowProblem | undefined
  for (const field of fieldsOf(group.model, 'contact')) {
    const text = wish.fields[field.key]
    if (text === undefined || placeOf(field) !== 'fields') continue
    const parsed = cellValue(field, text)
    if (parsed.ok) given[field.key] = parsed.value
    else problem ??= { key: 'fieldInvalid', arg: field.key }
  }
  const fields = merged(person?.fields ?? {}, given)
  const name = nameFrom(group.model.names.contact, fields) ?? wish.name ?? person?.name ?? ''
  if (name === '') problem ??= { key: 'nameMissing' }
  const email = wish.email ?? person?.email ?? null
  const locale = wish.locale ?? person?.locale ?? null
  const own = [
    ...(name !== person?.name ? ['name'] : []),
    ...(companyId !== (person?.companyId ?? null) ? ['company'] : []),
  ]
  const details = [
    ...(email !== (person?.email ?? null) ? ['email'] : []),
    ...(locale !== (person?.locale ?? null) ? ['locale'] : []),
    ...changedFields(person?.fields ?? {}, fields, 'field.'),
  ]
  const contact: ContactPlan = {
    ...(person ? { id: person.id } : {}),
    hasDetails: person?.hasDetails ?? false,
    name,
    externalId: person?.externalId ?? null,
    active: true,
    company: companyId === null ? null : { key: '', id: companyId },
    email,
    locale,
    fields,
    changes: [...own, ...details],
    ownChanges: own.length > 0,
    detailChanges: details.length > 0,
  }
  return { contact, problem }
}

function accountFor(
  wish: Wish,
  person: KnownPerson | undefined,
  profileId: number,
  identity: string | null,
): AccountPlan {
  const held = person?.account
  const login = wish.login.normalize('NFKC').trim()
  const ldapId = identity ?? held?.ldapId ?? null
  return {
    isNew: !held,
    login,
    loginNormal: normalLogin(login),
    profileId,
    ldapId,
    changes: [
      ...(login !== held?.login ? ['login'] : []),
      ...(profileId !== held?.profileId ? ['profile'] : []),
      ...(ldapId !== (held?.ldapId ?? null) ? ['ldapId'] : []),
    ],
  }
}
