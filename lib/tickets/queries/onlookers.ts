import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '#lib/db/transaction.ts'
import { type Engineer, engineersWhoRead } from './engineers.ts'

export type Onlookers = { customers: { id: number; name: string }[]; engineers: Engineer[] }
/** Who gains and who loses the sight of a ticket by a change. */
export type SightChange = { gain: Onlookers; lose: Onlookers }

/** Who sees a ticket at this moment of the transaction, of those who stand close to it; by the rules themselves. */
export async function onlookers(tx: Transaction, ticket: number): Promise<Onlookers> {
  const rows = await tx.execute<{ contact: string; name: string }>(
    sql`select contact, name from customers_who_see(${ticket})`,
  )
  const customers = rows.map(({ contact, name }) => ({ id: Number(contact), name }))
  return { customers, engineers: await engineersWhoRead(tx, ticket) }
}

export function sightChange(before: Onlookers, after: Onlookers): SightChange {
  const beyond = (some: Onlookers, others: Onlookers): Onlookers => ({
    customers: some.customers.filter(({ id }) => others.customers.every((one) => one.id !== id)),
    engineers: some.engineers.filter(({ id }) => others.engineers.every((one) => one.id !== id)),
  })
  return { gain: beyond(after, before), lose: beyond(before, after) }
}
