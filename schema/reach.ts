import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { moment } from "./columns";

export const reachNouns = [
  "order",
  "shipment",
  "account",
  "statement",
  "complaint",
  "return",
  "follow_up",
] as const;
export type ReachNoun = (typeof reachNouns)[number];

/**
 * Which parties may know that a record exists: its own party and those that stood above it on the
 * record's date. Written with the record, so a dealer who moves later takes no history along.
 */
export const reach = sqliteTable(
  "reach",
  {
    partyId: text("party_id").notNull(),
    noun: text("noun").$type<ReachNoun>().notNull(),
    at: moment("at").notNull(), // What the noun's lists are sorted by.
    recordId: text("record_id").notNull(),
    depth: integer("depth").notNull(), // 0: its own; 1: of a direct child; and so on.
  },
  (t) => [
    primaryKey({ columns: [t.partyId, t.noun, t.at, t.recordId] }),
    index("reach_by_record").on(t.recordId, t.partyId),
  ],
);
