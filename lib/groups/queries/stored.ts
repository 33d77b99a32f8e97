import 'server-only'
import { and, eq } from 'drizzle-orm'
import { customerGroups, dataFields, fieldGroups } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import type { GroupChange } from '../input.ts'

/** A customer group as it is, in the shape in which it is changed; undefined for an unknown one. */
export async function storedGroup(tx: Transaction, id: number): Promise<GroupChange | undefined> {
  const [row] = await tx.select().from(customerGroups).where(eq(customerGroups.id, id))
  if (!row) return undefined
  const { id: _, ...group } = row
  return group
}

export type StoredFieldGroup = typeof fieldGroups.$inferSelect

export async function storedFieldGroup(
  tx: Transaction,
  group: number,
  id: number,
): Promise<StoredFieldGroup | undefined> {
  const [row] = await tx
    .select()
    .from(fieldGroups)
    .where(and(eq(fieldGroups.id, id), eq(fieldGroups.customerGroupId, group)))
  return row
}

export type StoredField = typeof dataFields.$inferSelect & { level: 'company' | 'contact' }

/** A field of the customer group, archived or not. */
export async function storedField(tx: Transaction, group: number, id: number): Promise<StoredField | undefined> {
  return (await storedFields(tx, group)).find((field) => field.id === id)
}

/** All fields of the customer group, in their order, with archived ones. */
export async function storedFields(tx: Transaction, group: number): Promise<StoredField[]> {
  const rows = await tx
    .select({ field: dataFields, level: fieldGroups.level })
    .from(dataFields)
    .innerJoin(fieldGroups, eq(fieldGroups.id, dataFields.fieldGroupId))
    .where(eq(fieldGroups.customerGroupId, group))
    .orderBy(fieldGroups.position, fieldGroups.id, dataFields.position, dataFields.id)
    .limit(1000)
  return rows.map(({ field, level }) => ({ ...field, level }))
}
