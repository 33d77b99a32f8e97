import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { customerNotes } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'

export type CustomerNote = { id: number; body: string; author: string; createdAt: Date }

/** The newest hundred notes on a contact or a company, newest first. */
export function notesOn(tx: Transaction, about: 'contact' | 'company', id: number): Promise<CustomerNote[]> {
  return tx
    .select({
      id: customerNotes.id,
      body: customerNotes.body,
      author: sql<string>`engineer_name(${customerNotes.engineerId})`,
      createdAt: customerNotes.createdAt,
    })
    .from(customerNotes)
    .where(eq(about === 'contact' ? customerNotes.contactId : customerNotes.companyId, id))
    .orderBy(desc(customerNotes.id))
    .limit(100)
}
