import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../db/transaction.ts'
import { AppError } from '../errors.ts'

/** The grant *administer*, asked in the transaction of the write. @throws AppError `forbidden` */
export async function requireAdministrator(tx: Transaction): Promise<void> {
  const [row] = await tx.execute<{ may: boolean }>(sql`select viewer_has('administer') as may`)
  if (!row?.may) throw new AppError('forbidden')
}
