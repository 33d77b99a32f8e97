import type { DataModel } from '../groups/data-model.ts'

/** A contact that is behind an identity, as the database has it now. */
export type KnownPerson = {
  id: number
  customerGroupId: number
  companyId: number | null
  externalId: string | null
  name: string
  active: boolean
  hasDetails: boolean
  email: string | null
  locale: string | null
  fields: Record<string, unknown>
  account: { login: string; profileId: number | null; ldapId: string | null; disabled: boolean } | null
  /** Made by this source, or found by its identity before. */
  linked: boolean
  /** A synchronisation disabled the account, so one may enable it again. */
  disabledHere: boolean
}

export type KnownGroup = {
  assignment: 'none' | 'manual' | 'fixed'
  fixedProfileId: number | null
  model: DataModel
}

export type KnownCompany = {
  id: number
  customerGroupId: number
  name: string
  externalId: string | null
  active: boolean
}

/** What the database has of the people in question. */
export type Known = {
  people: ReadonlyMap<string, KnownPerson>
  /** Identities that accounts have which are none of these people, or more than one. */
  elsewhere: ReadonlySet<string>
  /** Of the logins in use, by their normal form, whose they are; null for somebody whom the rules do not concern. */
  logins: ReadonlyMap<string, number | null>
  companies: readonly KnownCompany[]
  groups: ReadonlyMap<number, KnownGroup>
  /** The active ones. */
  profiles: ReadonlySet<number>
}
