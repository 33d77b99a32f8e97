import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { dataFields } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { FieldType } from '#lib/tickets/field-types.ts'
import { singlesOf } from '../annotation-rules.ts'
import { type Conversion, conversionOf } from '../conversion.ts'
import { fitsInName, keysIn } from '../name-pattern.ts'
import { type StoredField, storedField, storedGroup } from '../queries/stored.ts'
import { valuesOf } from '../queries/values.ts'
import type { Place } from './field-group.ts'
import { inGroup, tell } from './in-group.ts'

/** What changing the type would do; changes nothing. @throws AppError as `changeType` */
export function tryType(viewer: EngineerViewer, place: Place, type: FieldType): Promise<Conversion> {
  return inGroup(viewer, place.group, async (tx) => conversion(tx, place, await changeable(tx, place, type), type))
}

/**
 * Changes a field's type and rewrites the values that come through whole. The others stay as they are, and whoever edits
 * them next is asked for one that fits.
 * @throws AppError `not_found`; `conflict` where the field has an annotation that needs its type, is in a name, or changed
 */
export function changeType(viewer: EngineerViewer, place: Place, type: FieldType, shown?: string): Promise<Conversion> {
  return inGroup(viewer, place.group, async (tx) => {
    const before = await changeable(tx, place, type)
    requireVersion(before, shown)
    const found = await conversion(tx, place, before, type)
    await tx.update(dataFields).set(found.to).where(eq(dataFields.id, place.id))
    if (found.pairs.length > 0)
      await tx.execute(sql`select convert_data_field(${place.id}, ${JSON.stringify(found.pairs)}::jsonb)`)
    const { converts, stays } = found
    await tell(tx, viewer, {
      part: 'data_field',
      id: place.id,
      change: 'type_changed',
      before: { type: before.type, options: before.options },
      after: { ...found.to, converted: converts, unchanged: stays },
    })
    return found
  })
}

async function changeable(tx: Transaction, place: Place, type: FieldType): Promise<StoredField> {
  const field = await storedField(tx, place.group, place.id)
  if (!field || field.archivedAt) throw notFound()
  const refuse = (reason: string) => new AppError('conflict', { detail: { reason } })
  if (type === field.type) throw refuse('sameType')
  if (singlesOf(field).length > 0) throw refuse('annotationType')
  const group = await storedGroup(tx, place.group)
  const pattern = field.level === 'company' ? group?.companyName : group?.contactName
  if (!fitsInName(type) && keysIn(pattern ?? '').includes(field.key)) throw refuse('inPattern')
  return field
}

async function conversion(tx: Transaction, place: Place, field: StoredField, type: FieldType): Promise<Conversion> {
  return conversionOf(field, type, await valuesOf(tx, place.id))
}
