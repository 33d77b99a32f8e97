CREATE INDEX "attachments_text_class_id_index" ON "attachments" USING btree ("text_class_id");--> statement-breakpoint
CREATE INDEX "entries_text_class_id_index" ON "entries" USING btree ("text_class_id");--> statement-breakpoint
CREATE INDEX "entries_field_id_index" ON "entries" USING btree ("field_id") WHERE "entries"."field_id" is not null;--> statement-breakpoint
CREATE INDEX "field_values_field_id_index" ON "field_values" USING btree ("field_id");--> statement-breakpoint
CREATE INDEX "due_tickets_of_queue" ON "tickets" USING btree ("queue_id","answer_due_at","id") WHERE "tickets"."is_open" and "tickets"."answer_due_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_status_id_index" ON "tickets" USING btree ("status_id");