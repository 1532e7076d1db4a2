import { expect, test } from "vitest";
import { placeOrder } from "../build/orders";
import { ship } from "../build/shipments";
import { newWorld } from "../world";

test.each([
  ["the beginning of its waybill", "?q=wb90"],
  ["its reference in small letters", "?q=dn-tx-2611-9001"],
  ["its lot without regard to case", "?lot=261105-a07"],
  ["a lot typed into the search box", "?q=261105-A07-2"],
  ["its status", "?status=delivered"],
  ["not being signed for yet", "?unsigned=true"],
])("a shipment is found by %s", async (_by, query) => {
  const world = await newWorld();
  const { reference } = await ship(world, await placeOrder(world));
  await ship(world, await placeOrder(world), {
    reference: "DN-XS-2610-0001",
    waybillNo: "SF1",
    status: "signed",
    signedAt: world.clock.now,
    lines: [{ lot: "B-1", kg: 1 }],
  });

  const { items } = await (await world.as("anna").get(`/shipments${query}`)).json();

  expect(items.map((one: { reference: string }) => one.reference)).toEqual([reference]);
});

test("the shipments come newest first and page by page", async () => {
  const world = await newWorld();
  const order = await placeOrder(world);
  for (const day of [1, 2, 3]) {
    await ship(world, order, {
      at: new Date(`2026-11-0${day}T02:00:00Z`),
      reference: `DN-${day}`,
      lines: [{ kg: 10 }],
    });
  }

  const first = await (await world.as("anna").get("/shipments?limit=2")).json();
  const rest = await (await world.as("anna").get(`/shipments?limit=2&cursor=${first.nextCursor}`)).json();

  expect([...first.items, ...rest.items].map(({ reference }) => reference)).toEqual(["DN-3", "DN-2", "DN-1"]);
  expect(rest.nextCursor).toBeNull();
});

test("the whole list leaves as a file with the words of the reader", async () => {
  const world = await newWorld();
  const { reference } = await ship(world, await placeOrder(world));

  const csv = await (await world.as("anna").get("/shipments?format=csv")).text();

  expect(csv).toContain("发货单号");
  expect(csv).toContain(reference);
  expect(csv).toContain("已送达");
});
