import { normalLogin } from '../auth/login.ts'
import { isLocale } from '../i18n/locales.ts'
import { LOGIN_LENGTH, NAME_LENGTH } from '../import/bounds.ts'
import type { RowProblem } from '../import/problem.ts'
import { type Facts, firstOf, valuesOf } from './facts.ts'
import type { MappingRule, RuleSet } from './rule-set.ts'

/** What the rules make of a person. What is undefined, or no field here, stays as it is. */
export type Wish = {
  login: string
  name: string | undefined
  email: string | undefined
  locale: string | undefined
  /** The texts for fields of the data model, by their keys. */
  fields: Record<string, string>
  customerGroupId: number
  company: CompanyWish
  profileId: number | null
}
export type CompanyWish = { by: 'none' } | { by: 'number' | 'name' | 'either'; text: string }

export type Plan =
  | { ok: true; wish: Wish }
  /** With what the person is called, so that a report says who was refused. */
  | { ok: false; problem: RowProblem; name?: string | undefined; login?: string | undefined }

const refused = (key: string, at?: string): Plan => ({ ok: false, problem: at === undefined ? { key } : { key, at } })

/**
 * What the first rule that fits wishes for a person; or why nothing comes of it, which is so for whoever fits no rule. It
 * asks nothing but the facts: whether company and profile exist is judged against the database.
 */
export function plan(facts: Facts, set: RuleSet): Plan {
  const found = wished(facts, set)
  return found.ok ? found : { ...found, name: nameOf(facts, set), login: firstOf(facts, set.loginAttribute) }
}

const nameOf = (facts: Facts, { nameAttribute }: RuleSet) => firstOf(facts, nameAttribute)?.slice(0, NAME_LENGTH)

function wished(facts: Facts, set: RuleSet): Plan {
  const rule = set.rules.find((one) => fits(facts, one))
  if (!rule) return refused('noRule')
  const login = firstOf(facts, set.loginAttribute)
  if (login === undefined || normalLogin(login) === '') return refused('loginMissing', set.loginAttribute)
  if (login.length > LOGIN_LENGTH) return refused('tooLong', set.loginAttribute)
  const company = companyOf(facts, rule)
  if (!company) return refused('companyMissing', rule.company)
  const email = firstOf(facts, set.emailAttribute)
  if (email !== undefined && (email.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(email)))
    return refused('email', set.emailAttribute)
  const locale = firstOf(facts, set.localeAttribute)?.toLowerCase().slice(0, 2)
  return {
    ok: true,
    wish: {
      login,
      name: nameOf(facts, set),
      email,
      // A language that this site does not speak is no reason to refuse somebody.
      locale: isLocale(locale) ? locale : undefined,
      fields: fieldsFrom(facts, set.fieldAttributes),
      customerGroupId: rule.customerGroupId,
      company,
      profileId: rule.profileId,
    },
  }
}

function fits(facts: Facts, { test, attribute, values }: MappingRule): boolean {
  const held = valuesOf(facts, attribute)
  const wanted = values.filter((value) => value.trim() !== '')
  const some = (same: (one: string, other: string) => boolean) =>
    held.some((one) => wanted.some((other) => same(one, other)))
  switch (test) {
    case 'always':
      return true
    case 'equals':
      return some((one, other) => folded(one) === folded(other))
    case 'contains':
      return some((one, other) => folded(one).includes(folded(other)))
    case 'group':
      return some((one, other) => foldedName(one) === foldedName(other))
  }
}

/** Directories compare nearly everything without case. */
const folded = (text: string) => text.normalize('NFKC').trim().toLowerCase()

/** A distinguished name may be written with blanks around its commas and equals signs. */
const foldedName = (text: string) => folded(text).replace(/\s*([,=+])\s*/g, '$1')

function companyOf(facts: Facts, { companyBy, company }: MappingRule): CompanyWish | undefined {
  if (companyBy === 'none') return { by: 'none' }
  if (companyBy === 'fixed') return { by: 'either', text: company }
  const text = firstOf(facts, company)
  return text === undefined ? undefined : { by: companyBy, text }
}

function fieldsFrom(facts: Facts, attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([key, attribute]) => {
      const values = valuesOf(facts, attribute)
      return values.length > 0 ? [[key, values.join('; ')] as const] : []
    }),
  )
}
