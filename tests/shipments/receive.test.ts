import { describe, expect, test } from "vitest";
import { shipmentLines } from "#schema/shipments";
import { placeOrder } from "../build/orders";
import { ship } from "../build/shipments";
import { newWorld, type World } from "../world";

const delivered = async (world: World, said: Parameters<typeof ship>[2] = {}) => {
  const order = await placeOrder(world);
  const shipment = await ship(world, order, said);
  const receive = (person: "anna" | "ben" | "dora" | "rob" | "lin" | "nobody", input: object = {}) =>
    world.as(person).post(`/shipments/${shipment.reference}/moves/receive`, input);
  return { order, shipment, receive };
};

test("Anna confirms that all has come, and her order is received", async () => {
  const world = await newWorld();
  const { order, receive } = await delivered(world);
  const signed = await receive("anna", { signedBy: "仓库 王师傅" });

  expect(await signed.json()).toMatchObject({
    status: "signed",
    podGrade: 4,
    signedBy: "仓库 王师傅",
    lines: [{ signedMilli: 1_000_000, signedCartons: 34, difference: null }],
  });
  expect(await world.events("shipment.received")).toMatchObject([{ personId: "anna", toStatus: "signed" }]);
  expect(await (await world.as("anna").get(`/orders/${order.reference}`)).json()).toMatchObject({
    status: "received",
    step: "received",
    lines: [{ received: 1_000_000 }],
  });
});

test("198 of 200 cartons are signed for with an exception; the order is received, the debt stays", async () => {
  const world = await newWorld();
  const { order, receive } = await delivered(world, { lines: [{ cartons: 200 }] });
  const signed = await receive("anna", {
    lines: [{ position: 1, cartons: 198, difference: "short_cartons", note: "缺 2 箱" }],
  });

  expect(await signed.json()).toMatchObject({
    status: "signed_with_exception",
    lines: [
      {
        signedMilli: 990_000,
        signedCartons: 198,
        difference: "short_cartons",
        differenceNote: "缺 2 箱",
        quantityMilli: 1_000_000,
      },
    ],
  });
  expect(await (await world.as("anna").get(`/orders/${order.reference}`)).json()).toMatchObject({
    status: "received",
    lines: [{ received: 990_000 }],
  });
});

test.each([
  ["0.2 % less on the scale", 998, "signed"],
  ["0.9 % less on the scale", 991, "signed_with_exception"],
])("%s counts as %s", async (_what, kg, status) => {
  const world = await newWorld();
  const { receive } = await delivered(world);
  const signed = await receive("anna", {
    lines: [{ position: 1, quantity: kg, difference: "short_weight" }],
  });

  expect(await signed.json()).toMatchObject({ status, lines: [{ signedMilli: kg * 1_000 }] });
});

test.each([
  [
    "a count without its kind",
    { cartons: 30 },
    { "lines.0.difference": "数量与发货不一致，请选择差异类型。" },
  ],
  [
    "missing cartons without a count",
    { difference: "short_cartons" },
    { "lines.0.quantity": "请填写实收的数量或件数。" },
  ],
  [
    "a count that is no number",
    { quantity: "差不多" },
    { "lines.0.quantity": "请填写数量，例如 1.2吨 或 500公斤。" },
  ],
])("%s is refused by field, and nothing is signed", async (_what, said, fields) => {
  const world = await newWorld();
  const { shipment, receive } = await delivered(world);
  const refused = await receive("anna", { lines: [{ position: 1, ...said }] });

  expect(refused.status).toBe(422);
  expect((await refused.json()).fields).toEqual(fields);
  expect((await (await world.as("anna").get(`/shipments/${shipment.reference}`)).json()).status).toBe(
    "delivered",
  );
});

describe("who may sign for Anna's goods", () => {
  test.each([
    { who: "Anna", person: "anna", status: 200 },
    { who: "Ben, who keeps her books", person: "ben", status: 403 },
    { who: "Dora, the dealer above her", person: "dora", status: 403 },
    { who: "Rob, a rival", person: "rob", status: 404 },
    { who: "a visitor", person: "nobody", status: 401 },
  ] as const)("$who gets $status", async ({ person, status }) => {
    const world = await newWorld();
    const { receive } = await delivered(world);

    expect((await receive(person)).status).toBe(status);
  });

  test("Lin files the paper that the driver brought, with its grade", async () => {
    const world = await newWorld();
    const { receive } = await delivered(world);

    expect(Object.keys((await (await receive("lin")).json()).fields)).toEqual(["signedBy", "podGrade"]);
    expect(await (await receive("lin", { signedBy: "王", podGrade: 1 })).json()).toMatchObject({
      status: "signed",
      podGrade: 1,
    });
  });
});

