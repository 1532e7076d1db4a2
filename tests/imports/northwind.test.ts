import { count, eq, sum } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { entries } from "#schema/ledger";
import { orderLines, orders } from "#schema/orders";
import { parties, partyParents } from "#schema/parties";
import { products } from "#schema/products";
import { reach } from "#schema/reach";
import { shipmentLines, shipments } from "#schema/shipments";
import { bringIn, excerpt, filesIn, hasWholesaler, upload, wholesaler } from "../build/imports";
import { givePassword, newPerson, password } from "../build/people";
import { newWorld, type World } from "../world";

type Source = {
  name: string;
  folder: string;
  customers: number;
  products: number;
  orders: number;
  lines: number;
  shipped: number;
  orderedMinor: number;
  postedMinor: number;
  /** A customer with orders, and somebody else's order. */
  customer: string;
  stranger: string;
};

const madeUp: Source = {
  ...{ name: "the excerpt", folder: excerpt, customers: 5, products: 4, orders: 5, lines: 10, shipped: 4 },
  ...{ orderedMinor: 68_024, postedMinor: 61_414, customer: "TANNE", stranger: "NW-502" },
};
const real: Source = {
  ...{ name: "the wholesaler's own export", folder: wholesaler },
  ...{ customers: 91, products: 77, orders: 830, lines: 2_155, shipped: 809 },
  ...{ orderedMinor: 126_579_329, postedMinor: 123_985_585, customer: "ALFKI", stranger: "NW-10248" },
};
const sources = hasWholesaler ? [madeUp, real] : [madeUp];

const rowsIn = async ({ db }: World, table: Parameters<ReturnType<typeof db.select>["from"]>[0]) =>
  (await db.select({ rows: count() }).from(table))[0]?.rows;

const tables = [
  parties,
  partyParents,
  products,
  orders,
  orderLines,
  shipments,
  shipmentLines,
  entries,
  reach,
];
const rowsInAll = (world: World) => Promise.all(tables.map((table) => rowsIn(world, table)));

describe.each(sources)("$name", { timeout: 60_000 }, (source) => {
  test("comes out as it went in, rows, lines and money, and once only", async () => {
    const world = await newWorld();
    const before = await rowsIn(world, parties);

    const run = await bringIn(world, filesIn(source.folder));

    expect(run.status).toBe("applied");
    expect(await rowsIn(world, parties)).toBe((before ?? 0) + source.customers);
    expect(await rowsIn(world, orders)).toBe(source.orders);
    expect(await rowsIn(world, orderLines)).toBe(source.lines);
    expect(await rowsIn(world, shipments)).toBe(source.shipped);
    expect(await rowsIn(world, entries)).toBe(await rowsIn(world, shipmentLines));
    const [ordered] = await world.db.select({ minor: sum(orders.totalMinor) }).from(orders);
    const [byLine] = await world.db.select({ minor: sum(orderLines.amountMinor) }).from(orderLines);
    const [owed] = await world.db.select({ minor: sum(entries.amountMinor) }).from(entries);
    expect([Number(ordered?.minor), Number(byLine?.minor)]).toEqual([
      source.orderedMinor,
      source.orderedMinor,
    ]);
    expect(Number(owed?.minor)).toBe(source.postedMinor);

    const standing = await rowsInAll(world);
    const again = await bringIn(world, filesIn(source.folder));

    expect(await rowsInAll(world)).toEqual(standing);
    expect(again.tallies.map(({ created, written }) => created + written)).toEqual(
      again.tallies.map(() => 0),
    );
    expect(again.tallies.find(({ noun }) => noun === "order")?.unchanged).toBe(source.orders);
  });

  test("tells before it is applied what it would do, and what will not be owed yet", async () => {
    const world = await newWorld();

    const run = await upload(world, filesIn(source.folder));

    const of = (noun: string) => run.tallies.find((tally) => tally.noun === noun);
    expect(run.status).toBe("dry_run");
    expect(of("party")).toMatchObject({ read: source.customers, created: source.customers, unchanged: 0 });
    expect(of("order")).toMatchObject({ read: source.orders, created: source.orders });
    expect(of("order_line")).toMatchObject({
      read: source.lines,
      amountMinor: source.orderedMinor,
      currency: "USD",
    });
    expect(of("entry")).toMatchObject({ amountMinor: source.postedMinor });
    expect(of("unposted")).toMatchObject({ amountMinor: source.orderedMinor - source.postedMinor });
    expect(run.sheets.find(({ name }) => name === "territories.csv")?.readAs).toBeNull();
    expect(await rowsIn(world, orders)).toBe(0);
  });

  test("lets a customer of that data sign in and see exactly its own", async () => {
    const world = await newWorld();
    await bringIn(world, filesIn(source.folder));
    const [party] = await world.db
      .select()
      .from(parties)
      .where(eq(parties.externalRef, `northwind:customer:${source.customer}`));
    const maria = await newPerson(world, "Maria", party?.id ?? "", ["owner"]);
    await givePassword(world, maria);

    const signedIn = await world.as("nobody").post("/session", { email: "maria@test.example", password });
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    const read = async (url: string) => (await world.as("nobody").get(url, { cookie })).json();

    const own = ordersOf(source);
    const list = (await read("/orders?limit=100")) as { items: { reference: string; totalMinor: number }[] };
    expect(list.items.map(({ reference }) => reference).sort()).toEqual(own);
    expect(list.items.every(({ totalMinor }) => totalMinor > 0)).toBe(true);
    const sent = (await read("/shipments?limit=100")) as { items: unknown[] };
    expect(sent.items).toHaveLength(own.length);
    const stranger = await world.as("nobody").get(`/orders/${source.stranger}`, { cookie });
    expect(stranger.status).toBe(404);
  });
});

