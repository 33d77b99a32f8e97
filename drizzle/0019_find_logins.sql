DROP INDEX "accounts_profile_id_index";--> statement-breakpoint
DROP INDEX "engineer_login";--> statement-breakpoint
CREATE INDEX "accounts_profile_id_contact_id_index" ON "accounts" USING btree ("profile_id","contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "engineer_login_normal" ON "engineers" USING btree (lower(trim(normalize("login", nfkc))));--> statement-breakpoint
CREATE INDEX "engineers_name_id_index" ON "engineers" USING btree ("name","id");