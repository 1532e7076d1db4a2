import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { flag, json, moment } from "./columns";

/** What happened, by whom: append-only, guarded by triggers. */
export const events = sqliteTable(
  "events",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    recordId: text("record_id").notNull(),
    type: text("type").notNull(), // noun.participle, e.g. complaint.accepted
    at: moment("at").notNull(),
    personId: text("person_id"), // Null: the system or a guest.
    partyId: text("party_id"), // On whose behalf.
    channel: text("channel").notNull().default("web"),
    fromStatus: text("from_status"),
    toStatus: text("to_status"),
    reason: text("reason"),
    forCustomer: flag("for_customer").notNull().default(true), // May the party read it?
    details: json<Record<string, unknown>>("details"),
  },
  (t) => [index("events_by_record").on(t.recordId, t.id)],
);
export type Event = typeof events.$inferSelect;

/** Work with a due time, claimed with a lease; mail leaves from here. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: text("id").primaryKey(), // Minted by the writer: the same work twice is one job.
    kind: text("kind").notNull(),
    input: json<Record<string, unknown>>("input").notNull(),
    dueAt: moment("due_at").notNull(),
    leaseUntil: moment("lease_until"),
    attempts: integer("attempts").notNull().default(0),
    doneAt: moment("done_at"),
    failedAt: moment("failed_at"), // Given up; staff may start it again.
    lastError: text("last_error"),
  },
  (t) => [index("jobs_by_due").on(t.doneAt, t.failedAt, t.dueAt), index("jobs_by_time").on(t.dueAt, t.id)],
);
export type Job = typeof jobs.$inferSelect;

/** Mails as they left, or, in a demo, as they would have. */
export const mails = sqliteTable("mails", {
  id: text("id").primaryKey(),
  to: text("to").notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  at: moment("at").notNull(),
});

/** A line in somebody's inbox. */
export const notices = sqliteTable(
  "notices",
  {
    id: text("id").primaryKey(),
    personId: text("person_id").notNull(),
    partyId: text("party_id"),
    type: text("type").notNull(), // The event that made it.
    noun: text("noun").notNull(),
    reference: text("reference").notNull(),
    at: moment("at").notNull(),
    readAt: moment("read_at"),
  },
  (t) => [index("notices_by_person").on(t.personId, t.at)],
);

/** The last number given per prefix, organisation and month. */
export const sequences = sqliteTable("sequences", {
  key: text("key").primaryKey(),
  last: integer("last").notNull(),
});

/** Never holds a row: inserting a null here is how a batch refuses itself (worker/write.ts). */
export const guard = sqliteTable("guard", { ok: integer("ok").notNull() });
