import { and, asc, desc, eq, gte, like, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Order, orderLines, orders } from "#schema/orders";
import { parties } from "#schema/parties";
import { reach } from "#schema/reach";
import { shipmentLines, shipments } from "#schema/shipments";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { sameVersion } from "../http";
import { after, type PageOf, page } from "../page";
import { listReach } from "../reach";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { visibleShipments } from "../shipments/policy";
import { event, mustHaveChanged, write } from "../write";
import type { MoveOrder, OrderQuery } from "./input";
import { facts, type Move, statusAfter } from "./lifecycle";
import type { OrderPage, OrderRow } from "./output";
import { mayMove, visibleOrders } from "./policy";

const sum = (column: SQL | typeof orderLines.orderedMilli) =>
  sql<number>`(select coalesce(sum(${column}), 0) from order_lines where order_id = ${orders.id})`;

const row = {
  order: orders,
  party: parties,
  uom: sql<string>`coalesce((select uom from order_lines where order_id = ${orders.id} and position = 1), 'kg')`,
  sums: {
    ordered: sum(sql`ordered_milli`),
    produced: sum(sql`produced_milli`),
    ready: sum(sql`ready_milli`),
    shipped: sum(sql`shipped_milli`),
    received: sum(sql`received_milli`),
    cancelled: sum(sql`cancelled_milli`),
  },
};

export async function listOrders(ctx: Ctx, query: OrderQuery): Promise<PageOf<OrderRow>> {
  const { actor } = { actor: signedIn(ctx) };
  const rows = await ctx.db
    .select(row)
    .from(reach)
    .innerJoin(orders, eq(orders.id, reach.recordId))
    .innerJoin(parties, eq(parties.id, orders.partyId))
    .where(and(listReach(actor, "order"), ...filters(query), after(query.cursor, reach.at, reach.recordId)))
    .orderBy(desc(reach.at), desc(reach.recordId))
    .limit(query.limit + 1);
  return page(rows, query.limit, ({ order }) => [order.orderedAt.getTime(), order.id]);
}

function filters({ status, open, q, from, to }: OrderQuery): (SQL | undefined)[] {
  return [
    status && eq(orders.status, status),
    open && notInArray(orders.status, ["received", "closed", "cancelled", "rejected"]),
    from ? gte(orders.orderedOn, from) : undefined,
    to ? lte(orders.orderedOn, to) : undefined,
    q ? or(like(orders.reference, `%${q}%`), like(orders.customerPo, `%${q}%`), hasItem(q)) : undefined,
  ];
}

const hasItem = (q: string) => sql`exists (select 1 from order_lines l where l.order_id = ${orders.id}
  and (l.item_zh like ${`%${q}%`} or l.item_en like ${`%${q}%`} or l.colour_no like ${`%${q}%`}))`;

/** The order with all its page shows, in one round trip, or a refusal that tells nothing. */
export async function findOrder(ctx: Ctx, reference: string): Promise<OrderPage> {
  signedIn(ctx);
  const which = and(eq(orders.reference, reference), visibleOrders(ctx.actor));
  const id = sql`(${ctx.db.select({ id: orders.id }).from(orders).where(which)})`;
  const billTo = alias(parties, "bill_to");
  const [[head], lines, sent, happened] = await ctx.db.batch([
    ctx.db
      .select({ ...row, billTo })
      .from(orders)
      .innerJoin(parties, eq(parties.id, orders.partyId))
      .innerJoin(billTo, eq(billTo.id, orders.billToId))
      .where(which),
    ctx.db
      .select()
      .from(orderLines)
      .where(eq(orderLines.orderId, id))
      .orderBy(asc(orderLines.position))
      .limit(200),
    ctx.db
      .selectDistinct({ shipment: shipments })
      .from(orderLines)
      .innerJoin(shipmentLines, eq(shipmentLines.orderLineId, orderLines.id))
      .innerJoin(shipments, eq(shipments.id, shipmentLines.shipmentId))
      .where(and(eq(orderLines.orderId, id), visibleShipments(ctx.actor)))
      .orderBy(desc(shipments.at))
      .limit(100),
    eventsOf(ctx, id),
  ]);
  if (!head) throw notFound();
  const { billTo: payer, ...found } = head;
  return {
    row: found,
    billTo: payer,
    lines,
    shipments: sent.map(({ shipment }) => shipment),
    events: eventRows(happened),
  };
}

/** Moves an order by hand; the derived statuses are nobody's to type. */
export async function moveOrder(ctx: Ctx, reference: string, move: Move, input: MoveOrder): Promise<void> {
  signedIn(ctx);
  const order = await seen(ctx, reference);
  allow(mayMove(ctx.actor, order, move));
  sameVersion(order, input.version);
  const status = statusAfter(order, move);
  await write(ctx, [
    ctx.db
      .update(orders)
      .set({
        status,
        heldStatus: move === "hold" ? order.status : null,
        confirmedAt: move === "confirm" ? ctx.now : order.confirmedAt,
        version: order.version + 1,
      })
      .where(and(eq(orders.id, order.id), eq(orders.version, order.version))),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: order.id,
      type: `order.${facts[move]}`,
      from: order.status,
      to: status,
      reason: input.reason,
    }),
  ]);
}

async function seen(ctx: Ctx, reference: string): Promise<Order> {
  const [order] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.reference, reference), visibleOrders(ctx.actor)));
  if (!order) throw notFound();
  return order;
}

const notFound = () =>
  new Refusal("not_found", { zh: "没有找到该订单。", en: "We could not find that order." });
