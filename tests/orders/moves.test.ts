import { describe, expect, test } from "vitest";
import { placeOrder } from "../build/orders";
import { newWorld } from "../world";

describe("who may move Anna's waiting order", () => {
  test.each([
    { who: "Anna takes it back", person: "anna", move: "cancel", status: 200 },
    { who: "Ben, who keeps her books, does not", person: "ben", move: "cancel", status: 403 },
    { who: "Anna does not confirm it", person: "anna", move: "confirm", status: 403 },
    { who: "Dora, who is not billed, does not touch it", person: "dora", move: "cancel", status: 403 },
    { who: "Rob may not know it", person: "rob", move: "cancel", status: 404 },
    { who: "Mei declines it", person: "mei", move: "reject", status: 200 },
    { who: "Lin of storage does not decline it", person: "lin", move: "reject", status: 403 },
    { who: "Fay of finance puts it on hold", person: "fay", move: "hold", status: 200 },
    { who: "a visitor is asked to sign in", person: "nobody", move: "cancel", status: 401 },
    { who: "nobody invents a move", person: "mei", move: "explode", status: 409 },
  ] as const)("$who", async ({ person, move, status }) => {
    const world = await newWorld();
    const { reference } = await placeOrder(world, { status: "pending_confirmation" });

    expect(
      (await world.as(person).post(`/orders/${reference}/moves/${move}`, { reason: "变更" })).status,
    ).toBe(status);
  });
});

test("a hold keeps what lies under it, and the reason stays in the house", async () => {
  const world = await newWorld();
  const { reference } = await placeOrder(world, { status: "in_production" });
  const held = await world.as("mei").post(`/orders/${reference}/moves/hold`, { reason: "逾期 60 天" });
  const seen = await (await world.as("anna").get(`/orders/${reference}`)).json();
  const released = await world.as("mei").post(`/orders/${reference}/moves/release`);

  expect(await held.json()).toMatchObject({ status: "on_hold", step: "in_production" });
  expect(JSON.stringify(seen)).not.toContain("逾期");
  expect(await released.json()).toMatchObject({ status: "in_production" });
});

test("once production has started only the sales manager cancels, and says why", async () => {
  const world = await newWorld();
  const { reference } = await placeOrder(world, { party: "C-0002", status: "in_production" });
  const moveOf = async (person: "sal" | "mei") =>
    (await (await world.as(person).get(`/orders/${reference}`)).json()).moves.find(
      (one: { move: string }) => one.move === "cancel",
    );

  expect(await moveOf("sal")).toMatchObject({
    open: false,
    reason: { zh: expect.stringContaining("销售经理") },
  });
  expect((await world.as("sal").post(`/orders/${reference}/moves/cancel`, { reason: "x" })).status).toBe(409);
  expect((await world.as("mei").post(`/orders/${reference}/moves/cancel`)).status).toBe(422);
  const cancelled = await world
    .as("mei")
    .post(`/orders/${reference}/moves/cancel`, { reason: "客户承担染费" });
  expect(await cancelled.json()).toMatchObject({
    status: "cancelled",
    lines: [{ cancelled: 1_000_000, status: "cancelled" }],
  });
});

test("a closed order is reopened by the sales manager alone", async () => {
  const world = await newWorld();
  const { reference } = await placeOrder(world, { party: "C-0002", status: "closed" });

  expect((await world.as("sal").post(`/orders/${reference}/moves/reopen`, { reason: "误关" })).status).toBe(
    403,
  );
  const reopened = await world.as("mei").post(`/orders/${reference}/moves/reopen`, { reason: "误关" });
  expect(await reopened.json()).toMatchObject({ status: "received" });
});
