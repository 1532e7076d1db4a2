import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { json, moment, version } from "./columns";
import type { ImportStatus } from "./words/statuses";

export const importLimits = { bytes: 8 * 1024 * 1024, rows: 20_000, files: 12, faults: 200 } as const;

export type Fault = { file: string; row: number; column: string | null; words: { zh: string; en: string } };
/** A sheet of what was uploaded; `readAs` is null when the mapping has no use for it, `unread` are columns without one. */
export type ImportedSheet = {
  name: string;
  readAs: { zh: string; en: string } | null;
  rows: number;
  unread: string[];
};
/** `created` is what the files would add, or did add; `written` is how far applying has come. */
export type Tally = {
  noun: string;
  read: number;
  created: number;
  unchanged: number;
  written: number;
  currency?: string;
  amountMinor?: number;
};
/** The bytes as they came, under their key in the file store. */
export type ImportedFile = { name: string; key: string };

/** One set of files brought in together: looked at first, then applied in pages that may be repeated. */
export const imports = sqliteTable(
  "imports",
  {
    id: text("id").primaryKey(),
    reference: text("reference").notNull().unique(), // IM-2611-0001
    mapping: text("mapping").notNull(), // northwind, parties, products, orders, …
    status: text("status").$type<ImportStatus>().notNull(),
    files: json<ImportedFile[]>("files").notNull(),
    sheets: json<ImportedSheet[]>("sheets").notNull(),
    faults: json<Fault[]>("faults").notNull().default([]),
    tallies: json<Tally[]>("tallies").notNull().default([]),
    uploadedBy: text("uploaded_by").notNull(),
    at: moment("at").notNull(),
    appliedAt: moment("applied_at"),
    version: version(),
  },
  (t) => [index("imports_by_time").on(t.at)],
);
export type Import = typeof imports.$inferSelect;
