/** What is to be written of a company; without `id` it is made. */
export type CompanyPlan = {
  /** The same for all rows that mean one company. */
  key: string
  id?: number
  values: { name: string; externalId: string | null; active: boolean; fields: Record<string, unknown> }
  changes: string[]
  /** What the row says of it, so that a row that says otherwise is found. */
  given: string
}

export type ContactPlan = {
  id?: number
  hasDetails: boolean
  name: string
  externalId: string | null
  active: boolean
  /** By id, or by the key of a company that this import makes. */
  company: { key: string; id?: number } | null
  email: string | null
  locale: string | null
  fields: Record<string, unknown>
  changes: string[]
  ownChanges: boolean
  detailChanges: boolean
}

export type AccountPlan = {
  isNew: boolean
  login: string
  loginNormal: string
  profileId: number | null
  ldapId: string | null
  /** The initial password, to be hashed; only for an account that has none. */
  password?: string
  changes: string[]
}
