import type { Fault } from "#schema/imports";
import type { Words } from "#schema/words/words";
import type { Layout, Mapping } from "./layout";
import { refused, type Sheet } from "./sheets";

/** A sheet as one of a mapping's layouts: where each of its columns stands, -1 where it is missing. */
export type Reading = { sheet: Sheet; layout: string; columns: Record<string, number> };
export type Recognised = { mapping: Mapping; readings: Reading[]; unread: Sheet[]; faults: Fault[] };

/** Finds the mapping that knows most of the sheets, and says which headings others come close with. */
export function recognise(sheets: Sheet[], mappings: Mapping[]): Recognised {
  const tries = mappings.map((mapping) => tryMapping(sheets, mapping));
  const [best] = tries.sort((a, b) => scoreOf(b) - scoreOf(a));
  if (!best || scoreOf(best) === 0) throw refused("invalid", unknown(mappings));
  return best;
}

const scoreOf = ({ readings, faults }: Recognised) =>
  readings.reduce((sum, { columns }) => sum + 1_000 + found(columns), 0) + faults.length;

const found = (columns: Record<string, number>) => Object.values(columns).filter((at) => at >= 0).length;

function tryMapping(sheets: Sheet[], mapping: Mapping): Recognised {
  const recognised: Recognised = { mapping, readings: [], unread: [], faults: [] };
  for (const sheet of sheets) {
    const fits = Object.entries(mapping.layouts).map(([name, layout]) => fitOf(sheet, name, layout));
    const [best] = fits.sort(
      (a, b) => a.missing.length - b.missing.length || found(b.columns) - found(a.columns),
    );
    if (best?.missing.length === 0) recognised.readings.push(best);
    else recognised.unread.push(sheet);
    if (best && best.missing.length > 0 && best.isClose)
      recognised.faults.push(...best.missing.map(missingIn(best)));
  }
  return recognised;
}

type Fit = Reading & { missing: string[]; isClose: boolean; words: Words };

function fitOf(sheet: Sheet, name: string, layout: Layout): Fit {
  const headings = sheet.headings.map(plain);
  const places = Object.entries(layout.columns).map(([column, { headings: names }]) => {
    const known = names.map(plain);
    return [column, headings.findIndex((heading) => known.includes(heading))] as const;
  });
  const columns = Object.fromEntries(places);
  const wanted = Object.entries(layout.columns).filter(([, column]) => column.needed);
  const missing = wanted
    .filter(([column]) => columns[column] === -1)
    .map(
      ([
        ,
        {
          headings: [first = ""],
        },
      ]) => first,
    );
  // Most of the headings are there: this is meant to be that table, and one of them was written otherwise.
  const isClose = missing.length < wanted.length / 2;
  return { sheet, layout: name, columns, missing, isClose, words: layout.words };
}

const missingIn =
  ({ sheet, words }: Fit) =>
  (heading: string): Fault => ({
    file: sheet.name,
    row: 1,
    column: heading,
    words: {
      zh: `“${words.zh}”缺少“${heading}”列。`,
      en: `The column “${heading}” of “${words.en}” is missing.`,
    },
  });

/** The columns of a sheet that nothing is done with. */
export const unreadHeadings = ({ sheet, columns }: Reading) =>
  sheet.headings.filter((heading, at) => heading !== "" && !Object.values(columns).includes(at));

/** Headings differ in case, width, blanks and marks such as * for "required". */
const plain = (heading: string) =>
  heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_*:：.-]+/g, "");

const unknown = (mappings: Mapping[]): Words => ({
  zh: `没有认出任何表格。第一行应为列名;可导入:${mappings.map(({ words }) => words.zh).join("、")}。`,
  en: `None of the tables was recognised. The first row must hold the headings; these can be read: ${mappings
    .map(({ words }) => words.en)
    .join(", ")}.`,
});
