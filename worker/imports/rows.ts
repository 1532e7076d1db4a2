import type { Fault } from "#schema/imports";
import { nextTurn } from "../turns";
import { type AnyRow, fault, type Layout, type Place } from "./layout";
import type { Reading } from "./recognise";

const turn = 1_000;

/** The rows of a sheet as values, and a fault for each cell that cannot be read. */
export async function readRows(
  { sheet, columns }: Reading,
  layout: Layout,
): Promise<{ rows: AnyRow[]; faults: Fault[] }> {
  const rows: AnyRow[] = [];
  const faults: Fault[] = [];
  const headings = Object.fromEntries(
    Object.entries(layout.columns).map(([name, column]) => [
      name,
      sheet.headings[columns[name] ?? -1] ?? column.headings[0] ?? name,
    ]),
  );
  const overflow = layout.overflow === undefined ? -1 : (columns[layout.overflow] ?? -1);
  for (const [index, { row, cells }] of sheet.rows.entries()) {
    if (index % turn === turn - 1) await nextTurn();
    const at: Place = { file: sheet.name, row, headings };
    const whole = inWidth(cells, sheet, overflow);
    if (whole) rows.push(valuesOf(whole, { at, columns, layout, faults }));
    else faults.push(fault(at, null, torn(cells.length, sheet.headings.length)));
  }
  return { rows, faults };
}

/** The cells under their headings; null when nobody can tell which belongs where. */
function inWidth(
  cells: string[],
  { headings, mayEndEarly }: Reading["sheet"],
  overflow: number,
): string[] | null {
  const surplus = cells.length - headings.length;
  if (surplus === 0) return cells;
  if (surplus < 0) return mayEndEarly ? [...cells, ...Array<string>(-surplus).fill("")] : null;
  if (cells.slice(headings.length).every((cell) => cell === "")) return cells.slice(0, headings.length);
  if (overflow < 0) return null;
  const after = overflow + surplus + 1;
  return [...cells.slice(0, overflow), cells.slice(overflow, after).join(", "), ...cells.slice(after)];
}

type Reader = { at: Place; columns: Reading["columns"]; layout: Layout; faults: Fault[] };

function valuesOf(cells: string[], { at, columns, layout, faults }: Reader): AnyRow {
  const values: AnyRow = { at };
  for (const [name, { rule }] of Object.entries(layout.columns)) {
    const text = cells[columns[name] ?? -1]?.trim() ?? "";
    const read = rule(text === layout.nullWord ? "" : text);
    if ("wrong" in read) faults.push(fault(at, name, read.wrong));
    else values[name] = read.value;
  }
  return values;
}

const torn = (cells: number, headings: number) => ({
  zh: `该行有 ${cells} 格,表头有 ${headings} 格。`,
  en: `The row has ${cells} cells, the heading ${headings}.`,
});
