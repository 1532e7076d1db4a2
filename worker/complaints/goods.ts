import { and, eq, gte, inArray } from "drizzle-orm";
import { complaints } from "#schema/complaints";
import { type OrderLine, orderLines } from "#schema/orders";
import {
  type Lot,
  lots,
  type Shipment,
  type ShipmentLine,
  shipmentLines,
  shipments,
} from "#schema/shipments";
import type { ComplaintClass } from "#schema/words/quality";
import type { Language } from "#schema/words/words";
import { businessDate, daysBetween } from "../calendar";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { arrivedStatuses } from "../shipments/lifecycle";
import { visibleShipments } from "../shipments/policy";

export type Goods = {
  line: ShipmentLine;
  shipment: Shipment;
  orderLine: OrderLine;
  lot: Lot | null;
  /** The party complained of this lot in the last 90 days. */
  repeated: boolean;
};

/** A line of goods that this very party received, or a refusal that tells nothing of others' goods. */
export async function receivedGoods(ctx: Ctx, partyId: string, lineId: string): Promise<Goods> {
  const since = new Date(ctx.now.getTime() - 90 * 86_400_000);
  const [[found], before] = await ctx.db.batch([
    ctx.db
      .select({ line: shipmentLines, shipment: shipments, orderLine: orderLines, lot: lots })
      .from(shipmentLines)
      .innerJoin(shipments, eq(shipments.id, shipmentLines.shipmentId))
      .innerJoin(orderLines, eq(orderLines.id, shipmentLines.orderLineId))
      .leftJoin(lots, eq(lots.id, shipmentLines.lotId))
      .where(
        and(
          eq(shipmentLines.id, lineId),
          eq(shipments.partyId, partyId),
          inArray(shipments.status, arrivedStatuses),
          visibleShipments(ctx.actor),
        ),
      ),
    ctx.db
      .select({ lotNo: complaints.lotNo })
      .from(complaints)
      .where(and(eq(complaints.partyId, partyId), gte(complaints.receivedAt, since)))
      .limit(100),
  ]);
  if (!found) throw new Refusal("invalid", chooseGoods, { shipmentLineId: chooseGoods });
  return { ...found, repeated: before.some(({ lotNo }) => lotNo !== null && lotNo === found.lot?.lotNo) };
}

const chooseGoods = {
  zh: "请选择贵司已收到的货物。",
  en: "Choose goods that your company has received.",
};

const objectionDays = { hidden: 30, visible: 7 } as const;

/** Later than the usual time to object; people decide what that means, it is never refused for it. */
export function isLateFor(kind: ComplaintClass, { shipment }: Pick<Goods, "shipment">, at: Date): boolean {
  const { signedAt, deliveredOn } = shipment;
  const arrivedOn = signedAt ? businessDate(signedAt) : deliveredOn;
  const days = kind === "quality" || kind === "technical" ? objectionDays.hidden : objectionDays.visible;
  return arrivedOn !== null && daysBetween(arrivedOn, businessDate(at)) > days;
}

export function itemIn(language: Language, { orderLine: { itemZh, itemEn, colourNo } }: Goods): string {
  return [language === "zh" ? itemZh : itemEn, colourNo].filter(Boolean).join(" · ");
}
