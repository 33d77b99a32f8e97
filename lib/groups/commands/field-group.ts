import 'server-only'
import { eq } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { dataFields, fieldGroups } from '#lib/db/schema/index.ts'
import { requireVersion } from '#lib/db/version.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { FieldGroupChange, NewFieldGroup } from '../input.ts'
import { storedFieldGroup } from '../queries/stored.ts'
import { inGroup, tell } from './in-group.ts'
import { endOfGroups } from './order.ts'

/** A field group of a customer group. */
export type Place = { group: number; id: number }

/** @throws AppError `not_found`, `conflict` where there are too many */
export function createFieldGroup(viewer: EngineerViewer, group: number, change: NewFieldGroup): Promise<number> {
  return inGroup(viewer, group, async (tx) => {
    const position = await endOfGroups(tx, group)
    const [made] = await tx
      .insert(fieldGroups)
      .values({ ...change, customerGroupId: group, position })
      .returning({ id: fieldGroups.id })
    if (!made) throw new AppError('unexpected')
    await tell(tx, viewer, { part: 'field_group', id: made.id, change: 'created', after: change })
    return made.id
  })
}

/** @throws AppError `not_found`, `conflict` */
export function renameFieldGroup(viewer: EngineerViewer, place: Place, change: FieldGroupChange, shown?: string) {
  return inGroup(viewer, place.group, async (tx) => {
    const before = await storedFieldGroup(tx, place.group, place.id)
    if (!before) throw notFound()
    requireVersion(before, shown)
    await tx.update(fieldGroups).set(change).where(eq(fieldGroups.id, place.id))
    await tell(tx, viewer, { part: 'field_group', id: place.id, change: 'changed', before, after: change })
  })
}

/** @throws AppError `not_found`; `conflict` where it still has fields, archived ones too */
export function deleteFieldGroup(viewer: EngineerViewer, place: Place): Promise<void> {
  return inGroup(viewer, place.group, async (tx) => {
    const before = await storedFieldGroup(tx, place.group, place.id)
    if (!before) throw notFound()
    const [field] = await tx
      .select({ id: dataFields.id })
      .from(dataFields)
      .where(eq(dataFields.fieldGroupId, place.id))
      .limit(1)
    if (field) throw new AppError('conflict', { detail: { reason: 'hasFields' } })
    await tx.delete(fieldGroups).where(eq(fieldGroups.id, place.id))
    await tell(tx, viewer, { part: 'field_group', id: place.id, change: 'deleted', before })
  })
}
