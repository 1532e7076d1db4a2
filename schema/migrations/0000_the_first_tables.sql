CREATE TABLE `calendar_days` (
	`calendar` text DEFAULT 'office' NOT NULL,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`name` text,
	PRIMARY KEY(`calendar`, `date`)
);
--> statement-breakpoint
CREATE TABLE `appraisals` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`complaint_id` text NOT NULL,
	`samples` text NOT NULL,
	`tests` text DEFAULT '[]' NOT NULL,
	`conclusion` text NOT NULL,
	`reproduction` text,
	`laboratory` text,
	`tested_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `appraisals_reference_unique` ON `appraisals` (`reference`);--> statement-breakpoint
CREATE INDEX `appraisals_by_complaint` ON `appraisals` (`complaint_id`);--> statement-breakpoint
CREATE TABLE `complaint_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`complaint_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`by` text,
	`at` integer NOT NULL,
	`file_ids` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `complaint_messages_by_complaint` ON `complaint_messages` (`complaint_id`,`at`);--> statement-breakpoint
CREATE TABLE `complaint_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`complaint_id` text NOT NULL,
	`department` text NOT NULL,
	`question` text NOT NULL,
	`due_at` integer NOT NULL,
	`finding` text,
	`done_at` integer,
	`done_by` text,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `complaint_tasks_by_complaint` ON `complaint_tasks` (`complaint_id`);--> statement-breakpoint
CREATE INDEX `complaint_tasks_by_due` ON `complaint_tasks` (`done_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `complaints` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`status` text NOT NULL,
	`resume_status` text,
	`party_id` text,
	`submitted_by` text,
	`guest_name` text,
	`guest_phone` text,
	`guest_email` text,
	`bought_from` text,
	`language` text NOT NULL,
	`channel` text NOT NULL,
	`received_at` integer NOT NULL,
	`shipment_line_id` text,
	`lot_no` text,
	`dye_lot_no` text,
	`item` text,
	`complained_milli` integer,
	`unopened_milli` integer,
	`used_milli` integer,
	`where_found` text,
	`machine` text,
	`description` text NOT NULL,
	`demand` text,
	`demand_minor` integer,
	`machine_stopped` integer DEFAULT false NOT NULL,
	`late_objection` integer DEFAULT false NOT NULL,
	`class` text,
	`sub_class` text,
	`severity` text,
	`owner_id` text,
	`co_owner_id` text,
	`acknowledge_by` integer NOT NULL,
	`preliminary_by` integer,
	`propose_by` integer,
	`close_by` integer,
	`acknowledged_at` integer,
	`preliminary_at` integer,
	`replied_at` integer,
	`waiting_since` integer,
	`validity` text,
	`responsible` text,
	`responsible_note` text,
	`outcome` text,
	`outcome_minor` integer,
	`outcome_milli` integer,
	`currency` text DEFAULT 'CNY' NOT NULL,
	`approved_by` text,
	`reply` text,
	`resolved_at` integer,
	`first_follow_up_at` integer,
	`second_follow_up_at` integer,
	`closed_at` integer,
	`merged_into_id` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shipment_line_id`) REFERENCES `shipment_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`co_owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `complaints_reference_unique` ON `complaints` (`reference`);--> statement-breakpoint
