import { z } from "zod";
import type { StoredFile } from "#schema/files";
import type { OrderLine } from "#schema/orders";
import type { Return, ReturnLine } from "#schema/returns";
import type { Shipment } from "#schema/shipments";
import { dispositions, outcomes, returnKinds } from "#schema/words/quality";
import { returnReasons } from "#schema/words/returns";
import { returnStatuses } from "#schema/words/statuses";
import { type Actor, isStaff } from "../actor";
import { type EventRow, EventView, presentEvents } from "../events";
import { FileView, presentFile } from "../files/output";
import { iso } from "../http";
import { MoveView } from "../moves";
import { seesAmounts } from "../orders/policy";
import { type NamedParty, PartyBrief, presentBrief } from "../parties/brief";
import { openMoves } from "./lifecycle";
import { blockedBecause, mayMove } from "./policy";

const text = z.string().nullable();
const maybe = z.number().int().nullable();

export const ReturnBrief = z
  .object({
    reference: z.string(),
    status: z.enum(returnStatuses),
    kind: z.enum(returnKinds),
    reason: z.enum(returnReasons),
    party: PartyBrief,
    requestedAt: z.string(),
    requestedMilli: z.number().int(),
    acceptedMilli: maybe,
    uom: z.string(),
    validUntil: text,
    currency: z.string(),
    creditMinor: maybe,
    lateObjection: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: "ReturnBrief" });
export type ReturnBrief = z.infer<typeof ReturnBrief>;

export const ReturnView = ReturnBrief.extend({
  note: text,
  complaint: text,
  rejectedReason: text,
  returnAddress: text,
  freightPayer: z.enum(["seller", "buyer"]).nullable(),
  carrier: text,
  waybillNo: text,
  receivedOn: text,
  approvedAt: text,
  executedAt: text,
  lines: z.array(
    z.object({
      position: z.number().int(),
      shipmentLineId: z.string(),
      shipment: z.string(),
      itemZh: z.string(),
      itemEn: z.string(),
      colourNo: text,
      lotNo: text,
      uom: z.string(),
      shippedMilli: z.number().int(),
      requestedMilli: z.number().int(),
      approvedMilli: maybe,
      declaredMilli: maybe,
      receivedMilli: maybe,
      receivedCartons: maybe,
      acceptedMilli: maybe,
      disposition: z.enum(dispositions).nullable(),
      outcome: z.enum(outcomes).nullable(),
      inspectionNote: text,
      unitPriceE4: maybe,
      creditMinor: maybe,
    }),
  ),
  files: z.array(FileView),
  events: z.array(EventView),
  moves: z.array(MoveView),
}).meta({ id: "Return" });
export type ReturnView = z.infer<typeof ReturnView>;

export type ReturnRow = {
  row: Return;
  party: NamedParty;
  sums: { requested: number; accepted: number | null };
  uom: string;
};

export function presentBriefReturn(actor: Actor, { row, party, sums, uom }: ReturnRow): ReturnBrief {
  const { reference, status, kind, reason, validUntil, currency, lateObjection, version } = row;
  return {
    reference,
    status,
    kind,
    reason,
    validUntil,
    currency,
    lateObjection,
    version,
    uom,
    party: presentBrief(party),
    requestedAt: row.requestedAt.toISOString(),
    requestedMilli: sums.requested,
    acceptedMilli: sums.accepted,
    creditMinor: seesCredit(actor, row) ? row.creditMinor : null,
  };
}

/** The payer reads a credit once it stands; before that it is an amount under approval, for staff only. */
const seesCredit = (actor: Actor, row: Return) =>
  seesAmounts(actor, row) && (isStaff(actor) || ["executed", "closed"].includes(row.status));

export type ReturnGoods = {
  line: ReturnLine;
  shipment: Pick<Shipment, "reference">;
  shipped: { quantityMilli: number };
  orderLine: OrderLine;
  lotNo: string | null;
};
export type ReturnPage = {
  head: ReturnRow;
  complaint: string | null;
  goods: ReturnGoods[];
  files: StoredFile[];
  events: EventRow[];
};

/** The whole return as this actor may read it, with the moves open to them. */
export function presentReturn(
  actor: Actor,
  { head, complaint, goods, files, events }: ReturnPage,
): ReturnView {
  const { row } = head;
  const { note, rejectedReason, returnAddress, freightPayer, carrier, waybillNo, receivedOn } = row;
  const open = openMoves(row.status).filter((move) => mayMove(actor, row, move));
  return {
    ...presentBriefReturn(actor, head),
    note,
    complaint,
    rejectedReason,
    returnAddress,
    freightPayer,
    carrier,
    waybillNo,
    receivedOn,
    approvedAt: iso(row.approvedAt),
    executedAt: iso(row.executedAt),
    lines: goods.map((one) => presentLine(one, seesAmounts(actor, row), seesCredit(actor, row))),
    files: files.map(presentFile),
    events: presentEvents(events, isStaff(actor)),
    moves: open.map((move) => {
      const reason = blockedBecause(actor, row, move);
      return { move, open: reason === null, reason };
    }),
  };
}

function presentLine(
  { line, shipment, shipped, orderLine, lotNo }: ReturnGoods,
  prices: boolean,
  credit: boolean,
) {
  const { position, shipmentLineId, requestedMilli, approvedMilli, declaredMilli, receivedMilli } = line;
  const { receivedCartons, acceptedMilli, disposition, outcome, inspectionNote } = line;
  const { itemZh, itemEn, colourNo, uom } = orderLine;
  return {
    position,
    shipmentLineId,
    requestedMilli,
    approvedMilli,
    declaredMilli,
    receivedMilli,
    receivedCartons,
    acceptedMilli,
    disposition,
    outcome,
    inspectionNote,
    itemZh,
    itemEn,
    colourNo,
    uom,
    lotNo,
    shipment: shipment.reference,
    shippedMilli: shipped.quantityMilli,
    unitPriceE4: prices ? line.unitPriceE4 : null,
    creditMinor: credit ? line.creditMinor : null,
  };
}
