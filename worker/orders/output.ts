import { z } from "zod";
import type { Order, OrderLine, Promised } from "#schema/orders";
import type { Party } from "#schema/parties";
import type { Shipment } from "#schema/shipments";
import { type OrderStep, orderStepOf, orderSteps } from "#schema/words/forPartners";
import { paymentTerms } from "#schema/words/receivables";
import { shipmentStatuses } from "#schema/words/shipments";
import { orderLineStages, orderStatuses } from "#schema/words/statuses";
import { markets, orderKinds, priceTerms } from "#schema/words/trade";
import { type Actor, isStaff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { type EventRow, EventView, presentEvents } from "../events";
import { MoveView } from "../moves";
import { type NamedParty, PartyBrief, presentBrief } from "../parties/brief";
import { lineStatus, openMoves, workingStatuses } from "./lifecycle";
import { blockedBecause, mayMove, maySeeInternal, readsContacts, seesAmounts, statusFor } from "./policy";

const text = z.string().nullable();
const whole = z.number().int();

const Quantities = z.object({
  ordered: whole,
  produced: whole,
  ready: whole,
  shipped: whole,
  received: whole,
  cancelled: whole,
});

export const OrderBrief = z
  .object({
    reference: z.string(),
    status: z.enum(orderStatuses),
    step: z.enum(orderSteps).nullable(), // The furthest of the five steps that customers follow.
    orderKind: z.enum(orderKinds),
    market: z.enum(markets),
    party: PartyBrief,
    customerPo: text,
    orderedOn: z.string(),
    requestedOn: text,
    promisedOn: text,
    late: z.boolean(), // The promised day has passed and not all has left.
    currency: z.string(),
    totalMinor: whole.nullable(),
    uom: z.string(),
    quantities: Quantities,
    version: whole,
  })
  .meta({ id: "OrderBrief" });
export type OrderBrief = z.infer<typeof OrderBrief>;

const Line = Quantities.extend({
  id: z.string(),
  position: whole,
  sku: z.string(),
  itemZh: z.string(),
  itemEn: z.string(),
  colourNo: text,
  uom: z.string(),
  cartons: whole.nullable(),
  unitPriceE4: whole.nullable(),
  discountBp: whole.nullable(),
  amountMinor: whole.nullable(),
  promisedOn: text,
  promises: z.array(z.object({ promisedOn: z.string(), reason: text, at: z.string() })), // Oldest first.
  status: z.enum(orderLineStages).nullable(),
  scheduled: whole,
  finished: whole,
  planned: whole, // To leave with a shipment that has not left.
  returned: whole,
});

export const OrderView = OrderBrief.extend({
  billTo: PartyBrief,
  salesperson: text,
  shipTo: z.object({ consignee: z.string(), lines: z.string(), phone: text }).nullable(),
  contractRef: text,
  priceTerm: z.enum(priceTerms).nullable(),
  termPlace: text,
  paymentTerm: z.enum(paymentTerms).nullable(),
  paymentDays: whole.nullable(),
  plusBp: whole,
  minusBp: whole,
  seesAmounts: z.boolean(),
  remarks: text,
  internalRemarks: text,
  confirmedOn: text,
  lines: z.array(Line),
  shipments: z.array(
    z.object({
      reference: z.string(),
      status: z.enum(shipmentStatuses),
      market: z.enum(markets),
      dispatchedOn: text,
      plannedOn: text,
      eta: text,
      deliveredOn: text,
      netMilli: whole,
    }),
  ),
  events: z.array(EventView),
  moves: z.array(MoveView),
}).meta({ id: "Order" });
export type OrderView = z.infer<typeof OrderView>;

export type OrderRow = { order: Order; party: NamedParty; sums: z.infer<typeof Quantities>; uom: string };
type Reader = Pick<Ctx, "actor" | "now">;

/** One line of a list: what may be shown of an order, and its total only to whoever owes it. */
export function presentBriefOrder({ actor, now }: Reader, { order, party, sums, uom }: OrderRow): OrderBrief {
  const { reference, orderKind, market, customerPo, orderedOn, requestedOn, promisedOn, currency, version } =
    order;
  const onItsWay = workingStatuses.some((one) => one === order.status);
  return {
    reference,
    orderKind,
    market,
    customerPo,
    orderedOn,
    requestedOn,
    promisedOn,
    currency,
    version,
    uom,
    status: statusFor(actor, order.status),
    step: stepOf(order),
    late: onItsWay && promisedOn !== null && promisedOn < businessDate(now),
    party: presentBrief(party),
    totalMinor: seesAmounts(actor, order) ? order.totalMinor : null,
    quantities: sums,
  };
}

/** A hold hides where the order stands but not how far it came. */
const stepOf = ({ status, heldStatus }: Order): OrderStep | null =>
  orderStepOf[status === "on_hold" && heldStatus ? heldStatus : status];

export type OrderPage = {
  row: OrderRow;
  billTo: Party;
  salesperson: string | null;
  lines: { line: OrderLine; sku: string; planned: number }[];
  promises: Promised[];
  shipments: Shipment[];
  events: EventRow[];
};

/** The whole order as this actor may read it, with the moves open to them. */
export function presentOrder(reader: Reader, page: OrderPage): OrderView {
  const { actor } = reader;
  const { order } = page.row;
  const amounts = seesAmounts(actor, order);
  const { shipTo, contractRef, priceTerm, termPlace, plusBp, minusBp, remarks } = order;
  return {
    ...presentBriefOrder(reader, page.row),
    contractRef,
    priceTerm,
    termPlace,
    plusBp,
    minusBp,
    remarks,
    billTo: presentBrief(page.billTo),
    salesperson: page.salesperson,
    shipTo: shipTo && {
      consignee: shipTo.consignee,
      lines: shipTo.lines,
      phone: readsContacts(actor, order) ? shipTo.phone : null,
    },
    paymentTerm: amounts ? order.paymentTerm : null,
    paymentDays: amounts ? order.paymentDays : null,
    seesAmounts: amounts,
    internalRemarks: maySeeInternal(actor) ? order.internalRemarks : null,
    confirmedOn: order.confirmedAt && businessDate(order.confirmedAt),
    lines: page.lines.map((row) => presentLine(row, order, page.promises, amounts)),
    shipments: page.shipments.map(
      ({ reference, status, market, dispatchedOn, plannedOn, eta, deliveredOn, netMilli }) => ({
        reference,
        status,
        market,
        dispatchedOn,
        plannedOn,
        eta,
        deliveredOn,
        netMilli,
      }),
    ),
    events: presentEvents(page.events, isStaff(actor)).map((fact) => discreet(actor, fact)),
    moves: presentMoves(actor, order),
  };
}

/** A fact names the statuses it led from and to: those too in the words of the reader. */
export function discreet(actor: Actor, fact: EventView): EventView {
  const seen = (status: string | null) =>
    orderStatuses.filter((one) => one === status).map((one) => statusFor(actor, one))[0] ?? status;
  return { ...fact, from: seen(fact.from), to: seen(fact.to) };
}

function presentLine(
  { line, sku, planned }: OrderPage["lines"][number],
  order: Order,
  promises: Promised[],
  amounts: boolean,
) {
  const { id, position, itemZh, itemEn, colourNo, uom, cartons, promisedOn } = line;
  return {
    id,
    position,
    sku,
    itemZh,
    itemEn,
    colourNo,
    uom,
    cartons,
    promisedOn,
    promises: promises
      .filter(({ orderLineId }) => orderLineId === id)
      .map((one) => ({ promisedOn: one.promisedOn, reason: one.reason, at: one.at.toISOString() })),
    unitPriceE4: amounts ? line.unitPriceE4 : null,
    discountBp: amounts ? line.discountBp : null,
    amountMinor: amounts ? line.amountMinor : null,
    status: lineStatus(order, line),
    ordered: line.orderedMilli,
    scheduled: line.scheduledMilli,
    planned,
    produced: line.producedMilli,
    finished: line.finishedMilli,
    ready: line.readyMilli,
    shipped: line.shippedMilli,
    received: line.receivedMilli,
    returned: line.returnedMilli,
    cancelled: line.cancelledMilli,
  };
}

const presentMoves = (actor: Actor, order: Order): MoveView[] =>
  openMoves(order.status)
    .filter((move) => mayMove(actor, order, move))
    .map((move) => {
      const reason = blockedBecause(actor, order, move);
      return { move, open: reason === null, reason };
    });
