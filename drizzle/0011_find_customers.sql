-- How one looks for a customer: words without case and accents, with ae, oe, ue as their umlauts are folded; any sign
-- that is neither letter nor digit parts words. Every step keeps "begins with", so that the beginning of a word finds it.
create function plain_text(words text) returns text language sql immutable parallel safe
  return replace(replace(replace(lower(regexp_replace(normalize(
    replace(replace(translate(words, 'øØłŁđĐı', 'oOlLdDi'), 'ß', 'ss'), 'æ', 'ae'), nfkd), '[\u0300-\u036f]', '', 'g')),
    'ae', 'a'), 'oe', 'o'), 'ue', 'u');
--> statement-breakpoint
create function plain_words(words text) returns text[] language sql immutable parallel safe
  return array(select w from regexp_split_to_table(plain_text(left(words, 2000)), '[[:space:][:punct:]]+') w where w <> '' limit 200);
--> statement-breakpoint
-- A number is found with its signs and without them: "K-10 023" and "K10023".
create function customer_words(texts text[]) returns tsvector language sql immutable parallel safe
  return array_to_tsvector(array(
    select distinct left(w, 200) from unnest(texts) t, unnest(
      plain_words(t) || case when t ~ '\d' then array_remove(array[regexp_replace(plain_text(left(t, 200)), '[[:space:][:punct:]]+', '', 'g')], '') else '{}' end) w));
