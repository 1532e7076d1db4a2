import type { Answers } from "./form";

type Row = Record<string, string>;

/** The rows of a form that hold anything, moved up so that none is empty in between. */
export function rowsIn(values: Answers, name: string, columns: readonly string[]): Row[] {
  const starts = `${name}.`;
  const numbers = Object.keys(values).flatMap((key) =>
    key.startsWith(starts) ? [Number(key.split(".")[1])] : [],
  );
  const count = Math.max(-1, ...numbers) + 1;
  const rows = Array.from({ length: count }, (_, at) => rowAt(values, `${name}.${at}`, columns));
  return rows.filter((row) => Object.values(row).some((value) => value !== ""));
}

/** The fields of some rows and a few empty ones more, by their dotted names. */
export function rowFields(
  name: string,
  columns: readonly string[],
  rows: Row[],
  spare = 2,
): Record<string, string> {
  const empty = Array.from({ length: spare }, () =>
    Object.fromEntries(columns.map((column) => [column, ""])),
  );
  const fields = [...rows, ...empty].flatMap((row, at) =>
    columns.map((column) => [`${name}.${at}.${column}`, row[column] ?? ""] as const),
  );
  return Object.fromEntries(fields);
}

function rowAt(values: Answers, path: string, columns: readonly string[]): Row {
  const cells = columns.map((column) => [column, String(values[`${path}.${column}`] ?? "").trim()] as const);
  return Object.fromEntries(cells);
}
