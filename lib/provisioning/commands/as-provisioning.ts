import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody, type Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'

/**
 * One unit of work in the name of a provisioning: it reads, writes and gives accounts in the customer groups of its rules,
 * and sees no ticket. Those of one provisioning wait for one another. @throws AppError `not_found` for one that is gone
 */
export function asProvisioning<T>(id: number, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return asNobody((db) =>
    db.transaction(async (tx) => {
      const [row] = await tx.execute<{ there: boolean }>(sql`select act_as_provisioning(${id}) as there`)
      if (!row?.there) throw notFound()
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('provisioning', ${id}))`)
      return work(tx)
    }),
  )
}
