import 'server-only'
import { eq } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { dataFields } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { hasOptions } from '#lib/tickets/field-types.ts'
import { annotationProblem, requiredProblem, singlesOf } from '../annotation-rules.ts'
import type { FieldChange, NewField } from '../input.ts'
import { keysIn } from '../name-pattern.ts'
import { holdersOf } from '../queries/figures.ts'
import { type StoredField, storedField, storedFieldGroup, storedFields, storedGroup } from '../queries/stored.ts'
import type { Place } from './field-group.ts'
import { inGroup, tell } from './in-group.ts'
import { endOfFields } from './order.ts'

/** @throws AppError `not_found`, `conflict`, `invalid` for a key that is taken, at company or contact, or for annotations */
export function createField(
  viewer: EngineerViewer,
  { group, fieldGroup }: { group: number; fieldGroup: number },
  field: NewField,
): Promise<number> {
  return inGroup(viewer, group, async (tx) => {
    const parent = await storedFieldGroup(tx, group, fieldGroup)
    if (!parent) throw notFound()
    const others = await storedFields(tx, group)
    if (others.some((other) => other.level === parent.level && other.key === field.key))
      throw new AppError('invalid', { fields: { key: 'taken' } })
    requireFitting(field, parent.level, others)
    const options = hasOptions(field.type) ? field.options : null
    const position = await endOfFields(tx, fieldGroup)
    const [made] = await tx
      .insert(dataFields)
      .values({ ...field, options, fieldGroupId: fieldGroup, position })
      .returning({ id: dataFields.id })
    if (!made) throw new AppError('unexpected')
    await tell(tx, viewer, { part: 'data_field', id: made.id, change: 'created', after: { ...field, options } })
    return made.id
  })
}

/**
 * All but key and type. Where values are kept depends on the annotations, so those that decide it stay as long as there are
 * values; a choice that was made is retired and not taken away.
 * @throws AppError `not_found`, `conflict`, `invalid`
 */
export function changeField(viewer: EngineerViewer, place: Place, change: FieldChange, shown?: string): Promise<void> {
  return inGroup(viewer, place.group, async (tx) => {
    const all = await storedFields(tx, place.group)
    const before = all.find(({ id, archivedAt }) => id === place.id && !archivedAt)
    if (!before) throw notFound()
    requireVersion(before, shown)
    const others = all.filter((other) => other.id !== place.id)
    requireFitting({ ...change, type: before.type }, before.level, others)
    const moves = singlesOf(before).join() !== singlesOf(change).join()
    if (moves && (await holdersOf(tx, place.id)) > 0)
      throw new AppError('invalid', { fields: { annotations: 'annotationHasValues' } })
    const options = keptOptions(before, change)
    await requireUnnamed(tx, place.group, before, moves && singlesOf(change).length > 0)
    await tx
      .update(dataFields)
      .set({ ...change, options })
      .where(eq(dataFields.id, place.id))
    await tell(tx, viewer, {
      part: 'data_field',
      id: place.id,
      change: 'changed',
      before,
      after: { ...change, options },
    })
  })
}

/**
 * Takes a field out of use. One that nobody has a value of is deleted; the values of any other are kept with it in the
 * archive, from where it comes back by `restoreField`.
 * @throws AppError `not_found`; `conflict` where a name is made of it
 */
export function removeField(viewer: EngineerViewer, place: Place): Promise<'deleted' | 'archived'> {
  return inGroup(viewer, place.group, async (tx) => {
    const before = await storedField(tx, place.group, place.id)
    if (!before) throw notFound()
    await requireUnnamed(tx, place.group, before, true)
    const values = await holdersOf(tx, place.id)
    if (values === 0) {
      await tx.delete(dataFields).where(eq(dataFields.id, place.id))
      await tell(tx, viewer, { part: 'data_field', id: place.id, change: 'deleted', before })
      return 'deleted'
    }
    await tx.update(dataFields).set({ archivedAt: new Date() }).where(eq(dataFields.id, place.id))
    await tell(tx, viewer, { part: 'data_field', id: place.id, change: 'archived', before, after: { values } })
    return 'archived'
  })
}

/** @throws AppError `not_found`; `conflict` where its annotation has gone to another field */
export function restoreField(viewer: EngineerViewer, place: Place): Promise<void> {
  return inGroup(viewer, place.group, async (tx) => {
    const all = await storedFields(tx, place.group)
    const before = all.find(({ id, archivedAt }) => id === place.id && archivedAt)
    if (!before) throw notFound()
    const inUse = all.filter(({ id, archivedAt }) => id !== place.id && !archivedAt)
    if (annotationProblem(before, before.level, inUse))
      throw new AppError('conflict', { detail: { reason: 'annotationTaken' } })
    await tx.update(dataFields).set({ archivedAt: null }).where(eq(dataFields.id, place.id))
    await tell(tx, viewer, { part: 'data_field', id: place.id, change: 'restored', before })
  })
}

function requireFitting(
  field: Pick<NewField, 'type' | 'annotations' | 'required'>,
  level: StoredField['level'],
  others: StoredField[],
) {
  const inUse = others.filter(({ archivedAt }) => !archivedAt)
  const problem = annotationProblem(field, level, inUse) ?? requiredProblem(field)
  if (problem) throw new AppError('invalid', { fields: problem })
}

/** A list keeps every choice that it ever had: what the form leaves out is retired. */
function keptOptions(before: StoredField, { options }: FieldChange) {
  if (!hasOptions(before.type)) return null
  const given = new Set(options.map(({ value }) => value))
  const retired = (before.options ?? []).filter(({ value }) => !given.has(value))
  return [...options, ...retired.map((option) => ({ ...option, retired: true as const }))]
}

/** @throws AppError `conflict` where the field leaves the place of which the names are made */
async function requireUnnamed(tx: Transaction, group: number, field: StoredField, leaves: boolean): Promise<void> {
  if (!leaves) return
  const stored = await storedGroup(tx, group)
  const pattern = field.level === 'company' ? stored?.companyName : stored?.contactName
  if (keysIn(pattern ?? '').includes(field.key)) throw new AppError('conflict', { detail: { reason: 'inPattern' } })
}
