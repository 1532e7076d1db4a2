import { describe, expect, test } from "vitest";
import { newWorld, type World } from "../world";

const asked = (said: object = {}) => ({
  id: crypto.randomUUID(),
  lines: [{ sku: "DTY150-48-RW", quantity: "1.2吨" }],
  requestedOn: "2026-12-10",
  customerPo: "PO-77",
  ...said,
});
const place = async (world: World, person: "anna" | "rita" | "mei" | "erik", said: object = {}) => {
  const reply = await world.as(person).post("/orders", asked(said));
  expect(reply.status).toBe(201);
  return reply.json();
};

test("Anna orders at her own price and on the terms of her file", async () => {
  const world = await newWorld();
  const order = await place(world, "anna");

  expect(order).toMatchObject({
    reference: "SO-TX-2611-0001",
    status: "pending_confirmation",
    step: "submitted",
    customerPo: "PO-77",
    currency: "CNY",
    paymentTerm: "eom_1",
    totalMinor: 1_112_400,
    shipTo: { consignee: "安娜织造" },
    party: { code: "C-0001" },
    lines: [
      {
        itemZh: "涤纶低弹丝 150D/48F 本白",
        ordered: 1_200_000,
        unitPriceE4: 92_700,
        cartons: 40,
        status: null,
      },
    ],
  });
  expect(await world.events("order.placed")).toMatchObject([
    { personId: "anna", toStatus: "pending_confirmation" },
  ]);
});

test("a form sent twice is one order and one event", async () => {
  const world = await newWorld();
  const form = asked();
  const first = await (await world.as("anna").post("/orders", form)).json();
  const second = await (await world.as("anna").post("/orders", form)).json();
  const other = await world.as("anna").post("/orders", { ...form, customerPo: "PO-78" });

  expect(second).toEqual(first);
  expect(other.status).toBe(409);
  expect(await world.events("order.placed")).toHaveLength(1);
});

test("full cartons may be ordered instead of a weight", async () => {
  const world = await newWorld();
  const order = await place(world, "anna", { lines: [{ sku: "DTY150-48-BK", cartons: 10 }] });

  expect(order.lines).toMatchObject([{ ordered: 300_000, cartons: 10, colourNo: "LX-3182" }]);
});

test("an item without a price for the buyer is ordered with the price on request", async () => {
  const world = await newWorld();
  const order = await place(world, "erik", { lines: [{ sku: "DTY150-48-BK", quantity: 500 }] });

  expect(order).toMatchObject({
    reference: "SO-EX-2611-0001",
    market: "export",
    currency: "USD",
    totalMinor: 0,
    lines: [{ unitPriceE4: null }],
  });
});

test("an order shortly before midnight belongs to that day in Shanghai", async () => {
  const world = await newWorld();
  world.clock.now = new Date("2026-10-31T15:50:00Z");

  expect(await place(world, "anna")).toMatchObject({ orderedOn: "2026-10-31", reference: "SO-TX-2610-0001" });
});

describe("a resale sub-dealer's order", () => {
  test("waits for the parent, is billed to it and shows Rita no price", async () => {
    const world = await newWorld();
    const order = await place(world, "rita");

    expect(order).toMatchObject({
      status: "draft",
      billTo: { code: "D-0001" },
      totalMinor: null,
      paymentTerm: null,
    });
    expect(JSON.stringify(order)).not.toMatch(/90500|1086000/);
    expect(await (await world.as("dora").get(`/orders/${order.reference}`)).json()).toMatchObject({
      totalMinor: 1_086_000,
      moves: [{ move: "submit" }, { move: "cancel" }],
    });
  });

  test("goes to us when Dora forwards it, and not when Rita does", async () => {
    const world = await newWorld();
    const { reference } = await place(world, "rita");

    expect((await (await world.as("dora").get("/notices")).json()).items).toMatchObject([
      { type: "order.placed", reference },
    ]);
    expect((await world.as("rita").post(`/orders/${reference}/moves/submit`)).status).toBe(403);
    const forwarded = await world.as("dora").post(`/orders/${reference}/moves/submit`);
    expect(await forwarded.json()).toMatchObject({ status: "pending_confirmation" });
    expect(await world.events("order.submitted")).toHaveLength(1);
  });

  test("is confirmed by us at once when our staff take it down", async () => {
    const world = await newWorld();

    expect(await place(world, "mei", { party: "D-0003" })).toMatchObject({ status: "pending_confirmation" });
  });
});

