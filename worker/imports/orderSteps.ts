import { sql } from "drizzle-orm";
import { type OrderLine, orderLines, orders } from "#schema/orders";
import { shipmentEvents, shipmentLines, shipments } from "#schema/shipments";
import type { Posting } from "../ledger/post";
import { derivedStatus } from "../orders/lifecycle";
import { reachSteps } from "../reach";
import { numberKey } from "../reference";
import { statusAfter } from "../shipments/lifecycle";
import { event, nextReference, type Step } from "../write";
import type { LineDraft, OrderDraft } from "./drafts";
import type { KnownParty } from "./known";
import { asText, countedSteps } from "./numbers";
import type { Work } from "./steps";

type Frame = {
  id: string;
  at: Date;
  party: KnownParty;
  billToId: string;
  org: string;
  market: "domestic" | "export";
};

/** An order with its lines and, when it went out, its shipment; what is owed for that is returned for posting. */
export function orderSteps(work: Work, draft: OrderDraft): { steps: Step[]; postings: Posting[] } {
  const { ctx } = work;
  const frame = frameOf(work, draft);
  const lines = draft.lines.map((line, index) => lineRow(work, { draft, line, frame, index }));
  const order = orderRow(draft, frame, lines);
  const number = draft.reference ? null : nextReference(ctx, numberKey("SO", frame.org, frame.at));
  const { id, at } = frame;
  const sent = shipmentSteps(work, draft, { frame, lines });
  return {
    steps: [
      ...(number ? [number.step] : countedSteps(ctx, draft.reference)),
      ctx.db.insert(orders).values({
        ...order,
        reference: draft.reference ?? asText(number?.reference),
        createdAt: ctx.now,
      }),
      ctx.db.insert(orderLines).values(lines),
      ...reachSteps(ctx, {
        noun: "order",
        recordId: id,
        at,
        partyId: frame.party.id,
        billToId: frame.billToId,
      }),
      event(ctx, { recordId: id, type: "order.imported", to: order.status, channel: "import" }),
      ...sent.steps,
    ],
    postings: sent.postings,
  };
}

function frameOf({ known }: Work, draft: OrderDraft): Frame {
  const party = known.party.get(draft.party);
  if (!party) throw new Error(`an order of nobody: ${draft.ref}`);
  const resold = party.tradingModel === "resale" && party.aboveId;
  return {
    id: crypto.randomUUID(),
    at: noonOf(draft.orderedOn),
    party,
    billToId: resold ? resold : party.id,
    org: party.outletCode ?? "HQ",
    market: party.kind === "export_buyer" ? "export" : "domestic",
  };
}

/** Noon in Shanghai, so that a calendar date stays the same date. */
const noonOf = (day: string) => new Date(`${day}T04:00:00Z`);

function orderRow(draft: OrderDraft, { id, at, party, billToId, market }: Frame, lines: OrderLine[]) {
  const {
    customerPo,
    contractRef,
    orderedOn,
    requestedOn,
    currency,
    shipTo,
    remarks,
    ref: externalRef,
  } = draft;
  const { taxIncluded, paymentTerm, paymentDays, plusBp, minusBp, outletId } = party;
  return {
    ...{ id, market, partyId: party.id, billToId, outletId, shipTo, customerPo, contractRef, remarks },
    ...{ orderedOn, orderedAt: at, requestedOn, confirmedAt: at },
    ...{ paymentTerm, paymentDays, currency, taxIncluded, plusBp, minusBp, externalRef },
    source: "import" as const,
    status: derivedStatus("confirmed", minusBp, lines),
    totalMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  };
}

type LineSaid = { draft: OrderDraft; line: LineDraft; frame: Frame; index: number };

