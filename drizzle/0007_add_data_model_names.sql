ALTER TABLE "customer_groups" ADD COLUMN "company_name" text;--> statement-breakpoint
ALTER TABLE "customer_groups" ADD COLUMN "contact_name" text;--> statement-breakpoint
ALTER TABLE "data_fields" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER POLICY "manage" ON "news" TO public USING ((select viewer_has('manage_news')) or (select viewer_has('administer'))) WITH CHECK ((select viewer_has('manage_news')) or (select viewer_has('administer')));--> statement-breakpoint
ALTER POLICY "read" ON "news_groups" TO public USING ((select viewer_kind()) = 'engineer');--> statement-breakpoint
ALTER POLICY "administer" ON "news_groups" TO public USING ((select viewer_has('manage_news')) or (select viewer_has('administer'))) WITH CHECK ((select viewer_has('manage_news')) or (select viewer_has('administer')));