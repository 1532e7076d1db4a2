import { importLimits } from "#schema/imports";
import type { Words } from "#schema/words/words";
import { readCsv } from "../csv";
import { Refusal } from "../refusal";
import { readWorkbook, type SheetCell } from "../workbook";

export type SentFile = { name: string; bytes: Uint8Array<ArrayBuffer> };
/** A table as it was sent: its headings, and its rows by the number that a spreadsheet shows. */
export type Sheet = {
  name: string;
  headings: string[];
  rows: { row: number; cells: string[] }[];
  /** A workbook leaves out blank cells at the end of a row; a text file that does so is torn. */
  mayEndEarly: boolean;
};

/** All tables of an upload, or a refusal of the whole that names the file. */
export async function readSheets(files: SentFile[]): Promise<Sheet[]> {
  if (files.length > importLimits.files) throw refused("too_large", tooManyFiles);
  if (files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) > importLimits.bytes)
    throw refused("too_large", tooManyBytes);
  const sheets: Sheet[] = [];
  for (const file of files) sheets.push(...(await naming(file, sheetsOf(file))));
  if (sheets.reduce((sum, { rows }) => sum + rows.length, 0) > importLimits.rows)
    throw refused("too_large", tooManyRows);
  return sheets;
}

async function sheetsOf({ name, bytes }: SentFile): Promise<Sheet[]> {
  if (!isPacked(bytes)) {
    const sheet = sheetOf(name, await readCsv(bytes), false);
    if (!sheet) throw new Refusal("invalid", empty);
    return [sheet];
  }
  const tables = await readWorkbook(bytes);
  const sheets = tables.flatMap((table) => {
    const rows = table.rows.map(({ row, cells }) => ({ row, cells: cells.map(textOf) }));
    return sheetOf(tables.length > 1 ? `${name} › ${table.name}` : name, rows, true) ?? [];
  });
  if (sheets.length === 0) throw new Refusal("invalid", empty);
  return sheets;
}

function sheetOf(name: string, [heading, ...rows]: Sheet["rows"], mayEndEarly: boolean): Sheet | undefined {
  return heading && { name, headings: heading.cells, rows, mayEndEarly };
}

/** A zip, which today's workbooks are, or the container that old and locked ones are kept in. */
const isPacked = ([first, second]: Uint8Array) =>
  (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);

/** A spreadsheet keeps fifteen digits of a number; what lies beyond is noise. */
function textOf(cell: SheetCell): string {
  if (cell instanceof Date) return cell.toISOString().replace("T", " ").replace(/Z$/, "");
  return typeof cell === "number" ? String(Number(cell.toPrecision(15))) : (cell ?? "");
}

async function naming<Result>({ name }: SentFile, reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw refused(error.code, { zh: `${name}:${error.words.zh}`, en: `${name}: ${error.words.en}` });
  }
}

export const refused = (code: Refusal["code"], words: Words) => new Refusal(code, words, { files: words });

const mib = importLimits.bytes / 1_048_576;
export const tooManyBytes: Words = {
  zh: `文件合计不能超过 ${mib} MB。`,
  en: `The files may be ${mib} MB together at most.`,
};
const tooManyFiles: Words = {
  zh: `一次最多 ${importLimits.files} 个文件。`,
  en: `Send ${importLimits.files} files at most.`,
};
const tooManyRows: Words = {
  zh: `一次最多 ${importLimits.rows} 行,请分批导入。`,
  en: `Send ${importLimits.rows} rows at most; split the files.`,
};
const empty: Words = { zh: "文件是空的。", en: "The file is empty." };
