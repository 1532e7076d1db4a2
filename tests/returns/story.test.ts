import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { entries } from "#schema/ledger";
import { orderLines } from "#schema/orders";
import type { StatementView } from "#worker/statements/output";
import { placeOrder } from "../build/orders";
import { delivered, requestReturn, take, takeAll } from "../build/returns";
import { ship } from "../build/shipments";
import { issue } from "../build/statements";
import { newWorld } from "../world";

describe("Anna sends 100 kg back", () => {
  test("every step leaves its fact, and half a percent on the scale is no matter", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));

    await takeAll(world, reference, "review", "approve", "send_back");
    await take(world, reference, "receive", "99.5kg");
    await take(world, reference, "start_inspection");
    await take(world, reference, "inspect", "99kg");
    await takeAll(world, reference, "decide", "execute", "close");

    const facts = (await world.events()).map(({ type }) => type).filter((type) => type.startsWith("return."));
    expect(facts).toEqual([
      "return.requested",
      "return.taken_for_review",
      "return.approved",
      "return.sent_back",
      "return.received",
      "return.inspection_started",
      "return.inspected",
      "return.decided",
      "return.executed",
      "return.closed",
    ]);
  });

  test("more than half a percent beside what was declared is a fact of its own", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));
    await takeAll(world, reference, "approve", "send_back");

    await take(world, reference, "receive", "99.499kg");

    expect(await world.events("return.weight_differed")).toMatchObject([{ details: { positions: [1] } }]);
  });

  test("what was accepted is credited at the price of its own delivery, discount included", async () => {
    const world = await newWorld();
    const order = await placeOrder(world, { lines: [{ kg: 1_000, priceE4: 92_700 }] });
    await world.db.update(orderLines).set({ discountBp: 500 }).where(eq(orderLines.orderId, order.id));
    const shipment = await ship(world, order);
    const { reference } = await requestReturn(world, "anna", shipment);
    await world.db.update(orderLines).set({ unitPriceE4: 10_000 }).where(eq(orderLines.orderId, order.id));

    await takeAll(world, reference, "approve", "send_back", "receive");
    await take(world, reference, "inspect", "98.5kg");
    await takeAll(world, reference, "decide", "execute");

    expect(await world.db.select().from(entries)).toMatchObject([
      {
        type: "return_credit",
        accountId: "LX:C-0001:CNY",
        amountMinor: -86_744, // 98.5 kg × ¥9.27 × 95 %
        quantityMilli: -98_500,
        unitPriceE4: 92_700,
        docNo: reference,
        orderRef: order.reference,
        lotNo: "261105-A07-2",
        approvedBy: "mei",
        createdBy: "fay",
      },
    ]);
  });

  test("the credit is a line under returns of the next statement", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));
    await takeAll(world, reference, "approve", "send_back", "receive", "inspect", "decide", "execute");
    world.later({ days: 10 });

    const { reference: paper } = await issue(world, { party: "C-0001", period: "2026-11" });
    const statement = (await (await world.as("ben").get(`/statements/${paper}`)).json()) as StatementView;

    expect(statement.sections).toContainEqual({
      section: "returns",
      quantityMilli: -100_000,
      debitMinor: 0,
      creditMinor: 92_700,
    });
    expect(statement.lines).toMatchObject([
      { docNo: reference, creditMinor: 92_700, quantityMilli: -100_000 },
    ]);
    expect(statement.closingMinor).toBe(-92_700);
  });

  test("the credit keeps the day of the decision, however late it is booked", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));
    await takeAll(world, reference, "approve", "send_back", "receive", "inspect", "decide");
    world.later({ days: 10 });

    await take(world, reference, "execute");

    expect(await world.db.select().from(entries)).toMatchObject([{ businessDate: "2026-11-23" }]);
  });

  test("goods that are only reworked bring no credit and stay on the order", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));
    await takeAll(world, reference, "approve", "send_back", "receive", "inspect");
    const rework = { lines: [{ position: 1, outcome: "rework" }] };
    await world.as("mei").post(`/returns/${reference}/moves/decide`, rework);

    const { body } = await take(world, reference, "execute");

    expect(body).toMatchObject({ status: "executed", creditMinor: 0 });
    expect(await world.db.select().from(entries)).toEqual([]);
    expect(await world.db.select().from(orderLines)).toMatchObject([{ returnedMilli: 0 }]);
  });

  test("a decision can be made anew until it is booked, and then no more", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));
    await takeAll(world, reference, "approve", "send_back", "receive", "inspect", "decide");

    expect((await take(world, reference, "decide")).status).toBe(200);
    const twice = await Promise.all([take(world, reference, "execute"), take(world, reference, "execute")]);

    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await world.db.select().from(entries)).toHaveLength(1);
    expect(await world.db.select().from(orderLines)).toMatchObject([{ returnedMilli: 100_000 }]);
  });
});
