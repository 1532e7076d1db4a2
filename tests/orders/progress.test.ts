import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { promises } from "#schema/orders";
import { placeOrder } from "../build/orders";
import { ship } from "../build/shipments";
import { newWorld } from "../world";

describe("progress", () => {
  test("by quality control makes the order ready, and the customer reads how it advanced", async () => {
    const world = await newWorld();
    const { reference } = await placeOrder(world, { lines: [{ producedMilli: 1_000_000 }] });
    const counted = { lines: [{ position: 1, finished: "1,000 公斤", ready: 990 }] };
    const ready = await world.as("quin").post(`/orders/${reference}/moves/progress`, counted);
    const { events } = await (await world.as("anna").get(`/orders/${reference}`)).json();

    expect(await ready.json()).toMatchObject({
      status: "ready",
      lines: [{ finished: 1_000_000, ready: 990_000, status: "ready" }],
    });
    expect(events.at(-1)).toMatchObject({ type: "order.advanced", from: "confirmed", to: "ready", by: null });
  });

  test("sent twice changes nothing the second time", async () => {
    const world = await newWorld();
    const { reference } = await placeOrder(world);
    const counted = { lines: [{ position: 1, ready: 500 }] };
    await world.as("lin").post(`/orders/${reference}/moves/progress`, counted);
    const again = await world.as("lin").post(`/orders/${reference}/moves/progress`, counted);

    expect(again.status).toBe(200);
    expect(await world.events("order.progressed")).toHaveLength(1);
  });

  test.each([
    ["that the warehouse does not count", { produced: 5 }, 403, undefined],
    ["above twice the order", { ready: 2_001 }, 422, "lines.0.ready"],
    ["below what has left", { ready: 100 }, 422, "lines.0.ready"],
    ["that is no number", { ready: "很多" }, 422, "lines.0.ready"],
  ])("%s is refused", async (_what, said, status, field) => {
    const world = await newWorld();
    const order = await placeOrder(world, { lines: [{ readyMilli: 500_000 }] });
    await ship(world, order, { lines: [{ kg: 300 }] });
    const refused = await world
      .as("lin")
      .post(`/orders/${order.reference}/moves/progress`, { lines: [{ position: 1, ...said }] });

    expect(refused.status).toBe(status);
    if (field) expect(Object.keys((await refused.json()).fields)).toEqual([field]);
  });

  test("of more finished than produced is refused", async () => {
    const world = await newWorld();
    const { reference } = await placeOrder(world);
    const refused = await world
      .as("quin")
      .post(`/orders/${reference}/moves/progress`, { lines: [{ position: 1, finished: 10 }] });

    expect(refused.status).toBe(422);
  });
});

describe("a promised date", () => {
  test("moves with a reason that the customer reads, and the old one stays", async () => {
    const world = await newWorld();
    const { reference, lines } = await placeOrder(world, {
      promisedOn: "2026-12-01",
      lines: [{ promisedOn: "2026-12-01" }],
    });
    await world.db
      .insert(promises)
      .values({ orderLineId: lines[0]?.id ?? "", promisedOn: "2026-12-01", at: world.clock.now });
    await world.as("mei").post(`/orders/${reference}/moves/promise`, {
      lines: [{ position: 1, promisedOn: "2026-12-08" }],
      reason: "染色返工",
    });
    const seen = await (await world.as("anna").get(`/orders/${reference}`)).json();

    expect(seen).toMatchObject({
      promisedOn: "2026-12-08",
      lines: [
        {
          promisedOn: "2026-12-08",
          promises: [{ promisedOn: "2026-12-01" }, { promisedOn: "2026-12-08", reason: "染色返工" }],
        },
      ],
    });
    expect(await world.events("order.promise_moved")).toMatchObject([
      { personId: "mei", reason: "染色返工" },
    ]);
  });

  test("does not move without a reason, a date or into the past", async () => {
    const world = await newWorld();
    const { reference } = await placeOrder(world);
    const fieldsOf = async (input: object) =>
      Object.keys(
        (await (await world.as("mei").post(`/orders/${reference}/moves/promise`, input)).json()).fields,
      );

    expect(await fieldsOf({})).toEqual(["lines.0.promisedOn", "reason"]);
    expect(await fieldsOf({ promisedOn: "2026-11-22", reason: "x" })).toEqual(["lines.0.promisedOn"]);
    expect(await world.db.select().from(promises).where(eq(promises.by, "mei"))).toEqual([]);
  });

  test("that has passed is found by the desk", async () => {
    const world = await newWorld();
    const late = await placeOrder(world, { promisedOn: "2026-11-20" });
    await placeOrder(world, { promisedOn: "2026-11-23" });

    const { items } = await (await world.as("mei").get("/orders?late=true")).json();

    expect(items).toMatchObject([{ reference: late.reference, late: true }]);
  });
});

describe("short close", () => {
  test("gives up what was not sent, and the order is as good as sent", async () => {
    const world = await newWorld();
    const order = await placeOrder(world);
    await ship(world, order, { lines: [{ kg: 700 }] });
    const closed = await world
      .as("mei")
      .post(`/orders/${order.reference}/moves/short_close`, { lines: [{ position: 1 }], reason: "原料停产" });

    expect(await closed.json()).toMatchObject({
      status: "shipped",
      lines: [{ cancelled: 300_000, status: "shipped" }],
    });
    expect(await world.events("order.short_closed")).toMatchObject([{ reason: "原料停产" }]);
  });

  test("of an order of which nothing was sent is a cancellation", async () => {
    const world = await newWorld();
    const { reference } = await placeOrder(world);
    const refused = await world
      .as("mei")
      .post(`/orders/${reference}/moves/short_close`, { lines: [{ position: 1 }], reason: "x" });

    expect(refused.status).toBe(409);
  });

  test("needs a line and a reason", async () => {
    const world = await newWorld();
    const { reference } = await placeOrder(world);
    const statusOf = async (input: object) =>
      (await world.as("mei").post(`/orders/${reference}/moves/short_close`, input)).status;

    expect(await statusOf({ lines: [{ position: 1 }] })).toBe(422);
    expect(await statusOf({ reason: "x" })).toBe(422);
  });
});
