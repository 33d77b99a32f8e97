import 'server-only'
import { audit } from '../db/schema/audit.ts'
import { asNobody, type Transaction } from '../db/transaction.ts'

export type AuditEvent = Omit<typeof audit.$inferInsert, 'id' | 'at' | 'previousHash' | 'hash'>

/** Adds to the chained audit log; inside a transaction it stands or falls with what it tells. Never give it a secret. */
export async function record(event: AuditEvent, tx?: Transaction): Promise<void> {
  if (tx) await tx.insert(audit).values(event)
  else await asNobody((db) => db.insert(audit).values(event))
}
