import 'server-only'
import { and, eq, ne, type SQL, sql } from 'drizzle-orm'
import type { ContactViewer, PortalViewer } from '#lib/access/viewer.ts'
import { contacts, tickets } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'

/** So many colleagues are offered for a part of a name. */
export const COLLEAGUES = 20

export type Colleague = { id: number; name: string }
export type LivingShare = Colleague & {
  share: number
  readOnly: boolean
  until: Date | null
  sharer: string
  own: boolean
}

export type TicketPeople = {
  number: number
  subject: string
  participants: Colleague[]
  shares: LivingShare[]
  /** Colleagues whose name holds the words, without those who are on the ticket already. */
  colleagues: Colleague[]
  more: boolean
}

/** Whether the viewer may add participants and share: the main customer, or who sees it by *own company* (docs/access.md). */
export function mayInvite(viewer: PortalViewer): SQL<boolean> {
  if (viewer.kind !== 'contact') return sql<boolean>`false`
  return sql<boolean>`not ${tickets.isFaq} and ${viewer.company}::bigint is not null
    and (coalesce(${tickets.mainContactId} = ${viewer.contact}, false) or coalesce(${tickets.companyId} = viewer_id('own_company'), false))`
}

/**
 * Who takes part in a ticket, and who could.
 * @throws AppError `not_found` for an unknown ticket and alike for one whose people are not the viewer's to choose
 */
export function ticketPeople(viewer: ContactViewer, number: number, words: string): Promise<TicketPeople> {
  return asViewer(viewer, async (tx) => {
    const [ticket] = await tx
      .select({
        id: tickets.id,
        subject: tickets.subject,
        mainContactId: tickets.mainContactId,
        mayInvite: mayInvite(viewer),
        participants: participantsOn,
        shares: sharesOn(viewer.contact),
      })
      .from(tickets)
      .where(eq(tickets.number, number))
    if (!ticket?.mayInvite) throw notFound()
    const { id, mayInvite: _may, mainContactId, shares, ...rest } = ticket
    const found = await colleaguesOf(tx, viewer, { words, ticket: id, mainContactId })
    return {
      number,
      ...rest,
      shares: shares.map((share) => ({ ...share, until: share.until === null ? null : new Date(share.until) })),
      colleagues: found.slice(0, COLLEAGUES),
      more: found.length > COLLEAGUES,
    }
  })
}

const participantsOn: SQL<Colleague[]> = sql`coalesce((select jsonb_agg(to_jsonb(one)) from (
  select p.contact_id as id, contact_name_on_ticket(p.contact_id, p.ticket_id) as name
  from participants p where p.ticket_id = ${tickets}.id order by 2, 1 limit 50) one), '[]')`

function sharesOn(me: number): SQL<(Omit<LivingShare, 'until'> & { until: string | null })[]> {
  return sql`coalesce((select jsonb_agg(to_jsonb(one)) from (
    select s.contact_id as id, contact_name_on_ticket(s.contact_id, s.ticket_id) as name, s.id as share,
      s.read_only as "readOnly", s.until, s.shared_by_id = ${me} as own,
      coalesce((select c.name from contacts c where c.id = s.shared_by_id), '') as sharer
    from shares s where s.ticket_id = ${tickets}.id and s.ended_at is null and (s.until is null or s.until > now())
    order by 2, s.id limit 50) one), '[]')`
}

type Wanted = { words: string; ticket: number; mainContactId: number | null }

/** The viewer's own company by name; without one there is nobody. */
function colleaguesOf(tx: Transaction, viewer: ContactViewer, { words, ticket, mainContactId }: Wanted) {
  return tx
    .select({ id: contacts.id, name: contacts.name })
    .from(contacts)
    .where(
      and(
        eq(contacts.companyId, viewer.company ?? -1),
        eq(contacts.active, true),
        ne(contacts.id, viewer.contact),
        ne(contacts.id, mainContactId ?? -1),
        words === '' ? undefined : sql`position(lower(${words}) in lower(${contacts.name})) > 0`,
        sql`not exists (select from participants p where p.ticket_id = ${ticket} and p.contact_id = ${contacts}.id)`,
      ),
    )
    .orderBy(contacts.name, contacts.id)
    .limit(COLLEAGUES + 1)
}
