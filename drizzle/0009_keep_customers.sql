-- What administrators do to customer groups reaches companies and contacts that they may not read as engineers. So each
-- deed is one function that asks for the grant itself, and nothing else of those rows is opened.

create function require_administrator() returns void language plpgsql stable set search_path = public, pg_temp as $$
begin
  if not viewer_has('administer') then raise exception 'needs administer' using errcode = 'insufficient_privilege'; end if;
end $$;

-- `{last_name}, {first_name}` with the values put in, in one pass, so that a value cannot name another field. What an
-- empty value leaves behind, a comma or a pair of brackets, goes too.
create function name_by_pattern(pattern text, fields jsonb) returns text
  language sql immutable set search_path = public, pg_temp as $$
  select left(regexp_replace(regexp_replace(regexp_replace(
    coalesce(string_agg(case when part[2] is null then part[1] else coalesce(fields ->> part[2], '') end, '' order by place), ''),
    '\(\s*\)|\[\s*\]', '', 'g'), '\s+', ' ', 'g'), '^[\s,;/–-]+|[\s,;/–-]+$', '', 'g'), 200)
  from regexp_matches(pattern, '([^{]+)|\{([^}]*)\}', 'g') with ordinality as t(part, place)
$$;

-- Where the customer group has a pattern, the name is what the pattern makes of the fields, whoever writes; a pattern that
-- makes nothing leaves the name.
create function keep_company_name() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  pattern text := (select g.company_name from customer_groups g where g.id = new.customer_group_id);
begin
  if pattern is not null then new.name := coalesce(nullif(name_by_pattern(pattern, new.fields), ''), new.name); end if;
  return new;
end $$;
create trigger keep_name before insert or update of name, fields, customer_group_id on companies
  for each row execute function keep_company_name();

create function keep_contact_name() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  pattern text := (select g.contact_name from customer_groups g where g.id = new.customer_group_id);
  known jsonb := (select d.fields from contact_details d where d.contact_id = new.id);
begin
  if pattern is not null then new.name := coalesce(nullif(name_by_pattern(pattern, known), ''), new.name); end if;
  return new;
end $$;
create trigger keep_name before insert or update of name, customer_group_id on contacts
  for each row execute function keep_contact_name();

create function follow_contact_fields() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update contacts c set name = c.name from customer_groups g
    where c.id = new.contact_id and g.id = c.customer_group_id and g.contact_name is not null;
  return null;
end $$;
create trigger follow_fields after insert or update of fields on contact_details
  for each row execute function follow_contact_fields();

create function follow_name_pattern() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.company_name is distinct from old.company_name then
    update companies c set name = c.name
      where c.customer_group_id = new.id and c.name <> name_by_pattern(new.company_name, c.fields);
  end if;
  if new.contact_name is distinct from old.contact_name then
    update contacts c set name = c.name from contact_details d
      where c.customer_group_id = new.id and d.contact_id = c.id and c.name <> name_by_pattern(new.contact_name, d.fields);
  end if;
  return null;
end $$;
create trigger follow_pattern after update of company_name, contact_name on customer_groups
  for each row execute function follow_name_pattern();

-- Nobody comes back with an old session when the portal is opened again.
create function end_sessions_of_group() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sessions s set ended_at = now(), end_reason = 'portal_closed' from contacts c
    where c.customer_group_id = new.id and s.contact_id = c.id and s.ended_at is null;
  return null;
end $$;
create trigger close_portal after update of portal_enabled on customer_groups for each row
  when (old.portal_enabled and not new.portal_enabled) execute function end_sessions_of_group();

