-- What sign-in needs before there is a viewer. (In an SQL function a column hides an argument of the same name: here none
-- is named like a column.) The application role reaches credentials, sessions and back-offs only
-- through these functions.

create function session_alive(s sessions) returns boolean language sql stable
  return s.ended_at is null and s.expires_at > now() and s.last_used_at > now() - make_interval(mins => s.idle_minutes::int);

-- The one account behind a login in its normal form; no row for an unknown one.
create function credential_of_login(viewer_kind text, normal_login text)
  returns table (id bigint, password_hash text, password_scheme text, ldap_id text, refused boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.contact_id, a.password_hash, a.password_scheme, a.ldap_id, viewer_rights('contact', a.contact_id) is null
    from accounts a where viewer_kind = 'contact' and a.login_normal = normal_login
  union all
  select e.id, e.password_hash, e.password_scheme, e.ldap_id, viewer_rights('engineer', e.id) is null
    from engineers e where viewer_kind = 'engineer' and lower(trim(normalize(e.login, nfkc))) = normal_login and not e.is_track
$$;

-- A try is counted before the password is looked at, so that guesses sent all at once wait for one another here and do not
-- all pass; false where a key has to wait. Five tries are free for an account, thirty for an address; then 2, 4, 8 ... seconds
-- up to 15 minutes. A quarter of an hour without a try forgets them.
create function reserve_sign_in(keys text[]) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into back_offs (key, failures, last_failed_at) select k, 0, now() from unnest(keys) k order by k on conflict do nothing;
  perform from back_offs b where b.key = any (keys) order by b.key for update;
  if exists (select from back_offs b where b.key = any (keys) and b.until > clock_timestamp()) then return false; end if;
  update back_offs b set
    failures = case when b.last_failed_at < now() - interval '15 minutes' then 1 else b.failures + 1 end,
    last_failed_at = clock_timestamp(),
    until = case
      when b.last_failed_at < now() - interval '15 minutes' then null
      when b.failures + 1 >= case when b.key like 'address:%' then 30 else 5 end
        then clock_timestamp() + least(interval '15 minutes',
          make_interval(secs => 2 ^ least(10, b.failures + 2 - case when b.key like 'address:%' then 30 else 5 end)))
    end
  where b.key = any (keys);
  return true;
end $$;

-- The try was right, or no guess at all: the account's count is cleared, the address gets this one try back and keeps the
-- others, for it may be trying many accounts.
create function forgive_sign_in(account_key text, address_key text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from back_offs b where b.key = account_key;
  update back_offs b set failures = greatest(0, b.failures - 1), until = case when b.failures <= 30 then null else b.until end
    where b.key = address_key;
$$;

create function start_session(kind text, owner bigint, token_hash text, device text, address text, absolute_minutes int, idle_minutes int)
  returns uuid language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  started uuid;
begin
  if viewer_rights(kind, owner) is null then return null; end if;
  insert into sessions (token_hash, contact_id, engineer_id, device, address, expires_at, idle_minutes)
  values (start_session.token_hash, case kind when 'contact' then owner end, case kind when 'engineer' then owner end,
    left(start_session.device, 300), start_session.address, now() + make_interval(mins => absolute_minutes), start_session.idle_minutes)
  returning id into started;
  update accounts set last_sign_in_at = now() where kind = 'contact' and contact_id = owner;
  update engineers set last_sign_in_at = now() where kind = 'engineer' and id = owner;
  return started;
end $$;

-- The viewer behind a session cookie, from the tables as they are now; null where there is none. Notes the use of the
-- session at most once a minute.
create function session_viewer(hash text) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  s sessions;
begin
  select * into s from sessions where sessions.token_hash = hash;
  if not found or not session_alive(s) then return null; end if;
  if s.last_used_at < now() - interval '1 minute' then
    update sessions set last_used_at = now() where id = s.id;
  end if;
  return viewer_rights(case when s.contact_id is null then 'engineer' else 'contact' end, coalesce(s.contact_id, s.engineer_id))
    || jsonb_build_object('session', s.id);
end $$;

create function end_session(hash text, reason text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update sessions set ended_at = now(), end_reason = reason where token_hash = hash and ended_at is null
$$;

-- Replaces a hash by a newer one of the same password, unless it was changed meanwhile.
create function upgrade_password_hash(kind text, owner bigint, old_hash text, new_hash text, scheme text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update accounts set password_hash = new_hash, password_scheme = scheme
    where kind = 'contact' and contact_id = owner and password_hash = old_hash;
  update engineers set password_hash = new_hash, password_scheme = scheme
    where kind = 'engineer' and id = owner and password_hash = old_hash;
end $$;

-- The viewer's own hash, to prove the current password before a change.
create function own_password_hash() returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.password_hash from accounts a where viewer_kind() = 'contact' and a.contact_id = viewer_id('contact')
  union all
  select e.password_hash from engineers e where viewer_kind() = 'engineer' and e.id = viewer_id('engineer')
$$;

-- The viewer sets its own password; every session of it ends but the one that did it.
create function set_own_password(new_hash text, scheme text, kept_session uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update accounts set password_hash = new_hash, password_scheme = scheme, must_change_password = false
    where viewer_kind() = 'contact' and contact_id = viewer_id('contact');
  update engineers set password_hash = new_hash, password_scheme = scheme, must_change_password = false
    where viewer_kind() = 'engineer' and id = viewer_id('engineer');
  update sessions set ended_at = now(), end_reason = 'password_changed'
    where ended_at is null and id is distinct from kept_session
      and case viewer_kind() when 'contact' then contact_id = viewer_id('contact') else engineer_id = viewer_id('engineer') end;
end $$;

-- Disabling an account, taking its profile or setting its password from the desk ends its sessions at once.
create function end_sessions_of_account() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sessions set ended_at = now(), end_reason = 'account_changed' where contact_id = new.contact_id and ended_at is null;
  return null;
end $$;
create trigger end_sessions after update of disabled, profile_id, password_hash on accounts for each row
  when ((new.disabled and not old.disabled) or (new.profile_id is null and old.profile_id is not null)
    or (old.password_hash is distinct from new.password_hash and viewer_kind() = 'engineer'))
  execute function end_sessions_of_account();

-- Theme and customer groups of a host name, for the page before sign-in; and settings that differ from their defaults.
create function theme_of_host(name text) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select h.theme from hosts h where h.host = lower(name)
$$;

create function settings_named(names text[]) returns table (key text, value jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.key, s.value from settings s where s.key = any (names)
$$;

-- Names that a customer's page shows beside its tickets, one by one and never as a list.
create function engineer_name(engineer bigint) returns text
  language sql stable security definer parallel safe set search_path = public, pg_temp as $$
  select e.name from engineers e where e.id = engineer and viewer_kind() is not null
$$;

create function contact_name_on_ticket(contact bigint, ticket bigint) returns text
  language sql stable security definer parallel safe set search_path = public, pg_temp as $$
  select c.name from contacts c
  where c.id = contact and ticket_visible(ticket) and (
    exists (select from tickets t where t.id = ticket and t.main_contact_id = contact)
    or exists (select from participants p where p.ticket_id = ticket and p.contact_id = contact)
    or exists (select from shares s where s.ticket_id = ticket and s.contact_id = contact))
$$;
