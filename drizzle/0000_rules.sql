-- The rules of who may see and do what, one function a rule, named after it (docs/access.md). The policies beside the
-- tables call them. Those that take the viewer's lists as arguments hold no sub-select and use each argument once, so
-- that PostgreSQL inlines them; those that look into other tables are SECURITY DEFINER with a fixed search path.
-- They are created before the tables that they name, hence:
set local check_function_bodies = off;

do $$ begin
  if not exists (select from pg_roles where rolname = 'portico_app') then
    create role portico_app nologin;
  end if;
end $$;
grant usage on schema public to portico_app;

-- The viewer: settings that last as long as the transaction. Without them every answer is null, and null sees nothing.

create function viewer_kind() returns text language sql stable parallel safe
  return nullif(current_setting('portico.kind', true), '');

create function viewer_id(name text) returns bigint language sql stable parallel safe
  return nullif(current_setting('portico.' || name, true), '')::bigint;

create function viewer_ids(name text) returns bigint[] language sql stable parallel safe
  return nullif(current_setting('portico.' || name, true), '')::bigint[];

create function viewer_has(name text) returns boolean language sql stable parallel safe
  return coalesce(current_setting('portico.' || name, true), '') = 'true';

-- V1: a ticket is visible only if the principal has read on its queue.
create function v1_queue_readable(queue_id bigint, read_queues bigint[]) returns boolean language sql immutable parallel safe
  return queue_id = any (read_queues);

-- V2: in a regular queue it also needs read on the customer group of the main customer; without one only engineers see
-- it. In an FAQ queue no customer check applies.
create function v2_faq(is_faq boolean) returns boolean language sql immutable parallel safe
  return is_faq;

create function v2_group_readable(customer_group_id bigint, read_groups bigint[]) returns boolean language sql immutable parallel safe
  return customer_group_id = any (read_groups);

create function v2_group_readable_by_engineer(customer_group_id bigint, read_groups bigint[]) returns boolean language sql immutable parallel safe
  return customer_group_id is null or customer_group_id = any (read_groups);

-- V3: main customer, or the same company now (V4: company_id is a copy kept equal by trigger), or invited.
create function v3_own_ticket(ticket_id bigint, main_contact_id bigint, company_id bigint, me bigint, own_company bigint)
  returns boolean language sql stable parallel safe as $$
  select coalesce(main_contact_id = me, false) or coalesce(company_id = own_company, false) or v3_invited(ticket_id)
$$;

-- V3: participant, or shared and not ended.
create function v3_invited(ticket bigint) returns boolean
  language sql stable security definer parallel safe set search_path = public, pg_temp as $$
  select exists (select from participants p where p.ticket_id = ticket and p.contact_id = viewer_id('contact'))
    or exists (
      select from shares s
      where s.ticket_id = ticket and s.contact_id = viewer_id('contact')
        and v7_share_holds(s.shared_by_id, s.ticket_id, s.until, s.ended_at, array[s.contact_id])
    )
$$;

-- V5: visible to a contact only in a customer-visible text class.
create function v5_class_visible(text_class_id bigint, visible_classes bigint[]) returns boolean language sql immutable parallel safe
  return text_class_id = any (visible_classes);

-- V6: shown to a contact with exposure read or full.
create function v6_field_exposed(exposure text) returns boolean language sql immutable parallel safe
  return exposure in ('read', 'full');

-- The same for a field by its id, whichever queue it belongs to: a ticket that moved keeps showing what it showed.
create function v6_field_shown(field bigint) returns boolean
  language sql stable security definer parallel safe set search_path = public, pg_temp as $$
  select exists (select from ticket_fields f where f.id = field and v6_field_exposed(f.exposure))
$$;

