import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { normalLogin } from '#lib/auth/login.ts'
import { accounts, companies, contactDetails, contacts, provisionedPeople } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { Person } from '../judge.ts'
import type { Known, KnownCompany, KnownPerson } from '../known.ts'
import type { CompanyWish } from '../plan.ts'
import type { Frame } from './frame.ts'

/** Everything that these people may mean, as the provisioning sees it; a few statements, however many they are. */
export async function knownFor(
  tx: Transaction,
  provisioning: number,
  frame: Frame,
  people: readonly Person[],
): Promise<Known> {
  const identities = people.map(({ identity }) => identity)
  const { links, elsewhere } = await linksOf(tx, provisioning, identities)
  const wishes = people.flatMap(({ plan }) => (plan.ok ? [plan.wish] : []))
  return {
    people: await peopleBehind(tx, links),
    elsewhere,
    logins: await loginsInUse(
      tx,
      wishes.map(({ login }) => normalLogin(login)),
    ),
    companies: await companiesFor(
      tx,
      wishes.map(({ company }) => company),
    ),
    ...frame,
  }
}

/** The contact that was written down for an identity. */
export async function contactBehind(tx: Transaction, provisioning: number, identity: string): Promise<number | null> {
  const [row] = await tx
    .select({ contactId: provisionedPeople.contactId })
    .from(provisionedPeople)
    .where(and(eq(provisionedPeople.provisioningId, provisioning), eq(provisionedPeople.identity, identity)))
  return row?.contactId ?? null
}

type Link = { identity: string; contactId: number; linked: boolean; disabledHere: boolean }

/** Those of the source's people whom it does not name any more. */
export async function missingPeople(
  tx: Transaction,
  provisioning: number,
  named: readonly string[],
): Promise<Map<string, KnownPerson>> {
  const rows = await tx
    .select({
      identity: provisionedPeople.identity,
      contactId: provisionedPeople.contactId,
      disabledAt: provisionedPeople.disabledAt,
    })
    .from(provisionedPeople)
    .where(
      and(
        eq(provisionedPeople.provisioningId, provisioning),
        sql`not exists (select from unnest(${sql.param([...named])}::text[]) n where n = ${provisionedPeople.identity})`,
      ),
    )
  return peopleBehind(tx, rows.map(linkOf))
}

const linkOf = ({ disabledAt, ...row }: { identity: string; contactId: number; disabledAt: Date | null }): Link => ({
  ...row,
  linked: true,
  disabledHere: disabledAt !== null,
})

/** Who is behind an identity: as it was written down, else whose account has it as its LDAP id. */
async function linksOf(tx: Transaction, provisioning: number, identities: string[]) {
  const linked = await tx
    .select({
      identity: provisionedPeople.identity,
      contactId: provisionedPeople.contactId,
      disabledAt: provisionedPeople.disabledAt,
    })
    .from(provisionedPeople)
    .where(and(eq(provisionedPeople.provisioningId, provisioning), among(provisionedPeople.identity, identities)))
  const links = new Map(linked.map((row) => [row.identity, linkOf(row)]))
  const rest = identities.filter((identity) => !links.has(identity))
  const used = rest.length
    ? await tx.execute<{ identity: string; contact: string | null; count: number }>(
        sql`select ldap_id as identity, min(contact_id) as contact, count(*)::int as count
          from identities_in_use(${sql.param(rest)}::text[]) group by ldap_id`,
      )
    : []
  const elsewhere = new Set<string>()
  for (const { identity, contact, count } of used) {
    if (contact === null || count > 1) elsewhere.add(identity)
    else links.set(identity, { identity, contactId: Number(contact), linked: false, disabledHere: false })
  }
  return { links: [...links.values()], elsewhere }
}

async function peopleBehind(tx: Transaction, links: readonly Link[]): Promise<Map<string, KnownPerson>> {
  if (links.length === 0) return new Map()
  const ids = links.map(({ contactId }) => contactId)
  const { id, customerGroupId, companyId, externalId, name, active } = contacts
  const found = byId(
    await tx.select({ id, customerGroupId, companyId, externalId, name, active }).from(contacts).where(among(id, ids)),
  )
  const details = byId(
    await tx
      .select({
        id: contactDetails.contactId,
        email: contactDetails.email,
        locale: contactDetails.locale,
        fields: contactDetails.fields,
      })
      .from(contactDetails)
      .where(among(contactDetails.contactId, ids)),
  )
  const held = byId(
    await tx
      .select({
        id: accounts.contactId,
        login: accounts.login,
        profileId: accounts.profileId,
        ldapId: accounts.ldapId,
        disabled: accounts.disabled,
      })
      .from(accounts)
      .where(among(accounts.contactId, ids)),
  )
  return new Map(
    links.flatMap(({ identity, contactId, linked, disabledHere }) => {
      const contact = found.get(contactId)
      if (!contact) return []
      const detail = details.get(contactId)
      const person: KnownPerson = {
        ...contact,
        hasDetails: detail !== undefined,
        email: detail?.email ?? null,
        locale: detail?.locale ?? null,
        fields: detail?.fields ?? {},
        account: held.get(contactId) ?? null,
        linked,
        disabledHere,
      }
      return [[identity, person] as const]
    }),
  )
}

/** By the normal form whose a login is; null for an account out of the provisioning's reach. */
async function loginsInUse(tx: Transaction, logins: string[]): Promise<Map<string, number | null>> {
  if (logins.length === 0) return new Map()
  const rows = await tx.execute<{ login: string; contact: string | null }>(
    sql`select login_normal as login, contact_id as contact from logins_in_use(${sql.param(logins)}::text[])`,
  )
  return new Map(rows.map(({ login, contact }) => [login, contact === null ? null : Number(contact)]))
}

async function companiesFor(tx: Transaction, wishes: readonly CompanyWish[]): Promise<KnownCompany[]> {
  const texts = (ways: readonly string[]) => [
    ...new Set(wishes.flatMap((wish) => (wish.by !== 'none' && ways.includes(wish.by) ? [wish.text] : []))),
  ]
  const { id, customerGroupId, name, externalId, active } = companies
  const where = (column: typeof name | typeof externalId, values: string[]) =>
    values.length > 0
      ? tx.select({ id, customerGroupId, name, externalId, active }).from(companies).where(among(column, values))
      : []
  const found = [
    ...(await where(externalId, texts(['number', 'either']))),
    ...(await where(name, texts(['name', 'either']))),
  ]
  return [...byId(found).values()]
}

/** A join: `= any` of a thousand values would compare each row with each of them. */
function among(column: unknown, values: readonly (string | number)[]): SQL {
  const type = typeof values[0] === 'number' ? 'bigint[]' : 'text[]'
  return sql`${column} in (select unnest(${sql.param([...values])}::${sql.raw(type)}))`
}

function byId<Row extends { id: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}
