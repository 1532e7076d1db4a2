import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { entries } from "#schema/ledger";
import { orderLines } from "#schema/orders";
import { priceLines, priceLists } from "#schema/products";
import { bringIn, csv, upload } from "../build/imports";
import { newWorld, type World } from "../world";

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
