/** Where people come from: a directory server or an OpenID provider, by its number. */
export type Source = { kind: 'ldap' | 'oidc'; id: number }

export const TESTS = ['always', 'equals', 'contains', 'group'] as const
export const COMPANY_WAYS = ['none', 'fixed', 'number', 'name'] as const

/** Whoever passes the test gets this customer group, company and profile. */
export type MappingRule = {
  id: number
  test: (typeof TESTS)[number]
  attribute: string
  /** One of them is enough. */
  values: string[]
  customerGroupId: number
  /** `none` leaves the company as it is; the others find one that is there, and never make one. */
  companyBy: (typeof COMPANY_WAYS)[number]
  /** With `fixed` the company's number or name, else the attribute that has it. */
  company: string
  /** Null where the customer group gives its own to everybody. */
  profileId: number | null
}

/** From which attributes a person's own texts come; an empty name is none. */
export type Mapping = {
  loginAttribute: string
  nameAttribute: string
  emailAttribute: string
  localeAttribute: string
  /** Attributes by the key of the field of the data model that they fill. */
  fieldAttributes: Record<string, string>
}

/** A source's mapping and its rules in their order. */
export type RuleSet = Mapping & { rules: readonly MappingRule[] }

/** Every attribute that the rules look at, so that no other is asked for. */
export function attributesOf(set: RuleSet): string[] {
  const names = [
    set.loginAttribute,
    set.nameAttribute,
    set.emailAttribute,
    set.localeAttribute,
    ...Object.values(set.fieldAttributes),
    ...set.rules.flatMap(({ test, attribute }) => (test === 'always' ? [] : [attribute])),
    ...set.rules.flatMap(({ companyBy, company }) => (companyBy === 'number' || companyBy === 'name' ? [company] : [])),
  ]
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
}
