-- The rules tell tickets apart by queue, customer group and relation alone, so one of each kind is asked for all of it; who was
-- invited to a ticket is asked of that one. Four times as many customers are reached in the same time.
create function sights_in_reach(who bigint) returns table (ticket bigint, seen boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  with reach as materialized (
    select t.id, t.queue_id, t.customer_group_id,
      case when t.is_faq then 'article' when t.main_contact_id = who then 'own'
        when exists (select from participants p where p.ticket_id = t.id and p.contact_id = who)
          or exists (select from shares s where s.ticket_id = t.id and s.contact_id = who) then 'invited to ' || t.id
        else 'company' end as relation
    from tickets_in_reach(who) r join tickets t on t.id = r.ticket
  ),
  kinds as materialized (
    select r.queue_id, r.customer_group_id, r.relation, ticket_visible(min(r.id)) as seen from reach r group by 1, 2, 3
  )
  select r.id, k.seen from reach r join kinds k on k.queue_id = r.queue_id and k.relation = r.relation
    and k.customer_group_id is not distinct from r.customer_group_id
$$;
--> statement-breakpoint
revoke execute on function sights_in_reach from public;
--> statement-breakpoint
create or replace function note_sights(asked bigint[], milliseconds int, name text, out done int, out more boolean)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  administrator jsonb := viewer_settings_now();
  until timestamptz := clock_timestamp() + make_interval(secs => milliseconds / 1000.0);
  one bigint;
  reached int;
begin
  if not viewer_has('administer') then raise exception 'only for administrators' using errcode = 'insufficient_privilege'; end if;
  if name not in ('before', 'after') then raise exception 'before or after'; end if;
  execute format('create temporary table %I (who bigint, ticket bigint) on commit drop', 'sights_' || name);
  done := 0;
  more := false;
  foreach one in array asked loop
    exit when clock_timestamp() > until;
    if act_as('contact', one) is not null then
      execute format('with reach as materialized (select * from sights_in_reach($1)),
          seen as (insert into %I select $1, r.ticket from reach r where r.seen)
        select count(*) from reach', 'sights_' || name) into reached using one;
      more := more or reached >= 200;
    end if;
    done := done + 1;
  end loop;
  perform restore_viewer(administrator);
end $$;
--> statement-breakpoint
create or replace function entries_in_class(text_class bigint, asked bigint[], milliseconds int)
  returns table (who bigint, entries int, numbers bigint[], more boolean)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  administrator jsonb := viewer_settings_now();
  until timestamptz := clock_timestamp() + make_interval(secs => milliseconds / 1000.0);
begin
  if not viewer_has('administer') then raise exception 'only for administrators' using errcode = 'insufficient_privilege'; end if;
  foreach who in array asked loop
    exit when clock_timestamp() > until;
    entries := 0;
    numbers := null;
    more := false;
    if act_as('contact', who) is not null then
      with reach as materialized (select r.ticket, r.seen from sights_in_reach(who) r),
      found as (
        select e.ticket_id from reach r join public.entries e on e.ticket_id = r.ticket
          where r.seen and e.text_class_id = text_class and (e.kind <> 'change' or v6_field_shown(e.field_id))
        union all
        select f.ticket_id from reach r join attachments f on f.ticket_id = r.ticket where r.seen and f.text_class_id = text_class
      )
      select count(*)::int, (array_agg(distinct t.number))[1:3], (select count(*) >= 200 from reach)
        into entries, numbers, more from found join tickets t on t.id = found.ticket_id;
    end if;
    return next;
  end loop;
  perform restore_viewer(administrator);
end $$;
