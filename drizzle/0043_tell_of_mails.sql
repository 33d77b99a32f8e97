-- As before; and a customer's mail is a word of the customer's like any other.
create or replace function notify_of_entry(entry bigint) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  e entries;
  readable boolean;
  stepped boolean;
begin
  select * into e from entries x where x.id = entry
    and case viewer_kind() when 'contact' then x.author_contact_id = viewer_id('contact')
      when 'engineer' then x.author_engineer_id = viewer_id('engineer') else false end;
  if not found or e.created_at < now() then return; end if;
  readable := e.kind in ('comment', 'mail_in', 'activity') and (select c.customer_visible from text_classes c where c.id = e.text_class_id)
    and (e.body <> '' or e.kind <> 'activity');
  stepped := e.kind = 'activity' and e.change ->> 'what' = 'status';
  if not readable and not stepped then return; end if;
  insert into outbox (template, contact_id, ticket_id, entry_id)
  select case when readable then 'ticket-answered' else 'ticket-status' end, p.contact_id, e.ticket_id, e.id
  from (
    select t.main_contact_id as contact_id from tickets t where t.id = e.ticket_id
    union select p.contact_id from participants p where p.ticket_id = e.ticket_id
    union select s.contact_id from shares s where s.ticket_id = e.ticket_id and s.ended_at is null and (s.until is null or s.until > now())
  ) p
  join accounts a on a.contact_id = p.contact_id and a.profile_id is not null and not a.disabled
  left join contact_details d on d.contact_id = p.contact_id
  where p.contact_id is distinct from e.author_contact_id
    and not (case when readable then 'answer' else 'status' end = any (coalesce(d.muted_mails, '{}')))
  order by p.contact_id limit 200;
  if e.author_contact_id is null then return; end if;
  insert into outbox (template, engineer_id, ticket_id, entry_id)
  select case when readable then 'desk-answered' else 'desk-status' end, g.id, e.ticket_id, e.id
  from tickets t join engineers g on g.id = t.engineer_id and g.active left join engineer_wishes w on w.engineer_id = g.id
  where t.id = e.ticket_id and not ('customer' = any (coalesce(w.muted_mails, '{}')));
end $$;
