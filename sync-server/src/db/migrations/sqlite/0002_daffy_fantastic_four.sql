ALTER TABLE `devices` ADD `out_as` text;--> statement-breakpoint
ALTER TABLE `devices` ADD `out_note` text;