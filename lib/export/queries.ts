import 'server-only'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { accounts, companies, contactDetails, contacts, engineers } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import type { DataModel } from '#lib/groups/data-model.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'

const PIECE = 1000

export type ExportKind = 'contacts' | 'companies'
export type ExportedContact = Awaited<ReturnType<typeof contactPiece>>[number]
export type ExportedCompany = Awaited<ReturnType<typeof companyPiece>>[number]

/**
 * Notes that the customers of this group are taken out, and says what their fields are.
 * @throws AppError `not_found` for a customer group that the viewer may not read
 */
export function beginExport(viewer: EngineerViewer, group: number, kind: ExportKind): Promise<DataModel> {
  return asViewer(viewer, async (tx) => {
    const model = await dataModelOf(tx, group)
    await record(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'customers.exported',
        subjectKind: 'customer_group',
        subjectId: String(group),
        after: { kind },
      },
      tx,
    )
    return model
  })
}

/** Every contact of the group that the viewer may see, in the order of their ids, piece by piece. */
export async function* contactsOf(viewer: EngineerViewer, group: number): AsyncGenerator<ExportedContact> {
  let after = 0
  for (;;) {
    const piece = await contactPiece(viewer, group, after)
    yield* piece
    const last = piece.at(-1)
    if (!last || piece.length < PIECE) return
    after = last.id
  }
}

export async function* companiesOf(viewer: EngineerViewer, group: number): AsyncGenerator<ExportedCompany> {
  let after = 0
  for (;;) {
    const piece = await companyPiece(viewer, group, after)
    yield* piece
    const last = piece.at(-1)
    if (!last || piece.length < PIECE) return
    after = last.id
  }
}

function contactPiece(viewer: EngineerViewer, group: number, after: number) {
  return asViewer(viewer, (tx) =>
    tx
      .select({
        id: contacts.id,
        externalId: contacts.externalId,
        name: contacts.name,
        active: contacts.active,
        email: contactDetails.email,
        locale: contactDetails.locale,
        fields: contactDetails.fields,
        companyExternalId: companies.externalId,
        companyName: companies.name,
        login: accounts.login,
        ldapId: accounts.ldapId,
        profile: engineers.name,
        lastSignInAt: accounts.lastSignInAt,
      })
      .from(contacts)
      .leftJoin(contactDetails, eq(contactDetails.contactId, contacts.id))
      .leftJoin(companies, eq(companies.id, contacts.companyId))
      .leftJoin(accounts, eq(accounts.contactId, contacts.id))
      .leftJoin(engineers, eq(engineers.id, accounts.profileId))
      .where(and(eq(contacts.customerGroupId, group), gt(contacts.id, after)))
      .orderBy(asc(contacts.id))
      .limit(PIECE),
  )
}

function companyPiece(viewer: EngineerViewer, group: number, after: number) {
  return asViewer(viewer, (tx) =>
    tx
      .select({
        id: companies.id,
        externalId: companies.externalId,
        name: companies.name,
        active: companies.active,
        fields: companies.fields,
      })
      .from(companies)
      .where(and(eq(companies.customerGroupId, group), gt(companies.id, after)))
      .orderBy(asc(companies.id))
      .limit(PIECE),
  )
}
