import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { asNobody } from '../db/transaction.ts'

const PIECE = 500

const gone = z.object({
  drafts: z.number(),
  backOffs: z.number(),
  idempotencyKeys: z.number(),
  sessions: z.number(),
  imports: z.number(),
  registrations: z.number(),
})
export type Gone = z.infer<typeof gone>

/** Takes one bounded piece of what is over out of the database, and says how much of each. */
export async function cleanPiece(): Promise<Gone> {
  const [row] = await asNobody((db) =>
    db.execute<{ gone: unknown }>(
      sql`select clean_up(${PIECE}::int) || jsonb_build_object('registrations', clean_up_registrations(${PIECE}::int)) as gone`,
    ),
  )
  return gone.parse(row?.gone)
}

/** Of these ids of stored files, those that belong to something. */
export async function filesInUse(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await asNobody((db) =>
    db.execute<{ id: string }>(sql`select id from stored_files_in_use(${sql.param(ids)}::uuid[]) as t(id)`),
  )
  return new Set(rows.map(({ id }) => id))
}