-- V7: a share ends at its date, and never shows more than the sharer sees. Where the sharer itself sees the ticket by a
-- share alone, that share has to hold too; the trail keeps two who share with one another from holding each other up.
create function v7_share_holds(sharer bigint, ticket bigint, until timestamptz, ended_at timestamptz, trail bigint[]) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select ended_at is null and (until is null or until > now()) and v7_sharer_sees(sharer, ticket, trail)
$$;

create function v7_sharer_sees(sharer bigint, ticket bigint, trail bigint[]) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  rights jsonb;
  t tickets;
begin
  if sharer = any (trail) then return false; end if;
  rights := viewer_rights('contact', sharer);
  if rights is null then return false; end if;
  select * into t from tickets where id = ticket;
  if not coalesce(rights -> 'read_queues' @> to_jsonb(t.queue_id), false) then return false; end if;
  if t.is_faq then return true; end if;
  if not coalesce(rights -> 'read_groups' @> to_jsonb(t.customer_group_id), false) then return false; end if;
  return coalesce(t.main_contact_id = sharer, false)
    or coalesce(t.company_id = (rights ->> 'own_company')::bigint, false)
    or exists (select from participants p where p.ticket_id = ticket and p.contact_id = sharer)
    or exists (
      select from shares s
      where s.ticket_id = ticket and s.contact_id = sharer
        and v7_share_holds(s.shared_by_id, s.ticket_id, s.until, s.ended_at, trail || sharer)
    );
end $$;

-- V1-V3 and V7 for one ticket, as the policy on tickets asks them.
create function ticket_visible(ticket bigint) returns boolean
  language sql stable security definer parallel safe set search_path = public, pg_temp as $$
  select coalesce(
    v1_queue_readable(t.queue_id, viewer_ids('read_queues')) and (
      v2_faq(t.is_faq)
      or case when viewer_kind() = 'engineer' then v2_group_readable_by_engineer(t.customer_group_id, viewer_ids('read_groups'))
         else v2_group_readable(t.customer_group_id, viewer_ids('read_groups'))
           and v3_own_ticket(t.id, t.main_contact_id, t.company_id, viewer_id('contact'), viewer_id('own_company')) end), false)
  from tickets t where t.id = ticket
$$;

