-- Why somebody sees a ticket or does not: the rule functions' own answers, asked as that person. For administrators only,
-- and in ids: their names the administrator reads by its own rights. Null for an unknown number.
create function explain_ticket(person_kind text, person bigint, ticket_number bigint) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  administrator jsonb := viewer_settings_now();
  t tickets;
  answers jsonb;
begin
  if not viewer_has('administer') then raise exception 'only for administrators' using errcode = 'insufficient_privilege'; end if;
  select * into t from tickets where number = ticket_number;
  if not found then return null; end if;
  if act_as(person_kind, person) is not null then answers := explain_rules(t); end if;
  perform restore_viewer(administrator);
  return jsonb_build_object('id', t.id, 'number', t.number, 'queue', t.queue_id, 'group', t.customer_group_id,
    'faq', t.is_faq, 'mainContact', t.main_contact_id, 'company', t.company_id, 'rules', answers);
end $$;

-- The viewer now set, asked one rule at a time. Nobody is invited to ticket 0, so that v3_own_ticket answers for it by one
-- relation alone. Null is a rule that is not asked.
create function explain_rules(t tickets) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'v1', v1_queue_readable(t.queue_id, viewer_ids('read_queues')),
    'v2', case when v2_faq(t.is_faq) then null
      when me is null then v2_group_readable_by_engineer(t.customer_group_id, viewer_ids('read_groups'))
      else coalesce(v2_group_readable(t.customer_group_id, viewer_ids('read_groups')), false) end,
    'v3', case when related then v3_own_ticket(t.id, t.main_contact_id, t.company_id, me, viewer_id('own_company')) end,
    'main', case when related then v3_own_ticket(0, t.main_contact_id, null, me, null) end,
    'company', case when related then v3_own_ticket(0, null, t.company_id, null, viewer_id('own_company')) end,
    'invited', case when related then v3_invited(t.id) end,
    'readOnly', case when related then v7_read_only(t.id) end,
    'shares', case when related then (
      select jsonb_agg(jsonb_build_object('by', s.shared_by_id, 'until', s.until, 'ended', s.ended_at, 'readOnly', s.read_only,
        'holds', v7_share_holds(s.shared_by_id, s.ticket_id, s.until, s.ended_at, array[s.contact_id]),
        'sharerSees', v7_sharer_sees(s.shared_by_id, s.ticket_id, array[s.contact_id])) order by s.id)
      from shares s where s.ticket_id = t.id and s.contact_id = me) end,
    'classes', case when me is not null then (
      select jsonb_agg(jsonb_build_object('id', c.id, 'shown', v5_class_visible(c.id, viewer_ids('visible_classes'))) order by c.id)
      from text_classes c where exists (select from queue_text_classes q where q.queue_id = t.queue_id and q.text_class_id = c.id)) end,
    'fields', case when me is not null then (
      select jsonb_agg(jsonb_build_object('id', f.id, 'shown', v6_field_shown(f.id)) order by f.position, f.id)
      from ticket_fields f where f.queue_id = t.queue_id) end,
    'sees', ticket_visible(t.id))
  from (select viewer_id('contact') as me, viewer_id('contact') is not null and not v2_faq(t.is_faq) as related) viewer
$$;

-- One entry or attachment, by its number: its ticket, kind, text class and field, and what V5 and V6 say of them.
create function explain_item(person_kind text, person bigint, item_kind text, item text) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  administrator jsonb := viewer_settings_now();
  found_item record;
  class_shown boolean;
  field_shown boolean;
begin
  if not viewer_has('administer') then raise exception 'only for administrators' using errcode = 'insufficient_privilege'; end if;
  if item_kind = 'entry' then
    select e.ticket_id, e.kind, e.text_class_id, e.field_id into found_item from entries e where e.id = item::bigint;
  else
    select a.ticket_id, 'attachment' as kind, a.text_class_id, null::bigint as field_id into found_item
      from attachments a where a.id = item::uuid and a.ticket_id is not null;
  end if;
  if found_item.ticket_id is null then return null; end if;
  if act_as(person_kind, person) is not null and viewer_kind() = 'contact' then
    class_shown := v5_class_visible(found_item.text_class_id, viewer_ids('visible_classes'));
    field_shown := case when found_item.kind = 'change' then coalesce(v6_field_shown(found_item.field_id), false) end;
  end if;
  perform restore_viewer(administrator);
  return jsonb_build_object('ticket', found_item.ticket_id, 'kind', found_item.kind, 'class', found_item.text_class_id,
    'field', found_item.field_id, 'v5', class_shown, 'v6', field_shown);
end $$;

-- How somebody stands: whether it is let in at all, as every transaction asks, and beside it all that could be the reason.
create function explain_standing(person_kind text, person bigint) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not viewer_has('administer') then raise exception 'only for administrators' using errcode = 'insufficient_privilege'; end if;
  return (
    select jsonb_build_object('kind', 'contact', 'id', c.id, 'admitted', viewer_rights('contact', c.id) is not null,
      'login', a.login, 'active', c.active, 'account', a.contact_id is not null, 'disabled', coalesce(a.disabled, false),
      'lockedUntil', case when a.locked_until > now() then a.locked_until end, 'principal', p.id, 'principalName', p.name,
      'principalActive', coalesce(p.active and p.is_track, false), 'portal', g.portal_enabled,
      'group', c.customer_group_id, 'company', c.company_id)
    from contacts c join customer_groups g on g.id = c.customer_group_id
      left join accounts a on a.contact_id = c.id left join engineers p on p.id = a.profile_id
    where person_kind = 'contact' and c.id = person
    union all
    select jsonb_build_object('kind', 'engineer', 'id', e.id, 'admitted', viewer_rights('engineer', e.id) is not null,
      'login', e.login, 'active', e.active, 'account', true, 'disabled', false, 'lockedUntil', null, 'principal', e.id,
      'principalName', e.name, 'principalActive', e.active, 'portal', true, 'group', null, 'company', null)
    from engineers e where person_kind = 'engineer' and e.id = person and not e.is_track
  );
end $$;

-- The contact of a login in its normal form, for an administrator who was told the login.
create function contact_of_login(login text) returns bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.contact_id from accounts a where viewer_has('administer') and a.login_normal = contact_of_login.login
$$;

-- The viewer now set, and the way back to it.
create function viewer_settings_now() returns jsonb language sql stable set search_path = public, pg_temp as $$
  select jsonb_object_agg(name, current_setting('portico.' || name, true)) from unnest(viewer_settings()) as name
$$;

create function restore_viewer(settings jsonb) returns void language sql volatile set search_path = public, pg_temp as $$
  select set_config('portico.' || name, coalesce(value, ''), true) from jsonb_each_text(settings) as one (name, value)
$$;

revoke execute on function explain_rules from public;
