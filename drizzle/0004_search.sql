-- Full-text search. Its operator is not leakproof, so that under row-level security the index could not be used: search
-- therefore runs in a SECURITY DEFINER function that applies the rule functions itself.

-- Words in both languages, so that "Pumpen" finds "Pumpe" and "printers" finds "printer"; bounded, for a mail may be long.
create function search_words(words text) returns tsvector language sql immutable parallel safe
  return to_tsvector('english', left(words, 100000)) || to_tsvector('german', left(words, 100000));

create function search_query(words text) returns tsquery language sql immutable parallel safe
  return websearch_to_tsquery('english', left(words, 200)) || websearch_to_tsquery('german', left(words, 200))
    || case when words ~ '^\s*[[:alnum:]]{3,}\s*$'
       then to_tsquery('simple', lower(trim(words)) || ':*') else ''::tsquery end;

-- Company, people and queue of a ticket as lexemes that no text can contain.
create function search_scope(ticket bigint) returns tsvector
  language sql stable security definer set search_path = public, pg_temp as $$
  select array_to_tsvector(array_remove(
    array['#q' || t.queue_id, '#c' || t.company_id, '#p' || t.main_contact_id]
    || (select array_agg('#p' || p.contact_id) from participants p where p.ticket_id = t.id)
    || (select array_agg('#p' || s.contact_id) from shares s where s.ticket_id = t.id), null))
  from tickets t where t.id = ticket
$$;

create function rebuild_search_document(ticket bigint) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  with texts as (
    select t.number || ' ' || t.subject as words, true as visible from tickets t where t.id = ticket
    union all
    select e.body, c.customer_visible from entries e join text_classes c on c.id = e.text_class_id
      where e.ticket_id = ticket and e.kind <> 'change'
    union all
    select a.name, c.customer_visible from attachments a join text_classes c on c.id = a.text_class_id where a.ticket_id = ticket
    union all
    select v.value #>> '{}', f.exposure <> 'none' from field_values v join ticket_fields f on f.id = v.field_id where v.ticket_id = ticket
  )
  insert into search_documents (ticket_id, customer_words, all_words)
  select t.id,
    search_scope(t.id) || search_words(coalesce((select string_agg(words, ' ') from texts where visible), '')),
    search_scope(t.id) || search_words(coalesce((select string_agg(words, ' ') from texts), ''))
  from tickets t where t.id = ticket
  on conflict (ticket_id) do update set customer_words = excluded.customer_words, all_words = excluded.all_words
$$;

create function add_search_words(ticket bigint, words text, visible boolean) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update search_documents set
    customer_words = case when visible then customer_words || search_words(words) else customer_words end,
    all_words = all_words || search_words(words)
  where ticket_id = ticket
$$;

create function keep_search_document() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  case tg_table_name
    when 'entries' then
      perform add_search_words(new.ticket_id, new.body, (select customer_visible from text_classes where id = new.text_class_id));
    when 'attachments' then
      perform add_search_words(new.ticket_id, new.name, (select customer_visible from text_classes where id = new.text_class_id));
    when 'tickets' then perform rebuild_search_document(new.id);
    when 'text_classes' then
      perform rebuild_search_document(t.ticket_id) from (
        select ticket_id from entries where text_class_id = new.id union select ticket_id from attachments where text_class_id = new.id
      ) t where t.ticket_id is not null;
    when 'ticket_fields' then
      perform rebuild_search_document(v.ticket_id) from field_values v where v.field_id = new.id;
    else perform rebuild_search_document(coalesce(new.ticket_id, old.ticket_id));
  end case;
  return null;
end $$;
create trigger keep_search after insert on entries for each row when (new.kind <> 'change') execute function keep_search_document();
create trigger keep_search after insert or update of ticket_id on attachments for each row
  when (new.ticket_id is not null) execute function keep_search_document();
create trigger keep_search after insert or update of subject, main_contact_id, company_id, queue_id on tickets
  for each row execute function keep_search_document();
