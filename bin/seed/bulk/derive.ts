import type postgres from 'postgres'
import type { Setting } from './setting.ts'

/** Tickets with the copies and moments that the triggers would have kept (V2, V4, V8), in one statement. */
export async function insertTickets(sql: postgres.Sql): Promise<void> {
  await sql`
    insert into tickets (id, number, queue_id, status_id, main_contact_id, engineer_id, subject, created_at,
      company_id, customer_group_id, is_faq, is_open, updated_at, customer_updated_at, closed_at)
    select s.id, 100000 + s.id, s.queue_id, s.status_id, s.main_contact_id, s.engineer_id, s.subject, s.created_at,
      c.company_id, c.customer_group_id, q.kind = 'faq', st.kind <> 'closed',
      greatest(s.created_at, e.updated_at), greatest(s.created_at, e.customer_updated_at),
      case when st.kind = 'closed' then greatest(s.created_at, e.updated_at) end
    from seeded_tickets s
    join queues q on q.id = s.queue_id
    join statuses st on st.id = s.status_id
    left join contacts c on c.id = s.main_contact_id
    left join (
      select e.ticket_id, max(e.created_at) as updated_at, max(e.created_at) filter (where tc.customer_visible) as customer_updated_at
      from entries e join text_classes tc on tc.id = e.text_class_id group by e.ticket_id
    ) e on e.ticket_id = s.id
    order by s.id`
}

/** Field values, guests and read marks: a few for each ticket, chosen by its number. */
export async function insertAround(sql: postgres.Sql, { fields }: Setting): Promise<void> {
  const value = (queue: string, key: string, choices: string[]) => sql`
    insert into field_values (ticket_id, field_id, value)
    select t.id, f.id, to_jsonb((${choices}::text[])[1 + t.id % ${choices.length}])
    from tickets t join ticket_fields f on f.id = ${fields.of(`${queue}/${key}`)} and f.queue_id = t.queue_id`
  await value('ServiceDesk', 'request_kind', ['fault', 'visit', 'delivery', 'question'])
  await value('ServiceDesk', 'priority', ['normal', 'low', 'normal', 'high', 'urgent'])
  await value('ServiceDesk', 'root_cause', ['wear', 'air', 'parameter'])
  await value('Helpdesk_2nd_Level', 'component', ['controller', 'dosing', 'booster', 'software', 'other'])
  await sql`insert into participants (ticket_id, contact_id, ticket_updated_at, added_at)
    select t.id, s.guest_id, t.customer_updated_at, t.created_at
    from seeded_tickets s join tickets t on t.id = s.id where s.guest_id is not null and s.id % 120 <> 0`
  await sql`insert into shares (ticket_id, contact_id, shared_by_id, ticket_updated_at, created_at)
    select t.id, s.guest_id, t.main_contact_id, t.customer_updated_at, t.created_at
    from seeded_tickets s join tickets t on t.id = s.id where s.guest_id is not null and s.id % 120 = 0`
  await sql`insert into read_marks (contact_id, ticket_id, read_at)
    select main_contact_id, id, customer_updated_at from tickets where id % 2 = 0`
  await sql`drop table seeded_tickets`
}

/** Sequences go on after what was written with numbers of our own. */
export async function advanceSequences(sql: postgres.Sql): Promise<void> {
  for (const table of ['companies', 'contacts', 'tickets']) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), (select max(id) from ${sql(table)}))`
  }
  await sql`select setval('ticket_number', (select max(number) from tickets))`
}
