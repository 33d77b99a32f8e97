-- One row, so that there is something to lock.
insert into licence default values on conflict do nothing;
--> statement-breakpoint
-- Customers who are signed in now, each once however many devices. Counts what the caller may see: all for administrators.
-- No session idles longer than seven days, and by the last use the living ones are found in an index.
create function customers_signed_in() returns int language sql stable as $$
  select count(distinct s.contact_id)::int from sessions s
  where s.ended_at is null and s.last_used_at > now() - interval '7 days'
    and s.contact_id is not null and s.engineer_id is null and session_alive(s)
$$;
--> statement-breakpoint
-- A place of the licence for a customer who signs in; who has one already needs no second. Sign-ins wait for one another
-- here, so that two cannot take the last place.
create function take_customer_place(contact bigint) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  places int := (select l.concurrent_customers from licence l);
begin
  if places is null then return; end if;
  select l.concurrent_customers into places from licence l for update;
  if exists (select from sessions s where s.contact_id = contact and s.ended_at is null and session_alive(s)) then return; end if;
  if customers_signed_in() >= places then
    raise exception 'every place for customers is taken' using errcode = 'LIC01';
  end if;
end $$;
--> statement-breakpoint
revoke execute on function take_customer_place from public;
--> statement-breakpoint
create or replace function start_session(kind text, owner bigint, token_hash text, device text, address text, absolute_minutes int, idle_minutes int)
  returns uuid language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  started uuid;
begin
  if viewer_rights(kind, owner) is null then return null; end if;
  if kind = 'contact' then perform take_customer_place(owner); end if;
  insert into sessions (token_hash, contact_id, engineer_id, device, address, expires_at, idle_minutes)
  values (start_session.token_hash, case kind when 'contact' then owner end, case kind when 'engineer' then owner end,
    left(start_session.device, 300), start_session.address, now() + make_interval(mins => absolute_minutes), start_session.idle_minutes)
  returning id into started;
  update accounts set last_sign_in_at = now() where kind = 'contact' and contact_id = owner;
  update engineers set last_sign_in_at = now() where kind = 'engineer' and id = owner;
  return started;
end $$;
--> statement-breakpoint
-- Deactivating an engineer or a profile ends the sessions of all who were in by it, so that reactivating revives none; so
-- does a password set by somebody else.
create function end_sessions_of_engineer() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sessions set ended_at = now(), end_reason = 'account_changed'
  where ended_at is null
    and (engineer_id = new.id or contact_id in (select a.contact_id from accounts a where a.profile_id = new.id));
  return null;
end $$;
--> statement-breakpoint
create trigger end_sessions after update of active, password_hash on engineers for each row
  when ((old.active and not new.active)
    or (old.password_hash is distinct from new.password_hash and viewer_kind() = 'engineer' and viewer_id('engineer') <> new.id))
  execute function end_sessions_of_engineer();
--> statement-breakpoint
-- How many contacts share a profile, up to a bound, and how many of them are signed in. An administrator need not see the
-- contacts to be told what a change does to them; nobody else is told anything.
create function contacts_of_profile(profile bigint, bound int) returns int
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from (
    select from accounts a where viewer_has('administer') and a.profile_id = profile limit bound
  ) x
$$;
--> statement-breakpoint
create function signed_in_by_profile(profile bigint) returns int
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct s.contact_id)::int from sessions s join accounts a on a.contact_id = s.contact_id
  where viewer_has('administer') and a.profile_id = profile and s.ended_at is null and session_alive(s)
$$;
