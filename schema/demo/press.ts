import type { Client, InStatement } from "@libsql/client";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";

const pageRows = 1_000;
type Row = Record<string, unknown>;

/**
 * Collects rows and presses them into their tables, a page at a time. Doing it `again`, after a seeding that was
 * cut short, leaves the rows that are there already as they are.
 */
export function newPress(client: Client, order: readonly SQLiteTable[], again: boolean) {
  const waiting = new Map<SQLiteTable, Row[]>(order.map((table) => [table, []]));
  let count = 0;

  function put<T extends SQLiteTable>(table: T, ...rows: T["$inferInsert"][]) {
    const list = waiting.get(table);
    if (!list) throw new Error(`${getTableName(table)} has no place in the order of tables`);
    list.push(...rows);
    count += rows.length;
  }

  /** Writes all that waits, parents before children. */
  async function flush() {
    for (const [table, rows] of waiting) {
      for (let from = 0; from < rows.length; from += pageRows) {
        await client.batch([insertOf(table, rows.slice(from, from + pageRows), again)], "write");
      }
      rows.length = 0;
    }
    count = 0;
  }

  /** Writes when enough waits; rows put earlier can no longer be changed afterwards. */
  const roll = async () => {
    if (count > 20_000) await flush();
  };
  return { put, flush, roll };
}
export type Press = ReturnType<typeof newPress>;

/** One statement for a whole page: its rows travel as one JSON argument. */
function insertOf(table: SQLiteTable, rows: Row[], again: boolean): InStatement {
  const said = new Set(rows.flatMap(Object.keys));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => said.has(key));
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const values = columns.map((_, at) => `value->>${at}`).join(", ");
  const page = rows.map((row) => columns.map(([key, column]) => stored(column, row[key])));
  return {
    sql: `insert into "${getTableName(table)}" (${names}) select ${values} from json_each(?)
      ${again ? "where true on conflict do nothing" : ""}`,
    args: [JSON.stringify(page)],
  };
}

function stored(column: SQLiteColumn, value: unknown): unknown {
  const said = value === undefined ? column.default : value;
  return said === null || said === undefined ? null : column.mapToDriverValue(said);
}
