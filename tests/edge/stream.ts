import Database from "libsql";
import type { Statement, Text } from "./wire";
import {
  type Condition,
  decode,
  encode,
  type Failure,
  failure,
  type Request,
  type Rows,
  type Step,
} from "./wire";

export type Reply = { type: string; result?: unknown; is_autocommit?: boolean };
type Steps = { results: (Rows | null)[]; errors: (Failure | null)[] };

/** One stream of a client: a connection of its own, and the texts it stored for later. */
export type Stream = ReturnType<typeof openStream>;

export function openStream(path: string, onStatement: (sql: string) => void) {
  let database = connect(path);
  const texts = new Map<number, string>();

  const textOf = ({ sql, sql_id }: Text) => {
    const text = sql ?? texts.get(sql_id ?? -1);
    if (text === undefined) throw new Error("a statement without a text");
    return text;
  };
  const execute = (statement: Statement) => {
    const sql = textOf(statement);
    onStatement(sql);
    return rowsOf(database, sql, statement);
  };
  const batch = (steps: Step[]) => {
    const done: Steps = { results: [], errors: [] };
    for (const { condition, stmt } of steps) {
      const holds = !condition || isTrue(condition, done, database);
      const outcome = holds ? attempt(() => execute(stmt)) : { result: null, error: null };
      done.results.push(outcome.result);
      done.errors.push(outcome.error);
    }
    return { step_results: done.results, step_errors: done.errors };
  };

  return {
    usedAt: Date.now(),
    isIdle: () => !database.inTransaction,
    answer(request: Request): Reply {
      const { type } = request;
      switch (type) {
        case "execute":
          return { type, result: execute(request.stmt) };
        case "batch":
          return { type, result: batch(request.batch.steps) };
        case "sequence":
          database.exec(textOf(request));
          return { type };
        case "describe":
          return { type, result: described(database, textOf(request)) };
        case "store_sql":
          texts.set(request.sql_id, request.sql);
          return { type };
        case "close_sql":
          texts.delete(request.sql_id);
          return { type };
        case "get_autocommit":
          return { type, is_autocommit: !database.inTransaction };
        case "close":
          return { type };
      }
    },
    reconnect() {
      database.close();
      database = connect(path);
    },
    /** An open transaction ends with its stream, as on a real server. */
    close: () => database.close(),
  };
}

// No busy timeout: it would stop the event loop on which the other stream has to commit.
function connect(path: string) {
  const database = new Database(path, { timeout: 0 });
  database.exec("pragma foreign_keys = on");
  return database;
}

function rowsOf(
  database: Database.Database,
  sql: string,
  { args = [], named_args, want_rows }: Statement,
): Rows {
  const prepared = database.prepare(sql);
  prepared.safeIntegers(true);
  const bound = named_args?.length
    ? Object.fromEntries(named_args.map(({ name, value }) => [name.replace(/^[@:$]/, ""), decode(value)]))
    : args.map(decode);
  if (!prepared.reader) {
    const { changes, lastInsertRowid } = prepared.run(bound);
    return { cols: [], rows: [], affected_row_count: changes, last_insert_rowid: String(lastInsertRowid) };
  }
  const rows = prepared.raw(true).all(bound) as unknown[][]; // Raw mode answers with arrays.
  return {
    cols: columnsOf(prepared),
    rows: want_rows === false ? [] : rows.map((row) => row.map(encode)),
    affected_row_count: /\breturning\b/i.test(sql) ? rows.length : 0,
    last_insert_rowid: null,
  };
}

function described(database: Database.Database, sql: string) {
  const prepared = database.prepare(sql);
  const cols = prepared.reader ? columnsOf(prepared) : [];
  return { params: [], cols, is_explain: /^\s*explain/i.test(sql), is_readonly: prepared.reader };
}

const columnsOf = (prepared: Database.Statement) =>
  prepared.columns().map(({ name, type }) => ({ name, decltype: type ?? null }));

function isTrue(condition: Condition, done: Steps, database: Database.Database): boolean {
  switch (condition.type) {
    case "ok":
      return done.results[condition.step] != null;
    case "error":
      return done.errors[condition.step] != null;
    case "not":
      return !isTrue(condition.cond, done, database);
    case "and":
      return condition.conds.every((part) => isTrue(part, done, database));
    case "or":
      return condition.conds.some((part) => isTrue(part, done, database));
    case "is_autocommit":
      return !database.inTransaction;
  }
}

function attempt(work: () => Rows): { result: Rows | null; error: Failure | null } {
  try {
    return { result: work(), error: null };
  } catch (error) {
    return { result: null, error: failure(error) };
  }
}
