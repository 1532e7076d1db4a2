import { z } from "zod";
import type { Shipment } from "#schema/shipments";
import { carrierKinds, shipmentStatuses } from "#schema/words/shipments";
import { markets } from "#schema/words/trade";
import { type NamedParty, PartyBrief, presentBrief } from "../parties/brief";

const text = z.string().nullable();
const whole = z.number().int();

export const ShipmentBrief = z
  .object({
    reference: z.string(),
    status: z.enum(shipmentStatuses),
    market: z.enum(markets),
    party: PartyBrief,
    orders: z.array(z.string()),
    carrierKind: z.enum(carrierKinds).nullable(),
    carrier: text,
    waybillNo: text,
    vessel: text,
    voyage: text,
    plannedOn: text,
    dispatchedOn: text,
    eta: text,
    deliveredOn: text,
    cartons: whole,
    netMilli: whole,
    uom: z.string(),
    podGrade: whole.nullable(),
    releasedToChild: z.boolean(),
    version: whole,
  })
  .meta({ id: "ShipmentBrief" });
export type ShipmentBrief = z.infer<typeof ShipmentBrief>;

export type ShipmentRow = { shipment: Shipment; party: NamedParty; orders: string | null; uom: string };

/** One line of a list. A shipment carries no prices. */
export function presentBriefShipment({ shipment, party, orders, uom }: ShipmentRow): ShipmentBrief {
  const { reference, status, market, carrierKind, carrier, waybillNo, vessel, voyage } = shipment;
  const { plannedOn, dispatchedOn, eta, deliveredOn, cartons, netMilli, podGrade, releasedToChild, version } =
    shipment;
  return {
    reference,
    status,
    market,
    carrierKind,
    carrier,
    waybillNo,
    vessel,
    voyage,
    plannedOn,
    dispatchedOn,
    eta,
    deliveredOn,
    cartons,
    netMilli,
    podGrade,
    releasedToChild,
    version,
    uom,
    party: presentBrief(party),
    orders: orders?.split(",") ?? [],
  };
}