test("goods are signed for once", async () => {
  const world = await newWorld();
  const { receive } = await delivered(world);
  const replies = [await receive("anna"), await receive("anna")];

  expect(replies.map(({ status }) => status)).toEqual([200, 409]);
  expect(await world.events("shipment.received")).toHaveLength(1);
});

test("goods may be signed for although the carrier told us nothing", async () => {
  const world = await newWorld();
  const { receive } = await delivered(world, { status: "dispatched", deliveredOn: null });

  expect(await (await receive("anna")).json()).toMatchObject({ status: "signed", deliveredOn: "2026-11-23" });
});

test("a receipt of the wrong delivery is taken back, and the order is on its way again", async () => {
  const world = await newWorld();
  const { order, shipment, receive } = await delivered(world);
  await receive("anna", { lines: [{ position: 1, cartons: 30, difference: "short_cartons" }] });
  const revoke = (person: "anna" | "lin", input: object) =>
    world.as(person).post(`/shipments/${shipment.reference}/moves/revoke_receipt`, input);

  expect((await revoke("anna", { reason: "误扫" })).status).toBe(403);
  expect((await revoke("lin", {})).status).toBe(422);
  expect(await (await revoke("lin", { reason: "误扫" })).json()).toMatchObject({
    status: "delivered",
    podGrade: null,
    lines: [{ signedMilli: null }],
  });
  expect(await (await world.as("anna").get(`/orders/${order.reference}`)).json()).toMatchObject({
    status: "shipped",
    lines: [{ received: 0 }],
  });
});

test("a receipt stands once some of its goods have been returned", async () => {
  const world = await newWorld();
  const { shipment, receive } = await delivered(world);
  await receive("anna");
  await world.db.update(shipmentLines).set({ returnedMilli: 1_000 });

  const revoked = await world
    .as("lin")
    .post(`/shipments/${shipment.reference}/moves/revoke_receipt`, { reason: "误扫" });

  expect(revoked.status).toBe(409);
});

describe("when nobody signs", () => {
  const tracked = async (carrierKind: "truck" | "express") => {
    const world = await newWorld();
    const { shipment, order } = await delivered(world, {
      status: "in_transit",
      deliveredOn: null,
      carrierKind,
    });
    await world.as("lin").post(`/shipments/${shipment.reference}/tracking`, {
      id: crypto.randomUUID(),
      code: "delivered",
      at: "2026-11-23T09:30",
    });
    const status = async () => {
      await world.runJobs();
      return (await (await world.as("anna").get(`/shipments/${shipment.reference}`)).json()).status;
    };
    return { world, shipment, order, status };
  };

  test.each([
    ["express", 3],
    ["truck", 7],
  ] as const)("goods by %s are received by the carrier's record after %i days", async (kind, days) => {
    const { world, shipment, status } = await tracked(kind);
    world.later({ days: days - 1 });
    expect(await status()).toBe("delivered");
    world.later({ days: 1 });
    expect(await status()).toBe("signed");

    const seen = await (await world.as("anna").get(`/shipments/${shipment.reference}`)).json();
    expect(seen).toMatchObject({
      podGrade: 3,
      signedBy: null,
      signedNote: expect.stringContaining("系统按承运记录签收"),
    });
    expect(seen.tracking.at(-1)).toMatchObject({ code: "signed", sourceKind: "carrier" });
    expect(await world.events("shipment.received")).toMatchObject([{ personId: null, channel: "system" }]);
  });

  test("whoever signed in time is not signed over", async () => {
    const { world, shipment, status } = await tracked("express");
    await world.as("anna").post(`/shipments/${shipment.reference}/moves/receive`);
    world.later({ days: 5 });

    expect(await status()).toBe("signed");
    expect(await (await world.as("anna").get(`/shipments/${shipment.reference}`)).json()).toMatchObject({
      podGrade: 4,
    });
  });
});
