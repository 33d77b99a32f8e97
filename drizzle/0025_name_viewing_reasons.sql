-- In a statement an argument is told from a column of its name by the name of the function.
create or replace function end_viewing(viewing bigint, reason text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  ended viewings;
begin
  update viewings v set ended_at = now(), end_reason = end_viewing.reason
    where v.id = end_viewing.viewing and v.ended_at is null returning v.* into ended;
  if not found then return; end if;
  insert into audit (actor_kind, actor_id, action, subject_kind, subject_id, after)
    values ('engineer', ended.engineer_id, 'viewing.ended', 'contact', ended.contact_id,
      jsonb_build_object('reason', ended.reason, 'ended', end_viewing.reason));
end $$;
