import 'server-only'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { customerGroups, dataFields, fieldGroups } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import type { DataModel } from '../data-model.ts'

/** @throws AppError `not_found` for a customer group that the viewer may not read */
export async function dataModelOf(tx: Transaction, customerGroupId: number): Promise<DataModel> {
  const [group] = await tx
    .select({
      hasCompanies: customerGroups.hasCompanies,
      contact: customerGroups.contactName,
      company: customerGroups.companyName,
    })
    .from(customerGroups)
    .where(eq(customerGroups.id, customerGroupId))
  if (!group) throw notFound()
  const rows = await tx
    .select({
      group: { id: fieldGroups.id, level: fieldGroups.level, labels: fieldGroups.labels },
      field: {
        id: dataFields.id,
        key: dataFields.key,
        type: dataFields.type,
        labels: dataFields.labels,
        help: dataFields.help,
        required: dataFields.required,
        options: dataFields.options,
        annotations: dataFields.annotations,
      },
    })
    .from(fieldGroups)
    .leftJoin(dataFields, and(eq(dataFields.fieldGroupId, fieldGroups.id), isNull(dataFields.archivedAt)))
    .where(eq(fieldGroups.customerGroupId, customerGroupId))
    .orderBy(
      asc(fieldGroups.level),
      asc(fieldGroups.position),
      asc(fieldGroups.id),
      asc(dataFields.position),
      asc(dataFields.id),
    )
    .limit(1000)
  const byId = new Map<number, DataModel['fieldGroups'][number]>()
  for (const { group: own, field } of rows) {
    const known = byId.get(own.id) ?? { ...own, fields: [] }
    byId.set(own.id, known)
    if (field) known.fields.push(field)
  }
  return {
    customerGroupId,
    hasCompanies: group.hasCompanies,
    names: { company: group.company, contact: group.contact },
    fieldGroups: [...byId.values()],
  }
}
