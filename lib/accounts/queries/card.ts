import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { WayIn } from '#lib/auth/method.ts'
import { rightsIn } from '#lib/contacts/queries/rights.ts'
import { accounts, contactDetails, contacts, customerGroups, engineers } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import { type FactorsHeld, factorsOf } from '#lib/factors/queries/of-person.ts'
import { fieldFor, labelOf } from '#lib/groups/data-model.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import { type AccountState, statesOf } from '../state.ts'

export type Account = {
  login: string
  profileId: number | null
  profile: { name: string; active: boolean } | null
  ldapId: string | null
  hasPassword: boolean
  mustChangePassword: boolean
  disabled: boolean
  lockedUntil: Date | null
  blockedUntil: Date | null
  lastSignInAt: Date | null
  liveSessions: number
}

/** A field of the card: the label and help that the site gave it. */
export type CardField = { label: string; help: string | null }

export type AccountCard = {
  contactId: number
  mayKeep: boolean
  /** Where an invitation would go. */
  email: string | null
  assignment: 'none' | 'manual' | 'fixed'
  /** The profile that the customer group gives to all of its contacts. */
  fixedProfile: { id: number; name: string } | null
  /** The data model's fields with the annotations `username`, `password` and `ldapid`; null where it has none. */
  login: CardField | null
  password: CardField | null
  ldapId: CardField | null
  /** How customers sign in now. */
  ways: readonly WayIn[]
  account: Account | null
  factors: FactorsHeld
  states: AccountState[]
}

/** What the contact page says of the portal account; the password itself is nowhere. @throws AppError `not_found` (V8) */
export async function accountCard(
  tx: Transaction,
  contactId: number,
  { locale, ways }: { locale: string; ways: readonly WayIn[] },
): Promise<AccountCard> {
  const profiles = alias(engineers, 'profiles')
  const fixed = alias(engineers, 'fixed')
  const [row] = await tx
    .select({
      customerGroupId: contacts.customerGroupId,
      contactActive: contacts.active,
      portalEnabled: customerGroups.portalEnabled,
      assignment: customerGroups.accountAssignment,
      fixedId: customerGroups.fixedProfileId,
      fixedName: fixed.name,
      mayKeep: rightsIn(contacts.customerGroupId).mayKeepAccounts,
      email: contactDetails.email,
      login: accounts.login,
      profileId: accounts.profileId,
      profileName: profiles.name,
      profileActive: profiles.active,
      ldapId: accounts.ldapId,
      mustChangePassword: accounts.mustChangePassword,
      disabled: accounts.disabled,
      lockedUntil: accounts.lockedUntil,
      lastSignInAt: accounts.lastSignInAt,
    })
    .from(contacts)
    .innerJoin(customerGroups, eq(customerGroups.id, contacts.customerGroupId))
    .leftJoin(contactDetails, eq(contactDetails.contactId, contacts.id))
    .leftJoin(accounts, eq(accounts.contactId, contacts.id))
    .leftJoin(profiles, eq(profiles.id, accounts.profileId))
    .leftJoin(fixed, eq(fixed.id, customerGroups.fixedProfileId))
    .where(eq(contacts.id, contactId))
  if (!row) throw notFound()
  const model = await dataModelOf(tx, row.customerGroupId)
  const field = (annotation: 'username' | 'password' | 'ldapid'): CardField | null => {
    const found = fieldFor(model, annotation)
    return found ? { label: labelOf(found.labels, locale), help: labelOf(found.help, locale) || null } : null
  }
  const account = row.login === null ? null : { ...accountIn(row, row.login), ...(await stateOf(tx, contactId)) }
  return {
    contactId,
    mayKeep: row.mayKeep,
    email: row.email,
    assignment: row.assignment,
    fixedProfile: row.fixedId === null ? null : { id: row.fixedId, name: row.fixedName ?? '' },
    login: field('username'),
    password: field('password'),
    ldapId: field('ldapid'),
    ways,
    account,
    factors: await factorsOf(tx, { kind: 'contact', owner: contactId }),
    states: account ? statesOf({ ...row, ...account, ways }, new Date()) : [],
  }
}

type Row = {
  profileId: number | null
  profileName: string | null
  profileActive: boolean | null
  ldapId: string | null
  mustChangePassword: boolean | null
  disabled: boolean | null
  lockedUntil: Date | null
  lastSignInAt: Date | null
}

function accountIn(row: Row, login: string) {
  return {
    login,
    profileId: row.profileId,
    profile: row.profileId === null ? null : { name: row.profileName ?? '', active: row.profileActive ?? false },
    ldapId: row.ldapId,
    mustChangePassword: row.mustChangePassword ?? false,
    disabled: row.disabled ?? false,
    lockedUntil: row.lockedUntil,
    lastSignInAt: row.lastSignInAt,
  }
}

async function stateOf(tx: Transaction, contactId: number) {
  const [state] = await tx.execute<{
    has_password: boolean
    blocked_until: string | Date | null
    live_sessions: number
  }>(sql`select has_password, blocked_until, live_sessions from account_state(${contactId})`)
  return {
    hasPassword: state?.has_password ?? false,
    blockedUntil: state?.blocked_until ? new Date(state.blocked_until) : null,
    liveSessions: state?.live_sessions ?? 0,
  }
}