-- How much a change of a customer group concerns; `admitted` may sign in while the portal is on.
create function customer_group_figures(only_group bigint default null)
  returns table (customer_group bigint, companies bigint, contacts bigint, in_company bigint, accounts bigint, admitted bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_administrator();
  return query
    select g.id, (select count(*) from companies co where co.customer_group_id = g.id), count(c.id),
      count(c.company_id), count(a.contact_id),
      count(*) filter (where c.active and not a.disabled and p.active and p.is_track)
    from customer_groups g
    left join contacts c on c.customer_group_id = g.id
    left join accounts a on a.contact_id = c.id
    left join engineers p on p.id = a.profile_id
    where only_group is null or g.id = only_group
    group by g.id;
end $$;

create function accounts_beside_profile(customer_group bigint, profile bigint) returns bigint
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_administrator();
  return (select count(*) from accounts a join contacts c on c.id = a.contact_id
    where c.customer_group_id = customer_group and a.profile_id is distinct from profile);
end $$;

-- The assignment `fixed` gives every account of the customer group the named profile.
create function give_profile_to_group(customer_group bigint, profile bigint) returns bigint
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  given bigint;
begin
  perform require_administrator();
  if not exists (select from engineers e where e.id = profile and e.is_track) then
    raise exception 'no profile' using errcode = 'check_violation';
  end if;
  update accounts a set profile_id = profile from contacts c
    where c.id = a.contact_id and c.customer_group_id = customer_group and a.profile_id is distinct from profile;
  get diagnostics given = row_count;
  return given;
end $$;

-- Where the values of a field are: in the account, in the address for mails, or in the fields of company or contact.
create function data_field_holders(field bigint) returns bigint
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  f record;
begin
  perform require_administrator();
  select d.key, d.annotations, g.level, g.customer_group_id as customers into f
    from data_fields d join field_groups g on g.id = d.field_group_id where d.id = field;
  if f.level = 'company' then
    return (select count(*) from companies c where c.customer_group_id = f.customers and c.fields ->> f.key is not null);
  end if;
  return (select count(*) from contacts c
    left join contact_details d on d.contact_id = c.id left join accounts a on a.contact_id = c.id
    where c.customer_group_id = f.customers and case
      when 'username' = any (f.annotations) then a.contact_id is not null
      when 'password' = any (f.annotations) then a.password_hash is not null
      when 'ldapid' = any (f.annotations) then a.ldap_id is not null
      when 'email' = any (f.annotations) then d.email is not null
      else d.fields ->> f.key is not null end);
end $$;

-- Each different value of a field in `fields`, the most frequent first.
create function data_field_values(field bigint, at_most int) returns table (value jsonb, holders bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_administrator();
  return query
    with f as (select d.key, g.level, g.customer_group_id as customers
      from data_fields d join field_groups g on g.id = d.field_group_id where d.id = field),
    held as (
      select c.fields -> f.key as one from f join companies c on f.level = 'company' and c.customer_group_id = f.customers
      union all
      select d.fields -> f.key from f join contacts c on f.level = 'contact' and c.customer_group_id = f.customers
        join contact_details d on d.contact_id = c.id)
    select h.one, count(*) from held h where h.one is not null and h.one <> 'null' group by h.one order by 2 desc, 1 limit at_most;
end $$;

-- Replaces values of a field, given as a list of pairs [old, new].
create function convert_data_field(field bigint, pairs jsonb) returns bigint
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  f record;
  converted bigint;
begin
  perform require_administrator();
  select d.key, g.level, g.customer_group_id as customers into f
    from data_fields d join field_groups g on g.id = d.field_group_id where d.id = field;
  if f.level = 'company' then
    update companies c set fields = jsonb_set(c.fields, array[f.key], p.pair -> 1)
      from jsonb_array_elements(pairs) as p(pair)
      where c.customer_group_id = f.customers and c.fields -> f.key = p.pair -> 0;
  else
    update contact_details d set fields = jsonb_set(d.fields, array[f.key], p.pair -> 1)
      from jsonb_array_elements(pairs) as p(pair), contacts c
      where c.id = d.contact_id and c.customer_group_id = f.customers and d.fields -> f.key = p.pair -> 0;
  end if;
  get diagnostics converted = row_count;
  return converted;
end $$;

-- Companies for the page of themes: those that wear one, or those of a name.
create function companies_to_dress(named text, at_most int) returns table (id bigint, name text, customer_group bigint, theme text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform require_administrator();
  return query select c.id, c.name, c.customer_group_id, c.theme from companies c
    where case when named = '' then c.theme is not null else strpos(lower(c.name), lower(named)) > 0 end
    order by c.name, c.id limit at_most;
end $$;

-- @returns what it wore before
create function dress_company(company bigint, new_theme text) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  worn text;
begin
  perform require_administrator();
  select c.theme into worn from companies c where c.id = company for update;
  if not found then raise exception 'no company' using errcode = 'no_data_found'; end if;
  update companies c set theme = new_theme where c.id = company;
  return worn;
end $$;

-- A host name before sign-in: its theme, and the labels of the fields for login and password where it serves exactly one
-- customer group.
create function host_named(name text) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('theme', h.theme, 'login', words.login, 'password', words.password)
  from hosts h left join lateral (
    select (array_agg(d.labels) filter (where 'username' = any (d.annotations)))[1] as login,
      (array_agg(d.labels) filter (where 'password' = any (d.annotations)))[1] as password
    from field_groups g join data_fields d on d.field_group_id = g.id and d.archived_at is null
    where g.level = 'contact' and g.customer_group_id = (
      select min(s.customer_group_id) from host_groups s where s.host = h.host having count(*) = 1)
  ) words on true
  where h.host = lower(host_named.name)
$$;

-- Whether a contact's customer group signs in at this host name; a host without groups, or an unknown one, serves all.
create function host_admits(name text, contact bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from host_groups s where s.host = lower(name))
    or exists (select from host_groups s join contacts c on c.customer_group_id = s.customer_group_id
      where s.host = lower(name) and c.id = contact)
$$;

-- The telephone number is a field like others.
update contact_details set fields = fields || jsonb_build_object('phone', phone) where phone is not null and not fields ? 'phone';