/** What has gone out has been made and was ready before. */
function lineRow({ known }: Work, { draft, line, frame, index }: LineSaid): OrderLine {
  const sku = known.sku.get(line.sku);
  if (!sku) throw new Error(`a line without an SKU: ${line.ref}`);
  const gone = draft.shipped ? line.quantityMilli : 0;
  return {
    id: crypto.randomUUID(),
    orderId: frame.id,
    position: index + 1,
    revisionId: sku.revisionId,
    skuId: sku.id,
    itemZh: sku.nameZh ?? sku.nameEn ?? sku.model,
    itemEn: sku.nameEn ?? sku.nameZh ?? sku.model,
    colourNo: sku.colourNo,
    uom: sku.uom,
    cartons: null,
    unitPriceE4: line.unitPriceE4,
    discountBp: line.discountBp,
    amountMinor: line.amountMinor,
    priceListId: null,
    promisedOn: null,
    orderedMilli: line.quantityMilli,
    scheduledMilli: gone,
    producedMilli: gone,
    finishedMilli: gone,
    readyMilli: gone,
    shippedMilli: gone,
    receivedMilli: 0, // Nobody has told us.
    missingMilli: 0,
    returnedMilli: 0,
    cancelledMilli: 0,
  };
}

function shipmentSteps(
  { ctx }: Work,
  draft: OrderDraft,
  { frame, lines }: { frame: Frame; lines: OrderLine[] },
) {
  const { shipped } = draft;
  if (!shipped) return { steps: [], postings: [] };
  const { party, billToId, market } = frame;
  const id = crypto.randomUUID();
  const at = noonOf(shipped.on);
  // As far as our own dispatch would take it: when it arrived, nobody has told us.
  const status = statusAfter({ market, status: "planned", releasedToChild: true }, "dispatch");
  const number = nextReference(ctx, numberKey(market === "export" ? "EXS" : "DN", frame.org, at));
  const rows = lines.map(({ id: orderLineId, position, orderedMilli: quantityMilli }) => ({
    ...{ id: crypto.randomUUID(), shipmentId: id, position, orderLineId, quantityMilli },
  }));
  const steps = [
    number.step,
    ctx.db.insert(shipments).values({
      ...{ id, market, partyId: party.id, billToId, status, shipTo: draft.shipTo, at, createdAt: ctx.now },
      reference: asText(number.reference),
      carrier: shipped.carrier,
      freightMinor: shipped.freightMinor,
      dispatchedOn: shipped.on,
      netMilli: lines.reduce((sum, { orderedMilli }) => sum + orderedMilli, 0),
      source: "import",
      externalRef: draft.ref,
    }),
    ctx.db.insert(shipmentLines).values(rows),
    ctx.db.insert(shipmentEvents).values({
      ...{ id: crypto.randomUUID(), shipmentId: id, at, code: status, recordedAt: ctx.now },
      sourceKind: "import",
    }),
    ...reachSteps(ctx, { noun: "shipment", recordId: id, at, partyId: party.id, billToId }),
    event(ctx, { recordId: id, type: "shipment.imported", to: status, channel: "import" }),
  ];
  return {
    steps,
    postings: lines.map((line, index) =>
      postingFor(draft, { line, index, frame, id, lineId: rows[index]?.id }),
    ),
  };
}

type Owed = { line: OrderLine; index: number; frame: Frame; id: string; lineId: string | undefined };

function postingFor(draft: OrderDraft, { line, index, frame, id, lineId }: Owed): Posting {
  const { paymentTerm, paymentDays } = frame.party;
  return {
    ...{ id: crypto.randomUUID(), type: "shipment", businessDate: draft.shipped?.on ?? draft.orderedOn },
    ...{
      partyId: frame.billToId,
      currency: draft.currency,
      amountMinor: line.amountMinor,
      paymentTerm,
      paymentDays,
    },
    ...{
      quantityMilli: line.orderedMilli,
      unitPriceE4: line.unitPriceE4,
      item: line.itemEn,
      colourNo: line.colourNo,
    },
    docNo: sql`(select reference from shipments where id = ${id})`,
    orderId: frame.id,
    orderRef: asText(sql`(select reference from orders where id = ${frame.id})`),
    customerPo: draft.customerPo,
    shipmentId: id,
    shipmentLineId: lineId,
    source: "import",
    externalRef: draft.lines[index]?.ref,
  };
}