test.each([
  ["without lines", { lines: [] }, { lines: "请至少填写一行的数量。" }],
  [
    "for nothing",
    { lines: [{ sku: "DTY150-48-RW", quantity: "" }] },
    { "lines.0.quantity": "请填写数量，例如 1.2吨 或 500公斤。" },
  ],
  [
    "for words",
    { lines: [{ sku: "DTY150-48-RW", quantity: "一些" }] },
    { "lines.0.quantity": "请填写数量，例如 1.2吨 或 500公斤。" },
  ],
  [
    "of what we do not sell",
    { lines: [{ sku: "NOPE", quantity: 5 }] },
    { "lines.0.sku": "NOPE 目前不能订购。" },
  ],
  ["for yesterday", { requestedOn: "2026-11-22" }, { requestedOn: "希望交期不能早于今天。" }],
  ["to another's address", { addressId: "elsewhere" }, { addressId: "请选择一个收货地址。" }],
])("an order %s is refused, field by field, and nothing is stored", async (_how, said, fields) => {
  const world = await newWorld();
  const refused = await world.as("anna").post("/orders", asked(said));

  expect(refused.status).toBe(422);
  expect((await refused.json()).fields).toEqual(fields);
  expect(await world.events()).toEqual([]);
});

describe("who may order for Anna's firm", () => {
  test.each([
    { who: "Anna, its owner", person: "anna", status: 201 },
    { who: "Ben, who keeps its books", person: "ben", status: 403 },
    { who: "Mei, our sales manager", person: "mei", status: 201 },
    { who: "Sal, who serves the other stall", person: "sal", status: 422 },
    { who: "Lin of storage and transport", person: "lin", status: 403 },
    { who: "a visitor", person: "nobody", status: 401 },
  ] as const)("$who gets $status", async ({ person, status }) => {
    const world = await newWorld();

    expect((await world.as(person).post("/orders", asked({ party: "C-0001" }))).status).toBe(status);
  });
});

test("a partner orders for its own party, whatever it says", async () => {
  const world = await newWorld();

  expect(await place(world, "anna", { party: "D-0002", orderKind: "foc" })).toMatchObject({
    party: { code: "C-0001" },
    orderKind: "standard",
  });
});

describe("the order form", () => {
  test("offers Anna what there is at her price, and where it may go", async () => {
    const { as } = await newWorld();

    expect(await (await as("anna").get("/orders/offer?q=黑色")).json()).toMatchObject({
      party: { code: "C-0001" },
      forwarded: false,
      currency: "CNY",
      today: "2026-11-23",
      addresses: [{ id: "address-anna" }],
      items: [{ sku: "DTY150-48-BK", itemZh: "涤纶低弹丝 150D/48F 黑色", unitPriceE4: 101_700 }],
    });
  });

  test("tells Rita that her parent forwards it, and no price", async () => {
    const { as } = await newWorld();
    const offer = await (await as("rita").get("/orders/offer")).text();

    expect(JSON.parse(offer)).toMatchObject({
      forwarded: true,
      billTo: { code: "D-0001" },
      items: [{ unitPriceE4: null }, {}],
    });
    expect(offer).not.toMatch(/90500|99500/);
  });

  test("asks staff first who buys, and keeps others out", async () => {
    const { as } = await newWorld();
    const seen = async (person: "sal" | "ben" | "nobody", query = "") => {
      const reply = await as(person).get(`/orders/offer${query}`);
      return reply.status === 200 ? (await reply.json()).party : reply.status;
    };

    expect(await seen("sal")).toBeNull();
    expect(await seen("sal", "?party=C-0002")).toMatchObject({ code: "C-0002" });
    expect(await seen("sal", "?party=C-0001")).toBeNull();
    expect(await seen("ben")).toBe(403);
    expect(await seen("nobody")).toBe(401);
  });
});