create trigger keep_search after insert or delete on participants for each row execute function keep_search_document();
create trigger keep_search after insert or update or delete on shares for each row execute function keep_search_document();
create trigger keep_search after insert or update or delete on field_values for each row execute function keep_search_document();
create trigger keep_search after update of customer_visible on text_classes for each row
  when (old.customer_visible <> new.customer_visible) execute function keep_search_document();
create trigger keep_search after update of exposure on ticket_fields for each row
  when (old.exposure <> new.exposure) execute function keep_search_document();

-- Visible tickets that hold the words, newest first, at most `page`, from before a place in that order. A word that many
-- tickets hold is found by walking the newest 1,000 of the scope; a rarer one by the index, of which at most 2,000 hits
-- are looked at.
create function search_tickets(words text, scope text, queue bigint, open boolean, before_at timestamptz, before_id bigint, page int)
  returns table (ticket_id bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  wanted tsquery := search_query(words);
  engineer boolean := viewer_kind() = 'engineer';
  company bigint := viewer_id('own_company');
  place tsquery;
  newest bigint[];
begin
  if viewer_kind() is null or numnode(wanted) = 0 then return; end if;
  if scope = 'company' and company is not null then
    place := format('''#c%s''', company)::tsquery;
  elsif scope = 'mine' and not engineer then
    place := format('''#p%s''', viewer_id('contact'))::tsquery;
  elsif scope in ('queues', 'faq') then
    select string_agg(format('''#q%s''', q.id), '|')::tsquery into place from queues q
      where q.id = any (viewer_ids('read_queues')) and (scope = 'queues' or q.kind = 'faq') and (queue is null or q.id = queue);
  end if;
  if place is null then return; end if;
  if scope = 'queues' and not engineer then return; end if;

  if scope = 'company' then
    select array_agg(n.id order by n.customer_updated_at desc, n.id desc) into newest from (
      select t.id, t.customer_updated_at from (
        select * from tickets t where t.company_id = company
          and (before_at is null or (t.customer_updated_at, t.id) < (before_at, before_id))
        order by t.customer_updated_at desc, t.id desc limit 1000
      ) t join search_documents d on d.ticket_id = t.id
      where d.customer_words @@ wanted and (queue is null or t.queue_id = queue) and (open is null or t.is_open = open)
        and ticket_visible(t.id)
      order by t.customer_updated_at desc, t.id desc limit page
    ) n;
  elsif engineer then
    select array_agg(n.id order by n.updated_at desc, n.id desc) into newest from (
      select t.id, t.updated_at from (
        select one.* from unnest(viewer_ids('read_queues')) as r (queue_id), lateral (
          select * from tickets t where t.queue_id = r.queue_id and (queue is null or r.queue_id = queue)
            and (before_at is null or (t.updated_at, t.id) < (before_at, before_id))
          order by t.updated_at desc, t.id desc limit 1000
        ) one order by one.updated_at desc, one.id desc limit 1000
      ) t join search_documents d on d.ticket_id = t.id
      where d.all_words @@ wanted and (open is null or t.is_open = open) and ticket_visible(t.id)
      order by t.updated_at desc, t.id desc limit page
    ) n;
  end if;
  if cardinality(newest) = page then
    return query select unnest(newest);
    return;
  end if;

  if engineer then
    return query select t.id from (
        select d.ticket_id from search_documents d where d.all_words @@ (place && wanted) limit 2000
      ) hit join tickets t on t.id = hit.ticket_id
      where (queue is null or t.queue_id = queue) and (open is null or t.is_open = open)
        and (before_at is null or (t.updated_at, t.id) < (before_at, before_id)) and ticket_visible(t.id)
      order by t.updated_at desc, t.id desc limit page;
  else
    return query select t.id from (
        select d.ticket_id from search_documents d where d.customer_words @@ (place && wanted) limit 2000
      ) hit join tickets t on t.id = hit.ticket_id
      where (queue is null or t.queue_id = queue) and (open is null or t.is_open = open)
        and (before_at is null or (t.customer_updated_at, t.id) < (before_at, before_id)) and ticket_visible(t.id)
      order by t.customer_updated_at desc, t.id desc limit page;
  end if;
end $$;

revoke execute on function search_scope, rebuild_search_document, add_search_words from public;
