import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '../access/administers.ts'
import type { EngineerViewer } from '../access/viewer.ts'
import { engineers, licence } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import type { LicenceChange } from './input.ts'

export type SeatsUsed = { limit: number | null; engineers: number; profiles: number }
export type LicenceUse = { seats: SeatsUsed; customers: { limit: number | null; signedIn: number } }

/** What the licence allows and what is in use now. @throws AppError `forbidden` to all but administrators */
export function licenceUse(viewer: EngineerViewer): Promise<LicenceUse> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const limits = await limitsNow(tx)
    const [row] = await tx.execute<{ now: number }>(sql`select customers_signed_in() as now`)
    return {
      seats: await seatsUsed(tx, limits),
      customers: { limit: limits.concurrentCustomers, signedIn: row?.now ?? 0 },
    }
  })
}

/** Every active engineer and every active profile uses one seat. */
export async function seatsUsed(tx: Transaction, { seats }: LicenceChange): Promise<SeatsUsed> {
  const [used] = await tx
    .select({
      engineers: sql<number>`(count(*) filter (where not ${engineers.isTrack}))::int`,
      profiles: sql<number>`(count(*) filter (where ${engineers.isTrack}))::int`,
    })
    .from(engineers)
    .where(eq(engineers.active, true))
  return { limit: seats, engineers: used?.engineers ?? 0, profiles: used?.profiles ?? 0 }
}

export async function limitsNow(tx: Transaction): Promise<LicenceChange> {
  const [row] = await tx
    .select({ seats: licence.seats, concurrentCustomers: licence.concurrentCustomers })
    .from(licence)
  return row ?? { seats: null, concurrentCustomers: null }
}
