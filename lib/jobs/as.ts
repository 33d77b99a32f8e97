import 'server-only'
import { sql } from 'drizzle-orm'
import { type SignedInViewer, signedInShape } from '../access/viewer.ts'
import { asNobody, type Transaction } from '../db/transaction.ts'

/** One unit of work of the application itself: it reads and writes the outbox, and sees nothing of the tickets. */
export function asSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return asNobody((db) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select act_as_system()`)
      return work(tx)
    }),
  )
}

/** One unit of work that sees what this person may see now; null where the person is refused altogether. */
export function asPerson<T>(
  kind: 'contact' | 'engineer',
  id: number,
  work: (tx: Transaction, viewer: SignedInViewer) => Promise<T>,
): Promise<T | null> {
  return asNobody((db) =>
    db.transaction(async (tx) => {
      const viewer = await goOnAs(tx, kind, id)
      return viewer && work(tx, viewer)
    }),
  )
}

/** The rest of the transaction sees and does what this person may; null, and nothing at all, where that one is refused altogether. */
export async function goOnAs(
  tx: Transaction,
  kind: 'contact' | 'engineer',
  id: number,
): Promise<SignedInViewer | null> {
  const [row] = await tx.execute<{ rights: unknown }>(sql`select act_as(${kind}, ${id}) as rights`)
  return row?.rights ? signedInShape.parse(row.rights) : null
}
