-- A customer's address for whoever imports: `lower` is not leakproof, so under the policy its index would be of no use.
create function contacts_with_email(in_group bigint, emails text[]) returns table (email text, contact_id bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select lower(d.email), c.id from contact_details d join contacts c on c.id = d.contact_id
  where lower(d.email) = any (emails) and c.customer_group_id = in_group
    and viewer_kind() = 'engineer' and in_group = any (viewer_ids('read_groups'))
$$;
--> statement-breakpoint
-- An import whose engineer is refused altogether by now is over; nobody else could end it.
create function give_up_import(import bigint) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update imports i set state = 'failed', problem = '{"key": "engineerRefused"}', finished_at = now()
  where i.id = import and i.state in ('checking', 'running') and viewer_rights('engineer', i.engineer_id) is null
$$;
