alter table customer_groups add constraint customer_groups_fixed_profile_id_engineers_id_fk
  foreign key (fixed_profile_id) references engineers (id);

-- The application role may use rows, never own or alter tables; password hashes it may write and not read.
grant select, insert, update, delete on all tables in schema public to portico_app;
grant usage on all sequences in schema public to portico_app;
revoke all on search_documents, back_offs from portico_app;
revoke select on accounts, engineers from portico_app;
grant select (contact_id, login, login_normal, profile_id, ldap_id, must_change_password, disabled, locked_until, last_sign_in_at, created_at)
  on accounts to portico_app;
grant select (id, login, name, email, is_track, active, locale, ldap_id, must_change_password, last_sign_in_at, created_at)
  on engineers to portico_app;
revoke update, delete on entries, audit from portico_app;
revoke insert, update, delete on sessions from portico_app;
grant update (ended_at, end_reason) on sessions to portico_app;
-- Called by other definer functions only; by itself each would tell of rows that the caller may not see.
revoke execute on function viewer_rights, v7_share_holds, v7_sharer_sees from public;

-- The copies on a ticket (V2, V4) are always those of its main customer, queue and status as they are now. Whoever makes
-- or moves a ticket holds the rows that it copies from, so that a move of the contact at the same moment waits, or is waited
-- for; an ordinary update only reads them again, or the two could lock each other.
create function keep_ticket_copies() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' or new.main_contact_id is distinct from old.main_contact_id
    or new.queue_id <> old.queue_id or new.status_id <> old.status_id then
    perform from contacts c where c.id = new.main_contact_id for share;
    perform from queues q where q.id = new.queue_id for share;
    perform from statuses s where s.id = new.status_id for share;
  end if;
  select c.company_id, c.customer_group_id into new.company_id, new.customer_group_id
    from contacts c where c.id = new.main_contact_id;
  select q.kind = 'faq' into new.is_faq from queues q where q.id = new.queue_id;
  select s.kind <> 'closed' into new.is_open from statuses s where s.id = new.status_id;
  new.closed_at := case when new.is_open then null else coalesce(new.closed_at, now()) end;
  return new;
end $$;
create trigger keep_copies before insert or update on tickets for each row execute function keep_ticket_copies();

create function refresh_ticket_copies() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  case tg_table_name
    when 'contacts' then update tickets set company_id = new.company_id where main_contact_id = new.id;
    when 'queues' then update tickets set is_faq = (new.kind = 'faq') where queue_id = new.id;
    when 'statuses' then update tickets set is_open = (new.kind <> 'closed') where status_id = new.id;
  end case;
  return null;
end $$;
create trigger refresh_copies after update of company_id, customer_group_id on contacts for each row
  when (old.company_id is distinct from new.company_id or old.customer_group_id <> new.customer_group_id)
  execute function refresh_ticket_copies();
create trigger refresh_copies after update of kind on queues for each row
  when (old.kind <> new.kind) execute function refresh_ticket_copies();
create trigger refresh_copies after update of kind on statuses for each row
  when (old.kind <> new.kind) execute function refresh_ticket_copies();

-- Statuses belong to the ticket's queue, text classes of an entry to those of the queue.
create function check_ticket_status() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from statuses s where s.id = new.status_id and s.queue_id = new.queue_id) then
    raise exception 'status % is not one of queue %', new.status_id, new.queue_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger status_of_queue after insert or update of status_id, queue_id on tickets
  for each row execute function check_ticket_status();

-- "My tickets" walks participants and shares in the ticket's order.
create function follow_ticket_order() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'tickets' then
    update participants set ticket_updated_at = new.customer_updated_at where ticket_id = new.id;
    update shares set ticket_updated_at = new.customer_updated_at where ticket_id = new.id;
    return null;
  end if;
  select t.customer_updated_at into new.ticket_updated_at from tickets t where t.id = new.ticket_id;
  return new;
