import { count, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { importLimits } from "#schema/imports";
import { orders } from "#schema/orders";
import { parties } from "#schema/parties";
import { people } from "#schema/people";
import { readCsv } from "#worker/csv";
import { type SheetCell, writeWorkbook } from "#worker/workbook";
import { bringIn, excerpt, fileOf, filesIn, formOf, type Sent, upload, withFile } from "../build/imports";
import { newWorld } from "../world";

const files = filesIn(excerpt);
const changed = (name: string, from: string, to: string) =>
  withFile(files, name, (text) => {
    if (!text.includes(from)) throw new Error(`the excerpt has no ${from}`);
    return text.replace(from, to);
  });

describe("a fault in the files", () => {
  test.each([
    {
      ...{ what: "a heading that is written otherwise", at: ["customers.csv", 1, "customerID"] },
      sent: changed("customers.csv", "customerID", "custID"),
      ...{ zh: "“客户”缺少“customerID”列。", en: "The column “customerID” of “Customers” is missing." },
    },
    {
      ...{ what: "a line of an order that is not there", at: ["order-details.csv", 12, "orderID"] },
      sent: withFile(files, "order-details.csv", (text) => `${text}999,1,9.40,1,0\n`),
      ...{ zh: "文件中没有订单 999。", en: "There is no order 999 in the files." },
    },
    {
      ...{ what: "a quantity that is no number", at: ["order-details.csv", 3, "quantity"] },
      sent: changed("order-details.csv", "501,3,2.10,5,", "501,3,2.10,five,"),
      ...{ zh: "“five”不是有效的数字。", en: "“five” is not a number that fits here." },
    },
    {
      ...{ what: "a price with too many decimals", at: ["order-details.csv", 3, "unitPrice"] },
      sent: changed("order-details.csv", "501,3,2.10,", "501,3,2.10001,"),
      ...{ zh: "“2.10001”不是有效的数字。", en: "“2.10001” is not a number that fits here." },
    },
    {
      ...{ what: "a discount of more than all", at: ["order-details.csv", 4, "discount"] },
      sent: changed("order-details.csv", "40,0.05", "40,1.05"),
      ...{ zh: "“1.05”超出允许范围。", en: "“1.05” is out of range." },
    },
    {
      ...{ what: "a product that nobody knows", at: ["order-details.csv", 5, "productID"] },
      sent: changed("order-details.csv", "502,4,", "502,44,"),
      ...{
        zh: "“44”既不在系统中,也不在文件的前面部分。",
        en: "“44” is neither here nor further up in the files.",
      },
    },
    {
      ...{ what: "a customer that nobody knows", at: ["orders.csv", 3, "customerID"] },
      sent: changed("orders.csv", "502,LUZIA", "502,NOONE"),
      ...{
        zh: "“NOONE”既不在系统中,也不在文件的前面部分。",
        en: "“NOONE” is neither here nor further up in the files.",
      },
    },
    {
      ...{ what: "a day that does not exist", at: ["orders.csv", 2, "orderDate"] },
      sent: changed("orders.csv", "1997-02-03", "1997-02-30"),
      ...{ zh: "“1997-02-30 00:00:00.000”不是有效的日期。", en: "“1997-02-30 00:00:00.000” is not a date." },
    },
    {
      ...{ what: "goods that left before they were ordered", at: ["orders.csv", 2, "shippedDate"] },
      sent: changed("orders.csv", "1997-02-10", "1997-01-10"),
      ...{ zh: "发货日期早于下单日期。", en: "The goods went out before they were ordered." },
    },
    {
      ...{ what: "an order without lines", at: ["orders.csv", 4, "orderID"] },
      sent: changed("order-details.csv", "503,3,2.10,100,0.25\n", ""),
      ...{ zh: "该订单没有明细行。", en: "This order has no lines." },
    },
    {
      ...{ what: "an order that stands twice", at: ["orders.csv", 3, "orderID"] },
      sent: withFile(changed("orders.csv", "502,LUZIA", "501,LUZIA"), "order-details.csv", (text) =>
        text.replaceAll("502,", "501,").replace("501,2,", "501,1,").replace("501,1,", "501,2,"),
      ),
      ...{ zh: "与第 2 行重复。", en: "Row 2 says the same already." },
    },
    {
      ...{ what: "a country we have no word for", at: ["customers.csv", 2, "country"] },
      sent: changed("customers.csv", "Germany", "Atlantis"),
      ...{ zh: "“Atlantis”不在可选范围内。", en: "“Atlantis” is not one of the choices." },
    },
    {
      ...{ what: "a row that is torn", at: ["products.csv", 3, null] },
      sent: changed("products.csv", "2,Green Sencha,1,1,10 boxes x 20 bags,6.30,31", "2,Green Sencha"),
      ...{ zh: "该行有 5 格,表头有 10 格。", en: "The row has 5 cells, the heading 10." },
    },
    {
      ...{ what: "a comma too many where no text may spill", at: ["products.csv", 3, null] },
      sent: changed("products.csv", "Green Sencha", "Green, Sencha"),
      ...{ zh: "该行有 11 格,表头有 10 格。", en: "The row has 11 cells, the heading 10." },
    },
  ])(
    "such as $what is named by file, row and column, and nothing is written",
    async ({ sent, at, zh, en }) => {
      const world = await newWorld();
      const before = await world.db.select({ rows: count() }).from(parties);

      const run = await upload(world, sent);
      const applied = await world.as("ada").post(`/imports/${run.reference}/moves/apply`);

      expect(run.status).toBe("refused");
      const [file, row, column] = at;
      expect(run.faultList).toContainEqual({ file, row, column, words: { zh, en } });
      expect(applied.status).toBe(409);
      expect(await world.db.select({ rows: count() }).from(parties)).toEqual(before);
      expect(await world.db.select().from(orders)).toEqual([]);
    },
  );

  test("is listed with the first two hundred others at most", async () => {
    const world = await newWorld();
    const many = "501,1,x,1,0\n".repeat(importLimits.faults + 50);

    const run = await upload(
      world,
      withFile(files, "order-details.csv", (text) => text + many),
    );

    expect(run.faultList).toHaveLength(importLimits.faults);
  });
});

describe("an upload that cannot be read", () => {
  const whole = async () =>
    (await writeWorkbook([{ name: "x", rows: [["a"], ["b"]] }])) as Uint8Array<ArrayBuffer>;
  const big = new Uint8Array(importLimits.bytes + 1).fill(97);
  const cases: { what: string; status: number; says: string; sent: () => Promise<Sent[]> }[] = [
    {
      ...{ what: "a workbook that was cut off", status: 422, says: "cut.xlsx: The workbook is incomplete" },
      sent: async () => [{ name: "cut.xlsx", bytes: (await whole()).slice(0, 300) }],
    },
    {
      ...{
        what: "a workbook in the old format",
        status: 415,
        says: "old.xls: The file has a password or is in the old",
      },
      sent: async () => [{ name: "old.xls", bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]) }],
    },
    {
      ...{ what: "more bytes than fit", status: 413, says: "8 MB" },
      sent: async () => [{ name: "big.csv", bytes: big }],
    },
    {
      ...{ what: "more rows than fit", status: 413, says: "rows" },
      sent: async () => [fileOf("long.csv", `a\n${"1\n".repeat(importLimits.rows + 1)}`)],
    },
    {
      ...{ what: "more files than fit", status: 413, says: "12 files" },
      sent: async () => Array.from({ length: 13 }, (_, at) => fileOf(`${at}.csv`, "a\n1\n")),
    },
    {
      ...{ what: "an empty file", status: 422, says: "none.csv: The file is empty." },
      sent: async () => [fileOf("none.csv", "")],
    },
    {
      ...{ what: "a table of something else", status: 422, says: "None of the tables was recognised." },
      sent: async () => [fileOf("weather.csv", "day,rain\n2026-11-01,3\n")],
    },
    {
      ...{ what: "a lone quotation mark", status: 422, says: "odd.csv: Row 2" },
      sent: async () => [fileOf("odd.csv", 'a,b\n5" tube,1\n')],
    },
    { what: "no file at all", status: 422, says: "Choose the files to import.", sent: async () => [] },
  ];

  test.each(cases)("$what is refused whole, with a sentence at its field", async ({ sent, status, says }) => {
    const world = await newWorld();
    await world.db.update(people).set({ language: "en" }).where(eq(people.id, "ada"));

    const refused = await world.as("ada").post("/imports", formOf(await sent()));
    const problem = (await refused.json()) as { fields: Record<string, string> };

    expect(refused.status).toBe(status);
    expect(problem.fields.files).toContain(says);
    expect(world.stored.size).toBe(0);
    expect(await world.db.all(sql`select id from imports`)).toEqual([]);
  });
});

