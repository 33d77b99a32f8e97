import 'server-only'
import { eq } from 'drizzle-orm'
import { customerGroups, groupGrants, queueGrants, queues, roles } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { GROUP_GRANTS, QUEUE_GRANTS, RIGHTS } from '../grants.ts'
import type { RoleChange } from '../input.ts'

/** A role as it is, in the shape in which it is changed; undefined for an unknown one. */
export async function storedRole(tx: Transaction, id: number): Promise<RoleChange | undefined> {
  const [role] = await tx.select().from(roles).where(eq(roles.id, id))
  if (!role) return undefined
  const onQueues = await tx.select().from(queueGrants).where(eq(queueGrants.roleId, id)).orderBy(queueGrants.queueId)
  const onGroups = await tx
    .select()
    .from(groupGrants)
    .where(eq(groupGrants.roleId, id))
    .orderBy(groupGrants.customerGroupId)
  return {
    name: role.name,
    description: role.description,
    queues: onQueues
      .map((row) => ({ id: row.queueId, grants: QUEUE_GRANTS.filter((grant) => row[grant]) }))
      .filter(granting),
    groups: onGroups
      .map((row) => ({ id: row.customerGroupId, grants: GROUP_GRANTS.filter((grant) => row[grant]) }))
      .filter(granting),
    rights: RIGHTS.filter((right) => role[right]),
  }
}

/** The same for the audit log: by keys, which say more than ids. */
export async function toldRole(tx: Transaction, { name, description, ...held }: RoleChange) {
  const queueKeys = new Map(
    (await tx.select({ id: queues.id, key: queues.key }).from(queues)).map((q) => [q.id, q.key]),
  )
  const groupKeys = new Map(
    (await tx.select({ id: customerGroups.id, key: customerGroups.key }).from(customerGroups)).map((g) => [
      g.id,
      g.key,
    ]),
  )
  const by = (keys: Map<number, string>, entries: { id: number; grants: string[] }[]) =>
    Object.fromEntries(entries.map(({ id, grants }) => [keys.get(id) ?? id, grants]))
  return {
    name,
    description,
    rights: held.rights,
    queues: by(queueKeys, held.queues),
    groups: by(groupKeys, held.groups),
  }
}

const granting = ({ grants }: { grants: readonly string[] }) => grants.length > 0
