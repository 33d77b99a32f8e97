-- A column hides an argument of the same name: the host name has to say whose it is.
create or replace function host_admits(name text, contact bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from host_groups s where s.host = lower(host_admits.name))
    or exists (select from host_groups s join contacts c on c.customer_group_id = s.customer_group_id
      where s.host = lower(host_admits.name) and c.id = host_admits.contact)
$$;
