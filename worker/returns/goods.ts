import { and, eq, inArray } from "drizzle-orm";
import { orderLines, orders } from "#schema/orders";
import { shipmentLines, shipments } from "#schema/shipments";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { arrivedStatuses } from "../shipments/lifecycle";
import { visibleShipments } from "../shipments/policy";
import type { RequestReturn } from "./input";

/** The delivered lines that were asked for, each with its quantity, or a refusal beside the line at fault. */
export async function deliveredGoods(ctx: Ctx, { lines }: RequestReturn) {
  const found = await ctx.db
    .select({ line: shipmentLines, shipment: shipments, orderLine: orderLines, order: orders })
    .from(shipmentLines)
    .innerJoin(shipments, eq(shipments.id, shipmentLines.shipmentId))
    .innerJoin(orderLines, eq(orderLines.id, shipmentLines.orderLineId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(
      and(
        inArray(
          shipmentLines.id,
          lines.map(({ shipmentLineId }) => shipmentLineId),
        ),
        visibleShipments(ctx.actor),
      ),
    )
    .limit(lines.length);
  const goods = lines.map(({ shipmentLineId, quantityMilli }, at) => {
    const row = found.find(({ line }) => line.id === shipmentLineId);
    if (!row) throw fault(at, "shipmentLineId", notYours);
    if (lines.findIndex((one) => one.shipmentLineId === shipmentLineId) < at)
      throw fault(at, "shipmentLineId", twice);
    if (!arrivedStatuses.includes(row.shipment.status)) throw fault(at, "shipmentLineId", notThere);
    const left = row.line.quantityMilli - row.line.returnedMilli;
    if (quantityMilli > left) throw fault(at, "quantityMilli", atMost(left));
    return { ...row, quantityMilli };
  });
  refuseMixed(ctx, goods);
  return goods;
}

export type Goods = Awaited<ReturnType<typeof deliveredGoods>>;

function refuseMixed(ctx: Ctx, goods: Goods) {
  const actor = signedIn(ctx);
  const owners = new Set(
    goods.map(({ shipment, order }) => `${shipment.partyId} ${shipment.billToId} ${order.currency}`),
  );
  if (owners.size > 1) throw new Refusal("invalid", oneParty, { lines: oneParty });
  const [first] = goods;
  if (!first || actor.kind === "staff") return;
  // What a resale child sends back goes the way it came: its parent asks, for the parent paid.
  const { partyId, billToId } = first.shipment;
  if (actor.seat.partyId !== partyId && actor.seat.partyId !== billToId)
    throw new Refusal("not_allowed", notOwn);
  if (actor.seat.partyId === partyId && partyId !== billToId) throw new Refusal("not_allowed", throughParent);
}

const fault = (at: number, field: string, words: { zh: string; en: string }) =>
  new Refusal("invalid", words, { [`lines.${at}.${field}`]: words });
const notYours = { zh: "没有找到这行发货。", en: "We could not find this delivered line." };
const twice = { zh: "同一行货物请只填写一次。", en: "Enter each delivered line once." };
const notThere = { zh: "这批货还没有送达,不能退货。", en: "These goods have not arrived yet." };
const atMost = (left: number) => ({
  zh: `最多可退 ${left / 1000}。`,
  en: `At most ${left / 1000} can be returned.`,
});
const oneParty = {
  zh: "一张退货单只能包含同一单位、同一币种的货物。",
  en: "One return holds goods of one party and currency only.",
};
const notOwn = { zh: "只能为本单位的货物申请退货。", en: "You can ask only for goods of your own company." };
const throughParent = {
  zh: "请通过上级经销商申请退货。",
  en: "Please ask your dealer to send these goods back.",
};
