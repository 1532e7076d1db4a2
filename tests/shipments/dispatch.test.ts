import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { entries } from "#schema/ledger";
import { parties } from "#schema/parties";
import { lots } from "#schema/shipments";
import { type Placed, placeOrder } from "../build/orders";
import { newWorld, type World } from "../world";

type Said = { quantity?: number; lotNo?: string; line?: number };

/** A shipment that Lin has planned through the API. */
async function planned(world: World, order: Placed, lines: Said[] = [{}], said: object = {}) {
  const reply = await world.as("lin").post("/shipments", {
    id: crypto.randomUUID(),
    carrierKind: "truck",
    lines: lines.map(({ line = 1, quantity = 600, lotNo = "261105-A07-2" }) => ({
      orderLineId: order.lines[line - 1]?.id,
      lotNo,
      quantity,
      cartons: 20,
    })),
    ...said,
  });
  expect(reply.status).toBe(201);
  const { reference } = await reply.json();
  return {
    reference,
    dispatch: (input: object = {}) => world.as("lin").post(`/shipments/${reference}/moves/dispatch`, input),
  };
}
const debts = (world: World) => world.db.select().from(entries).orderBy(entries.seq);
const ready = { readyMilli: 1_000_000 };

test("dispatched goods are owed for from that day, line by line, and the order follows", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, {
    customerPo: "PO-1",
    lines: [ready, { ...ready, sku: "sku-bk", priceE4: 101_700 }],
  });
  const { reference, dispatch } = await planned(world, order, [
    {},
    { line: 2, quantity: 300, lotNo: "G26110533" },
  ]);
  const sent = await dispatch();

  expect(await sent.json()).toMatchObject({
    status: "dispatched",
    dispatchedOn: "2026-11-23",
    tracking: [{ code: "dispatched" }],
  });
  expect(await debts(world)).toMatchObject([
    {
      type: "shipment",
      accountId: "LX:C-0001:CNY",
      amountMinor: 556_200,
      quantityMilli: 600_000,
      unitPriceE4: 92_700,
      businessDate: "2026-11-23",
      dueOn: "2026-12-31",
      docNo: reference,
      orderRef: order.reference,
      customerPo: "PO-1",
      lotNo: "261105-A07-2",
    },
    { amountMinor: 305_100, lotNo: "G26110533", colourNo: "LX-3182" },
  ]);
  const seen = await (await world.as("anna").get(`/orders/${order.reference}`)).json();
  expect(seen).toMatchObject({
    status: "partially_shipped",
    step: "shipped",
    lines: [{ shipped: 600_000 }, { shipped: 300_000 }],
  });
  expect(seen.events.at(-1)).toMatchObject({ type: "order.advanced", to: "partially_shipped" });
});

test("whoever waits for the goods is told, a sub-dealer only once its parent lets it see them", async () => {
  const world = await newWorld();
  const { dispatch } = await planned(world, await placeOrder(world, { party: "D-0003", lines: [ready] }));
  await dispatch();
  const toldOf = async (person: "dora" | "rita") =>
    (await (await world.as(person).get("/notices")).json()).items;

  expect(await toldOf("dora")).toMatchObject([{ type: "shipment.dispatched" }]);
  expect(await toldOf("rita")).toEqual([]);
});

test("goods leave once, however often the button is pressed", async () => {
  const world = await newWorld();
  const { dispatch } = await planned(world, await placeOrder(world, { lines: [ready] }));
  const replies = [await dispatch(), await dispatch()];

  expect(replies.map(({ status }) => status)).toEqual([200, 409]);
  expect(await debts(world)).toHaveLength(1);
});

test("a resale sub-dealer's goods are owed by its parent", async () => {
  const world = await newWorld();
  const { dispatch } = await planned(world, await placeOrder(world, { party: "D-0003", lines: [ready] }));
  await dispatch();

  expect(await debts(world)).toMatchObject([{ accountId: "LX:D-0001:CNY" }]);
});

test("what the scale shows at the gate is what is owed", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { lines: [ready] });
  const { dispatch } = await planned(world, order, [{ quantity: 1_000 }]);
  const over = await dispatch({ lines: [{ position: 1, quantity: 1_040 }] });
  const sent = await dispatch({ lines: [{ position: 1, quantity: "1,003.2", cartons: 34 }] });

  expect((await over.json()).fields["lines.0.quantity"]).toContain("溢装上限");
  expect(await sent.json()).toMatchObject({ netMilli: 1_003_200, cartons: 34 });
  expect(await debts(world)).toMatchObject([{ quantityMilli: 1_003_200, amountMinor: 929_966 }]);
});

