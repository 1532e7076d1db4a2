import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { z } from "zod";
import { Refusal } from "./refusal";

/** What every list takes besides its own filters. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
  format: z.enum(["json", "csv", "xlsx"]).default("json"),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** The reply of every list, for the API's description. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export type PageOf<Item> = { items: Item[]; nextCursor: string | null };

/** Newest first: rows that come after the cursor in (at, id) order. */
export function after(cursor: string | undefined, at: SQLiteColumn, id: SQLiteColumn): SQL | undefined {
  if (!cursor) return undefined;
  const [time, lastId] = decode(cursor);
  return sql`(${at}, ${id}) < (${time}, ${lastId})`;
}

/** In alphabetical order: rows that come after the cursor in (name, id) order. */
export function beyond(cursor: string | undefined, name: SQLiteColumn, id: SQLiteColumn): SQL | undefined {
  if (!cursor) return undefined;
  const [lastName, lastId] = decode(cursor);
  return sql`(${name}, ${id}) > (${lastName}, ${lastId})`;
}

/** Cuts the row that was read too many, and says where the next page starts. */
export function page<Row>(rows: Row[], limit: number, key: (row: Row) => [number | string, string]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encode(key(last)) : null };
}

const encode = (key: [number | string, string]) => btoa(encodeURIComponent(JSON.stringify(key)));

/** What a cursor of ours says, or a refusal. */
export function decode(cursor: string): [number | string, string] {
  try {
    const key: unknown = JSON.parse(decodeURIComponent(atob(cursor)));
    if (Array.isArray(key) && key.length === 2 && typeof key[1] === "string") {
      // 1e400 is fine JSON and no number that a database takes.
      if (Number.isFinite(key[0]) || typeof key[0] === "string") return [key[0], key[1]];
    }
  } catch {
    // Falls through to the refusal: a cursor is ours or it is nothing.
  }
  const words = {
    zh: "翻页位置无效,请从第一页重新开始。",
    en: "This page position is not valid. Start again from the first page.",
  };
  throw new Refusal("invalid", words, { cursor: words });
}
