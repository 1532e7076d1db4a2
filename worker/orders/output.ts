import { z } from "zod";
import type { Event } from "#schema/events";
import type { Order, OrderLine } from "#schema/orders";
import type { Party } from "#schema/parties";
import type { Shipment } from "#schema/shipments";
import { orderStatuses } from "#schema/words/statuses";
import { type Actor, isStaff } from "../actor";
import { EventView, presentEvents } from "../events";
import { MoveView } from "../moves";
import { PartyBrief, presentBrief } from "../parties/brief";
import { lineStage, moves, openMoves } from "./lifecycle";
import { mayMove, maySeeInternal, seesAmounts } from "./policy";

const Quantities = z.object({
  ordered: z.number().int(),
  produced: z.number().int(),
  ready: z.number().int(),
  shipped: z.number().int(),
  received: z.number().int(),
  cancelled: z.number().int(),
});

export const OrderBrief = z
  .object({
    reference: z.string(),
    status: z.enum(orderStatuses),
    orderKind: z.string(),
    market: z.enum(["domestic", "export"]),
    party: PartyBrief,
    customerPo: z.string().nullable(),
    orderedOn: z.string(),
    requestedOn: z.string().nullable(),
    promisedOn: z.string().nullable(),
    currency: z.string(),
    totalMinor: z.number().int().nullable(),
    uom: z.string(),
    quantities: Quantities,
    version: z.number().int(),
  })
  .meta({ id: "OrderBrief" });
export type OrderBrief = z.infer<typeof OrderBrief>;

export const OrderView = OrderBrief.extend({
  billTo: PartyBrief,
  shipTo: z.object({ consignee: z.string(), lines: z.string(), phone: z.string().nullable() }).nullable(),
  contractRef: z.string().nullable(),
  priceTerm: z.string().nullable(),
  termPlace: z.string().nullable(),
  paymentTerm: z.string().nullable(),
  plusBp: z.number().int(),
  minusBp: z.number().int(),
  remarks: z.string().nullable(),
  internalRemarks: z.string().nullable(),
  lines: z.array(
    Quantities.extend({
      position: z.number().int(),
      itemZh: z.string(),
      itemEn: z.string(),
      colourNo: z.string().nullable(),
      uom: z.string(),
      cartons: z.number().int().nullable(),
      unitPriceE4: z.number().int().nullable(),
      discountBp: z.number().int().nullable(),
      amountMinor: z.number().int().nullable(),
      promisedOn: z.string().nullable(),
      stage: z.string(),
      id: z.string(),
    }),
  ),
  shipments: z.array(
    z.object({
      reference: z.string(),
      status: z.string(),
      market: z.string(),
      dispatchedOn: z.string().nullable(),
      eta: z.string().nullable(),
    }),
  ),
  events: z.array(EventView),
  moves: z.array(MoveView),
}).meta({ id: "Order" });
export type OrderView = z.infer<typeof OrderView>;

export type OrderRow = { order: Order; party: Party; sums: z.infer<typeof Quantities>; uom: string };

/** One line of a list: what may be shown of an order, and its total only to whoever owes it. */
export function presentBriefOrder(actor: Actor, { order, party, sums, uom }: OrderRow): OrderBrief {
  const {
    reference,
    status,
    orderKind,
    market,
    customerPo,
    orderedOn,
    requestedOn,
    promisedOn,
    currency,
    version,
  } = order;
  return {
    reference,
    status,
    orderKind,
    market,
    customerPo,
    orderedOn,
    requestedOn,
    promisedOn,
    currency,
    version,
    uom,
    party: presentBrief(party),
    totalMinor: seesAmounts(actor, order) ? order.totalMinor : null,
    quantities: sums,
  };
}

export type OrderPage = {
  row: OrderRow;
  billTo: Party;
  lines: OrderLine[];
  shipments: Shipment[];
  events: (Event & { personName: string | null })[];
};

/** The whole order as this actor may read it, with the moves open to them. */
export function presentOrder(actor: Actor, { row, billTo, lines, shipments, events }: OrderPage): OrderView {
  const { order } = row;
  const amounts = seesAmounts(actor, order);
  return {
    ...presentBriefOrder(actor, row),
    billTo: presentBrief(billTo),
    shipTo: order.shipTo && {
      consignee: order.shipTo.consignee,
      lines: order.shipTo.lines,
      phone: order.shipTo.phone,
    },
    contractRef: order.contractRef,
    priceTerm: order.priceTerm,
    termPlace: order.termPlace,
    paymentTerm: amounts ? order.paymentTerm : null,
    plusBp: order.plusBp,
    minusBp: order.minusBp,
    remarks: order.remarks,
    internalRemarks: maySeeInternal(actor) ? order.internalRemarks : null,
    lines: lines.map((line) => presentLine(line, order.minusBp, amounts)),
    shipments: shipments.map(({ reference, status, market, dispatchedOn, eta }) => ({
      reference,
      status,
      market,
      dispatchedOn,
      eta,
    })),
    events: presentEvents(events, isStaff(actor)),
    moves: presentMoves(actor, order),
  };
}

function presentLine(line: OrderLine, minusBp: number, amounts: boolean) {
  const { id, position, itemZh, itemEn, colourNo, uom, cartons, promisedOn } = line;
  return {
    id,
    position,
    itemZh,
    itemEn,
    colourNo,
    uom,
    cartons,
    promisedOn,
    unitPriceE4: amounts ? line.unitPriceE4 : null,
    discountBp: amounts ? line.discountBp : null,
    amountMinor: amounts ? line.amountMinor : null,
    stage: lineStage(line, minusBp),
    ordered: line.orderedMilli,
    produced: line.producedMilli,
    ready: line.readyMilli,
    shipped: line.shippedMilli,
    received: line.receivedMilli,
    cancelled: line.cancelledMilli,
  };
}

const presentMoves = (actor: Actor, order: Order) => {
  const open = openMoves(order.status);
  return moves
    .filter((move) => open.includes(move) && mayMove(actor, order, move))
    .map((move) => ({ move, open: true, reason: null }));
};
