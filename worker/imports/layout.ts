import type { Fault } from "#schema/imports";
import type { Words } from "#schema/words/words";
import type { Draft } from "./drafts";
import type { Rule } from "./rules";

/** A column that we read: under which headings it may stand, and how its cells are read. */
export type Column<Value> = { headings: string[]; rule: Rule<Value>; needed: boolean };
type Columns = Record<string, Column<unknown>>;

/** What one kind of table looks like. */
export type Layout = {
  words: Words;
  columns: Columns;
  /** The column whose commas were written without quotes: what a row has too much belongs to it. */
  overflow?: string;
  /** How the source writes "no value". */
  nullWord?: string;
};

/** Where something was said: for faults. */
export type Place = { file: string; row: number; headings: Record<string, string> };
type Values<C extends Columns> = { [Name in keyof C]: C[Name] extends Column<infer Value> ? Value : never };
export type Row<L extends Layout> = Values<L["columns"]> & { at: Place };
export type AnyRow = Record<string, unknown> & { at: Place };

export type Drafted = { drafts: Draft[]; faults: Fault[] };
type Layouts = Record<string, Layout>;

/** How the tables of one source become records of ours. */
export type Mapping = {
  name: string;
  words: Words;
  layouts: Layouts;
  draft(tables: Record<string, AnyRow[]>): Drafted;
};

type Written<L extends Layouts> = Omit<Mapping, "layouts" | "draft"> & {
  layouts: L;
  draft(tables: { [Name in keyof L]: Row<L[Name]>[] }): Drafted;
};

/** Gives `draft` the rows as its own layouts read them. */
export function mappingOf<L extends Layouts>(written: Written<L>): Mapping {
  return written as unknown as Mapping; // The rows come from the same layouts that typed `draft`.
}

/** A column that must be there. */
export const needed = <Value>(rule: Rule<Value>, ...headings: string[]): Column<Value> => ({
  headings,
  rule,
  needed: true,
});
/** A column that may be missing altogether; its cells are then blank. */
export const extra = <Value>(rule: Rule<Value>, ...headings: string[]): Column<Value> => ({
  headings,
  rule,
  needed: false,
});

export const fault = (at: Place, field: string | null, words: Words): Fault => ({
  file: at.file,
  row: at.row,
  column: field === null ? null : (at.headings[field] ?? field),
  words,
});

/** One fault for each row that repeats the key of an earlier one. */
export function repeats<R extends { at: Place }>(rows: R[], field: keyof R & string): Fault[] {
  const first = new Map<unknown, number>();
  return rows.flatMap((row) => {
    const key = row[field];
    const before = first.get(key);
    if (before === undefined) first.set(key, row.at.row);
    if (before === undefined || key === null) return [];
    const words = { zh: `与第 ${before} 行重复。`, en: `Row ${before} says the same already.` };
    return [fault(row.at, field, words)];
  });
}
