import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { entries } from "#schema/ledger";
import { orderLines } from "#schema/orders";
import { contacts, parties, partyParents } from "#schema/parties";
import { priceLines, priceLists } from "#schema/products";
import { writeWorkbook } from "#worker/workbook";
import { bringIn, fileOf, type Sent, upload } from "../build/imports";
import { newWorld, type World } from "../world";

const book = async (...rows: (string | number)[][]): Promise<Sent[]> => [
  { name: "客户.xlsx", bytes: (await writeWorkbook([{ name: "Sheet1", rows }])) as Uint8Array<ArrayBuffer> },
];
const csv = (text: string) => [fileOf("sent.csv", `\ufeff${text}`)];
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

describe("the catalogue", () => {
  const heading = "型号,规格编码,系列,类别,品名,英文名称,旦数,孔数,光泽,颜色,英文颜色,色号,每箱净重";
  const rows = `DTY 75D/36F SD,DTY75-RW,DTY,dty,低弹丝,Polyester DTY,75,36,半消光,本白,Raw white,,30
DTY 75D/36F SD,DTY75-BK,涤纶低弹丝,dty,低弹丝,Polyester DTY,75,36,半消光,黑色,Black,LX-1,30kg`;

  test("comes in as drafts with all their SKUs, for somebody else to approve", async () => {
    const world = await newWorld();

    await bringIn(world, csv(`${heading}\n${rows}`));

    const told = await (await world.as("kai").get("/products/dty-75d-36f-sd")).json();
    expect(told).toMatchObject({ status: "draft", family: { code: "DTY" } });
    expect(told.skus.map(({ code }: { code: string }) => code)).toEqual(["DTY75-BK", "DTY75-RW"]);
    expect((await world.as("dora").get("/products/dty-75d-36f-sd")).status).toBe(404);
  });

  test("gets another colour of a product that is here", async () => {
    const world = await newWorld();
    await bringIn(world, csv(`${heading}\n${rows}`));

    const run = await bringIn(
      world,
      csv(`${heading}\n${rows}\n${rows.split("\n")[0]?.replace("DTY75-RW", "DTY75-RD")}`),
    );

    expect(run.tallies).toMatchObject([
      { noun: "product", read: 1, created: 0 },
      { noun: "sku", read: 3, created: 1, unchanged: 2, written: 1 },
    ]);
  });

  test("with a family that nobody knows is refused", async () => {
    const world = await newWorld();

    const run = await upload(world, csv(`${heading}\n${rows.replace(",DTY,dty", ",锦纶,dty")}`));

    expect(run.faultList).toMatchObject([{ row: 2, column: "系列" }]);
  });
});

describe("prices", () => {
  const heading = "价格表,规格编码,单价,起订量";

  test("go into a list that is a draft, once", async () => {
    const world = await newWorld();
    await draftList(world, "pl-d");
    const sent = csv(`${heading}\nPL-DEALER,DTY150-48-RW,8.85,1吨\nPL-DEALER,DTY150-48-BK,9.9,5000`);

    const run = await bringIn(world, sent);
    const again = await bringIn(world, sent);

    expect([run, again].map(({ tallies }) => tallies[0]?.written)).toEqual([2, 0]);
    const lines = await world.db
      .select()
      .from(priceLines)
      .where(eq(priceLines.priceListId, "pl-d"))
      .orderBy(asc(priceLines.fromMilli));
    expect(lines.map(({ unitPriceE4, fromMilli }) => [unitPriceE4, fromMilli]).slice(2)).toEqual([
      [88_500, 1_000_000],
      [99_000, 5_000_000],
    ]);
  });

  test("for a list that is published are refused", async () => {
    const world = await newWorld();

    const run = await upload(world, csv(`${heading}\nPL-DEALER,DTY150-48-RW,8.85,\n`));

    expect(run.faultList).toMatchObject([
      { row: 2, column: "价格表", words: { zh: "没有这个价格表的草稿。" } },
    ]);
  });
});

describe("orders", () => {
  const heading = "订单号,客户编号,下单日期,规格编码,数量,单价,客户单号,要求交期";

  test("come in confirmed, with their number, and are seen by whoever ordered", async () => {
    const world = await newWorld();

    await bringIn(
      world,
      csv(`${heading}
SO-TX-2611-0077,C-0001,2026.11.20,DTY150-48-RW,1.2吨,9.27,PO-8,2026/12/10
SO-TX-2611-0077,C-0001,2026.11.20,DTY150-48-BK,300,10.17,PO-8,2026/12/10`),
    );

    const order = await (await world.as("anna").get("/orders/SO-TX-2611-0077")).json();
    expect(order).toMatchObject({
      ...{ status: "confirmed", orderedOn: "2026-11-20", customerPo: "PO-8", totalMinor: 1_417_500 },
      lines: [{ ordered: 1_200_000, amountMinor: 1_112_400 }, { ordered: 300_000 }],
    });
    expect((await world.as("carl").get("/orders/SO-TX-2611-0077")).status).toBe(404);
  });

  test("of a resale sub-dealer are owed by its dealer, who alone sees the amounts", async () => {
    const world = await newWorld();

    await bringIn(world, csv(`${heading}\nSO-TX-2611-0078,D-0003,2026-11-20,DTY150-48-RW,500,9.05,,`));

    const child = await world.as("rita").get("/orders/SO-TX-2611-0078");
    const parent = await (await world.as("dora").get("/orders/SO-TX-2611-0078")).json();
    expect(child.status).toBe(200);
    expect(await child.text()).not.toMatch(/90500|452500/);
    expect(parent).toMatchObject({ totalMinor: 452_500, billTo: { code: "D-0001" } });
  });

  test("that name two customers are refused", async () => {
    const world = await newWorld();

    const run = await upload(
      world,
      csv(`${heading}\nA1,C-0001,2026-11-20,DTY150-48-RW,5,9,,\nA1,C-0002,2026-11-20,DTY150-48-BK,5,9,,`),
    );

    expect(run.faultList).toMatchObject([{ row: 3, column: "客户编号" }]);
    expect(await world.db.select().from(orderLines)).toEqual([]);
  });
});

test("opening balances stand in the ledger on their day, with the due date they had", async () => {
  const world = await newWorld();

  const run = await bringIn(
    world,
    csv(
      '客户编号,期初余额,日期,到期日,单号\nC-0002,"12,345.67",2026-10-31,2026-11-30,DN-1\nD-0002,-800,2026-10-31,,\n',
    ),
  );

  expect(run.tallies).toMatchObject([{ noun: "entry", read: 2, currency: "CNY", amountMinor: 1_154_567 }]);
  const rows = await world.db.select().from(entries).orderBy(asc(entries.seq));
  expect(rows).toMatchObject([
    {
      type: "opening",
      amountMinor: 1_234_567,
      businessDate: "2026-10-31",
      dueOn: "2026-11-30",
      docNo: "DN-1",
    },
    { type: "opening", amountMinor: -80_000, dueOn: null },
  ]);
});

async function draftList({ db }: World, id: string) {
  await db.update(priceLists).set({ status: "draft" }).where(eq(priceLists.id, id));
}
