import { and, eq, type SQL, sql } from 'drizzle-orm'
import { engineerRoles, engineers } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { Change } from './change.ts'

/** Counting stops here. */
export const MOST_CONCERNED = 100_000

/** The contacts whom a change concerns, the latest to sign in first, and how many they are altogether. */
export async function concernedBy(
  tx: Transaction,
  change: Change,
  most: number,
): Promise<{ ids: number[]; count: number }> {
  const profiles = await profilesOf(tx, change)
  if (profiles?.length === 0) return { ids: [], count: 0 }
  const [of, group] = [
    profiles ? idList(profiles) : sql`null::bigint[]`,
    change.kind === 'portal' ? change.group : null,
  ]
  const rows = await tx.execute<{ who: string }>(sql`select who from contacts_concerned(${of}, ${group}, ${most})`)
  const [all] = await tx.execute<{ count: number }>(
    sql`select count_concerned(${of}, ${group}, ${MOST_CONCERNED}) as count`,
  )
  return { ids: rows.map(({ who }) => Number(who)), count: all?.count ?? 0 }
}

/** Undefined where any profile is concerned. */
async function profilesOf(tx: Transaction, change: Change): Promise<number[] | undefined> {
  if (change.kind === 'portal' || change.kind === 'textClass') return undefined
  if (change.kind !== 'role') return [change.id]
  const held = await tx
    .select({ id: engineers.id })
    .from(engineerRoles)
    .innerJoin(engineers, eq(engineers.id, engineerRoles.engineerId))
    .where(and(eq(engineerRoles.roleId, change.id), eq(engineers.isTrack, true)))
  return held.map(({ id }) => id)
}

/** Numbers as one argument. */
export function idList(ids: readonly number[]): SQL {
  return sql`${`{${ids.join()}}`}::bigint[]`
}