-- A read-only share lets its holder see, and do nothing: true where the viewer reaches the ticket by such shares alone.
create function v7_read_only(ticket bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select viewer_kind() = 'contact' and not t.is_faq
    and not coalesce(t.main_contact_id = viewer_id('contact'), false)
    and not coalesce(t.company_id = viewer_id('own_company'), false)
    and not exists (select from participants p where p.ticket_id = ticket and p.contact_id = viewer_id('contact'))
    and not exists (
      select from shares s
      where s.ticket_id = ticket and s.contact_id = viewer_id('contact') and not s.read_only
        and v7_share_holds(s.shared_by_id, s.ticket_id, s.until, s.ended_at, array[s.contact_id])
    )
  from tickets t where t.id = ticket
$$;

-- Adding a participant, sharing: the main customer or an own-company viewer, and another contact of the same company.
-- An engineer needs write on the queue.
create function v7_may_invite(ticket bigint, invited bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select case viewer_kind()
    when 'engineer' then t.queue_id = any (viewer_ids('write_queues'))
      and (t.is_faq or v2_group_readable_by_engineer(t.customer_group_id, viewer_ids('read_groups')))
    when 'contact' then t.queue_id = any (viewer_ids('read_queues'))
      and (t.is_faq or t.customer_group_id = any (viewer_ids('read_groups')))
      and (coalesce(t.main_contact_id = viewer_id('contact'), false) or coalesce(t.company_id = viewer_id('own_company'), false))
      and invited <> viewer_id('contact')
      and exists (select from contacts c where c.id = invited and c.company_id = viewer_id('company'))
    else false
  end
  from tickets t where t.id = ticket
$$;

-- Comment, attach: append or write on the queue, a status that accepts comments, no read-only share, and nobody writes
-- under another's name. A contact writes only in a customer-visible class.
create function may_comment(ticket bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (t.queue_id = any (viewer_ids('append_queues')) or t.queue_id = any (viewer_ids('write_queues')))
      and s.accepts_comments and ticket_visible(ticket) and not v7_read_only(ticket), false)
  from tickets t join statuses s on s.id = t.status_id where t.id = ticket
$$;

create function may_append(ticket bigint, kind text, author_contact bigint, author_engineer bigint, text_class bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select case viewer_kind()
    when 'engineer' then author_contact is null and author_engineer is not distinct from viewer_id('engineer')
    when 'contact' then author_engineer is null and author_contact is not distinct from viewer_id('contact')
      and (kind = 'change' or text_class = any (viewer_ids('visible_classes')))
    else false
  end
  and (
    (kind in ('comment', 'mail_in', 'mail_out') and may_comment(ticket))
    or (kind in ('activity', 'change') and ticket_visible(ticket) and not v7_read_only(ticket)
      and (t.queue_id = any (viewer_ids('write_queues')) or t.queue_id = any (viewer_ids('execute_queues'))))
    or first_entry(ticket)
  )
  from tickets t where t.id = ticket
$$;

-- The ticket that this viewer is just creating: it has no entry yet. A contact creates only for itself.
create function first_entry(ticket bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.queue_id = any (viewer_ids('create_queues')) and not exists (select from entries e where e.ticket_id = ticket)
    and case viewer_kind() when 'engineer' then ticket_visible(ticket) else t.main_contact_id = viewer_id('contact') end
  from tickets t where t.id = ticket
$$;

-- V6: a contact edits a field only with exposure full and write; whoever creates a ticket fills in its form.
create function v6_may_set_field(ticket bigint, field bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select (viewer_kind() = 'engineer' or f.exposure = 'full')
    and ((ticket_visible(ticket) and not v7_read_only(ticket)
      and (t.queue_id = any (viewer_ids('write_queues')) or t.queue_id = any (viewer_ids('execute_queues')))) or first_entry(ticket))
  from tickets t join ticket_fields f on f.id = field and f.queue_id = t.queue_id where t.id = ticket
$$;

-- V8: news of other customer groups, of tomorrow and of yesterday do not exist.
create function v8_news_visible(news bigint, visible_from timestamptz, visible_to timestamptz) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select visible_from <= now() and (visible_to is null or visible_to > now())
    and (
      not exists (select from news_groups g where g.news_id = news)
      or exists (select from news_groups g where g.news_id = news and g.customer_group_id = viewer_id('customer_group'))
    )
$$;

-- What the viewer may do, from the tables as they are now; null where everything is refused (no account, no profile,
-- disabled, locked, deactivated, portal off).
create function viewer_rights(viewer_kind text, viewer_id bigint) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  with viewer as (
    select c.id as contact, c.company_id as company, c.customer_group_id as customer_group, null::bigint as engineer,
      a.profile_id as principal, c.name, d.locale, d.scheme, co.name as company_name, a.must_change_password,
      co.theme as company_theme, g.theme as group_theme
    from contacts c
    join accounts a on a.contact_id = c.id and not a.disabled and (a.locked_until is null or a.locked_until <= now())
    join engineers p on p.id = a.profile_id and p.is_track and p.active
    join customer_groups g on g.id = c.customer_group_id and g.portal_enabled
    left join contact_details d on d.contact_id = c.id
    left join companies co on co.id = c.company_id
    where viewer_kind = 'contact' and c.id = viewer_id and c.active
    union all
    select null, null, null, e.id, e.id, e.name, e.locale, null, null, e.must_change_password, null, null
    from engineers e where viewer_kind = 'engineer' and e.id = viewer_id and e.active and not e.is_track
  ),
  held as (select r.* from viewer v join engineer_roles er on er.engineer_id = v.principal join roles r on r.id = er.role_id),
  q as (select g.* from held join queue_grants g on g.role_id = held.id),
  c as (select g.* from held join group_grants g on g.role_id = held.id)
  select jsonb_build_object(
    'kind', viewer_kind, 'contact', v.contact, 'engineer', v.engineer, 'company', v.company,
    'customer_group', v.customer_group, 'profile', case when v.contact is not null then v.principal end,
    'name', v.name, 'locale', v.locale, 'scheme', v.scheme, 'company_name', v.company_name,
    'must_change_password', v.must_change_password, 'company_theme', v.company_theme, 'group_theme', v.group_theme,
    'own_company', case when (select bool_or(held.own_company) from held) then v.company end,
    'administer', v.engineer is not null and coalesce((select bool_or(held.administer) from held), false),
    'manage_news', v.engineer is not null and coalesce((select bool_or(held.manage_news) from held), false),
    'manage_faq', v.engineer is not null and coalesce((select bool_or(held.manage_faq) from held), false),
    'read_queues', coalesce((select jsonb_agg(distinct queue_id) from q where q.read), '[]'),
    'write_queues', coalesce((select jsonb_agg(distinct queue_id) from q where q.write), '[]'),
    'append_queues', coalesce((select jsonb_agg(distinct queue_id) from q where q.append), '[]'),
    -- A contact creates for itself, so it also needs read on its own customer group.
    'create_queues', coalesce((select jsonb_agg(distinct queue_id) from q where q.create
      and (v.contact is null or v.customer_group in (select c.customer_group_id from c where c.read))), '[]'),
    'execute_queues', coalesce((select jsonb_agg(distinct queue_id) from q where q.execute), '[]'),
    'read_groups', coalesce((select jsonb_agg(distinct customer_group_id) from c where c.read), '[]'),
    'write_groups', coalesce((select jsonb_agg(distinct customer_group_id) from c where c.write), '[]'),
    'account_groups', coalesce((select jsonb_agg(distinct customer_group_id) from c where c.modify_accounts), '[]'),
    'delete_groups', coalesce((select jsonb_agg(distinct customer_group_id) from c where c.delete), '[]'),
    'visible_classes', coalesce((select jsonb_agg(id) from text_classes where customer_visible), '[]')
  ) from viewer v
$$;

-- Sets the whole viewer for this transaction, in one call, and returns its rights; null (and no viewer) where it is
-- refused. With a session the viewer must be its owner and the session alive.
create function act_as(viewer_kind text, viewer_id bigint, session_id uuid default null) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  rights jsonb;
  name text;
begin
  perform forget_viewer();
  if session_id is not null and not exists (
    select from sessions s
    where s.id = session_id and session_alive(s)
      and case viewer_kind when 'contact' then s.contact_id else s.engineer_id end = viewer_id
  ) then
    return null;
  end if;
  rights := viewer_rights(viewer_kind, viewer_id);
  if rights is null then return null; end if;
  foreach name in array viewer_settings() loop
    perform set_config('portico.' || name,
      case jsonb_typeof(rights -> name) when 'array' then translate(rights ->> name, '[]', '{}') else coalesce(rights ->> name, '') end, true);
  end loop;
  return rights;
end $$;

create function viewer_settings() returns text[] language sql immutable
  return array['kind', 'contact', 'engineer', 'company', 'customer_group', 'own_company', 'administer', 'manage_news', 'manage_faq',
    'read_queues', 'write_queues', 'append_queues', 'create_queues', 'execute_queues',
    'read_groups', 'write_groups', 'account_groups', 'delete_groups', 'visible_classes'];

-- Nothing of an earlier viewer is left when the next one is refused.
create function forget_viewer() returns void language sql volatile set search_path = public, pg_temp as $$
  select set_config('portico.' || name, '', true) from unnest(viewer_settings()) as name
$$;

-- Jobs of the application itself: sends the outbox, reads nothing of the tickets.
create function act_as_system() returns void language sql volatile set search_path = public, pg_temp as $$
  select forget_viewer();
  select set_config('portico.kind', 'system', true)
$$;
