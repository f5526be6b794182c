ALTER TABLE "audit" ADD COLUMN "other_office" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "target" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "changes" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "grave" text;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "seen_at" bigint;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "seen_by" text;--> statement-breakpoint
CREATE INDEX "audit_office" ON "audit" USING btree ("office");