ALTER TABLE "devices" ADD COLUMN "out_as" text;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "out_note" text;