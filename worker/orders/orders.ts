import { and, asc, desc, eq, gte, inArray, lt, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Order, type OrderLine, orderLines, orders, promises } from "#schema/orders";
import { parties } from "#schema/parties";
import { people } from "#schema/people";
import { skus } from "#schema/products";
import { reach } from "#schema/reach";
import { shipmentLines, shipments } from "#schema/shipments";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { after, type PageOf, page } from "../page";
import { partyNames } from "../parties/brief";
import { listReach } from "../reach";
import { Refusal } from "../refusal";
import { holds } from "../searchText";
import { signedIn } from "../session/session";
import { visibleShipments } from "../shipments/policy";
import { reservedOf } from "../shipments/reserved";
import type { OrderQuery } from "./input";
import { workingStatuses } from "./lifecycle";
import type { OrderPage, OrderRow } from "./output";
import { maySeeInternal, visibleOrders } from "./policy";

const sum = (column: SQL) =>
  sql<number>`(select coalesce(sum(${column}), 0) from order_lines where order_id = ${orders.id})`;

const row = {
  order: orders,
  party: partyNames,
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

/** The orders in reach, newest first. */
export async function listOrders(ctx: Ctx, query: OrderQuery): Promise<PageOf<OrderRow>> {
  signedIn(ctx);
  const narrow = query.status || query.late;
  const rows = await (narrow ? found(ctx, query) : everything(ctx, query)).limit(query.limit + 1);
  return page(rows, query.limit, ({ order }) => [order.orderedAt.getTime(), order.id]);
}

/** Few orders stand at one status: they are looked up first and then checked for reach. */
const found = (ctx: Ctx, query: OrderQuery) =>
  ctx.db
    .select(row)
    .from(orders)
    .innerJoin(parties, eq(parties.id, orders.partyId))
    .where(
      and(visibleOrders(ctx.actor), ...filters(ctx, query), after(query.cursor, orders.orderedAt, orders.id)),
    )
    .orderBy(desc(orders.orderedAt), desc(orders.id));

const everything = (ctx: Ctx, query: OrderQuery) =>
  ctx.db
    .select(row)
    .from(reach)
    .innerJoin(orders, eq(orders.id, reach.recordId))
    .innerJoin(parties, eq(parties.id, orders.partyId))
    .where(
      and(
        listReach(ctx.actor, "order"),
        ...filters(ctx, query),
        after(query.cursor, reach.at, reach.recordId),
      ),
    )
    .orderBy(desc(reach.at), desc(reach.recordId));

function filters(ctx: Ctx, { status, open, late, party, q, from, to }: OrderQuery): (SQL | undefined)[] {
  return [
    status && inArray(orders.status, statusesFor(ctx, status)),
    open && notInArray(orders.status, ["received", "closed", "cancelled", "rejected"]),
    late && and(inArray(orders.status, [...workingStatuses]), lt(orders.promisedOn, businessDate(ctx.now))),
    party ? eq(parties.code, party) : undefined,
    from ? gte(orders.orderedOn, from) : undefined,
    to ? lte(orders.orderedOn, to) : undefined,
    q ? or(holds(orders.reference, q), holds(orders.customerPo, q), hasItem(q)) : undefined,
  ];
}

/** Outside the house an order whose credit is questioned simply waits for its confirmation. */
function statusesFor({ actor }: Ctx, status: Order["status"]): Order["status"][] {
  if (maySeeInternal(actor)) return [status];
  if (status === "pending_credit") return [];
  return status === "pending_confirmation" ? [status, "pending_credit"] : [status];
}

const hasItem = (q: string) => sql`exists (select 1 from order_lines l where l.order_id = ${orders.id}
  and ${or(...["l.item_zh", "l.item_en", "l.colour_no"].map((name) => holds(sql.raw(name), q)))})`;

/** The order with all its page shows, in one round trip, or a refusal that tells nothing. */
export async function findOrder(ctx: Ctx, reference: string): Promise<OrderPage> {
  signedIn(ctx);
  const which = and(eq(orders.reference, reference), visibleOrders(ctx.actor));
  const id = sql`(${ctx.db.select({ id: orders.id }).from(orders).where(which)})`;
  const [[head], lines, promised, sent, happened] = await ctx.db.batch([
    headOf(ctx).where(which).limit(1),
    ctx.db
      .select({ line: orderLines, sku: skus.code, planned: reservedOf(sql`${orderLines.id}`) })
      .from(orderLines)
      .innerJoin(skus, eq(skus.id, orderLines.skuId))
      .where(eq(orderLines.orderId, id))
      .orderBy(asc(orderLines.position))
      .limit(200),
    ctx.db
      .select({ promise: promises })
      .from(promises)
      .innerJoin(orderLines, eq(orderLines.id, promises.orderLineId))
      .where(eq(orderLines.orderId, id))
      .orderBy(asc(promises.id))
      .limit(500),
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
  const { billTo, salesperson, ...found } = head;
  return {
    row: found,
    billTo,
    salesperson,
    lines,
    promises: promised.map(({ promise }) => promise),
    shipments: sent.map(({ shipment }) => shipment),
    events: eventRows(happened),
  };
}

const payers = alias(parties, "bill_to");
const headOf = (ctx: Ctx) =>
  ctx.db
    .select({ ...row, billTo: payers, salesperson: people.name })
    .from(orders)
    .innerJoin(parties, eq(parties.id, orders.partyId))
    .innerJoin(payers, eq(payers.id, orders.billToId))
    .leftJoin(people, eq(people.id, orders.salespersonId));

export type SeenOrder = { order: Order; lines: OrderLine[] };

/** The bare order and its lines for a verb. */
export async function seenOrder(ctx: Pick<Ctx, "db" | "actor">, reference: string): Promise<SeenOrder> {
  const rows = await ctx.db
    .select({ order: orders, line: orderLines })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(and(eq(orders.reference, reference), visibleOrders(ctx.actor)))
    .orderBy(asc(orderLines.position))
    .limit(200);
  const [first] = rows;
  if (!first) throw notFound();
  return { order: first.order, lines: rows.map(({ line }) => line) };
}

const notFound = () =>
  new Refusal("not_found", { zh: "没有找到该订单。", en: "We could not find that order." });