/** A file as a spreadsheet would keep it: figures are numbers and dates are dates. */
async function inWorkbook(some: Sent[]) {
  const sheets = await Promise.all(
    some.map(async ({ name, bytes }) => ({
      name: name.replace(".csv", ""),
      rows: (await readCsv(bytes)).map(({ row, cells }) =>
        cells.map((cell) => (row === 1 ? cell : typed(cell))),
      ),
    })),
  );
  return { name: "all.xlsx", bytes: (await writeWorkbook(sheets)) as Uint8Array<ArrayBuffer> };
}

function typed(cell: string): SheetCell {
  if (/^\d{4}-\d\d-\d\d /.test(cell)) return new Date(`${cell.slice(0, 10)}T00:00:00Z`);
  return /^(0|[1-9]\d*)(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}

test("a workbook of the same rows does the same as the files", async () => {
  const [one, other] = [await newWorld(), await newWorld()];
  const told = async (world: typeof one) => ({
    orders: (await world.db.select().from(orders)).map(
      ({ reference, totalMinor, orderedOn, shipTo, status }) => [
        ...[reference, totalMinor, orderedOn, shipTo, status],
      ],
    ),
    parties: (await world.db.select().from(parties)).map(({ code, nameEn, addressEn }) => [
      code,
      nameEn,
      addressEn,
    ]),
  });

  const fromFiles = await bringIn(one, files);
  const fromBook = await bringIn(other, [await inWorkbook(files)]);

  expect(fromBook.tallies).toEqual(fromFiles.tallies);
  expect(await told(other)).toEqual(await told(one));
});
