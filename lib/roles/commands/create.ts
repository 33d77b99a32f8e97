import 'server-only'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { RoleChange } from '../input.ts'
import { toldRole } from '../queries/stored.ts'
import { writeRole } from './write.ts'

/** Makes a role and returns its id. @throws AppError `invalid` as `writeRole` does */
export function createRole(viewer: EngineerViewer, role: RoleChange): Promise<number> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const id = await writeRole(tx, role)
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'role.created',
        subjectKind: 'role',
        subjectId: String(id),
        after: await toldRole(tx, role),
      },
      tx,
    )
    return id
  })
}
