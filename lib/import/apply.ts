import { sql } from 'drizzle-orm'
import { passwordScheme } from '../auth/passwords.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Verdict } from './judge.ts'
import type { CompanyPlan, ContactPlan } from './plan.ts'

/**
 * Writes what the verdicts of one batch plan, as the viewer, a few statements for all of them; the database checks the
 * rights. `hashes` has the initial passwords by line.
 */
export async function apply(
  tx: Transaction,
  customerGroupId: number,
  verdicts: readonly Verdict[],
  hashes: ReadonlyMap<number, string>,
): Promise<void> {
  const accepted = verdicts.filter(({ outcome }) => outcome !== 'refused')
  const companyIds = await writeCompanies(tx, customerGroupId, accepted)
  await wordsAtTheEnd(tx, async () => {
    const contactIds = await writeContacts(tx, customerGroupId, accepted, companyIds)
    await writeDetails(tx, accepted, contactIds)
    await writeAccounts(tx, accepted, contactIds, hashes)
    return [...contactIds.values()]
  })
}

/** The words by which contacts are found are made once of all that is written, not by the trigger of each table. */
async function wordsAtTheEnd(tx: Transaction, write: () => Promise<number[]>): Promise<void> {
  await tx.execute(sql`select set_config('portico.words', 'later', true)`)
  const contacts = await write()
  await tx.execute(sql`select write_contact_words(${sql.param(contacts)}::bigint[])`)
  await tx.execute(sql`select set_config('portico.words', '', true)`)
}

async function writeCompanies(
  tx: Transaction,
  group: number,
  verdicts: readonly Verdict[],
): Promise<Map<string, number>> {
  const plans = new Map<string, CompanyPlan>()
  for (const { company } of verdicts) if (company && !plans.has(company.key)) plans.set(company.key, company)
  const added = [...plans.values()].filter(({ id }) => id === undefined)
  const numbers = await takeIds(tx, 'companies', added.length)
  const ids = new Map(added.map(({ key }, at) => [key, numbers[at] ?? 0]))
  const row = (id: number, { values }: CompanyPlan) => ({ id, ...values, external_id: values.externalId })
  const shape = sql`r(id bigint, name text, external_id text, active boolean, fields jsonb)`
  if (added.length > 0) {
    const rows = json(added.map((plan) => row(ids.get(plan.key) ?? 0, plan)))
    await tx.execute(sql`insert into companies (id, customer_group_id, name, external_id, active, fields)
      select r.id, ${group}, r.name, r.external_id, r.active, r.fields from jsonb_to_recordset(${rows}) as ${shape}`)
  }
  const changed = [...plans.values()].flatMap((plan) =>
    plan.id !== undefined && plan.changes.length > 0 ? [row(plan.id, plan)] : [],
  )
  if (changed.length > 0) {
    await tx.execute(sql`update companies c
      set name = r.name, external_id = r.external_id, active = r.active, fields = r.fields
      from jsonb_to_recordset(${json(changed)}) as ${shape} where c.id = r.id`)
  }
  return ids
}

/** @returns the contact's id by the row's line */
async function writeContacts(
  tx: Transaction,
  group: number,
  verdicts: readonly Verdict[],
  companyIds: ReadonlyMap<string, number>,
): Promise<Map<number, number>> {
  const planned = verdicts.flatMap(({ line, contact }) => (contact ? [{ line, contact }] : []))
  const added = planned.filter(({ contact }) => contact.id === undefined)
  const numbers = await takeIds(tx, 'contacts', added.length)
  const ids = new Map(
    planned.flatMap(({ line, contact }) => (contact.id === undefined ? [] : [[line, contact.id] as const])),
  )
  for (const [at, { line }] of added.entries()) ids.set(line, numbers[at] ?? 0)
  const row = ({ line, contact }: { line: number; contact: ContactPlan }) => ({
    id: ids.get(line),
    company_id: contact.company ? (contact.company.id ?? companyIds.get(contact.company.key) ?? null) : null,
    name: contact.name,
    external_id: contact.externalId,
    active: contact.active,
  })
  const shape = sql`r(id bigint, company_id bigint, name text, external_id text, active boolean)`
  if (added.length > 0) {
    await tx.execute(sql`insert into contacts (id, customer_group_id, company_id, name, external_id, active)
      select r.id, ${group}, r.company_id, r.name, r.external_id, r.active
      from jsonb_to_recordset(${json(added.map(row))}) as ${shape}`)
  }
  const changed = planned.filter(({ contact }) => contact.id !== undefined && contact.ownChanges)
  if (changed.length > 0) {
    await tx.execute(sql`update contacts c
      set company_id = r.company_id, name = r.name, external_id = r.external_id, active = r.active
      from jsonb_to_recordset(${json(changed.map(row))}) as ${shape} where c.id = r.id`)
  }
  return ids
}

