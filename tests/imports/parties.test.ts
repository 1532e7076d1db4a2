import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { contacts, parties, partyParents } from "#schema/parties";
import { writeWorkbook } from "#worker/workbook";
import { bringIn, csv, type Sent, upload } from "../build/imports";
import { newWorld, type World } from "../world";

const book = async (...rows: (string | number)[][]): Promise<Sent[]> => [
  { name: "客户.xlsx", bytes: (await writeWorkbook([{ name: "Sheet1", rows }])) as Uint8Array<ArrayBuffer> },
];
const partyNamed = async ({ db }: World, name: string) =>
  (await db.select().from(parties).where(eq(parties.nameZh, name)))[0];

describe("domestic customer files", () => {
  const heading =
    "客户编号,公司名称*,公司地址,法定代表人,采购人员,统一社会信用代码,联系电话,所属档口,上级经销商";
  const more = "业务员,级别,信用额度,账期,机台";
  const uscc = "91350100M000100Y43";

  test("come in with their place, purchaser, terms and salesperson", async () => {
    const world = await newWorld();

    await bringIn(
      world,
      csv(`${heading},${more}
D-0042,经纬纱线经营部,桐乡市示例路 1 号,张三,李四,${uscc},0573-88000000,TX,,Mei,B级,"300,000.00",月结30天,喷水 20 台
,纬通针织厂,桐乡市示例路 2 号,王五,赵六,,,,经纬纱线经营部,,,,,`),
    );

    const dealer = await partyNamed(world, "经纬纱线经营部");
    expect(dealer).toMatchObject({
      ...{
        code: "D-0042",
        kind: "dealer",
        legalRepresentative: "张三",
        uscc,
        level: "B",
        salespersonId: "mei",
      },
      ...{ creditLimitMinor: 30_000_000, paymentTerm: "eom_1", source: "import", currency: "CNY" },
    });
    const child = await partyNamed(world, "纬通针织厂");
    expect(child).toMatchObject({ kind: "customer", tradingModel: "resale" });
    expect(child?.code).toMatch(/^C-\d{4}$/);
    const places = await world.db
      .select()
      .from(partyParents)
      .where(eq(partyParents.partyId, child?.id ?? ""));
    expect(places).toMatchObject([{ parentId: dealer?.id, validFrom: "2026-11-23" }]);
    const met = await world.db
      .select()
      .from(contacts)
      .where(eq(contacts.partyId, dealer?.id ?? ""));
    expect(met).toMatchObject([{ name: "李四", role: "purchaser", phone: "0573-88000000" }]);
  });

  test("say which of their columns nobody reads", async () => {
    const world = await newWorld();

    const run = await upload(world, csv(`${heading},${more}\n,经纬纱线,桐乡,张三,李四,,,,,,,,,`));

    expect(run.sheets).toMatchObject([{ rows: 1, unread: ["机台"], readAs: { zh: "内贸客户档案" } }]);
  });

  test("that are here already stay as they are", async () => {
    const world = await newWorld();
    const before = await partyNamed(world, "卡尔针织（示例）");

    const run = await bringIn(world, csv(`${heading}\nC-0002,改名,别处,张三,李四,,,,`));

    expect(run.tallies).toMatchObject([{ noun: "party", read: 1, created: 0, unchanged: 1, written: 0 }]);
    expect(await partyNamed(world, "卡尔针织（示例）")).toEqual(before);
  });

  test("with a code of ours keep that code from being given again", async () => {
    const world = await newWorld();
    await bringIn(world, csv(`${heading}\nC-0777,经纬纱线,桐乡,张三,李四,,,,`));

    await bringIn(world, csv(`${heading}\n,纬通针织,桐乡,张三,李四,,,,`));

    expect(await partyNamed(world, "纬通针织")).toMatchObject({ code: "C-0778" });
  });

  test.each([
    {
      what: "a credit code of another firm",
      row: `,甲,桐乡,张三,李四,${uscc},,,`,
      column: "统一社会信用代码",
    },
    {
      what: "the name of a firm that is here",
      row: ",卡尔针织（示例）,桐乡,张三,李四,,,,",
      column: "公司名称*",
    },
    {
      what: "a wrong credit code",
      row: ",甲,桐乡,张三,李四,91350100M000100Y4Z,,,",
      column: "统一社会信用代码",
    },
    { what: "an outlet that nobody knows", row: ",甲,桐乡,张三,李四,,,ZZ,", column: "所属档口" },
    { what: "a dealer that nobody knows", row: ",甲,桐乡,张三,李四,,,,无名", column: "上级经销商" },
  ])("with $what are refused", async ({ row, column }) => {
    const world = await newWorld();
    await world.db.update(parties).set({ uscc }).where(eq(parties.id, "D-0002"));

    const run = await upload(world, csv(`${heading}\n${row}`));

    expect(run.faultList).toMatchObject([{ file: "sent.csv", row: 2, column }]);
  });
});

describe("export customer files", () => {
  const heading = [
    "客户名称",
    "国家",
    "港口",
    "联系人",
    "电话",
    "邮箱",
    "级别",
    "付款方式",
    "贸易术语",
    "币种",
  ];

  test("come in from a workbook, under the export department", async () => {
    const world = await newWorld();
    const row = [
      "Padma Knit Ltd.",
      "孟加拉国",
      "BDCGP",
      "Rina Das",
      "+880 2 5550 123",
      "rina@padma.example",
      "A",
    ];

    await bringIn(world, await book(heading, [...row, "即期信用证", "CFR", "USD"]));

    const [buyer] = await world.db.select().from(parties).where(eq(parties.nameEn, "Padma Knit Ltd."));
    expect(buyer).toMatchObject({
      ...{
        kind: "export_buyer",
        country: "BD",
        port: "BDCGP",
        level: "A",
        currency: "USD",
        paymentTerm: "lc_sight",
      },
      ...{ priceTerm: "CFR", taxIncluded: false },
    });
    const [place] = await world.db
      .select()
      .from(partyParents)
      .where(eq(partyParents.partyId, buyer?.id ?? ""));
    expect(place?.parentId).toBe("EX");
  });

  test("in English headings are the same files", async () => {
    const world = await newWorld();

    const run = await upload(
      world,
      csv(
        "Customer name,Country,Port,Contact,Phone,E-mail,Level\nNile Weavers,Egypt,EGALY,Omar,+20 2 5550,o@nile.example,",
      ),
    );

    expect(run).toMatchObject({ status: "dry_run", tallies: [{ noun: "party", created: 1 }] });
  });

  test("with a bad port and a bad address are refused at both cells", async () => {
    const world = await newWorld();

    const run = await upload(
      world,
      await book(heading.slice(0, 7), ["X", "印度", "Mumbai", "A", "1", "not mail", "B"]),
    );

    expect(run.faultList.map(({ row, column }) => [row, column])).toEqual([
      ...[
        [2, "港口"],
        [2, "邮箱"],
      ],
    ]);
  });
});
