import { type Fault, type ImportedSheet, importLimits, type Tally } from "#schema/imports";
import type { Ctx } from "../context";
import { nextTurn } from "../turns";
import type { Draft } from "./drafts";
import { isHere, type Known, lookUp } from "./known";
import { fault, type Mapping } from "./layout";
import { mappings } from "./mappings/mappings";
import { type Recognised, recognise, unreadHeadings } from "./recognise";
import { readRows } from "./rows";
import { readSheets, type SentFile } from "./sheets";
import { talliesOf } from "./tallies";

export type Checked = {
  mapping: Mapping;
  sheets: ImportedSheet[];
  drafts: Draft[];
  faults: Fault[];
  tallies: Tally[];
};

/** Reads an upload and says what it would do; with faults it would do nothing at all. */
export async function checkFiles(
  ctx: Pick<Ctx, "db" | "now">,
  files: SentFile[],
  asked: string | null,
): Promise<Checked> {
  const recognised = recognise(
    await readSheets(files),
    mappings.filter(({ name }) => asked === null || name === asked),
  );
  const { drafts, faults } = await draftsOf(recognised);
  const known = await lookUpAll(ctx, drafts);
  const all = [...faults, ...unmet(drafts, known), ...twins(drafts, known)];
  return {
    mapping: recognised.mapping,
    sheets: sheetsOf(recognised),
    drafts,
    faults: all.slice(0, importLimits.faults),
    tallies: all.length > 0 ? [] : talliesOf(drafts, known),
  };
}

/** Nothing is made of rows that cannot all be read. */
async function draftsOf({ mapping, readings, faults: missing }: Recognised) {
  const faults = [...missing];
  const tables = Object.fromEntries(Object.keys(mapping.layouts).map((name) => [name, [] as never[]]));
  const rowsOf: Parameters<Mapping["draft"]>[0] = tables;
  for (const reading of readings) {
    const layout = mapping.layouts[reading.layout];
    if (!layout) throw new Error(`a layout that the mapping lacks: ${reading.layout}`);
    const read = await readRows(reading, layout);
    for (const row of read.rows) rowsOf[reading.layout]?.push(row);
    faults.push(...read.faults);
  }
  return faults.length > 0 ? { drafts: [], faults } : mapping.draft(rowsOf);
}

const sheetsOf = ({ mapping, readings, unread }: Recognised): ImportedSheet[] => [
  ...readings.map((reading) => ({
    name: reading.sheet.name,
    readAs: mapping.layouts[reading.layout]?.words ?? null,
    rows: reading.sheet.rows.length,
    unread: unreadHeadings(reading),
  })),
  ...unread.map(({ name, rows }) => ({ name, readAs: null, rows: rows.length, unread: [] })),
];

const glance = 500;

async function lookUpAll(ctx: Pick<Ctx, "db" | "now">, drafts: Draft[]): Promise<Known> {
  const all = await lookUp(ctx, drafts.slice(0, glance));
  for (let at = glance; at < drafts.length; at += glance) {
    const more = await lookUp(ctx, drafts.slice(at, at + glance));
    for (const [key, row] of more.party) all.party.set(key, row);
    for (const [key, row] of more.product) all.product.set(key, row);
    for (const [key, row] of more.sku) all.sku.set(key, row);
    for (const [key, row] of more.person) all.person.set(key, row);
    for (const [key, row] of more.uscc) all.uscc.set(key, row);
    for (const [key, row] of more.price_list) all.price_list.set(key, row);
    for (const key of more.price) all.price.add(key);
    for (const key of more.order) all.order.add(key);
    for (const key of more.entry) all.entry.add(key);
    await nextTurn();
  }
  return all;
}

/** What records stand on must be here or stand before them in the files. */
function unmet(drafts: Draft[], known: Known): Fault[] {
  const said = new Set<string>();
  return drafts.flatMap((draft) => {
    const faults = draft.needs
      .filter(({ kind, key }) => !known[kind].has(key) && !said.has(`${kind} ${key}`))
      .map(({ at, field, otherwise, shown, key }) => fault(at, field, otherwise ?? unknown(shown ?? key)));
    for (const key of namesOf(draft)) said.add(`${draft.noun} ${key}`);
    return faults;
  });
}

function namesOf(draft: Draft): (string | null | undefined)[] {
  if (draft.noun === "party") return [draft.ref, draft.code, draft.file.nameZh, draft.file.nameEn];
  if (draft.noun === "family") return [draft.ref, draft.code, draft.nameZh, draft.nameEn];
  if (draft.noun === "product") return [draft.ref, draft.reference];
  return draft.noun === "sku" ? [draft.code] : [];
}

/** One firm has one file, whatever it is called. */
function twins(drafts: Draft[], known: Known): Fault[] {
  return drafts.flatMap((draft) => {
    if (draft.noun !== "party" || isHere(draft, known)) return [];
    const { nameZh, nameEn, uscc } = draft.file;
    const namesake = draft.byName && known.party.get(nameZh ?? nameEn ?? "");
    const twin = uscc && known.uscc.get(uscc);
    return [
      ...(namesake ? [fault(draft.at, "name", taken(namesake))] : []),
      ...(twin ? [fault(draft.at, "uscc", taken(twin))] : []),
    ];
  });
}

const taken = ({ code }: { code: string }) => ({
  zh: `${code} 已使用。如为同一单位,请填写其客户编号。`,
  en: `${code} carries this already. If it is the same firm, fill in its code.`,
});

const unknown = (shown: string) => ({
  zh: `“${shown}”既不在系统中,也不在文件的前面部分。`,
  en: `“${shown}” is neither here nor further up in the files.`,
});
