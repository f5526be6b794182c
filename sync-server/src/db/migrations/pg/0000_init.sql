CREATE TABLE "agencies" (
	"agency" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text,
	"device" text,
	"office" text,
	"what" text NOT NULL,
	"detail" text
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"code" text PRIMARY KEY NOT NULL,
	"dossier" text NOT NULL,
	"device" text NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" text PRIMARY KEY NOT NULL,
	"office" text NOT NULL,
	"name" text NOT NULL,
	"book_number" integer NOT NULL,
	"token_hash" text NOT NULL,
	"public_key" text NOT NULL,
	"encryption_key" text NOT NULL,
	"head_seq" integer NOT NULL,
	"head_link" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_exchange_at" bigint,
	"newest_event_at" bigint,
	"revoked_at" bigint,
	"report" text,
	"fork_device" text,
	"fork_key" text
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" text PRIMARY KEY NOT NULL,
	"offices" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrol_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"office" text NOT NULL,
	"device_name" text NOT NULL,
	"created_by" text,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"used_by" text
);
--> statement-breakpoint
CREATE TABLE "events" (
	"device" text NOT NULL,
	"seq" integer NOT NULL,
	"dossier" text NOT NULL,
	"verdict" integer NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "events_device_seq_pk" PRIMARY KEY("device","seq")
);
--> statement-breakpoint
CREATE TABLE "feed_runs" (
	"office" text NOT NULL,
	"to_pos" bigint NOT NULL,
	"device" text NOT NULL,
	"from_seq" integer NOT NULL,
	"count" integer NOT NULL,
	"mark" integer NOT NULL,
	CONSTRAINT "feed_runs_office_to_pos_pk" PRIMARY KEY("office","to_pos")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"agency" text NOT NULL,
	"kind" text NOT NULL,
	"from_serial" integer NOT NULL,
	"to_serial" integer NOT NULL,
	"digits" integer NOT NULL,
	"device" text NOT NULL,
	"valid_from" text NOT NULL,
	"retired_on" text,
	CONSTRAINT "leases_agency_kind_from_serial_device_pk" PRIMARY KEY("agency","kind","from_serial","device")
);
--> statement-breakpoint
CREATE TABLE "locks" (
	"name" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office_feeds" (
	"office" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reference_parts" (
	"key" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"body" text
);
--> statement-breakpoint
CREATE TABLE "reference_versions" (
	"version" integer PRIMARY KEY NOT NULL,
	"mark" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refusals" (
	"device" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"detail" text,
	"at" bigint NOT NULL,
	CONSTRAINT "refusals_device_seq_pk" PRIMARY KEY("device","seq")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "devices_token" ON "devices" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "devices_office" ON "devices" USING btree ("office");--> statement-breakpoint
CREATE INDEX "events_dossier" ON "events" USING btree ("dossier");--> statement-breakpoint
CREATE INDEX "leases_device" ON "leases" USING btree ("device");