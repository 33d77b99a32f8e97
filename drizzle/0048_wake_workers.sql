-- A new job wakes the workers, so that none asks for jobs every second. They listen on the channel that pg-boss derives from its schema's name.
update pgboss.queue set notify = true;
--> statement-breakpoint
create function wake_workers() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_notify('pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24), n.name)
    from (select distinct j.name from new_jobs j where j.start_after <= pgboss.job_now()) n;
  return null;
end $$;
--> statement-breakpoint
revoke execute on function wake_workers from public;
--> statement-breakpoint
create trigger wake_workers after insert on pgboss.job referencing new table as new_jobs
  for each statement execute function wake_workers();
