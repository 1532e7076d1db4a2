/** The part of Hrana over HTTP (versions 2 and 3, JSON) that @libsql/client speaks. */
export type Value =
  | { type: "null" }
  | { type: "integer"; value: string }
  | { type: "float"; value: number }
  | { type: "text"; value: string }
  | { type: "blob"; base64: string };
export type Statement = {
  sql?: string;
  sql_id?: number;
  args?: Value[];
  named_args?: { name: string; value: Value }[];
  want_rows?: boolean;
};
export type Condition =
  | { type: "ok" | "error"; step: number }
  | { type: "not"; cond: Condition }
  | { type: "and" | "or"; conds: Condition[] }
  | { type: "is_autocommit" };
export type Step = { condition?: Condition | null; stmt: Statement };
export type Text = { sql?: string; sql_id?: number };
export type Request =
  | { type: "execute"; stmt: Statement }
  | { type: "batch"; batch: { steps: Step[] } }
  | ({ type: "sequence" | "describe" } & Text)
  | { type: "store_sql"; sql_id: number; sql: string }
  | { type: "close_sql"; sql_id: number }
  | { type: "get_autocommit" | "close" };
export type Failure = { message: string; code: string };
export type Rows = {
  cols: { name: string; decltype: string | null }[];
  rows: Value[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
};

export function encode(value: unknown): Value {
  switch (typeof value) {
    case "bigint":
      return { type: "integer", value: String(value) };
    case "number":
      return { type: "float", value };
    case "string":
      return { type: "text", value };
    default:
      if (value === null) return { type: "null" };
      if (value instanceof Uint8Array) return { type: "blob", base64: Buffer.from(value).toString("base64") };
      throw new Error(`SQLite has no such value: ${typeof value}`);
  }
}

export function decode(value: Value): unknown {
  switch (value.type) {
    case "null":
      return null;
    case "integer":
      return BigInt(value.value);
    case "blob":
      return Buffer.from(value.base64, "base64");
    default:
      return value.value;
  }
}

export function failure(error: unknown): Failure {
  if (!(error instanceof Error)) throw error;
  return { message: error.message, code: "code" in error ? String(error.code) : "SQLITE_UNKNOWN" };
}
