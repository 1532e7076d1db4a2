import { and, desc, eq, inArray, lt, or, type SQL } from "drizzle-orm";
import { orderLines, orders } from "#schema/orders";
import { parties } from "#schema/parties";
import { skus } from "#schema/products";
import { reach } from "#schema/reach";
import { lots, shipmentLines, shipments } from "#schema/shipments";
import { isSignedIn } from "../actor";
import type { Ctx } from "../context";
import { after, type PageOf, page } from "../page";
import { partyNames } from "../parties/brief";
import { signedIn } from "../session/session";
import type { DeliveredLineRow } from "./deliveredLine";
import type { LineQuery } from "./input";
import { arrivedStatuses } from "./lifecycle";
import { listedShipments } from "./policy";
import { beginsWith, lotBegins } from "./shipments";

/** The delivered goods in reach, newest first: what complaints and returns choose from. */
export async function listDeliveredLines(ctx: Ctx, query: LineQuery): Promise<PageOf<DeliveredLineRow>> {
  signedIn(ctx);
  const rows = await deliveredLines(ctx)
    .where(
      and(
        listedShipments(ctx.actor),
        inArray(shipments.status, arrivedStatuses),
        ...filters(ctx, query),
        after(query.cursor, reach.at, shipmentLines.id),
      ),
    )
    .orderBy(desc(reach.at), desc(shipmentLines.id))
    .limit(query.limit + 1);
  return page(rows, query.limit, ({ shipment, line }) => [shipment.at.getTime(), line.id]);
}

const deliveredLines = (ctx: Pick<Ctx, "db">) =>
  ctx.db
    .select({
      line: shipmentLines,
      shipment: shipments,
      orderLine: orderLines,
      order: { id: orders.id, reference: orders.reference, customerPo: orders.customerPo },
      sku: { code: skus.code },
      lot: lots,
      party: partyNames,
    })
    .from(reach)
    .innerJoin(shipments, eq(shipments.id, reach.recordId))
    .innerJoin(shipmentLines, eq(shipmentLines.shipmentId, shipments.id))
    .innerJoin(orderLines, eq(orderLines.id, shipmentLines.orderLineId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(skus, eq(skus.id, orderLines.skuId))
    .innerJoin(parties, eq(parties.id, shipments.partyId))
    .leftJoin(lots, eq(lots.id, shipmentLines.lotId));

function filters({ actor }: Ctx, { lot, q, own, party, line, returnable }: LineQuery): (SQL | undefined)[] {
  return [
    lot ? lotBegins(lot) : undefined,
    q ? or(lotBegins(q), beginsWith(shipments.reference, q), beginsWith(orders.reference, q)) : undefined,
    own && isSignedIn(actor) ? eq(shipments.partyId, actor.seat.partyId) : undefined,
    party ? eq(parties.code, party) : undefined,
    line ? eq(shipmentLines.id, line) : undefined,
    returnable ? lt(shipmentLines.returnedMilli, shipmentLines.quantityMilli) : undefined,
    returnable && actor.kind === "partner" ? eq(shipments.billToId, actor.seat.partyId) : undefined,
  ];
}
