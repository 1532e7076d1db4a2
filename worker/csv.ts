import { parse } from "csv-parse/stream";
import { importLimits } from "#schema/imports";
import type { Words } from "#schema/words/words";
import { Refusal } from "./refusal";

/** One line of a table that people sent us; `row` is its number as a spreadsheet shows it. */
export type CsvRow = { row: number; cells: string[] };

/** Reads what Excel, WPS and ERPs call CSV: any usual encoding and separator, blank rows left out. */
export async function readCsv(bytes: Uint8Array, mostRows: number = importLimits.rows): Promise<CsvRow[]> {
  if (bytes.byteLength > importLimits.bytes) throw refusal("too_large", tooManyBytes);
  const text = decoded(bytes);
  const rows: CsvRow[] = [];
  let row = 0;
  try {
    for await (const record of records(text)) {
      row += 1;
      const cells = record.map((cell) => unguarded(cell.trim()));
      if (cells.some((cell) => cell !== "")) rows.push({ row, cells });
      if (rows.length > mostRows + 1) break; // One more for the heading.
    }
  } catch (error) {
    if (error instanceof Error && "code" in error) throw refusal("invalid", brokenRow(row + 1));
    throw error;
  }
  if (rows.length > mostRows + 1) throw refusal("too_large", tooManyRows(mostRows));
  return rows;
}

/** UTF-8 with a mark, because Excel takes it for the local encoding otherwise. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const lines = rows.map((cells) => `${cells.map(written).join(",")}\r\n`);
  return new TextEncoder().encode(`\ufeff${lines.join("")}`);
}

/** Parses a slice at a time, so that a long file does not keep other visitors waiting. */
function records(text: string): ReadableStream<string[]> {
  const bytes = new TextEncoder().encode(text);
  const slice = 32_768;
  let at = 0;
  const source = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      controller.enqueue(bytes.subarray(at, at + slice));
      at += slice;
      if (at >= bytes.length) controller.close();
    },
  });
  const parser = parse({
    delimiter: delimiterOf(text),
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: 131_072,
  });
  return source.pipeThrough(parser as TransformStream<Uint8Array, string[]>); // It declares no types.
}

/** A mark decides; without one, strict UTF-8 or else the encoding of Chinese Windows. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe
      ? ["utf-16le"]
      : first === 0xfe && second === 0xff
        ? ["utf-16be"]
        : null;
  for (const encoding of marked ?? ["utf-8", "gb18030"]) {
    const text = strictly(bytes, encoding);
    if (text !== null && !text.includes("\0")) return text;
  }
  throw refusal("invalid", unreadable);
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The separator that the first line holds most of, outside quotes. */
function delimiterOf(text: string): string {
  const line = /^(?:"[^"]*"|[^"\r\n])*/.exec(text)?.[0].replace(/"[^"]*"/g, "") ?? "";
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

const startsFormula = /^[=+\-@\t\r\n＝＋－＠]/;
/** Digits that Excel would round or strip of their zeros. */
const looksLikeFigure = /^(?:0\d+|\d{12,})$/;

function written(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = startsFormula.test(cell) ? `'${cell}` : looksLikeFigure.test(cell) ? `\t${cell}` : cell;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Our own files come back as they were. */
const unguarded = (cell: string) =>
  cell.startsWith("'") && startsFormula.test(cell.slice(1)) ? cell.slice(1) : cell;

const refusal = (code: "invalid" | "too_large", words: Words) => new Refusal(code, words);

const tooManyBytes = {
  zh: `文件超过 ${importLimits.bytes / 1_048_576} MB,请分成几个文件。`,
  en: `The file is larger than ${importLimits.bytes / 1_048_576} MB. Split it into several files.`,
};
const tooManyRows = (most: number) => ({
  zh: `文件超过 ${most} 行,请分成几个文件。`,
  en: `The file has more than ${most} rows. Split it into several files.`,
});
const brokenRow = (row: number) => ({
  zh: `第 ${row} 行无法读取:引号没有成对。请更正后重新上传。`,
  en: `Row ${row} cannot be read: a quotation mark has no partner. Correct it and send the file again.`,
});
const unreadable = {
  zh: "无法识别文件的文字编码。请在 Excel 中另存为“CSV UTF-8”后重新上传。",
  en: "The file's text encoding cannot be recognised. Save it as “CSV UTF-8” in Excel and send it again.",
};
