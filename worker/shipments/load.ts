import { and, asc, eq, inArray } from "drizzle-orm";
import { type Order, type OrderLine, orderLines, orders } from "#schema/orders";
import {
  type Lot,
  lots,
  type Shipment,
  type ShipmentLine,
  shipmentLines,
  shipments,
} from "#schema/shipments";
import type { Ctx } from "../context";
import { followLines } from "../orders/change";
import { Refusal } from "../refusal";
import type { Guard, Step } from "../write";
import { visibleShipments } from "./policy";

export type Part = { line: ShipmentLine; orderLine: OrderLine; order: Order; lot: Lot | null };
export type Loaded = { shipment: Shipment; parts: Part[]; siblings: OrderLine[] };

/** A shipment with what it carries and every line of the orders it serves, in one round trip. */
export async function loadShipment(ctx: Pick<Ctx, "db" | "actor">, reference: string): Promise<Loaded> {
  const which = and(eq(shipments.reference, reference), visibleShipments(ctx.actor));
  const orderIds = ctx.db
    .select({ id: orderLines.orderId })
    .from(shipments)
    .innerJoin(shipmentLines, eq(shipmentLines.shipmentId, shipments.id))
    .innerJoin(orderLines, eq(orderLines.id, shipmentLines.orderLineId))
    .where(which);
  const [rows, siblings] = await ctx.db.batch([
    ctx.db
      .select({ shipment: shipments, line: shipmentLines, orderLine: orderLines, order: orders, lot: lots })
      .from(shipments)
      .innerJoin(shipmentLines, eq(shipmentLines.shipmentId, shipments.id))
      .innerJoin(orderLines, eq(orderLines.id, shipmentLines.orderLineId))
      .innerJoin(orders, eq(orders.id, orderLines.orderId))
      .leftJoin(lots, eq(lots.id, shipmentLines.lotId))
      .where(which)
      .orderBy(asc(shipmentLines.position))
      .limit(200),
    ctx.db.select().from(orderLines).where(inArray(orderLines.orderId, orderIds)).limit(5_000),
  ]);
  const [first] = rows;
  if (!first)
    throw new Refusal("not_found", { zh: "没有找到该发货单。", en: "We could not find that shipment." });
  return { shipment: first.shipment, parts: rows, siblings };
}

type Counted = "shippedMilli" | "receivedMilli" | "missingMilli" | "readyMilli";
type Change = Partial<Pick<OrderLine, Counted>>;

/** The steps by which order lines, and with them their orders, follow what happens to a shipment. */
export function orderSteps(
  ctx: Ctx,
  { parts, siblings }: Loaded,
  change: (line: OrderLine, part: Part) => Change,
): (Step | Guard)[] {
  const after = new Map(siblings.map((line) => [line.id, line]));
  // One order line may travel in several lots.
  for (const part of parts) {
    const line = after.get(part.orderLine.id) ?? part.orderLine;
    after.set(line.id, { ...line, ...change(line, part) });
  }
  const touched = new Set(parts.map(({ orderLine }) => orderLine.id));
  const served = new Map(parts.map(({ order }) => [order.id, order]));
  return [
    ...[...touched].flatMap((id) => countedStep(ctx, after.get(id))),
    ...[...served.values()].flatMap((order) =>
      followLines(
        ctx,
        order,
        [...after.values()].filter(({ orderId }) => orderId === order.id),
      ),
    ),
  ];
}

function countedStep(ctx: Ctx, line: OrderLine | undefined): Step[] {
  if (!line) return [];
  const { id, shippedMilli, receivedMilli, missingMilli, readyMilli } = line;
  return [
    ctx.db
      .update(orderLines)
      .set({ shippedMilli, receivedMilli, missingMilli, readyMilli })
      .where(eq(orderLines.id, id)),
  ];
}
