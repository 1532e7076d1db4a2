import { describe, expect, test } from "vitest";
import { placeOrder } from "../build/orders";
import { ship } from "../build/shipments";
import { newWorld } from "../world";

describe("who can see a shipment to Anna", () => {
  test.each([
    { who: "Anna, whose goods they are", person: "anna", status: 200 },
    { who: "Ben, her colleague", person: "ben", status: 200 },
    { who: "Dora, the dealer above her", person: "dora", status: 200 },
    { who: "Dina, who only keeps the dealer's books", person: "dina", status: 404 },
    { who: "Mona, whose stall serves them", person: "mona", status: 200 },
    { who: "Rob, another dealer", person: "rob", status: 404 },
    { who: "Carl, another customer", person: "carl", status: 404 },
    { who: "Lin of storage and transport", person: "lin", status: 200 },
    { who: "Sal, who serves the other stall", person: "sal", status: 404 },
    { who: "a visitor who is not signed in", person: "nobody", status: 401 },
  ] as const)("$who gets $status", async ({ person, status }) => {
    const world = await newWorld();
    const { reference } = await ship(world, await placeOrder(world));
    const listed = await world.as(person).get("/shipments");

    expect((await world.as(person).get(`/shipments/${reference}`)).status).toBe(status);
    if (status !== 401) expect((await listed.json()).items).toHaveLength(status === 200 ? 1 : 0);
  });
});

test("a resale sub-dealer sees its goods once its parent lets it", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { party: "D-0003" });
  const held = await ship(world, order, { releasedToChild: false, lines: [{ kg: 400 }] });
  const shown = await ship(world, order, { lines: [{ kg: 600 }] });

  expect((await world.as("rita").get(`/shipments/${held.reference}`)).status).toBe(404);
  expect((await world.as("dora").get(`/shipments/${held.reference}`)).status).toBe(200);
  const { items } = await (await world.as("rita").get("/shipments")).json();
  expect(items).toMatchObject([{ reference: shown.reference, orders: [order.reference] }]);
});

test("nobody outside reads of a truck that carries others' goods too", async () => {
  const world = await newWorld();
  const { reference } = await ship(world, await placeOrder(world), { transportRef: "浙F12345 / 2" });

  expect(await (await world.as("anna").get(`/shipments/${reference}`)).json()).toMatchObject({
    transportRef: null,
  });
  expect(await (await world.as("lin").get(`/shipments/${reference}`)).json()).toMatchObject({
    transportRef: "浙F12345 / 2",
  });
});
