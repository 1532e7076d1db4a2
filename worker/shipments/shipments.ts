import { and, asc, desc, eq, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { orderLines, orders } from "#schema/orders";
import { parties } from "#schema/parties";
import { reach } from "#schema/reach";
import { cartons, lots, type Shipment, shipmentEvents, shipmentLines, shipments } from "#schema/shipments";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { after, type PageOf, page } from "../page";
import { partyNames } from "../parties/brief";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import type { ShipmentRow } from "./brief";
import type { ShipmentQuery } from "./input";
import { movingStatuses, reservingStatuses } from "./lifecycle";
import type { ShipmentPage } from "./output";
import { listedShipments, visibleShipments } from "./policy";

const row = {
  shipment: shipments,
  party: partyNames,
  orders: sql<string | null>`(select group_concat(distinct o.reference) from shipment_lines l
    join order_lines ol on ol.id = l.order_line_id join orders o on o.id = ol.order_id
    where l.shipment_id = ${shipments.id})`,
  uom: sql<string>`coalesce((select ol.uom from shipment_lines l join order_lines ol on ol.id = l.order_line_id
    where l.shipment_id = ${shipments.id} and l.position = 1), 'kg')`,
};

/** The shipments in reach, newest first. */
export async function listShipments(ctx: Ctx, query: ShipmentQuery): Promise<PageOf<ShipmentRow>> {
  signedIn(ctx);
  const rows = await (isNarrow(query) ? found(ctx, query) : everything(ctx, query)).limit(query.limit + 1);
  return page(rows, query.limit, ({ shipment }) => [shipment.at.getTime(), shipment.id]);
}

/** Few rows match: they are looked up first and then checked for reach, not the other way round. */
const isNarrow = ({ q, lot, status, open, planned, moving }: ShipmentQuery) =>
  Boolean(q || lot || status || open || planned || moving);

const found = (ctx: Ctx, query: ShipmentQuery) =>
  ctx.db
    .select(row)
    .from(shipments)
    .innerJoin(parties, eq(parties.id, shipments.partyId))
    .where(
      and(
        visibleShipments(ctx.actor),
        ...filters(ctx, query),
        after(query.cursor, shipments.at, shipments.id),
      ),
    )
    .orderBy(desc(shipments.at), desc(shipments.id));

const everything = (ctx: Ctx, query: ShipmentQuery) =>
  ctx.db
    .select(row)
    .from(reach)
    .innerJoin(shipments, eq(shipments.id, reach.recordId))
    .innerJoin(parties, eq(parties.id, shipments.partyId))
    .where(
      and(listedShipments(ctx.actor), ...filters(ctx, query), after(query.cursor, reach.at, reach.recordId)),
    )
    .orderBy(desc(reach.at), desc(reach.recordId));

function filters(
  ctx: Ctx,
  { status, open, planned, moving, unsigned, party, lot, q, from, to }: ShipmentQuery,
): (SQL | undefined)[] {
  const { dispatchedOn } = shipments;
  return [
    status && eq(shipments.status, status),
    open && inArray(shipments.status, [...reservingStatuses, ...movingStatuses]),
    planned && inArray(shipments.status, reservingStatuses),
    moving && inArray(shipments.status, movingStatuses),
    unsigned && and(isNull(shipments.signedAt), sql`${dispatchedOn} is not null`),
    party ? eq(parties.code, party) : undefined,
    lot ? inArray(shipments.id, withLot(ctx, lot)) : undefined,
    q
      ? or(...numbers.map((column) => beginsWith(column, q)), inArray(shipments.id, withLot(ctx, q)))
      : undefined,
    from ? gte(dispatchedOn, from) : undefined,
    to ? lte(dispatchedOn, to) : undefined,
  ];
}

const numbers = [shipments.reference, shipments.waybillNo, shipments.blNo];

/** A range that an index can serve, where LIKE could not. */
export const beginsWith = (column: SQLiteColumn, typed: string) => {
  const start = typed.toUpperCase();
  return and(gte(column, start), sql`${column} < ${`${start}\uffff`}`);
};

export const lotBegins = (typed: string) => {
  const start = typed.toLowerCase();
  const range = (column: SQLiteColumn) =>
    sql`lower(${column}) >= ${start} and lower(${column}) < ${`${start}\uffff`}`;
  return or(range(lots.lotNo), range(lots.dyeLotNo));
};

const withLot = (ctx: Ctx, typed: string) =>
  ctx.db
    .select({ id: shipmentLines.shipmentId })
    .from(lots)
    .innerJoin(shipmentLines, eq(shipmentLines.lotId, lots.id))
    .where(lotBegins(typed));

/** The shipment with all its page shows, in one round trip, or a refusal that tells nothing. */
export async function findShipment(ctx: Ctx, reference: string): Promise<ShipmentPage> {
  signedIn(ctx);
  const which = and(eq(shipments.reference, reference), visibleShipments(ctx.actor));
  const id = sql`(${ctx.db.select({ id: shipments.id }).from(shipments).where(which)})`;
  const billTo = alias(parties, "bill_to");
  const [[head], lines, packing, tracking, happened] = await ctx.db.batch([
    ctx.db
      .select({ ...row, billTo })
      .from(shipments)
      .innerJoin(parties, eq(parties.id, shipments.partyId))
      .innerJoin(billTo, eq(billTo.id, shipments.billToId))
      .where(which)
      .limit(1),
    lineRows(ctx).where(eq(shipmentLines.shipmentId, id)).orderBy(asc(shipmentLines.position)).limit(200),
    ctx.db
      .select({ carton: cartons })
      .from(cartons)
      .innerJoin(shipmentLines, eq(shipmentLines.id, cartons.shipmentLineId))
      .where(eq(shipmentLines.shipmentId, id))
      .orderBy(asc(cartons.cartonNo))
      .limit(2_000),
    ctx.db
      .select()
      .from(shipmentEvents)
      .where(eq(shipmentEvents.shipmentId, id))
      .orderBy(asc(shipmentEvents.at), asc(shipmentEvents.recordedAt))
      .limit(200),
    eventsOf(ctx, id),
  ]);
  if (!head) throw notFound();
  const { billTo: payer, ...found } = head;
  return {
    row: found,
    billTo: payer,
    lines,
    tracking,
    cartons: packing.map(({ carton }) => carton),
    events: eventRows(happened),
  };
}

const lineRows = (ctx: Pick<Ctx, "db">) =>
  ctx.db
    .select({
      line: shipmentLines,
      orderLine: orderLines,
      order: { reference: orders.reference, customerPo: orders.customerPo },
      lot: lots,
    })
    .from(shipmentLines)
    .innerJoin(orderLines, eq(orderLines.id, shipmentLines.orderLineId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .leftJoin(lots, eq(lots.id, shipmentLines.lotId));

/** The bare row for a verb. */
export async function seenShipment(ctx: Pick<Ctx, "db" | "actor">, reference: string): Promise<Shipment> {
  const [shipment] = await ctx.db
    .select()
    .from(shipments)
    .where(and(eq(shipments.reference, reference), visibleShipments(ctx.actor)))
    .limit(1);
  if (!shipment) throw notFound();
  return shipment;
}

const notFound = () =>
  new Refusal("not_found", { zh: "没有找到该发货单。", en: "We could not find that shipment." });
