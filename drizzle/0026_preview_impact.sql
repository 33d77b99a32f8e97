-- What a change of rights does to customers, before it is saved: each of them is asked what it sees before and after, by the
-- functions that decide. Bounded by time: who was not reached is not counted ("at least"). For administrators.

-- The newest tickets that a contact could be related to, whatever its rights are now: its own, its company's, those it was
-- invited to, and articles. 200 of each at most.
create function tickets_in_reach(who bigint) returns table (ticket bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  (select t.id from tickets t where t.main_contact_id = who order by t.customer_updated_at desc, t.id desc limit 200)
  union
  (select t.id from contacts c join tickets t on t.company_id = c.company_id where c.id = who
    order by t.customer_updated_at desc, t.id desc limit 200)
  union
  (select p.ticket_id from participants p where p.contact_id = who order by p.ticket_updated_at desc limit 200)
  union
  (select s.ticket_id from shares s where s.contact_id = who order by s.ticket_updated_at desc limit 200)
  union
  (select a.id from queues q, lateral (
    select t.id from tickets t where t.queue_id = q.id order by t.updated_at desc, t.id desc limit 50) a where q.kind = 'faq')
$$;
--> statement-breakpoint
-- Whom a change concerns, the latest to sign in first, and how many they are; either bounded.
create function contacts_concerned(profiles bigint[], customer_group bigint, at_most int) returns table (who bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.contact_id from accounts a join contacts c on c.id = a.contact_id
  where viewer_has('administer') and a.profile_id is not null
    and (profiles is null or a.profile_id = any (profiles))
    and (contacts_concerned.customer_group is null or c.customer_group_id = contacts_concerned.customer_group)
  order by a.last_sign_in_at desc nulls last, a.contact_id limit at_most
$$;
--> statement-breakpoint
create function count_concerned(profiles bigint[], customer_group bigint, at_most int) returns int
  language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from (
    select from accounts a join contacts c on c.id = a.contact_id
    where viewer_has('administer') and a.profile_id is not null
      and (profiles is null or a.profile_id = any (profiles))
      and (count_concerned.customer_group is null or c.customer_group_id = count_concerned.customer_group)
    limit at_most
  ) x
$$;
--> statement-breakpoint
-- Who of these contacts sees which ticket within its reach, as long as the time lasts; kept beside the transaction under this
-- name, to be compared. Answers how many were asked, and whether somebody could reach more than is looked at.
create function note_sights(asked bigint[], milliseconds int, name text, out done int, out more boolean)
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
      execute format('with reach as materialized (select r.ticket from tickets_in_reach($1) r),
          seen as (insert into %I select $1, r.ticket from reach r where ticket_visible(r.ticket))
        select count(*) from reach', 'sights_' || name) into reached using one;
      more := more or reached >= 200;
    end if;
    done := done + 1;
  end loop;
  perform restore_viewer(administrator);
end $$;
--> statement-breakpoint
-- What the two have apart: per contact how many tickets it gains and loses, with three numbers of each.
create function compare_sights(asked bigint[]) returns table (who bigint, gains int, losses int, gained bigint[], lost bigint[])
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not viewer_has('administer') then raise exception 'only for administrators' using errcode = 'insufficient_privilege'; end if;
  return query
    select coalesce(b.who, a.who) as whose, (count(*) filter (where b.who is null))::int, (count(*) filter (where a.who is null))::int,
      (array_agg(t.number order by t.number desc) filter (where b.who is null))[1:3],
      (array_agg(t.number order by t.number desc) filter (where a.who is null))[1:3]
    from (select * from pg_temp.sights_before s where s.who = any (asked)) b
    full join (select * from pg_temp.sights_after s where s.who = any (asked)) a on a.who = b.who and a.ticket = b.ticket
    join tickets t on t.id = coalesce(b.ticket, a.ticket)
    where b.who is null or a.who is null
    group by whose;
end $$;
--> statement-breakpoint
-- A text class shown to customers or hidden from them changes no ticket's sight, but that of its entries and files: per contact
-- how many of them there are in the tickets that it sees.
create function entries_in_class(text_class bigint, asked bigint[], milliseconds int)
  returns table (who bigint, entries int, numbers bigint[], more boolean)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  administrator jsonb := viewer_settings_now();
  until timestamptz := clock_timestamp() + make_interval(secs => milliseconds / 1000.0);
begin
  if not viewer_has('administer') then raise exception 'only for administrators' using errcode = 'insufficient_privilege'; end if;
  foreach who in array asked loop
    exit when clock_timestamp() > until;
    continue when act_as('contact', who) is null;
    select count(*) >= 200 into more from tickets_in_reach(who);
    select count(*)::int, (array_agg(distinct t.number))[1:3] into entries, numbers from (
      select e.ticket_id from tickets_in_reach(who) r join public.entries e on e.ticket_id = r.ticket
        where e.text_class_id = text_class and ticket_visible(r.ticket)
          and (e.kind <> 'change' or v6_field_shown(e.field_id))
      union all
      select f.ticket_id from tickets_in_reach(who) r join attachments f on f.ticket_id = r.ticket
        where f.text_class_id = text_class and ticket_visible(r.ticket)
    ) found join tickets t on t.id = found.ticket_id;
    return next;
  end loop;
  perform restore_viewer(administrator);
end $$;
--> statement-breakpoint
revoke execute on function tickets_in_reach from public;
