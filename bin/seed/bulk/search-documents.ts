import type postgres from 'postgres'

const PORTION = 20_000

/**
 * Search documents of all tickets, as `rebuild_search_document` makes each, but a portion of tickets a statement; several
 * connections share the work. The words of internal entries are read once and joined to those that customers may find.
 */
export async function insertSearchDocuments(
  connections: postgres.Sql[],
  tickets: number,
  log: (line: string) => void,
): Promise<void> {
  const starts = Array.from({ length: Math.ceil(tickets / PORTION) }, (_, portion) => portion * PORTION + 1)
  let done = 0
  await Promise.all(
    connections.map(async (sql) => {
      for (let from = starts.shift(); from !== undefined; from = starts.shift()) {
        await insertPortion(sql, from, from + PORTION)
        done += PORTION
        if (done % 100_000 === 0) log(`${done.toLocaleString('en')} search documents written`)
      }
    }),
  )
}

async function insertPortion(sql: postgres.Sql, from: number, to: number): Promise<void> {
  await sql`
    insert into search_documents (ticket_id, customer_words, all_words)
    select d.id, d.scope || d.shown, d.scope || d.shown || d.hidden
    from (
      select t.id,
        array_to_tsvector(array_remove(array['#q' || t.queue_id, '#c' || t.company_id, '#p' || t.main_contact_id]
          || (select array_agg('#p' || p.contact_id) from participants p where p.ticket_id = t.id)
          || (select array_agg('#p' || s.contact_id) from shares s where s.ticket_id = t.id), null)) as scope,
        search_words(t.number || ' ' || t.subject || ' ' || coalesce(e.shown, '') || ' ' || coalesce(v.shown, '')) as shown,
        search_words(coalesce(e.hidden, '') || ' ' || coalesce(v.hidden, '')) as hidden
      from tickets t
      left join (
        select e.ticket_id, string_agg(e.body, ' ') filter (where c.customer_visible) as shown,
          string_agg(e.body, ' ') filter (where not c.customer_visible) as hidden
        from entries e join text_classes c on c.id = e.text_class_id
        where e.ticket_id >= ${from} and e.ticket_id < ${to} and e.kind <> 'change' group by e.ticket_id
      ) e on e.ticket_id = t.id
      left join (
        select v.ticket_id, string_agg(v.value #>> '{}', ' ') filter (where f.exposure <> 'none') as shown,
          string_agg(v.value #>> '{}', ' ') filter (where f.exposure = 'none') as hidden
        from field_values v join ticket_fields f on f.id = v.field_id
        where v.ticket_id >= ${from} and v.ticket_id < ${to} group by v.ticket_id
      ) v on v.ticket_id = t.id
      where t.id >= ${from} and t.id < ${to}
      offset 0
    ) d`
}
