import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { promises } from "#schema/orders";
import { parties } from "#schema/parties";
import { placeOrder } from "../build/orders";
import { newWorld, type World } from "../world";

const waiting = (world: World, said: object = {}) =>
  placeOrder(world, {
    status: "pending_confirmation",
    confirmedAt: null,
    lines: [{ priceE4: null }, { sku: "sku-bk", priceE4: 101_700 }],
    ...said,
  });
const agreed = {
  lines: [
    { position: 1, unitPrice: "9.27", promisedOn: "2026-12-01" },
    { position: 2, promisedOn: "2026-12-05" },
  ],
};

test("Mei confirms price and date of every line, and each promise is kept on record", async () => {
  const world = await newWorld();
  const { reference, lines } = await waiting(world);
  const confirmed = await world.as("mei").post(`/orders/${reference}/moves/confirm`, agreed);

  expect(await confirmed.json()).toMatchObject({
    status: "confirmed",
    step: "confirmed",
    promisedOn: "2026-12-05",
    totalMinor: 927_000 + 1_017_000,
    confirmedOn: "2026-11-23",
    lines: [
      { unitPriceE4: 92_700, promisedOn: "2026-12-01", status: "confirmed" },
      { promisedOn: "2026-12-05" },
    ],
  });
  expect(await world.events("order.confirmed", lines[0]?.orderId)).toMatchObject([
    {},
    { personId: "mei", toStatus: "confirmed" },
  ]);
  expect(await world.db.select().from(promises)).toHaveLength(2);
  const { items } = await (await world.as("anna").get("/notices")).json();
  expect(items).toMatchObject([{ type: "order.confirmed", reference }]);
});

test("an order without price or date is refused, line by line", async () => {
  const world = await newWorld();
  const { reference } = await waiting(world);
  const refused = await world.as("mei").post(`/orders/${reference}/moves/confirm`, {
    lines: [{ position: 1, promisedOn: "2026-11-01" }, { position: 2 }],
  });

  expect(refused.status).toBe(422);
  expect((await refused.json()).fields).toEqual({
    "lines.0.unitPrice": "请填写单价。",
    "lines.0.promisedOn": "承诺交期不能早于今天。",
    "lines.1.promisedOn": "请填写承诺交期。",
  });
});

test("two who confirm at once: the second is told to look again", async () => {
  const world = await newWorld();
  const { reference, version } = await waiting(world);
  await world.as("mei").post(`/orders/${reference}/moves/confirm`, { ...agreed, version });
  const second = await world.as("mei").post(`/orders/${reference}/moves/confirm`, { ...agreed, version });

  expect(second.status).toBe(409);
  expect((await second.json()).detail).toContain("已有更新");
});

describe("a payer whose credit is on hold", () => {
  const stopped = async () => {
    const world = await newWorld();
    await world.db
      .update(parties)
      .set({ holdReason: "overdue", depositBp: 3_000 })
      .where(eq(parties.id, "C-0001"));
    const { reference } = await waiting(world);
    await world.as("mei").post(`/orders/${reference}/moves/confirm`, agreed);
    return { world, reference, as: (person: "anna" | "sal" | "mei" | "fay") => world.as(person) };
  };

  test("has the order wait for a manager, and reads only that it is being checked", async () => {
    const { as, reference } = await stopped();

    expect(await (await as("mei").get(`/orders/${reference}`)).json()).toMatchObject({
      status: "pending_credit",
    });
    const seen = await (await as("anna").get(`/orders/${reference}`)).text();
    expect(seen).toContain("pending_confirmation");
    expect(seen).not.toContain("credit");
  });

  test("is confirmed by the manager's approval and then the deposit", async () => {
    const { as, reference } = await stopped();

    expect((await as("fay").post(`/orders/${reference}/moves/approve_credit`)).status).toBe(403);
    const approved = await as("mei").post(`/orders/${reference}/moves/approve_credit`);
    expect(await approved.json()).toMatchObject({ status: "pending_deposit" });
    const paid = await as("fay").post(`/orders/${reference}/moves/receive_deposit`);
    expect(await paid.json()).toMatchObject({ status: "confirmed", confirmedOn: "2026-11-23" });
  });
});
