-- What a change of the set-up makes of many tickets is done by jobs, so that the change itself is done at once.
select pgboss.create_queue('search', '{"policy": "standard", "retryLimit": 50, "retryDelay": 10, "expireInSeconds": 120, "deleteAfterSeconds": 3600}');
--> statement-breakpoint
select pgboss.create_queue('answers-due', '{"policy": "standard", "retryLimit": 20, "retryDelay": 10, "expireInSeconds": 120, "deleteAfterSeconds": 3600}');
--> statement-breakpoint
-- The texts of a ticket that a search looks at, one after the other, and whether customers may read each.
create function searched_texts(ticket bigint) returns table (words text, visible boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.number || ' ' || t.subject, true from tickets t where t.id = ticket
  union all
  select e.body, c.customer_visible from entries e join text_classes c on c.id = e.text_class_id
    where e.ticket_id = ticket and e.kind <> 'change'
  union all
  select a.name, c.customer_visible from attachments a join text_classes c on c.id = a.text_class_id where a.ticket_id = ticket
  union all
  select v.value #>> '{}', f.exposure <> 'none' from field_values v join ticket_fields f on f.id = v.field_id where v.ticket_id = ticket
$$;
--> statement-breakpoint
-- Two that rebuild the same document wait for one another, and the later one reads what the first has written.
create or replace function rebuild_search_document(ticket bigint) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  select from search_documents d where d.ticket_id = ticket for update;
  insert into search_documents (ticket_id, customer_words, all_words)
  select t.id,
    search_scope(t.id) || search_words(coalesce((select string_agg(x.words, ' ') from searched_texts(t.id) x where x.visible), '')),
    search_scope(t.id) || search_words(coalesce((select string_agg(x.words, ' ') from searched_texts(t.id) x), ''))
  from tickets t where t.id = ticket
  on conflict (ticket_id) do update set customer_words = excluded.customer_words, all_words = excluded.all_words
$$;
--> statement-breakpoint
create function rebuild_search_later() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  rebuild bigint;
begin
  insert into search_rebuilds (text_class_id, field_id)
  values (case tg_table_name when 'text_classes' then new.id end, case tg_table_name when 'ticket_fields' then new.id end)
  returning id into rebuild;
  insert into pgboss.job (name, data, retry_limit, retry_delay, expire_seconds, deletion_seconds)
  select q.name, jsonb_build_object('rebuild', rebuild), q.retry_limit, q.retry_delay, q.expire_seconds, q.deletion_seconds
    from pgboss.queue q where q.name = 'search';
  return null;
end $$;
--> statement-breakpoint
drop trigger keep_search on text_classes;
--> statement-breakpoint
drop trigger keep_search on ticket_fields;
--> statement-breakpoint
create trigger keep_search after update of customer_visible on text_classes for each row
  when (old.customer_visible <> new.customer_visible) execute function rebuild_search_later();
--> statement-breakpoint
create trigger keep_search after update of exposure on ticket_fields for each row
  when ((old.exposure = 'none') <> (new.exposure = 'none')) execute function rebuild_search_later();
--> statement-breakpoint
create or replace function keep_search_document() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  case tg_table_name
    when 'entries' then
      perform add_search_words(new.ticket_id, new.body, (select customer_visible from text_classes where id = new.text_class_id));
    when 'attachments' then
      perform add_search_words(new.ticket_id, new.name, (select customer_visible from text_classes where id = new.text_class_id));
    when 'tickets' then perform rebuild_search_document(new.id);
    else perform rebuild_search_document(coalesce(new.ticket_id, old.ticket_id));
  end case;
  return null;
end $$;
--> statement-breakpoint
-- Whether the ticket has a text of which customers may read something else than its document says.
create function search_document_stale(ticket bigint, rebuild search_rebuilds) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from entries e where e.ticket_id = ticket and e.text_class_id = rebuild.text_class_id)
    or exists (select from attachments a where a.ticket_id = ticket and a.text_class_id = rebuild.text_class_id)
    or exists (select from field_values v where v.ticket_id = ticket and v.field_id = rebuild.field_id)
$$;
--> statement-breakpoint
-- Whether the words are in what customers may read now, of a ticket whose document may say otherwise until a job has come by.
create function customers_find(ticket bigint, wanted tsquery) returns boolean
  language sql stable security definer set search_path = public, pg_temp cost 10000 as $$
  select case when exists (select from search_rebuilds r where r.done_to < ticket and search_document_stale(ticket, r))
    then search_words(coalesce((select string_agg(x.words, ' ') from searched_texts(ticket) x where x.visible), '')) @@ wanted
    else true end
$$;
--> statement-breakpoint
-- Rebuilds the documents of the next tickets, and says whether to ask `again`, to `wait` a little or that all is `done`. Whoever
-- wrote while the change was made may have put a text into a document as it was readable before; by their end the job waits, so
-- that it comes after them. For the job alone.
create function rebuild_search_on(rebuild bigint, many int) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  asked search_rebuilds;
  next bigint[];
