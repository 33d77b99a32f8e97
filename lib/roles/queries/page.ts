import 'server-only'
import { asc, eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { customerGroups, engineerRoles, engineers, queues } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { notFound } from '#lib/errors.ts'
import type { RoleChange } from '../input.ts'
import { storedRole } from './stored.ts'

export type QueueLine = { id: number; label: string; faq: boolean; active: boolean }
export type GroupLine = { id: number; label: string; portalEnabled: boolean }
export type Holder = { id: number; name: string; isTrack: boolean; active: boolean; contacts: number }
/** All that a role can grant something on, in the order of the matrix. */
export type Lines = { queues: QueueLine[]; groups: GroupLine[] }

export type RoleForm = Lines & { role: RoleChange; version: string; holders: Holder[] }

/** A role with all that can be granted and who has it, 200 at most. @throws AppError `forbidden`, `not_found` */
export function roleForm(viewer: EngineerViewer, id: number, locale: string): Promise<RoleForm> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const role = await storedRole(tx, id)
    if (!role) throw notFound()
    return { role, version: versionOf(role), holders: await holdersOf(tx, id), ...(await linesOf(tx, locale)) }
  })
}

/** A role that does not exist yet: empty, or what the copied one grants. @throws AppError `forbidden`, `not_found` */
export function newRoleForm(
  viewer: EngineerViewer,
  copied: number | undefined,
  locale: string,
): Promise<Lines & { role: RoleChange | undefined }> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const role = copied === undefined ? undefined : await storedRole(tx, copied)
    if (copied !== undefined && !role) throw notFound()
    return { role, ...(await linesOf(tx, locale)) }
  })
}

export async function linesOf(tx: Transaction, locale: string): Promise<Lines> {
  const onQueues = await tx
    .select({
      id: queues.id,
      key: queues.key,
      label: labelIn(queues.labels, locale),
      faq: sql<boolean>`${queues.kind} = 'faq'`,
      active: queues.active,
    })
    .from(queues)
    .orderBy(queues.position, queues.id)
    .limit(1000)
  const onGroups = await tx
    .select({
      id: customerGroups.id,
      key: customerGroups.key,
      label: labelIn(customerGroups.labels, locale),
      portalEnabled: customerGroups.portalEnabled,
    })
    .from(customerGroups)
    .orderBy(customerGroups.key)
    .limit(1000)
  return { queues: onQueues.map(named), groups: onGroups.map(named) }
}

/** A queue without a label is called by its key. */
function named<Line extends { label: string; key: string }>({ key, ...line }: Line) {
  return { ...line, label: line.label || key }
}

function holdersOf(tx: Transaction, id: number): Promise<Holder[]> {
  return tx
    .select({
      id: engineers.id,
      name: engineers.name,
      isTrack: engineers.isTrack,
      active: engineers.active,
      contacts: sql<number>`case when ${engineers.isTrack} then contacts_of_profile(${engineers.id}, null) else 0 end`,
    })
    .from(engineerRoles)
    .innerJoin(engineers, eq(engineers.id, engineerRoles.engineerId))
    .where(eq(engineerRoles.roleId, id))
    .orderBy(asc(engineers.isTrack), asc(engineers.name))
    .limit(200)
}
