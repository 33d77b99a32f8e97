-- How many rows hang on something of a queue's set-up, up to a bound. An administrator need not see the tickets to be told
-- that they are in the way; nobody else is told anything. A ticket has a subject too, hence the function's name before the argument.
create or replace function count_uses(what text, subject bigint, bound int) returns int
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  found_rows int := 0;
begin
  if not viewer_has('administer') then return 0; end if;
  case what
    when 'tickets of queue' then
      select count(*) into found_rows from (select from tickets t where t.queue_id = count_uses.subject limit bound) x;
    when 'open tickets of queue' then
      select count(*) into found_rows from (select from tickets t where t.queue_id = count_uses.subject and t.is_open limit bound) x;
    when 'tickets in status' then
      select count(*) into found_rows from (select from tickets t where t.status_id = count_uses.subject limit bound) x;
    when 'values of field' then
      select count(*) into found_rows from (select from field_values v where v.field_id = count_uses.subject limit bound) x;
    when 'changes of field' then
      select count(*) into found_rows from (select from entries e where e.field_id = count_uses.subject limit bound) x;
    when 'entries of class' then
      select count(*) into found_rows from (select from entries e where e.text_class_id = count_uses.subject limit bound) x;
    when 'files of class' then
      select count(*) into found_rows from (select from attachments a where a.text_class_id = count_uses.subject limit bound) x;
  end case;
  return found_rows;
end $$;
