import { z } from "zod";
import type { Shipment } from "#schema/shipments";
import { type NamedParty, PartyBrief, presentBrief } from "../parties/brief";
import type { LineRow } from "./output";

const text = z.string().nullable();
const whole = z.number().int();

/** A delivered line as complaints and returns offer it. */
export const DeliveredLine = z
  .object({
    id: z.string(),
    shipment: z.string(),
    order: z.string(),
    party: PartyBrief,
    customerPo: text,
    sku: z.string(),
    itemZh: z.string(),
    itemEn: z.string(),
    colourNo: text,
    lotNo: text,
    dyeLotNo: text,
    uom: z.string(),
    quantityMilli: whole,
    returnableMilli: whole,
    cartons: whole,
    dispatchedOn: text,
    deliveredOn: text,
  })
  .meta({ id: "DeliveredLine" });
export type DeliveredLine = z.infer<typeof DeliveredLine>;

export type DeliveredLineRow = LineRow & { shipment: Shipment; party: NamedParty; sku: { code: string } };

export function presentDelivered({
  line,
  shipment,
  orderLine,
  order,
  sku,
  lot,
  party,
}: DeliveredLineRow): DeliveredLine {
  const { id, quantityMilli, cartons, returnedMilli } = line;
  const { itemZh, itemEn, colourNo, uom } = orderLine;
  const { dispatchedOn, deliveredOn } = shipment;
  return {
    id,
    itemZh,
    itemEn,
    colourNo,
    uom,
    quantityMilli,
    cartons,
    dispatchedOn,
    deliveredOn,
    shipment: shipment.reference,
    order: order.reference,
    party: presentBrief(party),
    customerPo: order.customerPo,
    sku: sku.code,
    lotNo: lot?.lotNo ?? null,
    dyeLotNo: lot?.dyeLotNo ?? null,
    returnableMilli: quantityMilli - returnedMilli,
  };
}
