import 'server-only'
import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { profilesToChoose } from '#lib/accounts/queries/account-form.ts'
import { type CompanyChoice, companiesToChoose } from '#lib/companies/queries/choose.ts'
import { companyRecord } from '#lib/companies/queries/record.ts'
import { rightsIn } from '#lib/contacts/queries/rights.ts'
import { labelIn } from '#lib/db/labels.ts'
import { companies, customerGroups, engineers, registrations } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import type { DataModel } from '#lib/groups/data-model.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import { type DeskNav, deskNav } from '#lib/tickets/queries/desk-nav.ts'

export type RegistrationRow = {
  id: number
  name: string
  email: string
  group: string
  company: string | null
  createdAt: Date
}

const PAGE = 50

/** A page of the registrations that wait for the engineer, oldest first. `next` is the place after which the next page begins. */
export function waitingRegistrations(viewer: EngineerViewer, after: number, locale: string) {
  return asViewer(viewer, async (tx) => {
    const found: RegistrationRow[] = await tx
      .select({
        id: registrations.id,
        name: registrations.name,
        email: registrations.email,
        group: labelIn(customerGroups.labels, locale),
        company: companies.name,
        createdAt: registrations.createdAt,
      })
      .from(registrations)
      .innerJoin(customerGroups, eq(customerGroups.id, registrations.customerGroupId))
      .leftJoin(companies, eq(companies.id, registrations.companyId))
      .where(and(eq(registrations.state, 'held'), gt(registrations.id, after)))
      .orderBy(asc(registrations.id))
      .limit(PAGE + 1)
    const rows = found.slice(0, PAGE)
    return { rows, next: found.length > PAGE ? rows.at(-1)?.id : undefined, nav: await deskNav(tx, viewer, locale) }
  })
}

/** How many wait for the engineer, up to a hundred. */
export async function countWaiting(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from (select from ${registrations} where ${registrations.state} = 'held' limit 100) held`,
  )
  return row?.count ?? 0
}

export type KnownContact = { id: number; name: string; hasAccount: boolean }
export type RegistrationPage = {
  registration: {
    id: number
    name: string
    email: string
    fields: Record<string, unknown>
    consentedAt: Date | null
    createdAt: Date
    customerGroupId: number
    groupKey: string
    group: string
    companyId: number | null
    company: string | null
    assignment: 'none' | 'manual' | 'fixed'
    fixedProfile: string | null
    mayWrite: boolean
  }
  model: DataModel
  /** Contacts of the group with the same address. */
  known: KnownContact[]
  profiles: { id: number; name: string }[]
  /** The one of the mail domain, or the one that was chosen instead. */
  company: { id: number; name: string } | null
  /** While another company is looked for. */
  companies: CompanyChoice[] | null
  nav: DeskNav
}

/** One that waits, with all that the decision needs. @throws AppError `not_found` */
export function registrationPage(
  viewer: EngineerViewer,
  id: number,
  { q, company, locale }: { q: string | undefined; company: string | undefined; locale: string },
): Promise<RegistrationPage> {
  return asViewer(viewer, async (tx) => {
    const registration = await heldRegistration(tx, id, locale)
    const model = await dataModelOf(tx, registration.customerGroupId)
    return {
      registration,
      model,
      known: await contactsRegistering(tx, registration),
      profiles: registration.assignment === 'manual' ? await profilesToChoose(tx, null) : [],
      company: await chosenCompany(tx, registration, company),
      companies:
        model.hasCompanies && q !== undefined
          ? await companiesToChoose(tx, registration.customerGroupId, q || undefined)
          : null,
      nav: await deskNav(tx, viewer, locale),
    }
  })
}

async function chosenCompany(
  tx: Transaction,
  { customerGroupId, companyId, company }: RegistrationPage['registration'],
  asked: string | undefined,
) {
  if (asked === 'none') return null
  if (!/^\d{1,15}$/.test(asked ?? '')) return companyId === null ? null : { id: companyId, name: company ?? '' }
  const found = await companyRecord(tx, Number(asked), 'en')
  if (found.customerGroupId !== customerGroupId) throw notFound()
  return { id: found.id, name: found.name }
}

/** @throws AppError `not_found` alike for an unknown one, one that does not wait, and one that is not the engineer's to decide */
export async function heldRegistration(tx: Transaction, id: number, locale: string) {
  const [found] = await tx
    .select({
      id: registrations.id,
      name: registrations.name,
      email: registrations.email,
      loginNormal: registrations.loginNormal,
      locale: registrations.locale,
      fields: registrations.fields,
      consentedAt: registrations.consentedAt,
      createdAt: registrations.createdAt,
      customerGroupId: registrations.customerGroupId,
      groupKey: customerGroups.key,
      group: labelIn(customerGroups.labels, locale),
      companyId: registrations.companyId,
      company: companies.name,
      assignment: customerGroups.accountAssignment,
      fixedProfileId: customerGroups.fixedProfileId,
      fixedProfile: engineers.name,
      mayWrite: rightsIn(registrations.customerGroupId).mayWrite,
    })
    .from(registrations)
    .innerJoin(customerGroups, eq(customerGroups.id, registrations.customerGroupId))
    .leftJoin(companies, eq(companies.id, registrations.companyId))
    .leftJoin(engineers, eq(engineers.id, customerGroups.fixedProfileId))
    .where(and(eq(registrations.id, id), eq(registrations.state, 'held')))
    .orderBy(desc(registrations.id))
  if (!found) throw notFound()
  return found
}

export async function contactsRegistering(
  tx: Transaction,
  { customerGroupId, email }: { customerGroupId: number; email: string },
): Promise<KnownContact[]> {
  const rows = await tx.execute<{ contact: string; name: string; has_account: boolean }>(
    sql`select contact, name, has_account from contacts_registering(${customerGroupId}, ${email.toLowerCase()})`,
  )
  return rows.map(({ contact, name, has_account }) => ({ id: Number(contact), name, hasAccount: has_account }))
}
