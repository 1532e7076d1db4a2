import { type CellValue, readXlsx, streamXlsxRows, writeXlsx, writeXlsxStream } from "hucre/xlsx";
import { importLimits } from "#schema/imports";
import type { Words } from "#schema/words/words";
import { Refusal } from "./refusal";
import { declaredSize } from "./zip";

export type SheetCell = string | number | Date | null;
/** One line of a sheet; `row` is its number as the spreadsheet shows it. */
export type SheetRow = { row: number; cells: SheetCell[] };
export type Sheet = { name: string; rows: SheetRow[] };

export const workbookLimits = { columns: 256, sheets: 20, inflatedBytes: 128 * 1024 * 1024 } as const;

/** The visible sheets of an XLSX file, blank rows left out. */
export async function readWorkbook(
  bytes: Uint8Array,
  mostRows: number = importLimits.rows,
): Promise<Sheet[]> {
  refuseUnreadable(bytes);
  const names = await orRefusal(visibleSheets(bytes));
  if (names.length > workbookLimits.sheets) throw new Refusal("too_large", tooMuch);
  const sheets: Sheet[] = [];
  let left = mostRows + names.length; // One more for each heading.
  for (const name of names) {
    const rows = await orRefusal(rowsOf(bytes, name, left));
    left -= rows.length;
    if (left < 0) throw new Refusal("too_large", tooManyRows(mostRows));
    sheets.push({ name, rows });
  }
  return sheets;
}

/** The first row of every sheet is its heading and stays in view. */
export async function writeWorkbook(
  sheets: readonly { name: string; rows: readonly (readonly SheetCell[])[] }[],
): Promise<Uint8Array> {
  const [only, ...others] = sheets.map((sheet) => ({
    name: sheet.name.replace(/[[\]:*?/\\]/g, " ").slice(0, 31),
    columns: widthsOf(sheet.rows),
    freezePane: { rows: 1 },
    rows: sheet.rows.map((row) => [...row]),
  }));
  if (!only) throw new Error("a workbook without sheets");
  if (others.length > 0) return writeXlsx({ sheets: [only, ...others] });
  // A list may be long: its rows are packed as they come.
  const { rows, ...sheet } = only;
  return new Uint8Array(await new Response(writeXlsxStream(rows, sheet)).arrayBuffer());
}

function refuseUnreadable(bytes: Uint8Array): void {
  if (bytes.byteLength > importLimits.bytes) throw new Refusal("too_large", tooMuch);
  const [first, second] = bytes;
  if (first === 0xd0 && second === 0xcf) throw new Refusal("unsupported", oldOrLocked);
  if (first !== 0x50 || second !== 0x4b) throw new Refusal("unsupported", noWorkbook);
  const size = declaredSize(bytes);
  if (size === null) throw new Refusal("invalid", broken);
  if (size > workbookLimits.inflatedBytes) throw new Refusal("too_large", tooMuch);
}

async function visibleSheets(bytes: Uint8Array): Promise<string[]> {
  const names: string[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) names.push(name);
      return false; // Names only; the rows are read one by one.
    },
  });
  return names;
}

async function rowsOf(bytes: Uint8Array, sheet: string, most: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (values.length > workbookLimits.columns) throw new Refusal("too_large", tooMuch);
    const cells = values.map(cellOf);
    if (cells.some((cell) => cell !== null)) rows.push({ row: index + 1, cells });
    if (rows.length > most) break;
  }
  return rows;
}

function cellOf(value: CellValue): SheetCell {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" ? value.trim() || null : value;
}

/** Whatever breaks inside the library broke because of the file. */
async function orRefusal<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("invalid", broken);
  }
}

function widthsOf(rows: readonly (readonly SheetCell[])[]): { width: number }[] {
  const sample = rows.slice(0, 100);
  const columns = Math.max(0, ...sample.map((row) => row.length));
  return Array.from({ length: columns }, (_, at) => ({
    width: Math.min(48, 2 + Math.max(6, ...sample.map((row) => widthOf(row[at] ?? null)))),
  }));
}

/** A Chinese character is as wide as two letters. */
function widthOf(cell: SheetCell): number {
  return cell instanceof Date ? 10 : String(cell ?? "").replace(/[^\x20-\x7e]/g, "xx").length;
}

const tooMuch: Words = {
  zh: "表格太大或列数过多。请删去多余内容,或分成几个文件。",
  en: "The workbook is too large or has too many columns. Remove what is not needed or split it into several files.",
};
const tooManyRows = (most: number): Words => ({
  zh: `表格超过 ${most} 行,请分成几个文件。`,
  en: `The workbook has more than ${most} rows. Split it into several files.`,
});
const oldOrLocked: Words = {
  zh: "文件设有密码,或是旧的 .xls 格式。请另存为不带密码的 .xlsx 后重新上传。",
  en: "The file has a password or is in the old .xls format. Save it as .xlsx without a password and send it again.",
};
const noWorkbook: Words = {
  zh: "这不是 Excel 工作簿(.xlsx)。请选择正确的文件。",
  en: "This is not an Excel workbook (.xlsx). Choose the right file.",
};
const broken: Words = {
  zh: "工作簿不完整或已损坏。请在 Excel 中打开并重新保存后再上传。",
  en: "The workbook is incomplete or damaged. Open it in Excel, save it again and send it.",
};
