import 'server-only'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { engineers } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { limitsNow, type SeatsUsed, seatsUsed } from '#lib/licence/queries.ts'
import { pageOf } from '#lib/tickets/view.ts'
import { engineersWaiting } from './waiting.ts'

const text = z.string().trim().max(200).optional().catch(undefined)
const place = z
  .string()
  .regex(/^\d{1,15}$/)
  .optional()
  .catch(undefined)

/** What the list asks for; anything unknown falls back. `before` and `after` are ids of rows: what follows, what precedes. */
export const engineerViewShape = z.object({
  kind: z.enum(['engineer', 'profile']).optional().catch(undefined),
  state: z.enum(['active', 'inactive']).optional().catch(undefined),
  q: text.transform((words) => words || undefined),
  before: place,
  after: place,
})
export type EngineerView = z.output<typeof engineerViewShape>

export type EngineerRow = {
  id: number
  name: string
  login: string
  isTrack: boolean
  active: boolean
  lastSignInAt: Date | null
  /** While failed sign-ins make it wait. */
  waitsUntil: Date | null
  roles: string[]
  /** Of a profile: how many share it, up to `CONTACTS_BOUND`. */
  contacts: number | null
  cursor: string
}

/** Contacts are counted up to here in lists: a page must not wait for a profile that everybody has. */
export const CONTACTS_BOUND = 1000

export type EngineerPage = {
  rows: EngineerRow[]
  newer: string | undefined
  older: string | undefined
  seats: SeatsUsed
}

/** A page of engineers and profiles by name, and the seats that they use. @throws AppError `forbidden` */
export function engineerList(viewer: EngineerViewer, view: EngineerView, size = 50): Promise<EngineerPage> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const backwards = view.after !== undefined && view.before === undefined
    const direction = backwards ? desc : asc
    const found = await tx
      .select({
        id: engineers.id,
        name: engineers.name,
        login: engineers.login,
        isTrack: engineers.isTrack,
        active: engineers.active,
        lastSignInAt: engineers.lastSignInAt,
        roles: sql<string[]>`array(select r.name from engineer_roles er join roles r on r.id = er.role_id
          where er.engineer_id = ${engineers}.id order by r.name limit 50)`,
        contacts: sql<number | null>`case when ${engineers.isTrack}
          then contacts_of_profile(${engineers.id}, ${CONTACTS_BOUND}) end`,
        cursor: sql<string>`${engineers.id}::text`,
      })
      .from(engineers)
      .where(and(narrowed(view), beyond(view, backwards)))
      .orderBy(direction(engineers.name), direction(engineers.id))
      .limit(size + 1)
    const seats = await seatsUsed(tx, await limitsNow(tx))
    const { rows, ...places } = pageOf(found, size, { before: view.before, after: backwards })
    const waiting = await engineersWaiting(
      tx,
      rows.map(({ id }) => id),
    )
    return { rows: rows.map((row) => ({ ...row, waitsUntil: waiting.get(row.id) ?? null })), ...places, seats }
  })
}

function narrowed({ kind, state, q }: EngineerView): SQL | undefined {
  const words = q?.toLowerCase()
  return and(
    kind === undefined ? undefined : eq(engineers.isTrack, kind === 'profile'),
    state === undefined ? undefined : eq(engineers.active, state === 'active'),
    words === undefined
      ? undefined
      : sql`(position(${words} in lower(${engineers.name})) > 0 or position(${words} in lower(${engineers.login})) > 0)`,
  )
}

function beyond({ before, after }: EngineerView, backwards: boolean): SQL | undefined {
  const id = backwards ? after : before
  if (id === undefined) return undefined
  const compared = backwards ? sql`<` : sql`>`
  return sql`(${engineers.name}, ${engineers.id}) ${compared} (select c.name, c.id from ${engineers} c where c.id = ${id}::bigint)`
}