begin
  if viewer_kind() is distinct from 'system' then
    raise exception 'documents are rebuilt by the application itself' using errcode = 'insufficient_privilege';
  end if;
  select * into asked from search_rebuilds r where r.id = rebuild for update;
  if not found then return 'done'; end if;
  if asked.waits_for is null then
    update search_rebuilds r set waits_for = pg_snapshot_xmax(pg_current_snapshot())::text::bigint where r.id = rebuild;
    return 'again';
  end if;
  if pg_snapshot_xmin(pg_current_snapshot())::text::bigint < asked.waits_for then return 'wait'; end if;
  next := array(select t.id from tickets t where t.id > asked.done_to order by t.id limit many);
  if cardinality(next) = 0 then
    delete from search_rebuilds r where r.id = rebuild;
    return 'done';
  end if;
  perform rebuild_search_document(one) from unnest(next) one where search_document_stale(one, asked);
  update search_rebuilds r set done_to = next[cardinality(next)] where r.id = rebuild;
  return 'again';
end $$;
--> statement-breakpoint
revoke all on search_rebuilds from portico_app;
--> statement-breakpoint
revoke execute on function searched_texts, search_document_stale, customers_find from public;
--> statement-breakpoint
create or replace function hangs_on_contact(contact bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from contacts c where c.id = contact and viewer_kind() = 'engineer' and c.customer_group_id = any (viewer_ids('read_groups')))
    or exists (select from tickets t where t.main_contact_id = contact)
    or exists (select from entries e where e.author_contact_id = contact)
    or exists (select from participants p where p.contact_id = contact)
    or exists (select from shares s where s.contact_id = contact or s.shared_by_id = contact)
    or exists (select from accounts a where a.contact_id = contact)
$$;
--> statement-breakpoint
create or replace function hangs_on_company(company bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from companies c where c.id = company and viewer_kind() = 'engineer' and c.customer_group_id = any (viewer_ids('read_groups')))
    or exists (select from contacts c where c.company_id = company) or exists (select from tickets t where t.company_id = company)
$$;
--> statement-breakpoint
-- Since when a customer waits for an answer, and what the queue promises; no row where nobody waits or nothing is promised.
create function waits_for_answer(ticket bigint) returns table (since timestamptz, minutes int, hours jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select word.created_at, q.answer_minutes, q.service_hours
  from tickets t
  join queues q on q.id = t.queue_id and q.kind = 'regular' and q.answer_minutes is not null
  join statuses s on s.id = t.status_id and s.kind = 'open'
  cross join lateral (
    select e.author_kind, e.created_at from entries e join text_classes c on c.id = e.text_class_id and c.customer_visible
    where e.ticket_id = t.id and e.kind <> 'change' and (e.author_kind = 'contact' or e.body <> '' or e.kind <> 'activity')
    order by e.id desc limit 1
  ) word
  where t.id = ticket and word.author_kind = 'contact'
$$;
--> statement-breakpoint
create or replace function answer_clock(ticket bigint) returns table (since timestamptz, minutes int, hours jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select w.since, w.minutes, w.hours from waits_for_answer(ticket) w where wrote_just_now(ticket)
$$;
--> statement-breakpoint
-- The next open tickets of a queue, held until the job that asks has written when their answers are due. For the job alone.
create function answer_clocks(queue bigint, after bigint, many int)
  returns table (ticket bigint, since timestamptz, minutes int, hours jsonb)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  next bigint[];
begin
  if viewer_kind() is distinct from 'system' then
    raise exception 'only the application itself asks for many tickets' using errcode = 'insufficient_privilege';
  end if;
  next := array(select t.id from tickets t where t.queue_id = queue and t.is_open and t.id > after order by t.id limit many);
  perform from tickets t where t.id = any (next) order by t.id for update;
  return query select one, w.since, w.minutes, w.hours from unnest(next) one left join lateral waits_for_answer(one) w on true order by one;
end $$;
--> statement-breakpoint
create function set_answers_due(changed bigint[], due timestamptz[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if viewer_kind() is distinct from 'system' then
    raise exception 'only the application itself writes to many tickets' using errcode = 'insufficient_privilege';
  end if;
  update tickets t set answer_due_at = n.due from unnest(changed, set_answers_due.due) n (id, due)
    where t.id = n.id and t.answer_due_at is distinct from n.due;
end $$;
--> statement-breakpoint
revoke execute on function waits_for_answer from public;
--> statement-breakpoint
-- Visible tickets that hold the words, newest first, at most `page`, from before a place in that order. A word that many
-- tickets hold is found by walking the newest 1,000 of the scope; a rarer one by the index, of which at most 2,000 hits
-- are looked at.
create or replace function search_tickets(words text, scope text, queue bigint, open boolean, before_at timestamptz, before_id bigint, page int)
  returns table (ticket_id bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  wanted tsquery := search_query(words);
  engineer boolean := viewer_kind() = 'engineer';
  company bigint := viewer_id('own_company');
  place tsquery;
  newest bigint[];
  -- Whether there are documents that say what customers might read before.
  late boolean := not engineer and exists (select from search_rebuilds);
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
        and ticket_visible(t.id) and (not late or customers_find(t.id, wanted))
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
        and (not late or customers_find(t.id, wanted))
      order by t.customer_updated_at desc, t.id desc limit page;
  end if;
end $$;
