import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { dataFields, fieldGroups } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { storedFieldGroup, storedFields } from '../queries/stored.ts'
import type { Place } from './field-group.ts'
import { inGroup, tell } from './in-group.ts'

export type Direction = 'up' | 'down'
const MOST_GROUPS = 30
const MOST_FIELDS = 100

/** The place after the last field group. @throws AppError `conflict` where there are too many */
export async function endOfGroups(tx: Transaction, customerGroup: number): Promise<number> {
  return end(await ends(tx, fieldGroups, eq(fieldGroups.customerGroupId, customerGroup)), MOST_GROUPS)
}

/** The place after the last field of a field group. @throws AppError `conflict` where there are too many */
export async function endOfFields(tx: Transaction, fieldGroup: number): Promise<number> {
  return end(await ends(tx, dataFields, eq(dataFields.fieldGroupId, fieldGroup)), MOST_FIELDS)
}

async function ends(tx: Transaction, table: typeof fieldGroups | typeof dataFields, where: ReturnType<typeof eq>) {
  const [all] = await tx
    .select({ count: sql<number>`count(*)::int`, last: sql<number>`coalesce(max(${table.position}), -1)` })
    .from(table)
    .where(where)
  return all ?? { count: 0, last: -1 }
}

function end({ count, last }: { count: number; last: number }, most: number): number {
  if (count >= most) throw new AppError('conflict', { detail: { reason: 'tooMany' } })
  return last + 1
}

/** Changes places with the neighbour of its level; at the end of the list nothing happens. @throws AppError `not_found` */
export function moveFieldGroup(viewer: EngineerViewer, place: Place, direction: Direction): Promise<void> {
  return inGroup(viewer, place.group, async (tx) => {
    const moved = await storedFieldGroup(tx, place.group, place.id)
    if (!moved) throw notFound()
    const all = await tx
      .select()
      .from(fieldGroups)
      .where(eq(fieldGroups.customerGroupId, place.group))
      .orderBy(fieldGroups.position, fieldGroups.id)
    const order = all.filter(({ level }) => level === moved.level).map(({ id }) => id)
    const after = swapped(order, place.id, direction)
    for (const [position, id] of after.entries())
      await tx.update(fieldGroups).set({ position }).where(eq(fieldGroups.id, id))
    await tell(tx, viewer, {
      part: 'field_group',
      id: place.id,
      change: 'moved',
      before: { order },
      after: { order: after },
    })
  })
}

/** The same among the fields of a field group. */
export function moveField(viewer: EngineerViewer, place: Place, direction: Direction): Promise<void> {
  return inGroup(viewer, place.group, async (tx) => {
    const all = await storedFields(tx, place.group)
    const moved = all.find(({ id }) => id === place.id)
    if (!moved) throw notFound()
    const siblings = all.filter((field) => field.fieldGroupId === moved.fieldGroupId && !field.archivedAt)
    const order = siblings.map(({ id }) => id)
    const after = swapped(order, place.id, direction)
    for (const [position, id] of after.entries())
      await tx.update(dataFields).set({ position }).where(eq(dataFields.id, id))
    await tell(tx, viewer, {
      part: 'data_field',
      id: place.id,
      change: 'moved',
      before: { order },
      after: { order: after },
    })
  })
}

function swapped(order: number[], id: number, direction: Direction): number[] {
  const at = order.indexOf(id)
  const to = direction === 'up' ? at - 1 : at + 1
  return at < 0 || to < 0 || to >= order.length ? order : order.toSpliced(at, 1).toSpliced(to, 0, id)
}
