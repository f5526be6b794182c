ALTER TABLE `audit` ADD `other_office` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `target` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `changes` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `grave` text;--> statement-breakpoint
ALTER TABLE `audit` ADD `seen_at` integer;--> statement-breakpoint
ALTER TABLE `audit` ADD `seen_by` text;--> statement-breakpoint
CREATE INDEX `audit_office` ON `audit` (`office`);