import type { Language, Words } from "#schema/words/words";
import { writeCsv } from "./csv";
import type { HonoContext } from "./http";
import { decimalsOf } from "./money";
import type { PageOf, PageQuery } from "./page";
import { Refusal } from "./refusal";
import { writeWorkbook } from "./workbook";

export type Cell = string | number | null;
/** A column of a list as a file: its heading, and its value from a row that was presented to the reader. */
export type Column<Item> = { words: Words; value: (item: Item, language: Language) => Cell };

/** The name a reader of that language should see. */
export const nameOf = (
  party: { nameZh: string | null; nameEn: string | null; code: string },
  language: Language,
) => (language === "zh" ? (party.nameZh ?? party.nameEn) : (party.nameEn ?? party.nameZh)) ?? party.code;

/** Thousandths as a plain decimal that a spreadsheet reads as a number. */
export const plainQuantity = (milli: number | null) => (milli === null ? null : milli / 1000);

export const plainMoney = (minor: number | null, currency: string) =>
  minor === null ? null : minor / 10 ** decimalsOf(currency);

const mostRows = 20_000;

/** The whole filtered list as CSV or XLSX, read page by page through the same reach as the screen. */
export async function asTable<Item, Query extends PageQuery>(
  c: HonoContext,
  name: string,
  columns: Column<Item>[],
  asked: Query,
  read: (query: Query) => Promise<PageOf<Item>>,
): Promise<never> {
  const { language } = c.var.ctx;
  const rows: Cell[][] = [columns.map(({ words }) => words[language])];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, nextCursor } = await read({ ...asked, limit: 100, cursor: cursor ?? undefined });
    for (const item of items) rows.push(columns.map(({ value }) => value(item, language)));
    if (rows.length > mostRows) throw tooMany;
    cursor = nextCursor;
  }
  const bytes = asked.format === "csv" ? writeCsv(rows) : await writeWorkbook([{ name, rows }]);
  const mime = asked.format === "csv" ? "text/csv; charset=utf-8" : xlsx;
  // `hc` should know only the JSON reply of a list; files are fetched by their address.
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    "content-type": mime,
    "content-disposition": `attachment; filename="${name}.${asked.format}"`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  }) as never;
}

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const tooMany = new Refusal("too_large", {
  zh: "结果超过 20,000 行,请缩小筛选范围后再导出。",
  en: "There are more than 20,000 rows. Narrow the filters and export again.",
});
