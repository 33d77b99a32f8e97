-- Whoever writes contacts, details and accounts of many people in one transaction writes their words once, at its end:
-- `set local portico.words = 'later'`, then `write_contact_words`. What is found is nobody's secret by these words alone.
drop trigger keep_words on contacts;
--> statement-breakpoint
drop trigger keep_words on contact_details;
--> statement-breakpoint
drop trigger keep_words on accounts;
--> statement-breakpoint
create trigger keep_words after insert on contacts referencing new table as added for each statement
  when (current_setting('portico.words', true) is distinct from 'later') execute function keep_contact_words();
--> statement-breakpoint
create trigger keep_words after insert on contact_details referencing new table as added for each statement
  when (current_setting('portico.words', true) is distinct from 'later') execute function keep_contact_words();
--> statement-breakpoint
create trigger keep_words after insert on accounts referencing new table as added for each statement
  when (current_setting('portico.words', true) is distinct from 'later') execute function keep_contact_words();
--> statement-breakpoint
grant execute on function write_contact_words to portico_app;
