import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { requireCompany } from '#lib/contacts/commands/save.ts'
import { contactDetails, contacts, engineers, registrations } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { dataModelOf } from '#lib/groups/queries/data-model.ts'
import { enqueueMail } from '#lib/mail/commands/enqueue.ts'
import type { Approval, Refusal } from '../input.ts'
import { contactsRegistering, heldRegistration } from '../queries/waiting.ts'

type Held = Awaited<ReturnType<typeof heldRegistration>>

/**
 * Gives whoever registered an account: a new contact's, or that of a known contact with the same address.
 * @returns the contact's id
 * @throws AppError `not_found`; `forbidden` without write on the customer group for a new contact; `invalid` with the field;
 * `conflict` with the reason `noAccounts`, `noProfile` or `loginTaken`
 */
export function approveRegistration(viewer: EngineerViewer, approval: Approval): Promise<number> {
  return asViewer(viewer, async (tx) => {
    const held = await lockedRegistration(tx, approval.id)
    const profile = await profileFor(tx, held, approval)
    const contact = approval.contact
      ? await knownContact(tx, held, approval.contact)
      : await newContact(tx, held, approval)
    if (!(await giveAccount(tx, held, contact, profile))) throw notFound()
    const about = { actorKind: 'engineer', actorId: viewer.engineer } as const
    const subject = { subjectKind: 'registration', subjectId: String(held.id) }
    await record({ ...about, action: 'registration.approved', ...subject, after: { contact, profile } }, tx)
    await enqueueMail(tx, { template: 'registration-approved', contactId: contact })
    return contact
  })
}

/** Tells whoever registered, with the reason, that there will be no account. @throws AppError `not_found` */
export function refuseRegistration(viewer: EngineerViewer, { id, reason }: Refusal): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await lockedRegistration(tx, id)
    await tx
      .update(registrations)
      .set({
        state: 'refused',
        reason,
        passwordHash: null,
        decidedById: viewer.engineer,
        decidedAt: sql`now()`,
        expiresAt: sql`now() + interval '30 days'`,
      })
      .where(eq(registrations.id, id))
    const about = { actorKind: 'engineer', actorId: viewer.engineer } as const
    const subject = { subjectKind: 'registration', subjectId: String(id) }
    await record({ ...about, action: 'registration.refused', ...subject }, tx)
    await enqueueMail(tx, { template: 'registration-refused', registrationId: id })
  })
}

async function lockedRegistration(tx: Transaction, id: number): Promise<Held> {
  await tx.execute(sql`select from ${registrations} where id = ${id} for update`)
  return heldRegistration(tx, id, 'en')
}

/** By the group's assignment: its fixed profile, or an active one that was chosen. */
async function profileFor(tx: Transaction, held: Held, { profile }: Approval): Promise<number> {
  if (held.assignment === 'none') throw new AppError('conflict', { detail: { reason: 'noAccounts' } })
  if (held.assignment === 'fixed') {
    if (held.fixedProfileId === null) throw new AppError('conflict', { detail: { reason: 'noProfile' } })
    return held.fixedProfileId
  }
  if (!profile) throw new AppError('invalid', { fields: { profile: 'missing' } })
  const [found] = await tx
    .select({ id: engineers.id })
    .from(engineers)
    .where(and(eq(engineers.id, profile), eq(engineers.isTrack, true), eq(engineers.active, true)))
  if (!found) throw new AppError('invalid', { fields: { profile: 'unknown' } })
  return found.id
}

async function knownContact(tx: Transaction, held: Held, id: number): Promise<number> {
  const known = (await contactsRegistering(tx, held)).find((one) => one.id === id && !one.hasAccount)
  if (!known) throw new AppError('invalid', { fields: { contact: 'unknown' } })
  return known.id
}

async function newContact(tx: Transaction, held: Held, { company }: Approval): Promise<number> {
  if (!held.mayWrite) throw new AppError('forbidden')
  const model = await dataModelOf(tx, held.customerGroupId)
  if (company) await requireCompany(tx, model, company)
  const [made] = await tx
    .insert(contacts)
    .values({ customerGroupId: held.customerGroupId, companyId: company ?? null, name: held.name })
    .returning({ id: contacts.id })
  const contactId = made?.id ?? 0
  const { email, locale, fields } = held
  await tx.insert(contactDetails).values({ contactId, email, locale, fields, changedAt: new Date() })
  return contactId
}

async function giveAccount(tx: Transaction, { id }: Held, contact: number, profile: number): Promise<boolean> {
  try {
    const [row] = await tx.execute<{ given: boolean }>(
      sql`select give_registered_account(${id}, ${contact}, ${profile}) as given`,
    )
    return row?.given ?? false
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error
    if (cause instanceof Error && 'code' in cause && cause.code === '23505')
      throw new AppError('conflict', { detail: { reason: 'loginTaken' }, cause })
    throw error
  }
}
