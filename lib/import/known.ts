import type { DataField, Level } from '../groups/data-model.ts'

/** What the database has of a batch's records, as far as the engineer may see it. */
export type KnownCompany = {
  id: number
  externalId: string | null
  name: string
  active: boolean
  fields: Record<string, unknown>
}
export type KnownAccount = {
  login: string
  profileId: number | null
  ldapId: string | null
  hasPassword: boolean
}
export type KnownContact = KnownCompany & {
  companyId: number | null
  email: string | null
  locale: string | null
  hasDetails: boolean
  account: KnownAccount | null
}

export type Known = {
  companiesById: Map<string, KnownCompany>
  companiesByName: Map<string, KnownCompany[]>
  contactsById: Map<string, KnownContact>
  /** Of the logins in use the contact, where it is one of this customer group; null for anybody else's. */
  logins: Map<string, KnownContact | null>
  contactsByEmail: Map<string, KnownContact[]>
}

/** What holds for the whole import. */
export type Rules = {
  level: 'company' | 'contact'
  /** How a name is made of fields, or null where it is typed. */
  names: { company: string | null; contact: string | null }
  /** Fields without which no record is new, and from which no row takes the value. */
  required: Record<Level, DataField[]>
  assignment: 'none' | 'manual' | 'fixed'
  fixedProfile: number | null
  defaultProfile: number | null
  /** Profiles by login and by name, both in lower case. */
  profiles: Map<string, number>
  passwordLength: number
  /** Names of the place, which no password may consist of. */
  siteWords: string[]
}
