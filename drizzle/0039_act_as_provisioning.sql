grant select, insert, update, delete on provisionings, provisioning_rules, provisioned_people, provisioning_runs, provisioning_rows to portico_app;
grant usage on sequence provisionings_id_seq, provisioning_rules_id_seq, provisioning_runs_id_seq to portico_app;
--> statement-breakpoint
create or replace function viewer_settings() returns text[] language sql immutable
  return array['kind', 'contact', 'engineer', 'company', 'customer_group', 'own_company', 'administer', 'manage_news', 'manage_faq',
    'read_queues', 'write_queues', 'append_queues', 'create_queues', 'execute_queues',
    'read_groups', 'write_groups', 'account_groups', 'delete_groups', 'visible_classes', 'viewing', 'provisioning'];
--> statement-breakpoint
-- A provisioning works like an engineer who reads, writes and gives accounts in the customer groups that its rules name, and in
-- those of the people it already has; it sees no ticket and administers nothing. False for one that is not there.
create function act_as_provisioning(provisioning bigint) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  groups text;
  name text;
begin
  perform forget_viewer();
  if not exists (select from provisionings p where p.id = provisioning) then return false; end if;
  select coalesce(array_agg(distinct g.id), '{}')::text into groups from (
    select r.customer_group_id as id from provisioning_rules r where r.provisioning_id = provisioning
    union select c.customer_group_id from provisioned_people p join contacts c on c.id = p.contact_id where p.provisioning_id = provisioning
  ) g;
  perform set_config('portico.kind', 'engineer', true), set_config('portico.provisioning', provisioning::text, true);
  foreach name in array array['read_groups', 'write_groups', 'account_groups'] loop
    perform set_config('portico.' || name, groups, true);
  end loop;
  return true;
end $$;
--> statement-breakpoint
-- Which of these identities an account has already as its LDAP id, and whose it is; whose only where the caller reads it.
create function identities_in_use(identities text[]) returns table (ldap_id text, contact_id bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.ldap_id, case when c.customer_group_id = any (viewer_ids('read_groups')) then a.contact_id end
  from accounts a join contacts c on c.id = a.contact_id
  where a.ldap_id = any (identities) and viewer_kind() = 'engineer' and cardinality(viewer_ids('account_groups')) > 0
$$;
--> statement-breakpoint
select pgboss.create_queue('directory-sync', '{"policy": "standard", "retryLimit": 3, "retryDelay": 30, "retryBackoff": true, "expireInSeconds": 900, "deleteAfterSeconds": 86400}');