test("two shipments together may not pass the tolerance", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { lines: [{ readyMilli: 1_030_000 }] });
  const one = await planned(world, order, [{ quantity: 600 }]);
  const two = await planned(world, order, [{ quantity: 430 }]);
  await one.dispatch({ lines: [{ position: 1, quantity: 601 }] });

  expect((await two.dispatch()).status).toBe(422);
  expect((await two.dispatch({ consent: "安娜电话同意多收 1 kg" })).status).toBe(200);
  expect(await (await world.as("anna").get(`/orders/${order.reference}`)).json()).toMatchObject({
    status: "shipped",
  });
});

describe("goods do not leave", () => {
  test("for a payer whose credit is on hold, unless the manager says so", async () => {
    const world = await newWorld();
    const { reference, dispatch } = await planned(world, await placeOrder(world, { lines: [ready] }));
    await world.db.update(parties).set({ holdReason: "承兑退票" }).where(eq(parties.id, "C-0001"));

    const refused = await dispatch();
    expect(refused.status).toBe(409);
    expect(await refused.text()).not.toContain("承兑");
    expect((await world.as("mei").post(`/shipments/${reference}/moves/dispatch`)).status).toBe(200);
  });

  test("from a lot that the laboratory stopped after it was planned", async () => {
    const world = await newWorld();
    const { dispatch } = await planned(world, await placeOrder(world, { lines: [ready] }));
    await world.db.update(lots).set({ qcStatus: "stopped" });

    expect((await dispatch()).status).toBe(409);
    expect(await debts(world)).toEqual([]);
  });

  test("of an order that is on hold", async () => {
    const world = await newWorld();
    const order = await placeOrder(world, { lines: [ready] });
    const { dispatch } = await planned(world, order);
    await world.as("mei").post(`/orders/${order.reference}/moves/hold`, { reason: "x" });

    expect((await dispatch()).status).toBe(409);
    expect(await debts(world)).toEqual([]);
  });

  test("tomorrow, or without a carrier", async () => {
    const world = await newWorld();
    const { dispatch } = await planned(world, await placeOrder(world, { lines: [ready] }));
    const unsaid = await planned(world, await placeOrder(world, { lines: [ready] }), [{}], {
      carrierKind: "",
    });

    expect((await dispatch({ on: "2026-11-24" })).status).toBe(422);
    expect((await unsaid.dispatch()).status).toBe(409);
  });
});

test("an export shipment leaves on board, is numbered of its own and owed from the on-board date", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, {
    party: "E-0001",
    outletId: "EX",
    lines: [{ ...ready, priceE4: 12_850 }],
  });
  const { reference, dispatch } = await planned(world, order, [{}], {
    carrierKind: "vessel",
    vessel: "COSCO DEMO",
    voyage: "046W",
    eta: "2026-12-20",
    containers: [{ no: "csqu3054383", type: "20GP", sealNo: "S1" }, { no: "CSQU3054384" }],
  });
  const sent = await dispatch({ on: "2026-11-20" });

  expect(reference).toBe("EXS-EX-2611-0001");
  expect(await sent.json()).toMatchObject({
    status: "on_board",
    dispatchedOn: "2026-11-20",
    atd: "2026-11-20",
    portOfDischarge: "BDCGP",
    containers: [
      { no: "CSQU3054383", checked: true },
      { no: "CSQU3054384", checked: false },
    ],
  });
  expect(await debts(world)).toMatchObject([
    { businessDate: "2026-11-20", amountMinor: 77_100, accountId: "LX:E-0001:USD" },
  ]);
});

test("free goods leave without a debt", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { orderKind: "foc", lines: [{ ...ready, priceE4: null }] });
  const { dispatch } = await planned(world, order);

  expect((await dispatch()).status).toBe(200);
  expect(await debts(world)).toEqual([]);
});

test("refused goods come back: the debt is reversed and the order waits for them", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { lines: [ready] });
  const { reference, dispatch } = await planned(world, order, [{ quantity: 1_000 }]);
  await dispatch();
  const tracked = await world.as("lin").post(`/shipments/${reference}/tracking`, {
    id: crypto.randomUUID(),
    code: "refused",
    at: "2026-11-23T09:59",
    noteZh: "门口拒收",
  });
  world.later({ days: 1 });
  const back = await world.as("lin").post(`/shipments/${reference}/moves/put_back`, { reason: "客户改期" });

  expect(await tracked.json()).toMatchObject({ status: "refused" });
  expect(await back.json()).toMatchObject({ status: "returned_to_warehouse" });
  expect(await debts(world)).toMatchObject([
    { amountMinor: 927_000 },
    { type: "reversal", amountMinor: -927_000, businessDate: "2026-11-24" },
  ]);
  expect(await (await world.as("anna").get(`/orders/${order.reference}`)).json()).toMatchObject({
    status: "ready",
    lines: [{ shipped: 0 }],
  });
});