async function writeDetails(
  tx: Transaction,
  verdicts: readonly Verdict[],
  ids: ReadonlyMap<number, number>,
): Promise<void> {
  const planned = verdicts.flatMap(({ line, contact }) =>
    contact
      ? [{ contact, row: { id: ids.get(line), email: contact.email, locale: contact.locale, fields: contact.fields } }]
      : [],
  )
  const shape = sql`r(id bigint, email text, locale text, fields jsonb)`
  const rowsWhere = (wanted: (contact: ContactPlan) => boolean) =>
    planned.filter(({ contact }) => wanted(contact)).map(({ row }) => row)
  const added = rowsWhere((contact) => !contact.hasDetails)
  if (added.length > 0) {
    await tx.execute(sql`insert into contact_details (contact_id, email, locale, fields)
      select r.id, r.email, r.locale, r.fields from jsonb_to_recordset(${json(added)}) as ${shape}`)
  }
  const changed = rowsWhere((contact) => contact.hasDetails && contact.detailChanges)
  if (changed.length > 0) {
    await tx.execute(sql`update contact_details d
      set email = r.email, locale = r.locale, fields = r.fields, changed_at = now()
      from jsonb_to_recordset(${json(changed)}) as ${shape} where d.contact_id = r.id`)
  }
}

async function writeAccounts(
  tx: Transaction,
  verdicts: readonly Verdict[],
  ids: ReadonlyMap<number, number>,
  hashes: ReadonlyMap<number, string>,
): Promise<void> {
  const planned = verdicts.flatMap(({ line, account }) => {
    if (!account) return []
    const { isNew, login, loginNormal: login_normal, profileId: profile_id, ldapId: ldap_id } = account
    return [
      { isNew, row: { id: ids.get(line), login, login_normal, profile_id, ldap_id, hash: hashes.get(line) ?? null } },
    ]
  })
  const shape = sql`r(id bigint, login text, login_normal text, profile_id bigint, ldap_id text, hash text)`
  const added = planned.filter(({ isNew }) => isNew).map(({ row }) => row)
  if (added.length > 0) {
    await tx.execute(sql`insert into accounts
      (contact_id, login, login_normal, profile_id, ldap_id, password_hash, password_scheme, must_change_password)
      select r.id, r.login, r.login_normal, r.profile_id, r.ldap_id, r.hash,
        case when r.hash is not null then ${passwordScheme()} end, r.hash is not null
      from jsonb_to_recordset(${json(added)}) as ${shape}`)
  }
  const changed = planned.filter(({ isNew }) => !isNew).map(({ row }) => row)
  if (changed.length > 0) {
    await tx.execute(sql`update accounts a
      set login = r.login, login_normal = r.login_normal, profile_id = r.profile_id, ldap_id = r.ldap_id
      from jsonb_to_recordset(${json(changed)}) as ${shape} where a.contact_id = r.id`)
  }
  const initial = changed.filter(({ hash }) => hash !== null)
  if (initial.length > 0) {
    await tx.execute(sql`update accounts a
      set password_hash = r.hash, password_scheme = ${passwordScheme()}, must_change_password = true
      from jsonb_to_recordset(${json(initial)}) as ${shape} where a.contact_id = r.id`)
  }
}

async function takeIds(tx: Transaction, table: 'companies' | 'contacts', count: number): Promise<number[]> {
  if (count === 0) return []
  const rows = await tx.execute<{ id: string }>(
    sql`select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}::int)`,
  )
  return rows.map(({ id }) => Number(id))
}

function json(rows: readonly unknown[]) {
  return sql`${JSON.stringify(rows)}::jsonb`
}