/** The orders of the customer, read from the file itself. */
function ordersOf({ folder, customer }: Source): string[] {
  const file = filesIn(folder).find(({ name }) => name === "orders.csv");
  const rows = new TextDecoder()
    .decode(file?.bytes)
    .split("\n")
    .map((line) => line.split(","));
  return rows
    .filter(([, who]) => who === customer)
    .map(([number]) => `NW-${number}`)
    .sort();
}

describe("an order of the excerpt", () => {
  const told = async (reference: string) => {
    const world = await newWorld();
    await bringIn(world, filesIn(excerpt));
    return (await (await world.as("mei").get(`/orders/${reference}`)).json()) as Record<string, unknown>;
  };

  test("keeps its number, dates, customer, address with a comma and lines with their discount", async () => {
    const order = await told("NW-503");

    expect(order).toMatchObject({
      ...{ orderedOn: "1997-05-02", requestedOn: "1997-05-30", currency: "USD", totalMinor: 15_750 },
      market: "export",
      party: { nameEn: "Molenaar & Fils" },
      shipTo: { consignee: "Molenaar & Fils", lines: "9, quai du Halage, 5000 Namur, Belgium" },
      lines: [
        { itemEn: "Heather Honey", ordered: 100_000, unitPriceE4: 21_000, discountBp: 2_500, uom: "pc" },
      ],
    });
  });

  test("that went out is shipped but not received; one that did not is confirmed", async () => {
    expect(await told("NW-501")).toMatchObject({
      status: "shipped",
      quantities: { shipped: 17_000, received: 0 },
      shipments: [{ dispatchedOn: "1997-02-10" }],
    });
    expect(await told("NW-505")).toMatchObject({ status: "confirmed", shipments: [] });
  });

  test("is owed line by line from the day it went out, rounded half away from zero", async () => {
    const world = await newWorld();
    await bringIn(world, filesIn(excerpt));

    const [honey] = await world.db
      .select()
      .from(entries)
      .where(eq(entries.externalRef, "northwind:line:501:3"));

    expect(honey).toMatchObject({
      ...{ type: "shipment", amountMinor: 893, businessDate: "1997-02-10", postingDate: "1997-02-10" },
      ...{ orderRef: "NW-501", quantityMilli: 5_000, unitPriceE4: 21_000 },
    });
    expect(honey?.docNo).toMatch(/^EXS-EX-9702-0001$/);
  });
});

test("export staff find the buyers under their department, with code, contact and country", async () => {
  const world = await newWorld();
  await bringIn(world, filesIn(excerpt));

  const list = await (await world.as("xena").get("/parties?q=Molenaar")).json();

  expect(list.items).toMatchObject([
    { kind: "export_buyer", country: "BE", parent: { code: "EX" }, nameEn: "Molenaar & Fils" },
  ]);
  expect(list.items[0].code).toMatch(/^E-\d{4}$/);
});

test("a product that is no longer sold is not shown, yet its old orders stand", async () => {
  const world = await newWorld();
  await bringIn(world, filesIn(excerpt));

  const found = await (await world.as("erik").get("/products?q=honey")).json();
  const gone = await (await world.as("erik").get("/products?q=walnuts")).json();

  expect(found.items).toHaveLength(1);
  expect(gone.items).toEqual([]);
  const order = await (await world.as("mei").get("/orders/NW-502")).json();
  expect(order.lines.map(({ itemEn }: { itemEn: string }) => itemEn)).toContain("Pickled Walnuts, sliced");
});
