import { eq, inArray, sql } from 'drizzle-orm'
import { labelIn } from '#lib/db/labels.ts'
import {
  companies,
  customerGroups,
  engineerRoles,
  queues,
  roles,
  textClasses,
  ticketFields,
} from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'

/** By number. What the administrator may not read is missing. */
export type Names = ReadonlyMap<number, string>

/** A role of the person's, and which of the grants that matter here it gives. */
export type HeldRole = { id: number; name: string; readsQueue: boolean; readsGroup: boolean; ownCompany: boolean }

type Wanted = { queue: number; group: number | null; companies: number[]; contacts: number[]; fields: number[] }

/** All names that an explanation may say, read by the administrator's own rights. */
export async function namesFor(tx: Transaction, wanted: Wanted, locale: string) {
  const [queueNames, groupNames, classNames, fieldNames, companyNames, contactNames] = await Promise.all([
    tx
      .select({ id: queues.id, name: labelIn(queues.labels, locale) })
      .from(queues)
      .where(eq(queues.id, wanted.queue)),
    tx.select({ id: customerGroups.id, name: labelIn(customerGroups.labels, locale) }).from(customerGroups),
    tx.select({ id: textClasses.id, name: labelIn(textClasses.labels, locale) }).from(textClasses),
    tx
      .select({ id: ticketFields.id, name: labelIn(ticketFields.labels, locale) })
      .from(ticketFields)
      .where(inArray(ticketFields.id, wanted.fields)),
    tx
      .select({ id: companies.id, name: companies.name })
      .from(companies)
      .where(inArray(companies.id, wanted.companies)),
    tx.execute<{ id: string; name: string }>(
      sql`select contact_id as id, name from contact_names(array(select jsonb_array_elements_text(${JSON.stringify(wanted.contacts)}::text::jsonb)::bigint))`,
    ),
  ])
  return {
    queue: queueNames[0]?.name || String(wanted.queue),
    groups: named(groupNames),
    classes: named(classNames),
    fields: named(fieldNames),
    companies: named(companyNames),
    contacts: named(contactNames.map(({ id, name }) => ({ id: Number(id), name }))),
  }
}

/** The roles of a profile or engineer, in the order of their names. */
export async function rolesOf(
  tx: Transaction,
  principal: number,
  { queue, group }: Pick<Wanted, 'queue' | 'group'>,
): Promise<HeldRole[]> {
  const read = (from: string, where: string, id: number | null) =>
    sql<boolean>`exists (select from ${sql.raw(from)} g where g.role_id = ${roles.id} and g.${sql.raw(where)} = ${id} and g.read)`
  return tx
    .select({
      id: roles.id,
      name: roles.name,
      readsQueue: read('queue_grants', 'queue_id', queue),
      readsGroup: read('group_grants', 'customer_group_id', group),
      ownCompany: roles.ownCompany,
    })
    .from(engineerRoles)
    .innerJoin(roles, eq(roles.id, engineerRoles.roleId))
    .where(eq(engineerRoles.engineerId, principal))
    .orderBy(roles.name)
}

function named(rows: { id: number; name: string }[]): Names {
  return new Map(rows.map(({ id, name }) => [id, name]))
}
