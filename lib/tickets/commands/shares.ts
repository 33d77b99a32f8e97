import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { ContactViewer, SignedInViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { contacts, shares, tickets } from '#lib/db/schema/index.ts'
import { asViewer, ownerOf } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { enqueueMail } from '#lib/mail/commands/enqueue.ts'
import { invitable, noteInvitation } from './invitation.ts'

export type NewShare = { number: number; contact: number; readOnly: boolean; until: Date | null }

/**
 * Lends a ticket to a colleague, perhaps to read only, perhaps until a moment; a share that is there already is changed.
 * @throws AppError `not_found`, `forbidden` for whoever may not invite this contact, `invalid` for an end that is past
 */
export function shareTicket(viewer: ContactViewer, { number, contact, readOnly, until }: NewShare): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const ticket = await invitable(tx, number, contact)
    if (until && until.getTime() <= Date.now()) throw new AppError('invalid', { fields: { until: 'untilPast' } })
    const [colleague] = await tx
      .select({ name: contacts.name })
      .from(contacts)
      .where(and(eq(contacts.id, contact), eq(contacts.active, true)))
    if (!colleague) throw new AppError('forbidden')
    const terms = { readOnly, until, endedAt: null }
    await tx
      .insert(shares)
      .values({ ticketId: ticket.id, contactId: contact, sharedById: viewer.contact, ...terms })
      .onConflictDoUpdate({ target: [shares.ticketId, shares.contactId, shares.sharedById], set: terms })
    const change = { what: 'share' as const, after: colleague.name }
    await noteInvitation(tx, viewer, { ticket, contact, action: 'share.given', change })
    const payload = { by: viewer.name, until: until?.toISOString() ?? '' }
    await enqueueMail(tx, { template: 'ticket-shared', contactId: contact, ticketId: ticket.id, payload })
  })
}

/**
 * Ends a share: by whoever gave it, or by one who may invite its holder. One that has ended already changes nothing.
 * @throws AppError `not_found` alike for an unknown share and one of another ticket, `forbidden` for somebody else's
 */
export function endShare(viewer: SignedInViewer, { number, share }: { number: number; share: number }): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const [held] = await tx
      .select({
        ended: sql<boolean>`${shares.endedAt} is not null`,
        contact: shares.contactId,
        ticket: tickets.id,
        name: sql<string | null>`contact_name_on_ticket(${shares.contactId}, ${shares.ticketId})`,
      })
      .from(shares)
      .innerJoin(tickets, eq(tickets.id, shares.ticketId))
      .where(and(eq(shares.id, share), eq(tickets.number, number)))
    if (!held) throw notFound()
    if (held.ended) return
    const [row] = await tx.execute<{ ended: boolean }>(sql`select end_share(${share}) as ended`)
    if (!row?.ended) throw new AppError('forbidden')
    // Where the colleague has left the company the sharer may still end it, but not write about that one.
    const change = JSON.stringify({ what: 'share', before: held.name })
    await tx.execute(sql`select note_invitation(${held.ticket}, ${held.contact}, ${change}::jsonb)
      where v7_may_invite(${held.ticket}, ${held.contact})`)
    await record(
      {
        actorKind: viewer.kind,
        actorId: ownerOf(viewer),
        action: 'share.ended',
        subjectKind: 'ticket',
        subjectId: String(number),
        before: { contact: held.contact },
      },
      tx,
    )
  })
}
