import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { type Engineer, engineersWhoRead } from './engineers.ts'

export type Participant = { id: number; name: string }
export type Share = {
  id: number
  name: string
  sharer: string
  readOnly: boolean
  until: Date | null
  /** Whether it still lets its holder see the ticket. */
  holds: boolean
}
export type CannedText = { id: number; title: string; own: boolean }

/** What stands around a ticket at the desk, beside the ticket itself. */
export type DeskSide = {
  participants: Participant[]
  shares: Share[]
  /** Colleagues who can read the ticket. */
  engineers: Engineer[]
  canned: CannedText[]
  /** Other engineers who wrote here in the last two minutes. */
  writing: string[]
  /** When the main customer last opened the ticket. */
  seenByCustomerAt: Date | null
}

type Found = Omit<DeskSide, 'engineers' | 'shares' | 'seenByCustomerAt'> & {
  shares: (Omit<Share, 'until'> & { until: string | null })[]
  seenByCustomerAt: string | null
}

/** Read as the engineer, who knows the contacts of the customer groups that it reads; of others no name. */
const nameOf = (contact: SQL) => sql`coalesce((select c.name from contacts c where c.id = ${contact}), '')`

export async function deskSide(tx: Transaction, viewer: EngineerViewer, ticket: number): Promise<DeskSide> {
  const [row] = await tx.execute<{ side: Found }>(sql`select jsonb_build_object(
    'participants', coalesce((select jsonb_agg(to_jsonb(p)) from (
      select p.contact_id as id, ${nameOf(sql`p.contact_id`)} as name
      from participants p where p.ticket_id = ${ticket} order by 2, 1 limit 50) p), '[]'),
    'shares', coalesce((select jsonb_agg(to_jsonb(s)) from (
      select s.id, ${nameOf(sql`s.contact_id`)} as name,
        ${nameOf(sql`s.shared_by_id`)} as sharer,
        s.read_only as "readOnly", s.until, s.ended_at is null and (s.until is null or s.until > now()) as holds
      from shares s where s.ticket_id = ${ticket} order by s.ended_at nulls first, s.id desc limit 50) s), '[]'),
    'canned', coalesce((select jsonb_agg(to_jsonb(t)) from (
      select t.id, t.title, t.engineer_id is not null as own from canned_texts t
      where t.queue_id is null or t.queue_id = (select k.queue_id from tickets k where k.id = ${ticket})
      order by t.engineer_id is null, t.title, t.id limit 200) t), '[]'),
    'writing', array(select w.name from writing_now(${ticket}) w),
    'seenByCustomerAt', seen_by_customer(${ticket})) as side`)
  if (!row) throw new Error('side')
  const { shares, seenByCustomerAt, ...rest } = row.side
  await tx.execute(sql`update mentions set seen_at = now()
    where ticket_id = ${ticket} and engineer_id = ${viewer.engineer} and seen_at is null`)
  return {
    ...rest,
    shares: shares.map((share) => ({ ...share, until: share.until === null ? null : new Date(share.until) })),
    seenByCustomerAt: seenByCustomerAt === null ? null : new Date(seenByCustomerAt),
    engineers: await engineersWhoRead(tx, ticket),
  }
}
