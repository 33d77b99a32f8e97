-- Whoever registers is asked for what is required, too.
create or replace function registration_forms(at_host text)
  returns table (customer_group bigint, key text, labels jsonb, theme text, contact_name text, asked text[], consent jsonb, consent_link text, fields jsonb)
  language sql stable security definer set search_path = public, pg_temp as $$
  select g.id, g.key, g.labels, g.theme, g.contact_name, o.fields, o.consent, o.consent_link, coalesce((
      select jsonb_agg(jsonb_build_object('id', d.id, 'key', d.key, 'type', d.type, 'labels', d.labels, 'help', d.help, 'options', d.options,
        'annotations', d.annotations, 'required', d.required) order by f.position, f.id, d.position, d.id)
      from field_groups f join data_fields d on d.field_group_id = f.id and d.archived_at is null
      where f.customer_group_id = g.id and f.level = 'contact'), '[]')
  from registration_offers o join customer_groups g on g.id = o.customer_group_id
  where o.open and g.portal_enabled and g.account_assignment <> 'none'
    and (not exists (select from host_groups h where h.host = lower(at_host))
      or exists (select from host_groups h where h.host = lower(at_host) and h.customer_group_id = g.id))
    and (o.everywhere or exists (select from registration_hosts r where r.customer_group_id = g.id and r.host = lower(at_host)))
  order by g.id limit 50
$$;