--> statement-breakpoint
create function customer_query(words text) returns tsquery language sql immutable parallel safe
  return (select string_agg('''' || w || ''':*', '&')::tsquery from (select w from unnest(plain_words(left(words, 200))) w limit 10) asked);
--> statement-breakpoint
create function texts_of(fields jsonb) returns text[] language sql immutable parallel safe
  return array(select value from jsonb_each_text(fields) where value is not null limit 100);
--> statement-breakpoint
create function write_contact_words(ids bigint[]) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into contact_words (contact_id, words)
  select c.id, customer_words(array[c.name, c.external_id, d.email, d.phone, a.login, co.name] || texts_of(coalesce(d.fields, '{}')))
      || array_to_tsvector(array['#g' || c.customer_group_id])
    from contacts c left join contact_details d on d.contact_id = c.id left join accounts a on a.contact_id = c.id
    left join companies co on co.id = c.company_id
    where c.id = any (ids)
  on conflict (contact_id) do update set words = excluded.words where contact_words.words <> excluded.words
$$;
--> statement-breakpoint
create function keep_contact_words() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_level = 'ROW' then
    case tg_table_name
      when 'contacts' then perform write_contact_words(array[new.id]);
      when 'companies' then perform write_contact_words(array(select c.id from contacts c where c.company_id = new.id));
      else perform write_contact_words(array[coalesce(new.contact_id, old.contact_id)]);
    end case;
  elsif tg_table_name = 'contacts' then
    perform write_contact_words(array(select id from added));
  else
    perform write_contact_words(array(select contact_id from added));
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger keep_words after insert on contacts referencing new table as added
  for each statement execute function keep_contact_words();
--> statement-breakpoint
create trigger keep_words after insert on contact_details referencing new table as added
  for each statement execute function keep_contact_words();
--> statement-breakpoint
create trigger keep_words after insert on accounts referencing new table as added
  for each statement execute function keep_contact_words();
--> statement-breakpoint
create trigger renew_words after update of name, external_id, company_id, customer_group_id on contacts
  for each row execute function keep_contact_words();
--> statement-breakpoint
create trigger renew_words after update of email, phone, fields on contact_details
  for each row execute function keep_contact_words();
--> statement-breakpoint
create trigger renew_words after update of login or delete on accounts
  for each row execute function keep_contact_words();
--> statement-breakpoint
create trigger renew_words after update of name on companies
  for each row when (old.name <> new.name) execute function keep_contact_words();
--> statement-breakpoint
select write_contact_words(array(select id from contacts));
--> statement-breakpoint
create index company_words on companies using gin (customer_words(array[name, external_id] || texts_of(fields)));
--> statement-breakpoint
-- Contacts that hold the words, by name, at most `page`, from after a place in that order. Words that many hold are found
-- by walking the next 1,000 names; rarer ones by the index, of which at most 20,000 hits are looked at.
create function search_contacts(words text, in_group bigint, is_active boolean, after_name text, after_id bigint, page int)
  returns table (found_id bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  wanted tsquery := customer_query(words);
  groups bigint[] := array(select g from unnest(viewer_ids('read_groups')) g where in_group is null or g = in_group);
  place tsquery;
  walked bigint[];
begin
  if viewer_kind() is distinct from 'engineer' or wanted is null or cardinality(groups) = 0 then return; end if;
  select array_agg(n.id order by n.name, n.id) into walked from (
    select c.id, c.name from (
      select one.* from unnest(groups) as g (group_id), lateral (
        select c.id, c.name, c.active from contacts c where c.customer_group_id = g.group_id
          and (after_name is null or (c.name, c.id) > (after_name, after_id))
        order by c.name, c.id limit 1000
      ) one order by one.name, one.id limit 1000
    ) c join contact_words w on w.contact_id = c.id
    where w.words @@ wanted and (is_active is null or c.active = is_active)
    order by c.name, c.id limit page
  ) n;
  if cardinality(walked) = page then
    return query select unnest(walked);
    return;
  end if;
  select string_agg(format('''#g%s''', g), '|')::tsquery into place from unnest(groups) g;
  return query select c.id from (
      select w.contact_id from contact_words w where w.words @@ (place && wanted) limit 20000
    ) hit join contacts c on c.id = hit.contact_id
    where c.customer_group_id = any (groups) and (is_active is null or c.active = is_active)
      and (after_name is null or (c.name, c.id) > (after_name, after_id))
    order by c.name, c.id limit page;
end $$;
--> statement-breakpoint
create function search_companies(words text, in_group bigint, is_active boolean, after_name text, after_id bigint, page int)
  returns table (found_id bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from (
    select c.* from companies c
    where customer_words(array[c.name, c.external_id] || texts_of(c.fields)) @@ customer_query(words) limit 20000
  ) c
  where viewer_kind() = 'engineer' and c.customer_group_id = any (viewer_ids('read_groups'))
    and (in_group is null or c.customer_group_id = in_group) and (is_active is null or c.active = is_active)
    and (after_name is null or (c.name, c.id) > (after_name, after_id))
  order by c.name, c.id limit page
$$;
--> statement-breakpoint
-- Who may be the same person: in the group, with the beginnings of the same names. The caller compares them letter by letter.
create function contacts_named_alike(in_group bigint, full_name text, page int) returns table (found_id bigint)
  language sql stable security definer set search_path = public, pg_temp as $$
  select w.contact_id from contact_words w
  where viewer_kind() = 'engineer' and in_group = any (viewer_ids('read_groups'))
    and w.words @@ (select (string_agg('''' || left(n, 2) || ''':*', '&') || '&''#g' || in_group || '''')::tsquery
      from (select n from unnest(plain_words(full_name)) n limit 10) names)
  limit page
$$;
--> statement-breakpoint
-- What the account card says of an account beside its columns. Told with read on the customer group; never the hash itself.
create function account_state(contact bigint) returns table (has_password boolean, blocked_until timestamptz, live_sessions int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.password_hash is not null,
    (select b.until from back_offs b where b.key = 'contact:' || left(a.login_normal, 200) and b.until > now()),
    (select count(*)::int from (select from sessions s where s.contact_id = contact and s.ended_at is null and session_alive(s) limit 1000) live)
  from accounts a join contacts c on c.id = a.contact_id
  where a.contact_id = contact and viewer_kind() = 'engineer' and c.customer_group_id = any (viewer_ids('read_groups'))
$$;
--> statement-breakpoint
-- Whether the viewer keeps the accounts of the contact's group.
create function keeps_account(contact bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select viewer_kind() = 'engineer' and exists (select from contacts c where c.id = contact
    and c.customer_group_id = any (viewer_ids('read_groups')) and c.customer_group_id = any (viewer_ids('account_groups')))
$$;
--> statement-breakpoint
create function end_sessions_of_contact(contact bigint) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  ended int;
begin
  if not keeps_account(contact) then return 0; end if;
  update sessions s set ended_at = now(), end_reason = 'ended_by_engineer' where s.contact_id = contact and s.ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;
--> statement-breakpoint
create function unlock_account(contact bigint) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  delete from back_offs b using accounts a
    where a.contact_id = contact and keeps_account(contact) and b.key = 'contact:' || left(a.login_normal, 200);
  update accounts a set locked_until = null where a.contact_id = contact and keeps_account(contact) and a.locked_until is not null;
$$;
--> statement-breakpoint
-- Whether anything would be lost or left without its contact or company. The viewer need not see what is in the way.
create function hangs_on_contact(contact bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from tickets t where t.main_contact_id = contact)
    or exists (select from entries e where e.author_contact_id = contact)
    or exists (select from participants p where p.contact_id = contact)
    or exists (select from shares s where s.contact_id = contact or s.shared_by_id = contact)
    or exists (select from accounts a where a.contact_id = contact)
$$;
--> statement-breakpoint
create function hangs_on_company(company bigint) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from contacts c where c.company_id = company) or exists (select from tickets t where t.company_id = company)
$$;
--> statement-breakpoint
-- Deactivating a contact, or taking its account away, ends its sessions for good: neither reactivating nor a new account
-- revives one.
create function end_sessions_with_contact() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sessions s set ended_at = now(), end_reason = 'account_changed'
    where s.ended_at is null and s.contact_id = case tg_table_name when 'contacts' then (to_jsonb(old) ->> 'id')::bigint
      else (to_jsonb(old) ->> 'contact_id')::bigint end;
  return null;
end $$;
--> statement-breakpoint
create trigger end_sessions after update of active on contacts for each row
  when (old.active and not new.active) execute function end_sessions_with_contact();
--> statement-breakpoint
create trigger end_sessions_too after delete on accounts for each row execute function end_sessions_with_contact();
--> statement-breakpoint
revoke all on contact_words from portico_app;
--> statement-breakpoint
grant select, insert, delete on customer_notes to portico_app;
--> statement-breakpoint
revoke execute on function write_contact_words from public;
