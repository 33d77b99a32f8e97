import 'server-only'
import { and, asc, desc, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { roles } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { pageOf } from '#lib/tickets/view.ts'
import { RIGHTS, type Right } from '../grants.ts'

const text = z.string().trim().max(200).optional().catch(undefined)
const place = z
  .string()
  .regex(/^\d{1,15}$/)
  .optional()
  .catch(undefined)

export const roleViewShape = z.object({ q: text.transform((words) => words || undefined), before: place, after: place })
export type RoleView = z.output<typeof roleViewShape>

export type RoleRow = {
  id: number
  name: string
  description: string
  rights: Right[]
  queues: number
  groups: number
  engineers: number
  profiles: number
  /** Contacts who have it through a profile, counted up to `CONTACTS_BOUND` a profile. */
  contacts: number
  cursor: string
}

export type RolePage = { rows: RoleRow[]; newer: string | undefined; older: string | undefined }

/** A page of roles by name, each with who has it. @throws AppError `forbidden` */
export function roleList(viewer: EngineerViewer, view: RoleView, size = 50): Promise<RolePage> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const backwards = view.after !== undefined && view.before === undefined
    const direction = backwards ? desc : asc
    const found = await tx
      .select({
        id: roles.id,
        name: roles.name,
        description: roles.description,
        ownCompany: roles.ownCompany,
        secondFactor: roles.secondFactor,
        administer: roles.administer,
        manageNews: roles.manageNews,
        manageFaq: roles.manageFaq,
        queues: sql<number>`(select count(*)::int from queue_grants g where g.role_id = ${roles}.id)`,
        groups: sql<number>`(select count(*)::int from group_grants g where g.role_id = ${roles}.id)`,
        engineers: held(sql`count(*) filter (where not e.is_track)`),
        profiles: held(sql`count(*) filter (where e.is_track)`),
        contacts: held(sql`coalesce(sum(contacts_of_profile(e.id, 1000)) filter (where e.is_track), 0)`),
        cursor: sql<string>`${roles.id}::text`,
      })
      .from(roles)
      .where(and(narrowed(view), beyond(view, backwards)))
      .orderBy(direction(roles.name), direction(roles.id))
      .limit(size + 1)
    const rows = found.map((row) => ({ ...row, rights: RIGHTS.filter((right) => row[right]) }))
    return pageOf(rows, size, { before: view.before, after: backwards })
  })
}

/** A figure about those who have a role. */
function held(figure: SQL): SQL<number> {
  return sql<number>`(select (${figure})::int from engineer_roles er join engineers e on e.id = er.engineer_id
    where er.role_id = ${roles}.id and e.active)`
}

function narrowed({ q }: RoleView): SQL | undefined {
  const words = q?.toLowerCase()
  return words
    ? sql`(position(${words} in lower(${roles.name})) > 0 or position(${words} in lower(${roles.description})) > 0)`
    : undefined
}

function beyond({ before, after }: RoleView, backwards: boolean): SQL | undefined {
  const id = backwards ? after : before
  if (id === undefined) return undefined
  const compared = backwards ? sql`<` : sql`>`
  return sql`(${roles.name}, ${roles.id}) ${compared} (select c.name, c.id from ${roles} c where c.id = ${id}::bigint)`
}
