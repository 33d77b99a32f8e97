-- A plan is kept for the session, and the one that was best for the small tables before an import reads everybody for each of its
-- batches. Here the way is written down: each address by its index, whatever else there is.
create or replace function contacts_with_email(in_group bigint, emails text[]) returns table (email text, contact_id bigint)
  language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
  select asked, c.id from unnest(emails) asked
    cross join lateral (select d.contact_id from contact_details d where lower(d.email) = asked offset 0) d
    cross join lateral (select c.id from contacts c where c.id = d.contact_id and c.customer_group_id = in_group offset 0) c
  where viewer_kind() = 'engineer' and in_group = any (viewer_ids('read_groups'))
$$;
--> statement-breakpoint
alter function write_contact_words(bigint[]) set enable_seqscan = off;
--> statement-breakpoint
alter function write_contact_words(bigint[]) set enable_hashjoin = off;
--> statement-breakpoint
alter function write_contact_words(bigint[]) set enable_mergejoin = off;
