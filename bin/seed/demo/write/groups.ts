import { customerGroups } from '#lib/db/schema/customer-groups.ts'
import { dataFields, fieldGroups } from '#lib/db/schema/data-fields.ts'
import { hostGroups, hosts } from '#lib/db/schema/hosts.ts'
import { demoDataModel } from '../data-model.ts'
import { demoGroups, type GroupKey, hostOf } from '../groups.ts'
import type { ProfileLogin } from '../profiles.ts'
import type { Writer } from './connection.ts'
import { type Ids, idsBy, takeIds } from './ids.ts'

/** Customer groups with their data model, and the host name of each house. */
export async function writeGroups(db: Writer, profiles: Ids<ProfileLogin>): Promise<Ids<GroupKey>> {
  const numbers = await takeIds(db, 'customer_groups', demoGroups.length)
  const ids = idsBy(
    demoGroups.map(({ key }, index) => [key, numbers[index] ?? 0] as const),
    'customer group',
  )
  for (const group of demoGroups) {
    const customerGroupId = ids.of(group.key)
    const { fixedProfile, ...row } = { fixedProfile: undefined, ...group }
    await db.insert(customerGroups).values({
      ...row,
      id: customerGroupId,
      ...(fixedProfile ? { fixedProfileId: profiles.of(fixedProfile) } : {}),
    })
    if (group.key === 'internal') continue
    await writeDataModel(db, customerGroupId, demoDataModel[group.key])
    await db.insert(hosts).values({ host: hostOf(group.key), theme: group.theme })
    await db.insert(hostGroups).values({ host: hostOf(group.key), customerGroupId })
  }
  return ids
}

async function writeDataModel(
  db: Writer,
  customerGroupId: number,
  groups: (typeof demoDataModel)['hartmann'],
): Promise<void> {
  for (const [position, { fields, ...group }] of groups.entries()) {
    const [written] = await db
      .insert(fieldGroups)
      .values({ ...group, customerGroupId, position })
      .returning()
    const fieldGroupId = written?.id ?? 0
    await db.insert(dataFields).values(fields.map((field, place) => ({ ...field, fieldGroupId, position: place })))
  }
}
