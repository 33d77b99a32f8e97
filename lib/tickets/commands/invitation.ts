import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { SignedInViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { tickets } from '#lib/db/schema/index.ts'
import { ownerOf, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import type { Change } from '../ticket.ts'

export type Invited = { id: number; number: number; mainContactId: number | null }

/** A ticket to which the viewer may invite this contact, or that it may take from it. @throws AppError `not_found`, `forbidden` */
export async function invitable(tx: Transaction, number: number, contact: number): Promise<Invited> {
  const [ticket] = await tx
    .select({
      id: tickets.id,
      number: tickets.number,
      mainContactId: tickets.mainContactId,
      mayInvite: sql<boolean | null>`v7_may_invite(${tickets.id}, ${contact})`,
    })
    .from(tickets)
    .where(eq(tickets.number, number))
  if (!ticket) throw notFound()
  if (!ticket.mayInvite) throw new AppError('forbidden')
  return ticket
}

type Note = { ticket: Pick<Invited, 'id' | 'number'>; contact: number; action: string; change: Change }

/** Who sees a ticket is a matter of permission: it goes into the ticket's history and into the audit log. */
export async function noteInvitation(
  tx: Transaction,
  viewer: SignedInViewer,
  { ticket, contact, action, change }: Note,
) {
  await tx.execute(sql`select note_invitation(${ticket.id}, ${contact}, ${JSON.stringify(change)}::jsonb)`)
  await record(
    {
      actorKind: viewer.kind,
      actorId: ownerOf(viewer),
      action,
      subjectKind: 'ticket',
      subjectId: String(ticket.number),
      ...(change.before === undefined ? {} : { before: { contact } }),
      ...(change.after === undefined ? {} : { after: { contact } }),
    },
    tx,
  )
}
