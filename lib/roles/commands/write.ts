import 'server-only'
import { eq } from 'drizzle-orm'
import { groupGrants, queueGrants, roles } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { orTaken, orUnknown } from '#lib/db/violations.ts'
import { AppError } from '#lib/errors.ts'
import { RIGHTS } from '../grants.ts'
import type { RoleChange } from '../input.ts'

/**
 * Makes a role what the change says, a new one without an id. Only the writing: rights, audit and the last administrator
 * are the caller's.
 * @throws AppError `invalid` for a name in use, and for a queue or customer group that is gone
 */
export async function writeRole(tx: Transaction, change: RoleChange, id?: number): Promise<number> {
  const row = {
    name: change.name,
    description: change.description,
    ...Object.fromEntries(RIGHTS.map((right) => [right, change.rights.includes(right)])),
  }
  const roleId = await orTaken('name', id === undefined ? insertRole(tx, row) : updateRole(tx, id, row))
  await tx.delete(queueGrants).where(eq(queueGrants.roleId, roleId))
  await tx.delete(groupGrants).where(eq(groupGrants.roleId, roleId))
  if (change.queues.length > 0) {
    const rows = change.queues.map(({ id: queueId, grants }) => ({ roleId, queueId, ...asColumns(grants) }))
    await orUnknown('queues', tx.insert(queueGrants).values(rows))
  }
  if (change.groups.length > 0) {
    const rows = change.groups.map(({ id: customerGroupId, grants }) => ({
      roleId,
      customerGroupId,
      ...asColumns(grants),
    }))
    await orUnknown('groups', tx.insert(groupGrants).values(rows))
  }
  return roleId
}

const asColumns = <Grant extends string>(grants: readonly Grant[]) =>
  Object.fromEntries(grants.map((grant) => [grant, true])) as Partial<Record<Grant, true>>

async function insertRole(tx: Transaction, row: typeof roles.$inferInsert): Promise<number> {
  const [made] = await tx.insert(roles).values(row).returning({ id: roles.id })
  if (!made) throw new AppError('forbidden')
  return made.id
}

async function updateRole(tx: Transaction, id: number, row: Partial<typeof roles.$inferInsert>): Promise<number> {
  await tx.update(roles).set(row).where(eq(roles.id, id))
  return id
}
