import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { changedFields, keptOf } from '#lib/contacts/fields.ts'
import { writableGroup } from '#lib/contacts/queries/form.ts'
import { companies } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { orTaken } from '#lib/db/violations.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { auditedValues, type DataModel, fieldsOf } from '#lib/groups/data-model.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import type { CompanyChange, NewCompany } from '../input.ts'
import { type CompanyRecord, companyRecord, toldCompany } from '../queries/record.ts'

/**
 * Makes a company of a customer group that has companies.
 * @returns its id
 * @throws AppError `not_found`, `forbidden` without write on the group, `invalid` with the fields that are wrong
 */
export function registerCompany(viewer: EngineerViewer, input: NewCompany): Promise<number> {
  return asViewer(viewer, async (tx) => {
    const group = await writableGroup(tx, input.group, viewer.locale ?? 'en')
    if (!group.hasCompanies) throw notFound()
    const model = await dataModelOf(tx, group.id)
    const { name, values } = keptOf(model, 'company', input)
    const fields = changedFields({}, values)
    const [written] = await orTaken(
      'externalId',
      tx
        .insert(companies)
        .values({ customerGroupId: group.id, name: name ?? '…', externalId: input.externalId, fields })
        .returning({ id: companies.id }),
    )
    const id = written?.id ?? 0
    await told(tx, viewer, { action: 'company.created', model, after: await companyRecord(tx, id, 'en') })
    return id
  })
}

/**
 * @throws AppError `not_found`, `forbidden`, `conflict` where it was changed meanwhile, `invalid` with the fields that are wrong
 */
export function changeCompany(viewer: EngineerViewer, input: CompanyChange): Promise<void> {
  return asViewer(viewer, async (tx) => {
    if (!(await companyRecord(tx, input.id, 'en')).mayWrite) throw new AppError('forbidden')
    await tx.execute(sql`select from ${companies} where id = ${input.id} for update`)
    const before = await companyRecord(tx, input.id, 'en')
    requireVersion(toldCompany(before), input.version)
    const model = await dataModelOf(tx, before.customerGroupId)
    const { name, values } = keptOf(model, 'company', input)
    await orTaken(
      'externalId',
      tx
        .update(companies)
        .set({
          externalId: input.externalId,
          fields: changedFields(before.fields, values),
          ...(name === undefined ? {} : { name }),
        })
        .where(eq(companies.id, input.id)),
    )
    await told(tx, viewer, { action: 'company.changed', model, before, after: await companyRecord(tx, input.id, 'en') })
  })
}

type Told = { action: string; model: DataModel; before?: CompanyRecord; after: CompanyRecord }

async function told(tx: Transaction, viewer: EngineerViewer, { action, model, before, after }: Told): Promise<void> {
  const fields = fieldsOf(model, 'company')
  const shown = (company: CompanyRecord) => ({
    ...toldCompany(company),
    fields: auditedValues(fields, company.fields),
  })
  await record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action,
      subjectKind: 'company',
      subjectId: String(after.id),
      ...(before ? { before: shown(before) } : {}),
      after: shown(after),
    },
    tx,
  )
}
