-- The application role may write a bind password and not read it.
grant select (id, name, active, for_contacts, for_engineers, url, start_tls, ca, base_dn, bind_dn, name_attribute, filter,
  identity_attribute, connect_ms, answer_ms, created_at) on ldap_servers to portico_app;
--> statement-breakpoint
grant insert, update, delete on ldap_servers to portico_app;
--> statement-breakpoint
-- The servers that are asked when somebody signs in, in the order in which they are asked.
create function ldap_servers_for(asked_kind text) returns setof ldap_servers
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.* from ldap_servers s
  where s.active and case asked_kind when 'contact' then s.for_contacts when 'engineer' then s.for_engineers else false end
  order by lower(trim(s.name)), s.id
$$;
--> statement-breakpoint
-- For the connection test and for the jobs that read a directory: sealed, as it is stored.
create function ldap_bind_password(server bigint) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.bind_password from ldap_servers s where s.id = server and (viewer_has('administer') or viewer_kind() = 'system')
$$;
--> statement-breakpoint
-- At the first sign-in the name by which an engineer knew somebody in the directory gives way to the directory's own identity.
create function pin_ldap_identity(kind text, owner bigint, known_name text, identity text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if kind = 'contact' then
    update accounts a set ldap_id = identity where a.contact_id = owner and a.ldap_id = known_name;
  else
    update engineers e set ldap_id = identity where e.id = owner and e.ldap_id = known_name and not e.is_track;
  end if;
  return found;
end $$;
--> statement-breakpoint
-- How many sign in through a directory, up to a bound.
create function ldap_accounts(out contacts int, out engineers int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select
    (select count(*)::int from (select from accounts a where a.ldap_id is not null limit 10001) c),
    (select count(*)::int from (select from engineers e where e.ldap_id is not null and not e.is_track limit 10001) e)
  where viewer_has('administer')
$$;
--> statement-breakpoint
-- A try that was no guess, because nothing could be asked: it counts no longer. Waits that others have caused since stay.
create function return_sign_in(keys text[], tried timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update back_offs b set failures = greatest(0, b.failures - 1),
    until = case when b.last_failed_at <= tried then null else b.until end
  where b.key = any (keys)
$$;
