import { sql } from 'drizzle-orm'
import type { Transaction } from '#lib/db/transaction.ts'
import type { Side } from './change.ts'
import { idList } from './concerned.ts'

const EXAMPLES = 5

type Row = { contact: string; count: number; tickets: string[] | null }

/** Who of these has any, how much together, and the five with the most by name. */
export async function sidesOf(tx: Transaction, rows: readonly Row[]): Promise<Side> {
  const some = rows.filter(({ count }) => count > 0)
  const most = some.toSorted((one, other) => other.count - one.count).slice(0, EXAMPLES)
  const names = most.length === 0 ? [] : await namesOf(tx, most)
  return {
    contacts: some.length,
    count: some.reduce((sum, { count }) => sum + count, 0),
    examples: most.map(({ contact, count, tickets }) => ({
      contact: Number(contact),
      name: names.find(({ id }) => id === contact)?.name ?? `#${contact}`,
      count,
      tickets: (tickets ?? []).map(Number),
    })),
  }
}

function namesOf(tx: Transaction, rows: readonly Row[]) {
  const ids = idList(rows.map(({ contact }) => Number(contact)))
  return tx.execute<{ id: string; name: string }>(sql`select contact_id as id, name from contact_names(${ids})`)
}
