import type { GroupKey } from '../demo/groups.ts'
import type { Credential } from '../demo/password.ts'
import type { ProfileLogin } from '../demo/profiles.ts'
import { openAsOwner } from '../demo/write/connection.ts'
import { giveRoles, writeEngineers, writeProfiles } from '../demo/write/engineers.ts'
import { writeGroups } from '../demo/write/groups.ts'
import type { Ids } from '../demo/write/ids.ts'
import { type QueueIds, writeQueues } from '../demo/write/queues.ts'
import { writeRoles } from '../demo/write/roles.ts'

export type Setting = QueueIds & {
  groups: Ids<GroupKey>
  profiles: Ids<ProfileLogin>
  engineers: Ids
  credential: Credential
}

/** Queues, roles, profiles and engineers of the demo, in whose queues the bulk then happens. */
export async function writeSetting(ownerUrl: string, credential: Credential): Promise<Setting> {
  const { db, close } = openAsOwner(ownerUrl)
  try {
    return await db.transaction(async (tx) => {
      const profiles = await writeProfiles(tx)
      const engineers = await writeEngineers(tx, credential)
      const queues = await writeQueues(tx)
      const groups = await writeGroups(tx, profiles)
      await giveRoles(tx, profiles, engineers, await writeRoles(tx, queues.queues, groups))
      return { ...queues, groups, profiles, engineers, credential }
    })
  } finally {
    await close()
  }
}
