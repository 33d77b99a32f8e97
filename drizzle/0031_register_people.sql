-- What self-registration needs before there is an account. Nothing here tells whether somebody has one.

grant select, insert, update, delete on registration_offers, registration_hosts, registration_domains to portico_app;
revoke select, insert, update, delete on registrations from portico_app;
grant select (id, customer_group_id, company_id, state, known_domain, name, email, login_normal, locale, host, fields, consented_at, contact_id,
  decided_by_id, decided_at, reason, created_at, expires_at) on registrations to portico_app;
grant update (company_id, known_domain, state, password_hash, contact_id, decided_by_id, decided_at, reason, expires_at) on registrations to portico_app;
--> statement-breakpoint
select pgboss.create_queue('registration', '{"policy": "standard", "retryLimit": 5, "retryDelay": 10, "retryBackoff": true, "expireInSeconds": 60, "deleteAfterSeconds": 60, "retentionSeconds": 3600}');
--> statement-breakpoint
select pgboss.create_queue('lock-notice', '{"policy": "standard", "retryLimit": 5, "retryDelay": 10, "retryBackoff": true, "expireInSeconds": 60, "deleteAfterSeconds": 60, "retentionSeconds": 3600}');
--> statement-breakpoint
-- The customer groups in which somebody may register at this host, with the contact fields in their order, from which the form is made.
create function registration_forms(at_host text)
  returns table (customer_group bigint, key text, labels jsonb, theme text, contact_name text, asked text[], consent jsonb, consent_link text, fields jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select g.id, g.key, g.labels, g.theme, g.contact_name, o.fields, o.consent, o.consent_link, coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'key', d.key, 'type', d.type, 'labels', d.labels, 'help', d.help, 'options', d.options,
        'annotations', d.annotations) order by f.position, f.id, d.position, d.id)
      from field_groups f join data_fields d on d.field_group_id = f.id and d.archived_at is null
      where f.customer_group_id = g.id and f.level = 'contact'), '[]')
  from registration_offers o join customer_groups g on g.id = o.customer_group_id
  where o.open and g.portal_enabled and g.account_assignment <> 'none'
    and (not exists (select from host_groups h where h.host = lower(at_host))
      or exists (select from host_groups h where h.host = lower(at_host) and h.customer_group_id = g.id))
    and (o.everywhere or exists (select from registration_hosts r where r.customer_group_id = g.id and r.host = lower(at_host)))
  order by g.id limit 50
$$;
--> statement-breakpoint
-- Keeps what was sent, whoever it is; no row where nobody may register. A job decides later what becomes of it.
create function ask_registration(at_host text, in_group bigint, full_name text, address text, normal_login text, language text, given jsonb, consents boolean)
  returns bigint language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  made bigint;
begin
  if not exists (select from registration_forms(at_host) f where f.customer_group = in_group) then return null; end if;
  insert into registrations (customer_group_id, name, email, login_normal, locale, host, fields, consented_at, expires_at)
  values (in_group, left(full_name, 200), left(address, 254), left(normal_login, 254), language, left(lower(at_host), 253), given,
    case when consents then now() end, now() + interval '24 hours')
  returning id into made;
  return made;
