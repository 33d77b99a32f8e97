-- Whether we owe an answer: the newest entry that customers can read is a customer's. Kept with the same update that
-- moves the ticket up, so that an entry writes the ticket once.
create or replace function touch_ticket() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  visible boolean := (select c.customer_visible from text_classes c where c.id = new.text_class_id) and (
    new.kind <> 'change' or exists (select from ticket_fields f where f.id = new.field_id and f.exposure <> 'none'));
begin
  update tickets set
    updated_at = greatest(updated_at, new.created_at),
    customer_updated_at = case when visible then greatest(customer_updated_at, new.created_at) else customer_updated_at end,
    customer_spoke_last = case when visible and new.kind <> 'change' then new.author_kind = 'contact' else customer_spoke_last end
  where id = new.ticket_id;
  return null;
end $$;--> statement-breakpoint
update tickets t set customer_spoke_last = true where (
  select e.author_kind = 'contact' from entries e join text_classes c on c.id = e.text_class_id
  where e.ticket_id = t.id and e.kind <> 'change' and c.customer_visible order by e.id desc limit 1);--> statement-breakpoint
grant select, insert, update, delete on saved_views, desk_preferences, mentions, canned_texts to portico_app;--> statement-breakpoint
grant usage on all sequences in schema public to portico_app;--> statement-breakpoint

-- Who else is writing in this ticket now: names alone, and only of engineers, to an engineer who sees it.
create function writing_now(ticket bigint) returns table (name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select e.name from tickets t
  join drafts d on d.purpose = 'answer:' || t.number and d.updated_at > now() - interval '2 minutes'
  join engineers e on e.id = d.engineer_id and e.id <> viewer_id('engineer')
  where t.id = ticket and viewer_kind() = 'engineer' and ticket_visible(ticket)
  order by e.name limit 5
$$;--> statement-breakpoint

-- When the main customer last opened the ticket; told to an engineer who sees it.
create function seen_by_customer(ticket bigint) returns timestamptz
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.read_at from tickets t join read_marks m on m.ticket_id = t.id and m.contact_id = t.main_contact_id
  where t.id = ticket and viewer_kind() = 'engineer' and ticket_visible(ticket)
$$;--> statement-breakpoint

-- The customers who see a ticket now, of those who stand close to it: main customer, participants, holders of a share,
-- and of its company those whose profile sees all of the company's. An engineer asks before and after a move that is
-- then taken back, so that a warning tells what the rules themselves decide.
create function customers_who_see(ticket bigint) returns table (contact bigint, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.name from contacts c
  where viewer_kind() = 'engineer' and ticket_visible(ticket) and v7_sharer_sees(c.id, ticket, '{}') and c.id in (
    select t.main_contact_id from tickets t where t.id = ticket
    union select p.contact_id from participants p where p.ticket_id = ticket
    union select s.contact_id from shares s where s.ticket_id = ticket
    union (
      select k.id from tickets t join contacts k on k.company_id = t.company_id and k.active
        join accounts a on a.contact_id = k.id and not a.disabled
        join engineer_roles er on er.engineer_id = a.profile_id join roles r on r.id = er.role_id and r.own_company
      where t.id = ticket order by k.name limit 200)
  )
  order by c.name, c.id
$$;--> statement-breakpoint

-- A customer who may invite may write that it did, whatever else its profile lets it write. Customers do not read it.
create function note_invitation(ticket bigint, invited bigint, change jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not coalesce(v7_may_invite(ticket, invited), false) then
    raise exception 'not the viewer''s to invite' using errcode = 'insufficient_privilege';
  end if;
  insert into entries (ticket_id, kind, text_class_id, author_kind, author_contact_id, author_engineer_id, author_name, change)
  select t.id, 'change', coalesce(q.engineer_text_class_id, q.customer_text_class_id), viewer_kind(),
    viewer_id('contact'), viewer_id('engineer'),
    coalesce((select c.name from contacts c where c.id = viewer_id('contact')), (select e.name from engineers e where e.id = viewer_id('engineer'))),
    note_invitation.change
  from tickets t join queues q on q.id = t.queue_id
  where t.id = note_invitation.ticket and coalesce(q.engineer_text_class_id, q.customer_text_class_id) is not null;
end $$;--> statement-breakpoint

-- A share is taken back by whoever gave it, also where the colleague has left the company since; it is never prolonged so.
create function end_share(share bigint) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update shares s set ended_at = now()
    where s.id = share and s.ended_at is null and ticket_visible(s.ticket_id)
      and (s.shared_by_id = viewer_id('contact') or coalesce(v7_may_invite(s.ticket_id, s.contact_id), false));
  return found;
end $$;