CREATE INDEX `complaints_by_status` ON `complaints` (`status`,`received_at`);--> statement-breakpoint
CREATE INDEX `complaints_by_party` ON `complaints` (`party_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `complaints_by_lot` ON `complaints` (`lot_no`);--> statement-breakpoint
CREATE TABLE `enquiries` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`status` text NOT NULL,
	`party_id` text,
	`person_id` text,
	`source` text DEFAULT 'portal' NOT NULL,
	`company` text,
	`name` text NOT NULL,
	`country` text,
	`email` text,
	`phone` text,
	`language` text NOT NULL,
	`product_ref` text,
	`quantity_milli` integer,
	`body` text NOT NULL,
	`answer_by` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	`lost_reason` text,
	`assigned_to` text,
	`received_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_to`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enquiries_reference_unique` ON `enquiries` (`reference`);--> statement-breakpoint
CREATE INDEX `enquiries_by_status` ON `enquiries` (`status`,`received_at`);--> statement-breakpoint
CREATE INDEX `enquiries_by_party` ON `enquiries` (`party_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record_id` text NOT NULL,
	`type` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`party_id` text,
	`channel` text DEFAULT 'web' NOT NULL,
	`from_status` text,
	`to_status` text,
	`reason` text,
	`for_customer` integer DEFAULT true NOT NULL,
	`details` text
);
--> statement-breakpoint
CREATE INDEX `events_by_record` ON `events` (`record_id`,`id`);--> statement-breakpoint
CREATE TABLE `guard` (
	`ok` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`input` text NOT NULL,
	`due_at` integer NOT NULL,
	`lease_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	`failed_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `jobs_by_due` ON `jobs` (`done_at`,`failed_at`,`due_at`);--> statement-breakpoint
CREATE INDEX `jobs_by_time` ON `jobs` (`due_at`,`id`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`party_id` text,
	`type` text NOT NULL,
	`noun` text NOT NULL,
	`reference` text NOT NULL,
	`at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE INDEX `notices_by_person` ON `notices` (`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `sequences` (
	`key` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`store_key` text NOT NULL,
	`name` text NOT NULL,
	`mime` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`uploaded_by` text,
	`uploaded_at` integer NOT NULL,
	`noun` text,
	`record_id` text,
	`for_staff_only` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_store_key_unique` ON `files` (`store_key`);--> statement-breakpoint
CREATE INDEX `files_by_record` ON `files` (`record_id`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`noun` text NOT NULL,
	`record_id` text NOT NULL,
	`moves` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_token_hash_unique` ON `links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `links_by_record` ON `links` (`record_id`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`party_id` text,
	`complaint_id` text,
	`shipment_id` text,
	`due_on` text NOT NULL,
	`assigned_to` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`product_score` integer,
	`service_score` integer,
	`salesperson_score` integer,
	`timely_score` integer,
	`care_score` integer,
	`overall_score` integer,
	`problem` text,
	`problem_class` text,
	`needs` text,
	`suggestion` text,
	`waived_reason` text,
	`done_at` integer,
	`done_by` text,
	`at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_to`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_ups_reference_unique` ON `follow_ups` (`reference`);--> statement-breakpoint
CREATE INDEX `follow_ups_by_due` ON `follow_ups` (`status`,`due_on`);--> statement-breakpoint
CREATE INDEX `follow_ups_by_complaint` ON `follow_ups` (`complaint_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`mapping` text NOT NULL,
	`status` text NOT NULL,
	`files` text NOT NULL,
	`sheets` text NOT NULL,
	`faults` text DEFAULT '[]' NOT NULL,
	`tallies` text DEFAULT '[]' NOT NULL,
	`uploaded_by` text NOT NULL,
	`at` integer NOT NULL,
	`applied_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `imports_reference_unique` ON `imports` (`reference`);--> statement-breakpoint
CREATE INDEX `imports_by_time` ON `imports` (`at`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`entity` text DEFAULT 'LX' NOT NULL,
	`party_id` text NOT NULL,
	`currency` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_party` ON `accounts` (`party_id`,`currency`,`entity`);--> statement-breakpoint
CREATE TABLE `allocations` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`credit_entry_id` text NOT NULL,
	`debit_entry_id` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `allocations_by_account` ON `allocations` (`account_id`,`ended_at`);--> statement-breakpoint
CREATE TABLE `closed_periods` (
	`period` text PRIMARY KEY NOT NULL,
	`closed_at` integer NOT NULL,
	`closed_by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `entries` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`account_id` text NOT NULL,
	`type` text NOT NULL,
	`business_date` text NOT NULL,
	`posting_date` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`quantity_milli` integer,
	`unit_price_e4` integer,
	`doc_no` text,
	`order_id` text,
	`order_ref` text,
	`customer_po` text,
	`item` text,
	`colour_no` text,
	`lot_no` text,
	`cartons` integer,
	`shipment_id` text,
	`shipment_line_id` text,
	`return_id` text,
	`complaint_id` text,
	`due_on` text,
	`effective_due_on` text,
	`matures_on` text,
	`invoice_no` text,
	`adjusts_period` text,
	`memo` text,
	`created_by` text,
	`approved_by` text,
	`reversal_of` text,
	`recorded_at` integer NOT NULL,
	`source` text DEFAULT 'portal' NOT NULL,
	`external_ref` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_id_unique` ON `entries` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_reversal_of_unique` ON `entries` (`reversal_of`);--> statement-breakpoint
CREATE INDEX `entries_by_account` ON `entries` (`account_id`,`posting_date`,`seq`,`amount_minor`);--> statement-breakpoint
CREATE INDEX `entries_by_slip` ON `entries` (`doc_no`,`business_date`);--> statement-breakpoint
CREATE INDEX `entries_by_shipment` ON `entries` (`shipment_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_by_external_ref` ON `entries` (`source`,`external_ref`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`revision_id` text NOT NULL,
	`sku_id` text NOT NULL,
	`item_zh` text NOT NULL,
	`item_en` text NOT NULL,
	`colour_no` text,
	`uom` text DEFAULT 'kg' NOT NULL,
	`cartons` integer,
	`unit_price_e4` integer,
	`discount_bp` integer DEFAULT 0 NOT NULL,
	`amount_minor` integer DEFAULT 0 NOT NULL,
	`price_list_id` text,
	`promised_on` text,
	`ordered_milli` integer NOT NULL,
	`scheduled_milli` integer DEFAULT 0 NOT NULL,
	`produced_milli` integer DEFAULT 0 NOT NULL,
	`finished_milli` integer DEFAULT 0 NOT NULL,
	`ready_milli` integer DEFAULT 0 NOT NULL,
	`shipped_milli` integer DEFAULT 0 NOT NULL,
	`received_milli` integer DEFAULT 0 NOT NULL,
	`missing_milli` integer DEFAULT 0 NOT NULL,
	`returned_milli` integer DEFAULT 0 NOT NULL,
	`cancelled_milli` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_id`) REFERENCES `product_revisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sku_id`) REFERENCES `skus`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `order_lines_by_order` ON `order_lines` (`order_id`,`position`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`order_kind` text DEFAULT 'standard' NOT NULL,
	`market` text NOT NULL,
	`party_id` text NOT NULL,
	`bill_to_id` text NOT NULL,
	`outlet_id` text,
	`salesperson_id` text,
	`placed_by` text,
	`ship_to` text,
	`customer_po` text,
	`contract_ref` text,
	`ordered_on` text NOT NULL,
	`ordered_at` integer NOT NULL,
	`requested_on` text,
	`promised_on` text,
	`price_term` text,
	`term_place` text,
	`payment_term` text NOT NULL,
	`payment_days` integer,
	`currency` text NOT NULL,
	`tax_included` integer NOT NULL,
	`plus_bp` integer NOT NULL,
	`minus_bp` integer NOT NULL,
	`status` text NOT NULL,
	`held_status` text,
	`total_minor` integer NOT NULL,
	`remarks` text,
	`internal_remarks` text,
	`confirmed_at` integer,
	`source` text DEFAULT 'portal' NOT NULL,
	`external_ref` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bill_to_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outlet_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`salesperson_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_reference_unique` ON `orders` (`reference`);--> statement-breakpoint
CREATE INDEX `orders_by_party` ON `orders` (`party_id`,`ordered_at`);--> statement-breakpoint
CREATE INDEX `orders_by_status` ON `orders` (`status`,`ordered_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_by_external_ref` ON `orders` (`source`,`external_ref`);--> statement-breakpoint
CREATE TABLE `promises` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`order_line_id` text NOT NULL,
	`promised_on` text NOT NULL,
	`reason` text,
	`by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `promises_by_line` ON `promises` (`order_line_id`,`id`);--> statement-breakpoint
CREATE TABLE `addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`kind` text NOT NULL,
	`consignee` text NOT NULL,
	`phone` text,
	`lines` text NOT NULL,
	`conditions` text,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `addresses_by_party` ON `addresses` (`party_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text,
	`role` text NOT NULL,
	`phone` text,
	`mobile` text,
	`email` text,
	`wechat` text,
	`fax` text,
	`language` text DEFAULT 'zh' NOT NULL,
	`valid_to` text,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contacts_by_party` ON `contacts` (`party_id`);--> statement-breakpoint
CREATE TABLE `parties` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`outlet_kind` text,
	`operation` text,
	`trading_model` text,
	`share_amounts_with_parent` integer DEFAULT false NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`name_zh` text,
	`name_en` text,
	`short_name` text,
	`former_names` text DEFAULT '[]' NOT NULL,
	`initials` text DEFAULT '' NOT NULL,
	`legal_representative` text,
	`uscc` text,
	`taxpayer_kind` text,
	`established_on` text,
	`licence_expires_on` text,
	`country` text DEFAULT 'CN' NOT NULL,
	`registration_no` text,
	`tax_ids` text DEFAULT '[]' NOT NULL,
	`address` text,
	`address_en` text,
	`port` text,
	`port_of_loading` text,
	`consignee` text,
	`notify_party` text,
	`shipping_marks` text,
	`forwarder` text,
	`level` text,
	`key_account` integer DEFAULT false NOT NULL,
	`price_level` text,
	`price_term` text,
	`term_place` text,
	`currency` text DEFAULT 'CNY' NOT NULL,
	`tax_included` integer DEFAULT true NOT NULL,
	`payment_term` text DEFAULT 'prepaid' NOT NULL,
	`payment_days` integer,
	`deposit_bp` integer DEFAULT 0 NOT NULL,
	`plus_bp` integer DEFAULT 300 NOT NULL,
	`minus_bp` integer DEFAULT 300 NOT NULL,
	`single_lot` integer DEFAULT false NOT NULL,
	`silent_confirm_clause` integer DEFAULT false NOT NULL,
	`credit_limit_minor` integer DEFAULT 0 NOT NULL,
	`hold_reason` text,
	`territory` text DEFAULT '[]' NOT NULL,
	`salesperson_id` text,
	`after_sales_owner_id` text,
	`credit_controller_id` text,
	`invoice_title` text,
	`tax_no` text,
	`bank` text,
	`bank_account` text,
	`invoice_kind` text,
	`source` text DEFAULT 'portal' NOT NULL,
	`external_ref` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`salesperson_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`after_sales_owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`credit_controller_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parties_code_unique` ON `parties` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `parties_by_external_ref` ON `parties` (`source`,`external_ref`);--> statement-breakpoint
CREATE INDEX `parties_by_kind` ON `parties` (`kind`,`code`);--> statement-breakpoint
CREATE TABLE `party_parents` (
	`party_id` text NOT NULL,
	`parent_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`reason` text,
	PRIMARY KEY(`party_id`, `valid_from`),
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `party_parents_by_parent` ON `party_parents` (`parent_id`);--> statement-breakpoint
CREATE TABLE `credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`password` text,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `credentials_by_person` ON `credentials` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`party_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`language` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token_hash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_by_party` ON `invitations` (`party_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`party_id` text NOT NULL,
	`roles` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_by_person` ON `memberships` (`person_id`);--> statement-breakpoint
CREATE INDEX `memberships_by_party` ON `memberships` (`party_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`phone` text,
	`language` text DEFAULT 'zh' NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`party_id` text,
	`ip_address` text,
	`user_agent` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_by_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `price_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`price_list_id` text NOT NULL,
	`sku_id` text NOT NULL,
	`from_milli` integer DEFAULT 0 NOT NULL,
	`unit_price_e4` integer NOT NULL,
	FOREIGN KEY (`price_list_id`) REFERENCES `price_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sku_id`) REFERENCES `skus`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `price_lines_by_sku` ON `price_lines` (`sku_id`,`price_list_id`,`from_milli`);--> statement-breakpoint
CREATE INDEX `price_lines_by_list` ON `price_lines` (`price_list_id`);--> statement-breakpoint
CREATE TABLE `price_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`kind` text NOT NULL,
	`level` text,
	`party_id` text,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`currency` text NOT NULL,
	`price_term` text,
	`term_place` text,
	`tax_included` integer NOT NULL,
	`tax_rate_bp` integer DEFAULT 1300 NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `price_lists_reference_unique` ON `price_lists` (`reference`);--> statement-breakpoint
CREATE INDEX `price_lists_by_party` ON `price_lists` (`party_id`);--> statement-breakpoint
CREATE INDEX `price_lists_by_level` ON `price_lists` (`kind`,`level`,`currency`);--> statement-breakpoint
CREATE TABLE `product_families` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_zh` text NOT NULL,
	`name_en` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`source` text DEFAULT 'portal' NOT NULL,
	`external_ref` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_families_code_unique` ON `product_families` (`code`);--> statement-breakpoint
CREATE TABLE `product_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`product_id` text NOT NULL,
	`number` integer NOT NULL,
	`model` text NOT NULL,
	`name_zh` text,
	`name_en` text,
	`description_zh` text,
	`description_en` text,
	`usage_zh` text,
	`usage_en` text,
	`aliases` text DEFAULT '[]' NOT NULL,
	`category` text NOT NULL,
	`composition` text DEFAULT '[]' NOT NULL,
	`denier` integer,
	`dtex_tenths` integer,
	`filaments` integer,
	`plies` integer,
	`twist` text,
	`intermingling` text,
	`lustre` text,
	`cross_section` text,
	`colour_mode` text,
	`technical` text DEFAULT '[]' NOT NULL,
	`packing_zh` text,
	`packing_en` text,
	`hs_code` text,
	`moq_milli` integer,
	`lead_time_days` integer,
	`uom` text DEFAULT 'kg' NOT NULL,
	`certificates` text DEFAULT '[]' NOT NULL,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `product_revisions_by_product` ON `product_revisions` (`product_id`,`number`);--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`family_id` text NOT NULL,
	`status` text NOT NULL,
	`visibility` text NOT NULL,
	`live_revision_id` text,
	`draft_revision_id` text,
	`published_at` integer,
	`withdrawn_at` integer,
	`source` text DEFAULT 'portal' NOT NULL,
	`external_ref` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `product_families`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `products_reference_unique` ON `products` (`reference`);--> statement-breakpoint
CREATE INDEX `products_by_family` ON `products` (`family_id`,`status`,`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `products_by_external_ref` ON `products` (`source`,`external_ref`);--> statement-breakpoint
CREATE TABLE `skus` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`product_id` text NOT NULL,
	`colour_no` text,
	`colour_zh` text,
	`colour_en` text,
	`swatch` text,
	`grade` text,
	`carton_milli` integer,
	`cones_per_carton` integer,
	`discontinued_at` integer,
	`source` text DEFAULT 'portal' NOT NULL,
	`external_ref` text,
	FOREIGN KEY (`product_id`) REFERENCES `products`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `skus_code_unique` ON `skus` (`code`);--> statement-breakpoint
CREATE INDEX `skus_by_product` ON `skus` (`product_id`,`code`);--> statement-breakpoint
CREATE TABLE `reach` (
	`party_id` text NOT NULL,
	`noun` text NOT NULL,
	`at` integer NOT NULL,
	`record_id` text NOT NULL,
	`depth` integer NOT NULL,
	PRIMARY KEY(`party_id`, `noun`, `at`, `record_id`)
);
--> statement-breakpoint
CREATE INDEX `reach_by_record` ON `reach` (`record_id`,`party_id`);--> statement-breakpoint
CREATE TABLE `return_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`return_id` text NOT NULL,
	`position` integer NOT NULL,
	`shipment_line_id` text NOT NULL,
	`requested_milli` integer NOT NULL,
	`approved_milli` integer,
	`declared_milli` integer,
	`received_milli` integer,
	`received_cartons` integer,
	`accepted_milli` integer,
	`disposition` text,
	`outcome` text,
	`inspection_note` text,
	`unit_price_e4` integer,
	`discount_bp` integer DEFAULT 0 NOT NULL,
	`credit_minor` integer,
	FOREIGN KEY (`return_id`) REFERENCES `returns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shipment_line_id`) REFERENCES `shipment_lines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `return_lines_by_return` ON `return_lines` (`return_id`,`position`);--> statement-breakpoint
CREATE INDEX `return_lines_by_shipment_line` ON `return_lines` (`shipment_line_id`);--> statement-breakpoint
CREATE TABLE `returns` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`party_id` text NOT NULL,
	`bill_to_id` text NOT NULL,
	`complaint_id` text,
	`reason` text NOT NULL,
	`note` text,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`late_objection` integer DEFAULT false NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	`rejected_reason` text,
	`valid_until` text,
	`return_address` text,
	`freight_payer` text,
	`carrier` text,
	`waybill_no` text,
	`received_on` text,
	`inspected_by` text,
	`decided_by` text,
	`currency` text NOT NULL,
	`credit_minor` integer,
	`executed_at` integer,
	`closed_at` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bill_to_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inspected_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `returns_reference_unique` ON `returns` (`reference`);--> statement-breakpoint
CREATE INDEX `returns_by_party` ON `returns` (`party_id`,`requested_at`);--> statement-breakpoint
CREATE INDEX `returns_by_status` ON `returns` (`status`,`requested_at`);--> statement-breakpoint
CREATE TABLE `cartons` (
	`id` text PRIMARY KEY NOT NULL,
	`shipment_line_id` text NOT NULL,
	`carton_no` text NOT NULL,
	`cones` integer,
	`gross_milli` integer NOT NULL,
	`tare_milli` integer NOT NULL,
	`net_milli` integer NOT NULL,
	FOREIGN KEY (`shipment_line_id`) REFERENCES `shipment_lines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cartons_by_line` ON `cartons` (`shipment_line_id`);--> statement-breakpoint
CREATE TABLE `lots` (
	`id` text PRIMARY KEY NOT NULL,
	`lot_no` text NOT NULL,
	`dye_lot_no` text,
	`sku_id` text NOT NULL,
	`grade` text,
	`qc_status` text NOT NULL,
	`produced_on` text,
	FOREIGN KEY (`sku_id`) REFERENCES `skus`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lots_by_number` ON `lots` (`lot_no`,`sku_id`);--> statement-breakpoint
CREATE INDEX `lots_by_any_case` ON `lots` (lower("lot_no"));--> statement-breakpoint
CREATE INDEX `lots_by_dye_lot` ON `lots` (lower("dye_lot_no"));--> statement-breakpoint
CREATE TABLE `shipment_events` (
	`id` text PRIMARY KEY NOT NULL,
	`shipment_id` text NOT NULL,
	`at` integer NOT NULL,
	`zone` text DEFAULT 'Asia/Shanghai' NOT NULL,
	`code` text NOT NULL,
	`place` text,
	`locode` text,
	`source_kind` text NOT NULL,
	`note_zh` text,
	`note_en` text,
	`supersedes` text,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`shipment_id`) REFERENCES `shipments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shipment_events_by_shipment` ON `shipment_events` (`shipment_id`,`at`);--> statement-breakpoint
CREATE TABLE `shipment_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`shipment_id` text NOT NULL,
	`position` integer NOT NULL,
	`order_line_id` text NOT NULL,
	`lot_id` text,
	`quantity_milli` integer NOT NULL,
	`cartons` integer DEFAULT 0 NOT NULL,
	`cones` integer,
	`signed_milli` integer,
	`signed_cartons` integer,
	`difference` text,
	`difference_note` text,
	`returned_milli` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`shipment_id`) REFERENCES `shipments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shipment_lines_by_shipment` ON `shipment_lines` (`shipment_id`,`position`);--> statement-breakpoint
CREATE INDEX `shipment_lines_by_order_line` ON `shipment_lines` (`order_line_id`);--> statement-breakpoint
CREATE INDEX `shipment_lines_by_lot` ON `shipment_lines` (`lot_id`);--> statement-breakpoint
CREATE TABLE `shipments` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`market` text NOT NULL,
	`party_id` text NOT NULL,
	`bill_to_id` text NOT NULL,
	`transport_ref` text,
	`status` text NOT NULL,
	`released_to_child` integer DEFAULT true NOT NULL,
	`ship_to` text,
	`carrier_kind` text,
	`carrier` text,
	`waybill_no` text,
	`plate_no` text,
	`driver` text,
	`driver_phone` text,
	`freight_payer` text,
	`freight_minor` integer,
	`vessel` text,
	`voyage` text,
	`containers` text DEFAULT '[]' NOT NULL,
	`bl_no` text,
	`port_of_loading` text,
	`port_of_discharge` text,
	`etd` text,
	`atd` text,
	`eta` text,
	`ata` text,
	`planned_on` text,
	`dispatched_on` text,
	`delivered_on` text,
	`cartons` integer DEFAULT 0 NOT NULL,
	`net_milli` integer DEFAULT 0 NOT NULL,
	`gross_milli` integer,
	`pod_grade` integer,
	`signed_by` text,
	`signed_at` integer,
	`signed_note` text,
	`at` integer NOT NULL,
	`source` text DEFAULT 'portal' NOT NULL,
	`external_ref` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bill_to_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shipments_reference_unique` ON `shipments` (`reference`);--> statement-breakpoint
CREATE INDEX `shipments_by_party` ON `shipments` (`party_id`,`at`);--> statement-breakpoint
CREATE INDEX `shipments_by_status` ON `shipments` (`status`,`at`);--> statement-breakpoint
CREATE INDEX `shipments_by_waybill` ON `shipments` (`waybill_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `shipments_by_external_ref` ON `shipments` (`source`,`external_ref`);--> statement-breakpoint
CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`line_id` text NOT NULL,
	`reason` text NOT NULL,
	`their_minor` integer,
	`note` text,
	`status` text NOT NULL,
	`raised_by` text NOT NULL,
	`raised_at` integer NOT NULL,
	`answer_due_at` integer NOT NULL,
	`reply` text,
	`replied_by` text,
	`replied_at` integer,
	`adjustment_entry_id` text,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line_id`) REFERENCES `statement_lines`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `disputes_line_id_unique` ON `disputes` (`line_id`);--> statement-breakpoint
CREATE INDEX `disputes_by_statement` ON `disputes` (`statement_id`);--> statement-breakpoint
CREATE INDEX `disputes_by_status` ON `disputes` (`status`,`answer_due_at`);--> statement-breakpoint
CREATE TABLE `statement_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`position` integer NOT NULL,
	`section` text NOT NULL,
	`entry_id` text NOT NULL,
	`date` text NOT NULL,
	`type` text NOT NULL,
	`doc_no` text,
	`order_ref` text,
	`customer_po` text,
	`item` text,
	`colour_no` text,
	`lot_no` text,
	`cartons` integer,
	`quantity_milli` integer,
	`unit_price_e4` integer,
	`debit_minor` integer NOT NULL,
	`credit_minor` integer NOT NULL,
	`balance_minor` integer NOT NULL,
	`invoice_no` text,
	`due_on` text,
	`adjusts_period` text,
	`memo` text,
	`agreed_before` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_lines_by_statement` ON `statement_lines` (`statement_id`,`position`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`number` integer NOT NULL,
	`account_id` text NOT NULL,
	`party_id` text NOT NULL,
	`period` text NOT NULL,
	`currency` text NOT NULL,
	`status` text NOT NULL,
	`opening_minor` integer NOT NULL,
	`debit_minor` integer NOT NULL,
	`credit_minor` integer NOT NULL,
	`closing_minor` integer NOT NULL,
	`quantity_milli` integer NOT NULL,
	`overdue_minor` integer NOT NULL,
	`uninvoiced_minor` integer NOT NULL,
	`unpaid_invoices_minor` integer NOT NULL,
	`undue_bills_minor` integer NOT NULL,
	`ageing` text NOT NULL,
	`heading` text NOT NULL,
	`hash` text NOT NULL,
	`issued_at` integer NOT NULL,
	`issued_by` text,
	`confirm_by` text NOT NULL,
	`viewed_at` integer,
	`viewed_by` text,
	`answered_at` integer,
	`answered_by` text,
	`answer_method` text,
	`answer_address` text,
	`superseded_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_reference_unique` ON `statements` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `statements_by_account` ON `statements` (`account_id`,`period`,`number`);--> statement-breakpoint
CREATE INDEX `statements_by_party` ON `statements` (`party_id`,`period`);--> statement-breakpoint
CREATE INDEX `statements_by_status` ON `statements` (`status`,`issued_at`);