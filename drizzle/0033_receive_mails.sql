grant select, insert, update, delete on mails_in, mail_inbox to portico_app;
grant select, insert on entry_originals to portico_app;
grant usage on sequence mails_in_id_seq to portico_app;
--> statement-breakpoint
-- Which of these stored files belong to something; the others may be removed from disk. A mail that is held lies there too.
create or replace function stored_files_in_use(file_ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.id from attachments a where a.id = any (file_ids)
  union select i.file_id from imports i where i.file_id = any (file_ids)
  union select m.file_id from mails_in m where m.file_id = any (file_ids)
$$;
