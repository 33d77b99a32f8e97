-- Joins, because `= any (parameter)` compares each row of a table with each of a thousand values.
create or replace function logins_in_use(logins text[]) returns table (login_normal text, contact_id bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.login_normal, case when c.customer_group_id = any (viewer_ids('read_groups')) then a.contact_id end
  from unnest(logins) asked join accounts a on a.login_normal = asked join contacts c on c.id = a.contact_id
  where viewer_kind() = 'engineer' and cardinality(viewer_ids('account_groups')) > 0
$$;
--> statement-breakpoint
create or replace function accounts_without_password(contact_ids bigint[]) returns setof bigint
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.contact_id from unnest(contact_ids) asked join accounts a on a.contact_id = asked join contacts c on c.id = a.contact_id
  where a.password_hash is null and viewer_kind() = 'engineer' and c.customer_group_id = any (viewer_ids('account_groups'))
$$;
--> statement-breakpoint
create or replace function contacts_with_email(in_group bigint, emails text[]) returns table (email text, contact_id bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select lower(d.email), c.id from unnest(emails) asked join contact_details d on lower(d.email) = asked join contacts c on c.id = d.contact_id
  where c.customer_group_id = in_group and viewer_kind() = 'engineer' and in_group = any (viewer_ids('read_groups'))
$$;
