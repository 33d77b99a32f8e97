-- A sign-in and a deactivation at the same moment: whichever comes second sees what the first did. So a session never begins
-- unseen beneath a deactivation, to come alive when somebody reactivates.
create or replace function start_session(kind text, owner bigint, token_hash text, device text, address text, absolute_minutes int, idle_minutes int)
  returns uuid language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  started uuid;
begin
  if kind = 'contact' then
    perform from accounts a where a.contact_id = owner for no key update;
    perform from engineers e where e.id = (select a.profile_id from accounts a where a.contact_id = owner) for share;
  else
    perform from engineers e where e.id = owner for no key update;
  end if;
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
