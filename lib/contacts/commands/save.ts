import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { companyRecord } from '#lib/companies/queries/record.ts'
import { contactDetails, contacts } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { orTaken } from '#lib/db/violations.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { auditedValues, type DataModel, fieldFor, fieldsOf } from '#lib/groups/data-model.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import { changedFields, keptOf } from '../fields.ts'
import type { ContactChange, NewContact } from '../input.ts'
import { writableGroup } from '../queries/form.ts'
import { type ContactRecord, contactRecord, toldContact } from '../queries/record.ts'

/**
 * Makes a contact of a customer group, in a company of that group or in none.
 * @returns its id
 * @throws AppError `not_found`, `forbidden` without write on the group, `invalid` with the fields that are wrong
 */
export function registerContact(viewer: EngineerViewer, input: NewContact): Promise<number> {
  return asViewer(viewer, async (tx) => {
    const group = await writableGroup(tx, input.group, viewer.locale ?? 'en')
    const model = await dataModelOf(tx, group.id)
    if (input.company) await requireCompany(tx, model, input.company)
    const { name, email, values } = keptOf(model, 'contact', input)
    const [written] = await orTaken(
      'externalId',
      tx
        .insert(contacts)
        .values({
          customerGroupId: group.id,
          companyId: input.company ?? null,
          name: name ?? email ?? '…',
          externalId: input.externalId,
        })
        .returning({ id: contacts.id }),
    )
    const id = written?.id ?? 0
    const fields = changedFields({}, values)
    await tx
      .insert(contactDetails)
      .values({ contactId: id, email: email ?? null, locale: input.locale, fields, changedAt: new Date() })
    const after = await contactRecord(tx, id, 'en')
    await told(tx, viewer, { action: 'contact.created', id, model, after })
    return id
  })
}

/**
 * Changes a contact's own data; its company is moved and its account kept by commands of their own.
 * @throws AppError `not_found`, `forbidden`, `conflict` where it was changed meanwhile, `invalid` with the fields that are wrong
 */
export function changeContact(viewer: EngineerViewer, input: ContactChange): Promise<void> {
  return asViewer(viewer, async (tx) => {
    if (!(await contactRecord(tx, input.id, 'en')).mayWrite) throw new AppError('forbidden')
    await tx.execute(sql`select from ${contacts} where id = ${input.id} for update`)
    const before = await contactRecord(tx, input.id, 'en')
    requireVersion(toldContact(before), input.version)
    const model = await dataModelOf(tx, before.customerGroupId)
    const { name, email, values } = keptOf(model, 'contact', input)
    await orTaken(
      'externalId',
      tx
        .update(contacts)
        .set({ externalId: input.externalId, ...(name === undefined ? {} : { name }) })
        .where(eq(contacts.id, input.id)),
    )
    const details = {
      locale: input.locale,
      fields: changedFields(before.fields, values),
      changedAt: new Date(),
      ...(email === undefined ? {} : { email }),
    }
    await tx
      .insert(contactDetails)
      .values({ contactId: input.id, ...details })
      .onConflictDoUpdate({ target: contactDetails.contactId, set: details })
    const after = await contactRecord(tx, input.id, 'en')
    await told(tx, viewer, { action: 'contact.changed', id: input.id, model, before, after })
  })
}

/** @throws AppError `not_found` for a company of another customer group, or where the group has none */
export async function requireCompany(tx: Transaction, model: DataModel, id: number): Promise<{ name: string }> {
  const company = await companyRecord(tx, id, 'en')
  if (!model.hasCompanies || company.customerGroupId !== model.customerGroupId || !company.active) throw notFound()
  return company
}

type Told = { action: string; id: number; model: DataModel; before?: ContactRecord; after: ContactRecord }

async function told(
  tx: Transaction,
  viewer: EngineerViewer,
  { action, id, model, before, after }: Told,
): Promise<void> {
  const fields = fieldsOf(model, 'contact')
  const address = fieldFor(model, 'email')
  const shown = (contact: ContactRecord) => ({
    ...toldContact(contact),
    email: auditedValues(address ? [{ ...address, key: 'email' }] : [], { email: contact.email }).email,
    fields: auditedValues(fields, contact.fields),
  })
  await record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action,
      subjectKind: 'contact',
      subjectId: String(id),
      ...(before ? { before: shown(before) } : {}),
      after: { ...shown(after), company: after.company },
    },
    tx,
  )
}
