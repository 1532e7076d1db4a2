import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { shipmentLines } from "#schema/shipments";
import { placeOrder } from "../build/orders";
import { ship } from "../build/shipments";
import { newWorld, type World } from "../world";

const linesOf = async (world: World, person: "anna" | "dora" | "rob", query = "") =>
  (await (await world.as(person).get(`/shipments/lines${query}`)).json()).items;

test("Anna chooses among her delivered lots, with what of each may still come back", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { lines: [{ kg: 900 }, { sku: "sku-bk", kg: 300 }] });
  await ship(world, order, {
    lines: [
      { line: 1, lot: "261105-A07-2", kg: 900 },
      { line: 2, lot: "G26110533", kg: 300 },
    ],
  });
  await ship(world, order, { status: "in_transit", lines: [{ line: 1, kg: 10 }] });

  expect(await linesOf(world, "anna", "?limit=10")).toHaveLength(2);
  expect(await linesOf(world, "anna", "?lot=g2611")).toMatchObject([
    {
      order: order.reference,
      sku: "DTY150-48-BK",
      lotNo: "G26110533",
      quantityMilli: 300_000,
      returnableMilli: 300_000,
    },
  ]);
});

test("a dealer may choose only its own goods; a rival finds none", async () => {
  const world = await newWorld();
  await ship(world, await placeOrder(world));
  await ship(world, await placeOrder(world, { party: "D-0001" }));

  expect(await linesOf(world, "dora")).toHaveLength(2);
  expect(await linesOf(world, "dora", "?own=true")).toMatchObject([{ party: { code: "D-0001" } }]);
  expect(await linesOf(world, "rob")).toEqual([]);
});

test("the lines are read page by page without losing or repeating one", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { lines: [{}, { sku: "sku-bk" }] });
  await ship(world, order, {
    lines: [
      { line: 1, kg: 500 },
      { line: 2, kg: 500 },
    ],
  });
  await ship(world, order, {
    lines: [
      { line: 1, kg: 500 },
      { line: 2, kg: 500 },
    ],
  });
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await (
      await world.as("anna").get(`/shipments/lines?limit=1${cursor && `&cursor=${cursor}`}`)
    ).json();
    seen.push(...page.items.map(({ id }: { id: string }) => id));
    cursor = page.nextCursor;
  }

  expect(seen).toHaveLength(4);
  expect(new Set(seen).size).toBe(4);
});

test("goods to return are those that one's own party pays for and has not sent back yet", async () => {
  const world = await newWorld();
  const { lines } = await ship(world, await placeOrder(world));
  await ship(world, await placeOrder(world, { party: "D-0003" }));
  await ship(world, await placeOrder(world, { party: "D-0001" }));
  const line = lines[0]?.id ?? "";

  expect(await linesOf(world, "anna", `?returnable=true&line=${line}`)).toMatchObject([{ id: line }]);
  const dealers = await linesOf(world, "dora", "?returnable=true");
  expect(dealers.map((one: { party: { code: string } }) => one.party.code).sort()).toEqual([
    "D-0001",
    "D-0003",
  ]);
  await world.db.update(shipmentLines).set({ returnedMilli: 1_000_000 }).where(eq(shipmentLines.id, line));
  expect(await linesOf(world, "anna", "?returnable=true")).toEqual([]);
});
