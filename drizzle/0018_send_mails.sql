revoke all on account_links from portico_app;

-- A waiting mail has a job, and gets another whenever it is to be tried again: the row alone says when.
create function wake_worker() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into pgboss.job (name, data, start_after, retry_limit, retry_delay, expire_seconds, deletion_seconds)
  select q.name, jsonb_build_object('mail', new.id), new.next_attempt_at, q.retry_limit, q.retry_delay, q.expire_seconds, q.deletion_seconds
    from pgboss.queue q where q.name = 'mail';
  return null;
end $$;
create trigger wake_worker after insert on outbox for each row when (new.state = 'pending') execute function wake_worker();
create trigger wake_worker_again after update of state, next_attempt_at on outbox for each row
  when (new.state = 'pending' and (old.state <> 'pending' or old.next_attempt_at is distinct from new.next_attempt_at))
  execute function wake_worker();

-- Mails about what the viewer has just written in a ticket, to the customers who take part in it: never to the author, never about
-- what customers may not read, never of a kind that the contact does not want. Whether the recipient may see the ticket is asked
-- again when the mail is sent.
create function notify_of_entry(entry bigint) returns void
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
  readable := e.kind in ('comment', 'activity') and (select c.customer_visible from text_classes c where c.id = e.text_class_id)
    and (e.body <> '' or e.kind = 'comment');
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
end $$;

-- A mail to the owner of the session just started, where others came before it and none from such a device. A browser stays the
-- same device over its versions.
create function notify_of_new_device(hash text) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into outbox (template, contact_id, engineer_id, payload)
  select 'new-sign-in', s.contact_id, s.engineer_id, jsonb_build_object('device', s.device, 'at', s.started_at)
  from sessions s left join contact_details d on d.contact_id = s.contact_id
  where s.token_hash = hash and s.started_at > now() - interval '1 minute'
    and not ('sign-in' = any (coalesce(d.muted_mails, '{}')))
    and exists (select from sessions o where (o.contact_id = s.contact_id or o.engineer_id = s.engineer_id) and o.id <> s.id)
    and not exists (
      select from sessions o where (o.contact_id = s.contact_id or o.engineer_id = s.engineer_id) and o.id <> s.id
        and regexp_replace(o.device, '[0-9._]+', '', 'g') = regexp_replace(s.device, '[0-9._]+', '', 'g'))
$$;

-- The host where the contacts of a customer group sign in; null where none is theirs in particular.
create function host_of_group(customer_group bigint) returns text
  language sql stable security definer set search_path = public, pg_temp as $$
  select min(g.host) from host_groups g where g.customer_group_id = customer_group
$$;

-- The account behind a login, for the job that answers "forgot your password?"; nobody else learns from it whether there is one.
create function account_to_reset(kind text, normal_login text)
  returns table (owner bigint, email text, refused boolean, ldap_id text, recent int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select x.owner, x.email, viewer_rights(kind, x.owner) is null, x.ldap_id,
    (select count(*)::int from outbox o where o.created_at > now() - interval '15 minutes' and o.template = 'track-password-reset-template'
      and case kind when 'contact' then o.contact_id else o.engineer_id end = x.owner)
  from (
    select a.contact_id as owner, d.email, a.ldap_id from accounts a left join contact_details d on d.contact_id = a.contact_id
      where kind = 'contact' and a.login_normal = normal_login
    union all
    select e.id, e.email, e.ldap_id from engineers e
      where kind = 'engineer' and lower(trim(normalize(e.login, nfkc))) = normal_login and not e.is_track
  ) x where viewer_kind() = 'system'
$$;

-- Keeps the hash of a new link. Five of an owner's may be valid at a time, so that a mail that was sent twice works twice.
create function issue_account_link(purpose text, contact bigint, engineer bigint, hash text, minutes int) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if viewer_kind() is distinct from 'system' then
    raise exception 'links are issued by the application itself' using errcode = 'insufficient_privilege';
  end if;
  delete from account_links l where (l.contact_id = contact or l.engineer_id = engineer)
    and (l.expires_at < now() - interval '1 day' or l.id not in (
      select o.id from account_links o where o.contact_id = contact or o.engineer_id = engineer order by o.id desc limit 4));
  insert into account_links (purpose, contact_id, engineer_id, token_hash, expires_at)
  values (issue_account_link.purpose, contact, engineer, hash, now() + make_interval(mins => minutes));
end $$;

-- Whose link it is, for whoever holds it; no row for one that is unknown, used or over. Uses nothing up.
create function account_of_link(purpose text, hash text)
  returns table (kind text, owner bigint, login text, name text, company text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select x.kind, x.owner, x.login, x.name, x.company from (
    select l.purpose, l.token_hash, l.used_at, l.expires_at, 'contact' as kind, a.contact_id as owner, a.login, c.name, co.name as company
      from account_links l join accounts a on a.contact_id = l.contact_id join contacts c on c.id = a.contact_id
      left join companies co on co.id = c.company_id
    union all
    select l.purpose, l.token_hash, l.used_at, l.expires_at, 'engineer', e.id, e.login, e.name, null
      from account_links l join engineers e on e.id = l.engineer_id
  ) x
  where x.purpose = account_of_link.purpose and x.token_hash = hash and x.used_at is null and x.expires_at > now()
    and viewer_rights(x.kind, x.owner) is not null
$$;

-- Sets the password of the link's owner, once: its other links, its sessions and what a guesser left behind end with it. No row
-- for a link that does not hold any more.
create function use_account_link(purpose text, hash text, new_hash text, scheme text) returns table (kind text, owner bigint)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  holder record;
begin
  select * into holder from account_of_link(use_account_link.purpose, hash);
  if not found then return; end if;
  -- Two links of one owner wait for one another here; then each asks again.
  if holder.kind = 'contact' then perform from accounts a where a.contact_id = holder.owner for update;
  else perform from engineers e where e.id = holder.owner for update; end if;
  update account_links l set used_at = now() where l.token_hash = hash and l.used_at is null and l.expires_at > now();
  if not found then return; end if;
  update account_links l set used_at = now()
    where l.used_at is null and case holder.kind when 'contact' then l.contact_id else l.engineer_id end = holder.owner;
  update accounts set password_hash = new_hash, password_scheme = scheme, must_change_password = false
    where holder.kind = 'contact' and contact_id = holder.owner;
  update engineers set password_hash = new_hash, password_scheme = scheme, must_change_password = false
    where holder.kind = 'engineer' and id = holder.owner;
  update sessions set ended_at = now(), end_reason = 'password_reset'
    where ended_at is null and case holder.kind when 'contact' then contact_id else engineer_id end = holder.owner;
  delete from back_offs b where b.key = holder.kind || ':' || left(lower(trim(normalize(holder.login, nfkc))), 200);
  kind := holder.kind;
  owner := holder.owner;
  return next;
end $$;
