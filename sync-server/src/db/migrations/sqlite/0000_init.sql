CREATE TABLE `agencies` (
	`agency` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor` text,
	`device` text,
	`office` text,
	`what` text NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE TABLE `codes` (
	`code` text PRIMARY KEY NOT NULL,
	`dossier` text NOT NULL,
	`device` text NOT NULL,
	`seq` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`office` text NOT NULL,
	`name` text NOT NULL,
	`book_number` integer NOT NULL,
	`token_hash` text NOT NULL,
	`public_key` text NOT NULL,
	`encryption_key` text NOT NULL,
	`head_seq` integer NOT NULL,
	`head_link` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_exchange_at` integer,
	`newest_event_at` integer,
	`revoked_at` integer,
	`report` text,
	`fork_device` text,
	`fork_key` text
);
--> statement-breakpoint
CREATE INDEX `devices_token` ON `devices` (`token_hash`);--> statement-breakpoint
CREATE INDEX `devices_office` ON `devices` (`office`);--> statement-breakpoint
CREATE TABLE `dossiers` (
	`id` text PRIMARY KEY NOT NULL,
	`offices` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `enrol_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`office` text NOT NULL,
	`device_name` text NOT NULL,
	`created_by` text,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text
);
--> statement-breakpoint
CREATE TABLE `events` (
	`device` text NOT NULL,
	`seq` integer NOT NULL,
	`dossier` text NOT NULL,
	`verdict` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`device`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `events_dossier` ON `events` (`dossier`);--> statement-breakpoint
CREATE TABLE `feed_runs` (
	`office` text NOT NULL,
	`to_pos` integer NOT NULL,
	`device` text NOT NULL,
	`from_seq` integer NOT NULL,
	`count` integer NOT NULL,
	`mark` integer NOT NULL,
	PRIMARY KEY(`office`, `to_pos`)
);
--> statement-breakpoint
CREATE TABLE `leases` (
	`agency` text NOT NULL,
	`kind` text NOT NULL,
	`from_serial` integer NOT NULL,
	`to_serial` integer NOT NULL,
	`digits` integer NOT NULL,
	`device` text NOT NULL,
	`valid_from` text NOT NULL,
	`retired_on` text,
	PRIMARY KEY(`agency`, `kind`, `from_serial`, `device`)
);
--> statement-breakpoint
CREATE INDEX `leases_device` ON `leases` (`device`);--> statement-breakpoint
CREATE TABLE `locks` (
	`name` text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE `office_feeds` (
	`office` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reference_parts` (
	`key` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`body` text
);
--> statement-breakpoint
CREATE TABLE `reference_versions` (
	`version` integer PRIMARY KEY NOT NULL,
	`mark` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `refusals` (
	`device` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`detail` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`device`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
