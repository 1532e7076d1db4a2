import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { parties } from "#schema/parties";
import { lots } from "#schema/shipments";
import { type Placed, placeOrder } from "../build/orders";
import { newWorld } from "../world";

const ready = { readyMilli: 1_000_000 };
const planOf = (order: Placed, said: object = {}, line: object = {}) => ({
  id: crypto.randomUUID(),
  lines: [{ orderLineId: order.lines[0]?.id, lotNo: "261105-A07-2", quantity: 600, cartons: 20, ...line }],
  carrierKind: "truck",
  ...said,
});

test("Lin plans goods that are ready, from a lot, and they are reserved", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { lines: [ready] });
  const planned = await world.as("lin").post("/shipments", planOf(order));
  const again = await world.as("lin").post("/shipments", planOf(order));

  expect(planned.status).toBe(201);
  expect(await planned.json()).toMatchObject({
    reference: "DN-HQ-2611-0001",
    status: "planned",
    party: { code: "C-0001" },
    netMilli: 600_000,
    cartons: 20,
    lines: [{ lotNo: "261105-A07-2", order: order.reference, quantityMilli: 600_000 }],
  });
  expect(again.status).toBe(422);
  expect((await again.json()).fields).toEqual({
    "lines.0.quantity": "超过可发数量（备货完成减去已发和已安排）。",
  });
  expect(await world.events("shipment.planned")).toHaveLength(1);
});

test("two who plan the same ready goods at once: exactly one gets them", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { lines: [ready] });
  const replies = await Promise.all(
    (["lin", "mei"] as const).map((person) => world.as(person).post("/shipments", planOf(order))),
  );

  expect(replies.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect(await world.events("shipment.planned")).toHaveLength(1);
});

test("a plan sent twice is one shipment", async () => {
  const world = await newWorld();
  const plan = planOf(await placeOrder(world, { lines: [ready] }));
  const first = await (await world.as("lin").post("/shipments", plan)).json();
  const second = await (await world.as("lin").post("/shipments", plan)).json();

  expect(second).toEqual(first);
  expect((await world.as("lin").post("/shipments", { ...plan, plannedOn: "2026-12-01" })).status).toBe(409);
});

test("the cartons of the packing list say what the line weighs", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { lines: [ready] });
  const packing = [
    { cartonNo: "1", cones: 6, gross: "31.20", tare: "1.20" },
    { cartonNo: "2", cones: 6, gross: 30.7, tare: 1.2 },
  ];
  const planned = await world
    .as("lin")
    .post("/shipments", planOf(order, {}, { quantity: null, cartons: null, packing }));

  expect(await planned.json()).toMatchObject({
    netMilli: 59_500,
    grossMilli: 61_900,
    cartons: 2,
    lines: [
      {
        quantityMilli: 59_500,
        cones: 12,
        packing: [{ cartonNo: "1", netMilli: 30_000 }, { netMilli: 29_500 }],
      },
    ],
  });
});

test("a resale sub-dealer does not see what is planned for it until its parent says so", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { party: "D-0003", lines: [ready] });
  const { reference } = await (await world.as("lin").post("/shipments", planOf(order))).json();
  const release = (person: "rita" | "dina" | "dora") =>
    world.as(person).post(`/shipments/${reference}/moves/release_to_child`);

  expect((await release("rita")).status).toBe(404);
  expect((await release("dina")).status).toBe(403);
  expect((await release("dora")).status).toBe(200);
  expect((await world.as("rita").get(`/shipments/${reference}`)).status).toBe(200);
  expect((await release("dora")).status).toBe(409);
});

