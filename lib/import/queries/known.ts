import 'server-only'
import { type AnyColumn, and, eq, type SQL, sql } from 'drizzle-orm'
import { normalLogin } from '#lib/auth/login.ts'
import { accounts, companies, contactDetails, contacts } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { Known, KnownContact } from '../known.ts'
import type { ImportRow } from '../row.ts'

/** Everything that these rows may mean, of one customer group, as the viewer may see it; a few statements. */
export async function knownFor(tx: Transaction, customerGroupId: number, rows: readonly ImportRow[]): Promise<Known> {
  const logins = unique(rows.map(({ account }) => account.login && normalLogin(account.login)))
  const emails = unique(rows.map(({ contact }) => contact.email?.toLowerCase()))
  const inUse = await loginsInUse(tx, logins)
  const byEmail = await contactsWithEmail(tx, customerGroupId, emails)
  const ids = unique([...inUse.map(({ contact }) => contact ?? undefined), ...byEmail.map(({ contact }) => contact)])
  const externalIds = unique(rows.map(({ contact }) => contact.externalId))
  const found = await contactsBy(tx, customerGroupId, ids, externalIds)
  const byId = new Map(found.map((one) => [one.id, one]))
  return {
    ...(await companiesFor(tx, customerGroupId, rows)),
    contactsById: new Map(found.flatMap((one) => (one.externalId === null ? [] : [[one.externalId, one] as const]))),
    logins: new Map(inUse.map(({ login, contact }) => [login, byId.get(contact ?? 0) ?? null])),
    contactsByEmail: grouped(byEmail.flatMap(({ email, contact }) => pair(email, byId.get(contact)))),
  }
}

async function loginsInUse(tx: Transaction, logins: string[]): Promise<{ login: string; contact: number | null }[]> {
  if (logins.length === 0) return []
  const rows = await tx.execute<{ login: string; contact: string | null }>(
    sql`select login_normal as login, contact_id as contact from logins_in_use(${sql.param(logins)}::text[])`,
  )
  return rows.map(({ login, contact }) => ({ login, contact: contact === null ? null : Number(contact) }))
}

async function contactsWithEmail(tx: Transaction, group: number, emails: string[]) {
  if (emails.length === 0) return []
  const rows = await tx.execute<{ email: string; contact: string }>(
    sql`select email, contact_id as contact from contacts_with_email(${group}, ${sql.param(emails)}::text[])`,
  )
  return rows.map(({ email, contact }) => ({ email, contact: Number(contact) }))
}

async function contactsBy(
  tx: Transaction,
  group: number,
  ids: number[],
  externalIds: string[],
): Promise<KnownContact[]> {
  const found = [
    ...(ids.length > 0 ? await contactsWhere(tx, group, among(contacts.id, ids, 'bigint[]')) : []),
    ...(externalIds.length > 0
      ? await contactsWhere(tx, group, among(contacts.externalId, externalIds, 'text[]'))
      : []),
  ]
  // Not joined: for a batch of new people there is nothing to look up, and a join would ask the policies of everybody.
  const numbers = [...new Set(found.map(({ id }) => id))]
  if (numbers.length === 0) return []
  const details = byContact(await detailsOf(tx, numbers))
  const held = byContact(await accountsOf(tx, numbers))
  const bare = await withoutPassword(tx, [...held.keys()])
  return found.map((contact) => {
    const detail = details.get(contact.id)
    const account = held.get(contact.id)
    return {
      ...contact,
      email: detail?.email ?? null,
      locale: detail?.locale ?? null,
      fields: detail?.fields ?? {},
      hasDetails: detail !== undefined,
      account: account ? { ...account, hasPassword: !bare.has(contact.id) } : null,
    }
  })
}

function contactsWhere(tx: Transaction, group: number, wanted: SQL) {
  const { id, externalId, name, active, companyId } = contacts
  return tx
    .select({ id, externalId, name, active, companyId })
    .from(contacts)
    .where(and(eq(contacts.customerGroupId, group), wanted))
}

function detailsOf(tx: Transaction, ids: number[]) {
  const { contactId, email, locale, fields } = contactDetails
  return tx
    .select({ contactId, email, locale, fields })
    .from(contactDetails)
    .where(among(contactId, ids, 'bigint[]'))
}

function accountsOf(tx: Transaction, ids: number[]) {
  const { contactId, login, profileId, ldapId } = accounts
  return tx
    .select({ contactId, login, profileId, ldapId })
    .from(accounts)
    .where(among(contactId, ids, 'bigint[]'))
}

function byContact<Row extends { contactId: number }>(rows: Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.contactId, row]))
}

async function withoutPassword(tx: Transaction, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.execute<{ id: string }>(
    sql`select id from accounts_without_password(${sql.param(ids)}::bigint[]) as t(id)`,
  )
  return new Set(rows.map(({ id }) => Number(id)))
}

async function companiesFor(tx: Transaction, group: number, rows: readonly ImportRow[]) {
  const ids = unique(rows.map(({ company }) => company.externalId))
  const names = unique(rows.map(({ company }) => company.name))
  const found = [
    ...(ids.length > 0 ? await companiesWhere(tx, group, among(companies.externalId, ids, 'text[]')) : []),
    ...(names.length > 0 ? await companiesWhere(tx, group, among(companies.name, names, 'text[]')) : []),
  ]
  const byId = new Map(found.map((one) => [one.id, one]))
  return {
    companiesById: new Map(found.flatMap((one) => pair(one.externalId, one))),
    companiesByName: grouped([...byId.values()].map((one) => [one.name, one] as const)),
  }
}

function companiesWhere(tx: Transaction, group: number, wanted: SQL) {
  const { id, externalId, name, active, fields } = companies
  return tx
    .select({ id, externalId, name, active, fields })
    .from(companies)
    .where(and(eq(companies.customerGroupId, group), wanted))
}

/** A join: `= any` of a thousand parameters would compare each row with each of them. */
function among(column: AnyColumn, values: (string | number)[], type: 'bigint[]' | 'text[]'): SQL {
  return sql`${column} in (select unnest(${sql.param(values)}::${sql.raw(type)}))`
}

function unique<Value>(values: (Value | undefined | null | '')[]): Exclude<Value, ''>[] {
  return [...new Set(values)].filter((value): value is Exclude<Value, ''> => value != null && value !== '')
}

function pair<Value>(key: string | null, value: Value | undefined): [string, Value][] {
  return key !== null && value !== undefined ? [[key, value]] : []
}

function grouped<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const map = new Map<string, Value[]>()
  for (const [key, value] of pairs) map.set(key, [...(map.get(key) ?? []), value])
  return map
}
