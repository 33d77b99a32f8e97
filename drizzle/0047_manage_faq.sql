-- *Manage FAQ* is write, append, create and execute on each FAQ queue that the engineer may read.
create or replace function viewer_rights(viewer_kind text, viewer_id bigint) returns jsonb
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
  granted as (select g.* from held join queue_grants g on g.role_id = held.id),
  q as (
    select queue_id, read, write, append, "create", execute from granted
    union all
    -- Who manages the FAQ does so where it reads; reading itself is granted by queue alone.
    select k.id, false, true, true, true, true from queues k
    where k.kind = 'faq' and exists (select from viewer v where v.engineer is not null)
      and exists (select from held where held.manage_faq) and exists (select from granted g where g.queue_id = k.id and g.read)
  ),
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