end $$;
create trigger follow_order after update of customer_updated_at on tickets for each row
  when (old.customer_updated_at <> new.customer_updated_at) execute function follow_ticket_order();
create trigger follow_order before insert on participants for each row execute function follow_ticket_order();
create trigger follow_order before insert on shares for each row execute function follow_ticket_order();

-- An entry moves its ticket up: for customers only where they may read it (V8).
create function touch_ticket() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  visible boolean := (select c.customer_visible from text_classes c where c.id = new.text_class_id) and (
    new.kind <> 'change' or exists (select from ticket_fields f where f.id = new.field_id and f.exposure <> 'none'));
begin
  update tickets set
    updated_at = greatest(updated_at, new.created_at),
    customer_updated_at = case when visible then greatest(customer_updated_at, new.created_at) else customer_updated_at end
  where id = new.ticket_id;
  return null;
end $$;
create trigger touch_ticket after insert on entries for each row execute function touch_ticket();

-- The audit log is a chain: each row's hash covers the one before, so that an edit or a gap shows.
create function audit_digest(a audit) returns text language sql immutable
  return encode(sha256(convert_to(
    concat_ws('|', coalesce(a.previous_hash, ''), a.id, extract(epoch from a.at), a.actor_kind, a.actor_id, a.action,
      a.subject_kind, a.subject_id, a.before::text, a.after::text, a.address, a.request_id), 'UTF8')), 'hex');

create function chain_audit() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('portico.audit'));
  new.id := nextval(pg_get_serial_sequence('audit', 'id'));
  new.at := clock_timestamp();
  select a.hash into new.previous_hash from audit a order by a.id desc limit 1;
  new.hash := audit_digest(new);
  return new;
end $$;
create trigger chain before insert on audit for each row execute function chain_audit();

-- Files of a draft go to the entry that its owner has just written; nobody else can move a file anywhere.
create function bind_draft_files(draft uuid, entry bigint) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  e entries;
  bound int;
begin
  select * into e from entries where id = entry
    and case viewer_kind() when 'contact' then author_contact_id = viewer_id('contact') else author_engineer_id = viewer_id('engineer') end;
  if not found or e.created_at < now() or not exists (
    select from drafts d where d.id = draft
      and case viewer_kind() when 'contact' then d.contact_id = viewer_id('contact') else d.engineer_id = viewer_id('engineer') end
  ) then
    raise exception 'not the viewer''s own draft and entry' using errcode = 'insufficient_privilege';
  end if;
  update attachments set ticket_id = e.ticket_id, entry_id = e.id, text_class_id = e.text_class_id, draft_id = null
    where draft_id = draft and ticket_id is null;
  get diagnostics bound = row_count;
  return bound;
end $$;

-- What somebody sends after the session ran out waits as a draft of the one whose session it was.
create function keep_draft_of_ended_session(hash text, purpose text, "values" jsonb) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into drafts (contact_id, engineer_id, purpose, "values", updated_at)
  select s.contact_id, s.engineer_id, keep_draft_of_ended_session.purpose, keep_draft_of_ended_session."values", now()
    from sessions s where s.token_hash = hash and s.started_at > now() - interval '30 days'
      and (s.ended_at is null or s.end_reason = 'signed_out')
      and viewer_rights(case when s.contact_id is null then 'engineer' else 'contact' end, coalesce(s.contact_id, s.engineer_id)) is not null
      and (select count(*) from drafts d where d.contact_id = s.contact_id or d.engineer_id = s.engineer_id) < 200
  on conflict do nothing;
  return found;
end $$;

-- What a new ticket's fields start with where its creator is not asked; the creator may not set them itself (V6).
create function fill_initial_fields(ticket bigint) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into field_values (ticket_id, field_id, value)
  select t.id, f.id, f.initial from tickets t join ticket_fields f on f.queue_id = t.queue_id
  where t.id = ticket and f.initial is not null and f.exposure <> 'full' and first_entry(ticket)
  on conflict do nothing
$$;
