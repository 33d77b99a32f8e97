import { groupGrants, queueGrants, roles } from '#lib/db/schema/roles.ts'
import type { GroupKey } from '../groups.ts'
import type { QueueKey } from '../queues/index.ts'
import { rolesToGrant } from '../roles.ts'
import type { Writer } from './connection.ts'
import { type Ids, idsBy } from './ids.ts'

export async function writeRoles(db: Writer, queues: Ids<QueueKey>, groups: Ids<GroupKey>): Promise<Ids> {
  const named = rolesToGrant.map(({ queues: _, groups: __, ...role }) => role)
  const rows = await db.insert(roles).values(named).returning()
  const ids = idsBy(
    rows.map(({ name, id }) => [name, id] as const),
    'role',
  )
  await db.insert(queueGrants).values(
    rolesToGrant.flatMap((role) =>
      entriesOf(role.queues).map(([queue, grants]) => ({
        roleId: ids.of(role.name),
        queueId: queues.of(queue),
        ...asColumns(grants),
      })),
    ),
  )
  await db.insert(groupGrants).values(
    rolesToGrant.flatMap((role) =>
      entriesOf(role.groups).map(([group, grants]) => ({
        roleId: ids.of(role.name),
        customerGroupId: groups.of(group),
        ...asColumns(grants),
      })),
    ),
  )
  return ids
}

const asColumns = <Grant extends string>(grants: readonly Grant[]) =>
  Object.fromEntries(grants.map((grant) => [grant, true])) as Partial<Record<Grant, true>>

function entriesOf<Key extends string, Value>(record: Partial<Record<Key, Value>> = {}): [Key, Value][] {
  return Object.entries(record) as [Key, Value][]
}
