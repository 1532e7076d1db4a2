import { and, count, eq, inArray, sql } from "drizzle-orm";
import { type OrderLine, orderLines, orders } from "#schema/orders";
import {
  cartons,
  lots,
  type Shipment,
  type ShipmentLine,
  shipmentEvents,
  shipmentLines,
  shipments,
} from "#schema/shipments";
import { businessDate } from "#worker/calendar";
import { derivedStatus } from "#worker/orders/lifecycle";
import { reachSteps } from "#worker/reach";
import { event, type Step, write } from "#worker/write";
import type { World } from "../world";
import type { Placed } from "./orders";

/** Which line of the order (1 is the first), from which lot, how much. */
export type LotSaid = { line?: number; lot?: string; kg?: number; cartons?: number };
type ShipmentSaid = { at?: Date; lines?: LotSaid[] } & Partial<
  Omit<Shipment, "id" | "partyId" | "billToId" | "at">
>;
export type Shipped = Shipment & { lines: (ShipmentLine & { lotNo: string })[] };

/** A delivered shipment of that order (all of it, from one lot, unless said), straight into the tables. */
export async function ship(
  world: World,
  order: Placed,
  { at, lines, ...said }: ShipmentSaid = {},
): Promise<Shipped> {
  const sent = at ?? world.clock.now;
  const packed = await Promise.all(packing(order, lines).map((one) => withLot(world, one)));
  const shipment = await shipmentRow(world, order, sent, said);
  shipment.cartons = packed.reduce((sum, one) => sum + one.cartons, 0);
  shipment.netMilli = packed.reduce((sum, one) => sum + one.quantityMilli, 0);
  shipment.grossMilli = Math.round(shipment.netMilli * 1.04);
  const rows = packed.map(({ orderLine, lotId, quantityMilli, cartons, lotNo }, index) => ({
    id: crypto.randomUUID(),
    shipmentId: shipment.id,
    position: index + 1,
    orderLineId: orderLine.id,
    lotId,
    lotNo,
    quantityMilli,
    cartons,
    cones: cartons * 6,
    signedMilli: null,
    signedCartons: null,
    difference: null,
    differenceNote: null,
    returnedMilli: 0,
  }));
  const ctx = { db: world.db, now: sent, actor: { kind: "system" } as const };
  await write(ctx, [
    world.db.insert(shipments).values(shipment),
    world.db.insert(shipmentLines).values(rows),
    world.db.insert(cartons).values(rows.flatMap(packingList)),
    ...dated(world, shipment),
    reachSteps(ctx, {
      noun: "shipment",
      recordId: shipment.id,
      at: sent,
      partyId: shipment.partyId,
      billToId: shipment.billToId,
    }),
    event(ctx, { recordId: shipment.id, type: "shipment.dispatched", to: shipment.status }),
    ...rows.map((row) =>
      world.db
        .update(orderLines)
        .set({ shippedMilli: sql`${orderLines.shippedMilli} + ${row.quantityMilli}` })
        .where(eq(orderLines.id, row.orderLineId)),
    ),
  ]);
  await deriveOrder(world, order.id);
  return { ...shipment, lines: rows };
}

const packing = (order: Placed, said: LotSaid[] = order.lines.map((_, index) => ({ line: index + 1 }))) =>
  said.map(({ line = 1, lot = "261105-A07-2", kg, cartons }) => {
    const orderLine = order.lines[line - 1];
    if (!orderLine) throw new Error(`the order has no line ${line}`);
    const quantityMilli = kg === undefined ? orderLine.orderedMilli : Math.round(kg * 1_000);
    return { orderLine, lotNo: lot, quantityMilli, cartons: cartons ?? Math.ceil(quantityMilli / 30_000) };
  });

async function withLot<Packed extends { orderLine: OrderLine; lotNo: string }>(world: World, packed: Packed) {
  const {
    lotNo,
    orderLine: { skuId },
  } = packed;
  await world.db
    .insert(lots)
    .values({
      id: crypto.randomUUID(),
      lotNo,
      skuId,
      grade: "AA",
      qcStatus: "passed",
      producedOn: "2026-11-05",
    })
    .onConflictDoNothing();
  const [lot] = await world.db
    .select()
    .from(lots)
    .where(and(eq(lots.lotNo, lotNo), eq(lots.skuId, skuId)));
  return { ...packed, lotId: lot?.id ?? null };
}

async function shipmentRow(
  world: World,
  order: Placed,
  at: Date,
  said: Partial<Shipment>,
): Promise<Shipment> {
  const [before] = await world.db.select({ count: count() }).from(shipments);
  const on = businessDate(at);
  const serial = 9001 + (before?.count ?? 0);
  const abroad = order.market === "export";
  return {
    id: crypto.randomUUID(),
    reference: `${abroad ? "EXS-EX" : "DN-TX"}-2611-${serial}`,
    market: order.market,
    partyId: order.partyId,
    billToId: order.billToId,
    transportRef: null,
    status: "delivered",
    releasedToChild: true,
    shipTo: order.shipTo,
    carrierKind: abroad ? "vessel" : "truck",
    carrier: "示例物流",
    waybillNo: `WB${serial}`,
    plateNo: null,
    driver: null,
    driverPhone: null,
    freightPayer: "seller",
    freightMinor: null,
    vessel: null,
    voyage: null,
    containers: [],
    blNo: null,
    portOfLoading: null,
    portOfDischarge: null,
    etd: null,
    atd: null,
    eta: null,
    ata: null,
    plannedOn: on,
    dispatchedOn: on,
    deliveredOn: on,
    cartons: 0,
    netMilli: 0,
    grossMilli: null,
    podGrade: null,
    signedBy: null,
    signedAt: null,
    signedNote: null,
    at,
    source: "portal",
    externalRef: null,
    createdAt: at,
    version: 1,
    ...said,
  };
}

/** Every carton of a line with the weights of the 码单; the last takes what is left. */
function packingList(row: ShipmentLine & { lotNo: string }) {
  const each = Math.floor(row.quantityMilli / Math.max(row.cartons, 1));
  return Array.from({ length: row.cartons }, (_, index) => {
    const netMilli = index + 1 === row.cartons ? row.quantityMilli - each * index : each;
    const cartonNo = `${row.lotNo}-${String(index + 1).padStart(3, "0")}`;
    return {
      id: crypto.randomUUID(),
      shipmentLineId: row.id,
      cartonNo,
      cones: 6,
      grossMilli: netMilli + 1_200,
      tareMilli: 1_200,
      netMilli,
    };
  });
}

const dated = (world: World, { id, at, status }: Shipment): Step[] =>
  (["dispatched", status] as const).map((code, index) =>
    world.db.insert(shipmentEvents).values({
      id: crypto.randomUUID(),
      shipmentId: id,
      at: new Date(at.getTime() + index * 60_000),
      code,
      place: "桐乡",
      sourceKind: "staff",
      recordedAt: at,
    }),
  );

async function deriveOrder(world: World, orderId: string) {
  const [order] = await world.db.select().from(orders).where(eq(orders.id, orderId));
  const lines = await world.db
    .select()
    .from(orderLines)
    .where(inArray(orderLines.orderId, [orderId]));
  if (!order) return;
  const status = derivedStatus(order.status, order.minusBp, lines);
  await world.db.update(orders).set({ status }).where(eq(orders.id, orderId));
}
