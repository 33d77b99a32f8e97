-- How many rows hang on something of a queue's set-up, up to a bound. An administrator need not see the tickets to be told
-- that they are in the way; nobody else is told anything.
create function count_uses(what text, subject bigint, bound int) returns int
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  found_rows int := 0;
begin
  if not viewer_has('administer') then return 0; end if;
  case what
    when 'tickets of queue' then
      select count(*) into found_rows from (select from tickets t where t.queue_id = subject limit bound) x;
    when 'open tickets of queue' then
      select count(*) into found_rows from (select from tickets t where t.queue_id = subject and t.is_open limit bound) x;
    when 'tickets in status' then
      select count(*) into found_rows from (select from tickets t where t.status_id = subject limit bound) x;
    when 'values of field' then
      select count(*) into found_rows from (select from field_values v where v.field_id = subject limit bound) x;
    when 'changes of field' then
      select count(*) into found_rows from (select from entries e where e.field_id = subject limit bound) x;
    when 'entries of class' then
      select count(*) into found_rows from (select from entries e where e.text_class_id = subject limit bound) x;
    when 'files of class' then
      select count(*) into found_rows from (select from attachments a where a.text_class_id = subject limit bound) x;
  end case;
  return found_rows;
end $$;
--> statement-breakpoint
-- The same for one choice of a list or multi-list field.
create function count_choices(field bigint, choice text, bound int) returns int
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from (
    select from field_values v where viewer_has('administer') and v.field_id = field and v.value ? choice limit bound
  ) x
$$;
--> statement-breakpoint
-- The viewer has an entry in the ticket that is of this very transaction.
create function wrote_just_now(ticket bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from entries e where e.ticket_id = ticket and e.created_at >= now()
      and case viewer_kind() when 'contact' then e.author_contact_id = viewer_id('contact')
        when 'engineer' then e.author_engineer_id = viewer_id('engineer') else false end)
$$;
--> statement-breakpoint
-- Since when a customer waits for an answer, and what the queue promises: the last word that the customer may read is the
-- customer's own, and the ticket is with us. No row where nobody waits or nothing is promised. Told only to whoever has
-- just written in the ticket, for the command that keeps answer_due_at.
create function answer_clock(ticket bigint) returns table (since timestamptz, minutes int, hours jsonb)
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
  where t.id = ticket and word.author_kind = 'contact' and wrote_just_now(ticket)
$$;
--> statement-breakpoint
create function set_answer_due(ticket bigint, due timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update tickets t set answer_due_at = due
  where t.id = ticket and t.answer_due_at is distinct from due and wrote_just_now(ticket)
$$;
