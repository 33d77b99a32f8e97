import 'server-only'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { ContactViewer, EngineerViewer, SignedInViewer } from '../access/viewer.ts'
import { type AuditEvent, record } from '../audit/commands.ts'
import { forgiveTry, reserveTry } from '../auth/back-off.ts'
import { requireGoodPassword } from '../auth/good-password.ts'
import { passwordsAreKeptHere } from '../auth/methods.ts'
import { hashPassword, passwordScheme, verifyPassword } from '../auth/passwords.ts'
import { accounts, contactDetails, contacts, customerGroups, sessions } from '../db/schema/index.ts'
import { asViewer, ownerOf } from '../db/transaction.ts'
import { AppError, notFound } from '../errors.ts'
import { enqueueMail } from '../mail/commands/enqueue.ts'
import { settings } from '../settings/queries.ts'
import type { PasswordChange } from './input.ts'
import { ownLogin, ownSession } from './queries.ts'

/** Keeps the viewer's own language or appearance, for its next sign-in and its mails. */
export function keepPreference(
  viewer: ContactViewer,
  preference: { locale: string } | { scheme: 'light' | 'dark' | null },
): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await tx
      .insert(contactDetails)
      .values({ contactId: viewer.contact, ...preference })
      .onConflictDoUpdate({ target: contactDetails.contactId, set: preference })
  })
}

/**
 * Sets the viewer's own password and ends its other sessions.
 * @throws AppError `invalid` with the field and the reason, `conflict` where a directory keeps the passwords
 */
export async function changeOwnPassword(
  viewer: SignedInViewer,
  { current, password, repeat }: PasswordChange,
): Promise<void> {
  if (!(await passwordsAreKeptHere(viewer.kind))) throw new AppError('conflict')
  const refuse = (field: keyof PasswordChange, reason: string) =>
    new AppError('invalid', { fields: { [field]: reason } })
  const held = await asViewer(viewer, async (tx) => {
    const [row] = await tx.execute<{ hash: string | null; scheme: string | null }>(sql`select * from own_password()`)
    return row
  })
  // Somebody at an open session is no better than somebody at the door.
  const attempt = { kind: viewer.kind, login: `session of ${ownerOf(viewer)}`, address: 'own password' }
  const refused = (cause: 'blocked' | 'wrong_password') =>
    record({ ...ownPassword(viewer, 'refused'), after: { cause } })
  if (!(await reserveTry(attempt))) {
    await refused('blocked')
    throw new AppError('too_many')
  }
  if (!(await verifyPassword(current, held?.hash ?? null, held?.scheme ?? null))) {
    await refused('wrong_password')
    throw refuse('current', 'wrong')
  }
  await forgiveTry(attempt)
  await requireGoodPassword(password, await namesOf(viewer))
  if (password !== repeat) throw refuse('repeat', 'mismatch')
  if (password === current) throw refuse('password', 'same')
  const hash = await hashPassword(password)
  await asViewer(viewer, async (tx) => {
    await tx.execute(sql`select set_own_password(${hash}, ${passwordScheme()}, ${viewer.session ?? null})`)
    await record(ownPassword(viewer, 'change'), tx)
    const recipient = viewer.kind === 'contact' ? { contactId: viewer.contact } : { engineerId: viewer.engineer }
    await enqueueMail(tx, { template: 'password-changed', ...recipient })
  })
}

/** What the audit log says of a password that its owner changes, or tried to: the cause of a refusal, never what was typed. */
function ownPassword(viewer: SignedInViewer, step: 'change' | 'refused'): AuditEvent {
  const owner = ownerOf(viewer)
  return {
    ...{ actorKind: viewer.kind, actorId: owner, action: `password.${step}` },
    ...{ subjectKind: viewer.kind, subjectId: String(owner) },
  }
}

/** Of the person: its login, name and company. */
async function namesOf(viewer: SignedInViewer): Promise<(string | null)[]> {
  return [await ownLogin(viewer), viewer.name, viewer.kind === 'contact' ? viewer.company_name : null]
}

/** Ends one of the viewer's own sessions. @throws AppError `not_found` for any other */
export function endOwnSession(viewer: SignedInViewer, id: string): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ endedAt: sql`now()`, endReason: 'ended_by_owner' })
      .where(and(eq(sessions.id, id), ownSession(viewer), isNull(sessions.endedAt)))
      .returning({ id: sessions.id })
    if (ended.length === 0) throw notFound()
    await record(
      {
        actorKind: viewer.kind,
        actorId: ownerOf(viewer),
        action: 'session.end',
        subjectKind: 'session',
        subjectId: id,
      },
      tx,
    )
  })
}

/** Ends all of the viewer's sessions but the present one. */
export function endOtherSessions(viewer: SignedInViewer): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await tx
      .update(sessions)
      .set({ endedAt: sql`now()`, endReason: 'ended_by_owner' })
      .where(and(ownSession(viewer), ne(sessions.id, viewer.session ?? ''), isNull(sessions.endedAt)))
    await record({ actorKind: viewer.kind, actorId: ownerOf(viewer), action: 'session.end_others' }, tx)
  })
}

/**
 * Sends the contact a mail with a link by which it chooses its first password.
 * @throws AppError `not_found`; `forbidden` without *modify accounts*; `conflict` with the `reason`: `noAccount`, `noProfile`,
 * `accountDisabled`, `portalOff`, `noEmail`, or `keptElsewhere` where passwords are not kept here (LDAP)
 */
export async function inviteContact(viewer: EngineerViewer, contactId: number): Promise<void> {
  const { 'contact.authentication.method': method } = await settings('contact.authentication.method')
  await asViewer(viewer, async (tx) => {
    const [contact] = await tx
      .select({
        mayModify: sql<boolean>`${contacts.customerGroupId} = any (viewer_ids('account_groups'))`,
        portalEnabled: customerGroups.portalEnabled,
        active: contacts.active,
        account: accounts.contactId,
        profile: accounts.profileId,
        disabled: accounts.disabled,
        email: contactDetails.email,
      })
      .from(contacts)
      .innerJoin(customerGroups, eq(customerGroups.id, contacts.customerGroupId))
      .leftJoin(accounts, eq(accounts.contactId, contacts.id))
      .leftJoin(contactDetails, eq(contactDetails.contactId, contacts.id))
      .where(eq(contacts.id, contactId))
    if (!contact) throw notFound()
    if (!contact.mayModify) throw new AppError('forbidden')
    const reason =
      (contact.account === null && 'noAccount') ||
      (contact.profile === null && 'noProfile') ||
      ((contact.disabled || !contact.active) && 'accountDisabled') ||
      (!contact.portalEnabled && 'portalOff') ||
      (method === 'LDAP' && 'keptElsewhere') ||
      (!contact.email && 'noEmail')
    if (reason) throw new AppError('conflict', { detail: { reason } })
    await enqueueMail(tx, { template: 'portal-invitation', contactId })
    const subject = { subjectKind: 'contact', subjectId: String(contactId) }
    await record({ actorKind: 'engineer', actorId: viewer.engineer, action: 'account.invite', ...subject }, tx)
  })
}
