import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { flag, json, moment } from "./columns";

export const fileLimits = { bytes: 10 * 1024 * 1024, perRecord: 10, name: 200 } as const;

export const files = sqliteTable(
  "files",
  {
    id: text("id").primaryKey(), // Minted by the sender.
    storeKey: text("store_key").notNull().unique(),
    name: text("name").notNull(),
    mime: text("mime").notNull(), // Sniffed, never believed.
    sizeBytes: integer("size_bytes").notNull(),
    sha256: text("sha256").notNull(),
    uploadedBy: text("uploaded_by"), // A person, or the link a guest used.
    uploadedAt: moment("uploaded_at").notNull(),
    noun: text("noun"), // Null until a record takes the file.
    recordId: text("record_id"),
    forStaffOnly: flag("for_staff_only").notNull().default(false),
  },
  (t) => [index("files_by_record").on(t.recordId)],
);
export type StoredFile = typeof files.$inferSelect;

/** A link that opens one record to someone without an account. */
export const links = sqliteTable(
  "links",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    noun: text("noun").notNull(),
    recordId: text("record_id").notNull(),
    moves: json<string[]>("moves").notNull(),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (t) => [index("links_by_record").on(t.recordId)],
);