end $$;
--> statement-breakpoint
-- Whose account it is that has this login or address already, and how many mails about registering went to the address of late.
create function account_registered_as(normal_login text) returns table (owner bigint, refused boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.contact_id, viewer_rights('contact', a.contact_id) is null
  from accounts a left join contact_details d on d.contact_id = a.contact_id
  where viewer_kind() = 'system' and (a.login_normal = normal_login or lower(d.email) = normal_login)
  order by a.login_normal = normal_login desc, a.contact_id limit 1
$$;
--> statement-breakpoint
-- Keeps the hash of a new link to confirm an address. Five of a registration may be valid at a time.
create function issue_registration_link(of_registration bigint, hash text, minutes int) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if viewer_kind() is distinct from 'system' then
    raise exception 'links are issued by the application itself' using errcode = 'insufficient_privilege';
  end if;
  delete from account_links l where l.registration_id = of_registration and l.id not in (
    select o.id from account_links o where o.registration_id = of_registration order by o.id desc limit 4);
  insert into account_links (purpose, registration_id, token_hash, expires_at)
  values ('registration', of_registration, hash, now() + make_interval(mins => minutes));
end $$;
--> statement-breakpoint
-- What was registered, for whoever holds the link to confirm it; no row for one that is unknown, used or over.
create function registration_of_link(hash text)
  returns table (id bigint, name text, email text, company text, customer_group bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.name, r.email, c.name, r.customer_group_id
  from account_links l join registrations r on r.id = l.registration_id
  join registration_offers o on o.customer_group_id = r.customer_group_id and o.open
  join customer_groups g on g.id = r.customer_group_id and g.portal_enabled and g.account_assignment <> 'none'
  left join companies c on c.id = r.company_id
  where l.purpose = 'registration' and l.token_hash = hash and l.used_at is null and l.expires_at > now() and r.state = 'asked'
$$;
--> statement-breakpoint
-- A contact with its account, of a registration that is to have one.
create function open_registered_account(of_registration bigint, profile bigint) returns bigint
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  r registrations;
  made bigint;
begin
  select * into r from registrations x where x.id = of_registration;
  insert into contacts (customer_group_id, company_id, name) values (r.customer_group_id, r.company_id, r.name) returning id into made;
  insert into contact_details (contact_id, email, locale, fields, changed_at) values (made, r.email, r.locale, r.fields, now());
  insert into accounts (contact_id, login, login_normal, profile_id, password_hash, password_scheme)
  values (made, r.email, r.login_normal, profile, r.password_hash, r.password_scheme);
  update registrations x set state = 'accepted', contact_id = made, decided_at = now(), password_hash = null, expires_at = now() + interval '30 days'
    where x.id = of_registration;
  return made;
end $$;
--> statement-breakpoint
revoke execute on function open_registered_account from public;
--> statement-breakpoint
-- Confirms the address and keeps the password, once: then there is an account, where the customer group gives it by itself, or the
-- registration waits for an engineer. It always waits where the address is one of a known contact: whoever is meant, an engineer says.
create function use_registration_link(hash text, new_hash text, scheme text)
  returns table (registration bigint, outcome text, contact bigint)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  r registrations;
  by_itself bigint;
begin
  select x.* into r from registration_of_link(hash) f join registrations x on x.id = f.id for update of x;
  if not found or r.state <> 'asked' then return; end if;
  update account_links l set used_at = now() where l.registration_id = r.id and l.used_at is null;
  update registrations x set state = 'held', password_hash = new_hash, password_scheme = scheme, expires_at = now() + interval '90 days' where x.id = r.id;
  registration := r.id;
  outcome := 'held';
  select p.id into by_itself from registration_offers o join customer_groups g on g.id = o.customer_group_id
    join engineers p on p.id = g.fixed_profile_id and p.is_track and p.active
    where o.customer_group_id = r.customer_group_id and o.approval = 'automatic' and g.account_assignment = 'fixed' and r.known_domain
      and (r.company_id is null or exists (select from companies c where c.id = r.company_id and c.active))
      and not exists (select from accounts a where a.login_normal = r.login_normal)
      and not exists (select from contact_details d join contacts c on c.id = d.contact_id
        where lower(d.email) = r.login_normal and c.customer_group_id = r.customer_group_id);
  if by_itself is not null then
    contact := open_registered_account(r.id, by_itself);
    outcome := 'accepted';
  end if;
  return next;
end $$;
--> statement-breakpoint
-- The account of a registration that the viewer, who keeps the accounts of its customer group, has approved for this contact.
create function give_registered_account(of_registration bigint, to_contact bigint, profile bigint) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not keeps_account(to_contact) then return false; end if;
  insert into accounts (contact_id, login, login_normal, profile_id, password_hash, password_scheme)
  select to_contact, r.email, r.login_normal, profile, r.password_hash, r.password_scheme
    from registrations r join contacts c on c.id = to_contact and c.customer_group_id = r.customer_group_id
    where r.id = of_registration and r.state = 'held'
  on conflict (contact_id) do nothing;
  if not found then return false; end if;
  update registrations r set state = 'accepted', contact_id = to_contact, decided_by_id = viewer_id('engineer'), decided_at = now(), password_hash = null,
    expires_at = now() + interval '30 days' where r.id = of_registration;
  return true;
end $$;
--> statement-breakpoint
-- Contacts of the customer group that have this address; the viewer keeps its accounts.
create function contacts_registering(in_group bigint, normal_login text) returns table (contact bigint, name text, has_account boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.name, exists (select from accounts a where a.contact_id = c.id)
  from contact_details d join contacts c on c.id = d.contact_id
  where lower(d.email) = normal_login and c.customer_group_id = in_group and viewer_kind() = 'engineer'
    and in_group = any (viewer_ids('read_groups')) and in_group = any (viewer_ids('account_groups'))
  order by c.id limit 10
$$;
--> statement-breakpoint
-- For the Admin Tool: companies of a customer group by their names, and the domains with the names of theirs.
create function companies_called(in_group bigint, names text[]) returns table (id bigint, name text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_administrator();
  return query select c.id, c.name from companies c
    where c.customer_group_id = in_group and lower(c.name) = any (names) order by c.id limit 1000;
end $$;
--> statement-breakpoint
create function domains_to_register(in_group bigint) returns table (domain text, subdomains boolean, company bigint, name text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_administrator();
  return query select d.domain, d.subdomains, d.company_id, c.name from registration_domains d left join companies c on c.id = d.company_id
    where d.customer_group_id = in_group order by d.domain limit 500;
end $$;
--> statement-breakpoint
create function clean_up_registrations(most int) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  n int;
begin
  delete from registrations where id in (select r.id from registrations r where r.expires_at < now() limit most);
  get diagnostics n = row_count;
  return n;
end $$;
--> statement-breakpoint
-- Host names under which the portal is known, for words that no password may consist of.
create function host_names() returns text[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(host), '{}') from (select h.host from hosts h order by h.host limit 500) known
$$;
--> statement-breakpoint
-- The viewer's own hash with its scheme, to prove the present password before a change.
create function own_password() returns table (hash text, scheme text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.password_hash, a.password_scheme from accounts a where viewer_kind() = 'contact' and a.contact_id = viewer_id('contact')
  union all
  select e.password_hash, e.password_scheme from engineers e where viewer_kind() = 'engineer' and e.id = viewer_id('engineer')
$$;
--> statement-breakpoint
-- As before; and a new row of failures has not been told of yet.
create or replace function reserve_sign_in(keys text[]) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into back_offs (key, failures, last_failed_at) select k, 0, now() from unnest(keys) k order by k on conflict do nothing;
  perform from back_offs b where b.key = any (keys) order by b.key for update;
  if exists (select from back_offs b where b.key = any (keys) and b.until > clock_timestamp()) then return false; end if;
  update back_offs b set
    failures = case when b.last_failed_at < now() - interval '15 minutes' then 1 else b.failures + 1 end,
    told_at = case when b.last_failed_at < now() - interval '15 minutes' then null else b.told_at end,
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
--> statement-breakpoint
-- Once for each row of failures that makes an account wait, whether or not there is such an account.
create function tell_of_lock(account_key text) returns boolean
  language sql volatile security definer set search_path = public, pg_temp as $$
  with told as (
    update back_offs b set told_at = now() where b.key = account_key and b.until > now() and b.told_at is null returning 1
  )
  select exists (select from told)
$$;
--> statement-breakpoint
-- Whose account waits, for the job that tells the owner; three mails a day at most.
create function owner_of_lock(kind text, normal_login text) returns table (owner bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select x.owner from (
    select a.contact_id as owner from accounts a where kind = 'contact' and left(a.login_normal, 200) = normal_login
    union all
    select e.id from engineers e where kind = 'engineer' and left(lower(trim(normalize(e.login, nfkc))), 200) = normal_login and not e.is_track
  ) x
  where viewer_kind() = 'system' and viewer_rights(kind, x.owner) is not null
    and (select count(*) from outbox o where o.template = 'account-locked' and o.created_at > now() - interval '1 day'
      and case kind when 'contact' then o.contact_id else o.engineer_id end = x.owner) < 3
$$;
--> statement-breakpoint
-- Until when a guesser makes engineers wait, by id; for administrators.
create function engineers_waiting(ids bigint[]) returns table (id bigint, until timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, b.until from engineers e
  join back_offs b on b.key = 'engineer:' || left(lower(trim(normalize(e.login, nfkc))), 200) and b.until > now()
  where viewer_has('administer') and e.id = any (ids) and not e.is_track
$$;
--> statement-breakpoint
create function unlock_engineer(engineer bigint) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform require_administrator();
  delete from back_offs b using engineers e
    where e.id = engineer and b.key = 'engineer:' || left(lower(trim(normalize(e.login, nfkc))), 200);
end $$;
--> statement-breakpoint
-- Until when a guesser makes contacts wait, by id; in groups that the viewer, an engineer, may read.
create function contacts_waiting(ids bigint[]) returns table (id bigint, until timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.contact_id, b.until from accounts a join contacts c on c.id = a.contact_id
  join back_offs b on b.key = 'contact:' || left(a.login_normal, 200) and b.until > now()
  where a.contact_id = any (ids) and viewer_kind() = 'engineer' and c.customer_group_id = any (viewer_ids('read_groups'))
$$;
--> statement-breakpoint
-- Newer text replaces what was kept of the same form while the session lived; what its owner has written since stays.
create or replace function keep_draft_of_ended_session(hash text, purpose text, "values" jsonb) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  s sessions;
begin
  select * into s from sessions x where x.token_hash = hash and x.started_at > now() - interval '30 days'
    and (x.ended_at is null or x.end_reason = 'signed_out');
  if not found or viewer_rights(case when s.contact_id is null then 'engineer' else 'contact' end, coalesce(s.contact_id, s.engineer_id)) is null then
    return false;
  end if;
  update drafts d set "values" = keep_draft_of_ended_session."values", problem = null, updated_at = now()
    where d.purpose = keep_draft_of_ended_session.purpose and (d.contact_id = s.contact_id or d.engineer_id = s.engineer_id)
      and d.updated_at <= coalesce(s.ended_at, s.last_used_at + interval '1 minute');
  if found then return true; end if;
  insert into drafts (contact_id, engineer_id, purpose, "values", updated_at)
  select s.contact_id, s.engineer_id, keep_draft_of_ended_session.purpose, keep_draft_of_ended_session."values", now()
    where (select count(*) from drafts d where d.contact_id = s.contact_id or d.engineer_id = s.engineer_id) < 200
  on conflict do nothing;
  return found;
end $$;
