import { z } from "zod";
import type { OrderLine } from "#schema/orders";
import type { Party } from "#schema/parties";
import type { Carton as CartonRow, Lot, ShipmentEvent, ShipmentLine } from "#schema/shipments";
import { freightPayers, receiptProblems, shipmentStatuses } from "#schema/words/shipments";
import { type Actor, isStaff } from "../actor";
import { type EventRow, EventView, presentEvents } from "../events";
import { iso } from "../http";
import { isContainerNo } from "../identifiers";
import { MoveView } from "../moves";
import { readsContacts, seesAmounts } from "../orders/policy";
import { PartyBrief, presentBrief } from "../parties/brief";
import { presentBriefShipment, ShipmentBrief, type ShipmentRow } from "./brief";
import { openMoves, trackable } from "./lifecycle";
import { localTime } from "./localTime";
import { mayMove } from "./policy";

const text = z.string().nullable();
const whole = z.number().int();

const Carton = z.object({
  cartonNo: z.string(),
  cones: whole.nullable(),
  grossMilli: whole,
  tareMilli: whole,
  netMilli: whole,
});

const Line = z.object({
  id: z.string(),
  position: whole,
  order: z.string(),
  customerPo: text,
  itemZh: z.string(),
  itemEn: z.string(),
  colourNo: text,
  lotNo: text,
  dyeLotNo: text,
  uom: z.string(),
  quantityMilli: whole,
  cartons: whole,
  cones: whole.nullable(),
  signedMilli: whole.nullable(),
  signedCartons: whole.nullable(),
  difference: z.enum(receiptProblems).nullable(),
  differenceNote: text,
  returnedMilli: whole,
  packing: z.array(Carton),
});

const Tracked = z.object({
  id: z.string(),
  at: z.string(),
  local: z.string(), // What the clocks showed there.
  offset: z.string(),
  code: z.enum(shipmentStatuses),
  place: text,
  locode: text,
  sourceKind: z.string(),
  noteZh: text,
  noteEn: text,
  corrected: z.boolean(), // A later record replaces it.
});

export const ShipmentView = ShipmentBrief.extend({
  billTo: PartyBrief,
  transportRef: text,
  shipTo: z.object({ consignee: z.string(), lines: z.string(), phone: text }).nullable(),
  plateNo: text,
  driver: text,
  driverPhone: text,
  freightPayer: z.enum(freightPayers).nullable(),
  freightMinor: whole.nullable(),
  blNo: text,
  portOfLoading: text,
  portOfDischarge: text,
  etd: text,
  atd: text,
  ata: text,
  containers: z.array(
    z.object({ no: z.string(), type: z.string(), sealNo: z.string(), checked: z.boolean() }),
  ),
  grossMilli: whole.nullable(),
  signedBy: text,
  signedAt: text,
  signedNote: text,
  lines: z.array(Line),
  tracking: z.array(Tracked),
  trackable: z.array(z.enum(shipmentStatuses)),
  events: z.array(EventView),
  moves: z.array(MoveView),
}).meta({ id: "Shipment" });
export type ShipmentView = z.infer<typeof ShipmentView>;

export type LineRow = {
  line: ShipmentLine;
  orderLine: OrderLine;
  order: { reference: string; customerPo: string | null };
  lot: Lot | null;
};
export type ShipmentPage = {
  row: ShipmentRow;
  billTo: Party;
  lines: LineRow[];
  cartons: CartonRow[];
  tracking: ShipmentEvent[];
  events: EventRow[];
};

/** The whole shipment as this actor may read it, with the moves open to them. */
export function presentShipment(actor: Actor, page: ShipmentPage): ShipmentView {
  const { shipment } = page.row;
  const { transportRef, shipTo, plateNo, driver, driverPhone, freightPayer, blNo } = shipment;
  const { portOfLoading, portOfDischarge, etd, atd, ata, grossMilli, signedBy, signedNote } = shipment;
  const replaced = new Set(page.tracking.map(({ supersedes }) => supersedes));
  return {
    ...presentBriefShipment(page.row),
    transportRef: isStaff(actor) ? transportRef : null, // It may name a truck that carries others' goods.
    plateNo,
    driver,
    driverPhone,
    freightPayer,
    blNo,
    portOfLoading,
    portOfDischarge,
    etd,
    atd,
    ata,
    grossMilli,
    signedBy,
    signedNote,
    billTo: presentBrief(page.billTo),
    shipTo: shipTo && {
      consignee: shipTo.consignee,
      lines: shipTo.lines,
      phone: readsContacts(actor, shipment) ? shipTo.phone : null,
    },
    freightMinor: seesAmounts(actor, shipment) ? shipment.freightMinor : null,
    containers: shipment.containers.map((one) => ({ ...one, checked: isContainerNo(one.no) })),
    signedAt: iso(shipment.signedAt),
    lines: page.lines.map((row) => presentLine(row, page.cartons)),
    tracking: page.tracking.map((one) => presentTracked(one, replaced.has(one.id))),
    trackable: mayMove(actor, shipment, "track") ? trackable(shipment) : [],
    events: presentEvents(page.events, isStaff(actor)),
    moves: openMoves(shipment)
      .filter((move) => mayMove(actor, shipment, move))
      .map((move) => ({ move, open: true, reason: null })),
  };
}

function presentLine({ line, orderLine, order, lot }: LineRow, all: CartonRow[]) {
  const {
    id,
    position,
    quantityMilli,
    cartons,
    cones,
    signedMilli,
    signedCartons,
    difference,
    differenceNote,
  } = line;
  const { itemZh, itemEn, colourNo, uom } = orderLine;
  return {
    id,
    position,
    quantityMilli,
    cartons,
    cones,
    signedMilli,
    signedCartons,
    difference,
    differenceNote,
    itemZh,
    itemEn,
    colourNo,
    uom,
    order: order.reference,
    customerPo: order.customerPo,
    lotNo: lot?.lotNo ?? null,
    dyeLotNo: lot?.dyeLotNo ?? null,
    returnedMilli: line.returnedMilli,
    packing: all
      .filter(({ shipmentLineId }) => shipmentLineId === id)
      .map(({ cartonNo, cones, grossMilli, tareMilli, netMilli }) => ({
        cartonNo,
        cones,
        grossMilli,
        tareMilli,
        netMilli,
      })),
  };
}

function presentTracked(one: ShipmentEvent, corrected: boolean) {
  const { id, at, code, place, locode, sourceKind, noteZh, noteEn } = one;
  return {
    id,
    at: at.toISOString(),
    ...localTime(at, one.zone),
    code,
    place,
    locode,
    sourceKind,
    noteZh,
    noteEn,
    corrected,
  };
}