describe("what must not be planned", () => {
  test.each([
    ["nothing", {}, { quantity: "" }, { "lines.0.quantity": "请填写数量。" }],
    ["no lot", {}, { lotNo: " " }, { "lines.0.lotNo": "请填写批号。" }],
    ["no lines", { lines: [] }, {}, { lines: "请至少选择一行。" }],
    ["another's order line", {}, { orderLineId: "elsewhere" }, { "lines.0.orderLineId": "没有这个订单行。" }],
    [
      "cartons that weigh something else",
      {},
      { packing: [{ cartonNo: "1", gross: 31, tare: 1 }] },
      { "lines.0.quantity": "数量与码单净重合计不一致。" },
    ],
  ])("%s is refused by field", async (_what, said, line, fields) => {
    const world = await newWorld();
    const order = await placeOrder(world, { lines: [ready] });
    const refused = await world.as("lin").post("/shipments", planOf(order, said, line));

    expect(refused.status).toBe(422);
    expect((await refused.json()).fields).toEqual(fields);
    expect(await world.events("shipment.planned")).toEqual([]);
  });

  test("is more than the tolerance, unless the customer's consent is recorded", async () => {
    const world = await newWorld();
    const order = await placeOrder(world, { lines: [{ readyMilli: 2_000_000 }] });
    const post = (said: object, kg: number) =>
      world.as("lin").post("/shipments", planOf(order, said, { quantity: kg }));

    expect((await (await post({}, 1_030.01)).json()).fields["lines.0.quantity"]).toContain("溢装上限");
    expect((await post({}, 1_030)).status).toBe(201);
    expect((await post({}, 10)).status).toBe(422);
    expect((await post({ consent: "安娜 11-23 微信同意" }, 10)).status).toBe(201);
  });

  test("are two dealers' goods on one delivery note", async () => {
    const world = await newWorld();
    const one = await placeOrder(world, { lines: [ready] });
    const other = await placeOrder(world, { party: "D-0002", lines: [ready] });
    const plan = planOf(one);
    const mixed = { ...plan, lines: [...plan.lines, ...planOf(other).lines] };

    expect((await (await world.as("lin").post("/shipments", mixed)).json()).fields).toEqual({
      lines: "一张发货单只能有一个客户和一个付款方。",
    });
  });

  test("is a second lot for a customer who wants one, or a lot that was stopped", async () => {
    const world = await newWorld();
    await world.db.update(parties).set({ singleLot: true }).where(eq(parties.id, "C-0001"));
    const order = await placeOrder(world, { lines: [ready] });
    await world.db.insert(lots).values({ id: "bad", lotNo: "BAD", skuId: "sku-rw", qcStatus: "stopped" });
    const post = (lotNo: string, said = {}) =>
      world.as("lin").post("/shipments", planOf(order, said, { lotNo, quantity: 100 }));
    await post("A-1");

    expect((await (await post("A-2")).json()).fields["lines.0.lotNo"]).toContain("单一批号");
    expect((await post("A-2", { consent: "客户同意" })).status).toBe(201);
    expect((await (await post("BAD", { consent: "x" })).json()).fields["lines.0.lotNo"]).toContain("停用");
  });

  test.each(["pending_confirmation", "on_hold", "cancelled", "closed"] as const)(
    "is an order that is %s",
    async (status) => {
      const world = await newWorld();
      const order = await placeOrder(world, { status, lines: [ready] });

      expect((await world.as("lin").post("/shipments", planOf(order))).status).toBe(409);
    },
  );
});

test.each([
  { who: "Lin of storage and transport", person: "lin", status: 201 },
  { who: "Mei, the sales manager", person: "mei", status: 201 },
  { who: "Xena, who does not see Anna's orders", person: "xena", status: 422 },
  { who: "Anna herself", person: "anna", status: 403 },
  { who: "Fay of finance", person: "fay", status: 403 },
  { who: "a visitor", person: "nobody", status: 401 },
] as const)("$who who plans for Anna gets $status", async ({ person, status }) => {
  const world = await newWorld();

  expect(
    (await world.as(person).post("/shipments", planOf(await placeOrder(world, { lines: [ready] })))).status,
  ).toBe(status);
});

test("goods that are planned hold their order line", async () => {
  const world = await newWorld();
  const order = await placeOrder(world, { lines: [ready] });
  const { reference } = await (await world.as("lin").post("/shipments", planOf(order))).json();
  const cancelled = () => world.as("mei").post(`/orders/${order.reference}/moves/cancel`, { reason: "x" });

  expect((await cancelled()).status).toBe(409);
  await world.as("lin").post(`/shipments/${reference}/moves/cancel`, { reason: "车坏了" });
  expect((await cancelled()).status).toBe(200);
});
