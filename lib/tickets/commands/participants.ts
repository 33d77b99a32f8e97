import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { contacts, participants } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { enqueueMail } from '#lib/mail/commands/enqueue.ts'
import { invitable, noteInvitation } from './invitation.ts'

export type Participation = { number: number; contact: number }

/**
 * Adds a contact to a ticket; one who takes part already changes nothing.
 * @throws AppError `not_found`; `forbidden` for whoever may not invite this contact (docs/access.md); `invalid` for the
 * main customer and for a contact who is not active
 */
export function addParticipant(viewer: SignedInViewer, { number, contact }: Participation): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const ticket = await invitable(tx, number, contact)
    const [invited] = await tx
      .select({ name: contacts.name, active: contacts.active })
      .from(contacts)
      .where(eq(contacts.id, contact))
    if (!invited) throw new AppError('forbidden')
    if (!invited.active || ticket.mainContactId === contact)
      throw new AppError('invalid', { fields: { contact: 'unknown' } })
    const added = await tx
      .insert(participants)
      .values({ ticketId: ticket.id, contactId: contact })
      .onConflictDoNothing()
      .returning({ contact: participants.contactId })
    if (added.length > 0) {
      await noteInvitation(tx, viewer, {
        ticket,
        contact,
        action: 'participant.added',
        change: { what: 'participant', after: invited.name },
      })
      const payload = { by: viewer.name }
      await enqueueMail(tx, { template: 'ticket-participant', contactId: contact, ticketId: ticket.id, payload })
    }
  })
}

/**
 * Takes a participant off a ticket; one who does not take part changes nothing.
 * @throws AppError `not_found`, `forbidden` as `addParticipant`
 */
export function removeParticipant(viewer: SignedInViewer, { number, contact }: Participation): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const ticket = await invitable(tx, number, contact)
    const name = await nameOnTicket(tx, ticket.id, contact)
    const removed = await tx
      .delete(participants)
      .where(and(eq(participants.ticketId, ticket.id), eq(participants.contactId, contact)))
      .returning({ contact: participants.contactId })
    if (removed.length > 0) {
      await noteInvitation(tx, viewer, {
        ticket,
        contact,
        action: 'participant.removed',
        change: { what: 'participant', before: name },
      })
    }
  })
}

async function nameOnTicket(tx: Transaction, ticket: number, contact: number): Promise<string> {
  const [row] = await tx.execute<{ name: string | null }>(
    sql`select contact_name_on_ticket(${contact}, ${ticket}) as name`,
  )
  return row?.name ?? ''
}
