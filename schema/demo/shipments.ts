import { events } from "../events";
import { cartons, type ShipmentLine, shipmentEvents, shipmentLines, shipments } from "../shipments";
import type { CarrierKind, ShipmentStatus } from "../words/shipments";
import { daysBetween } from "./days";
import type { Lot } from "./lots";
import type { Line, Order } from "./orders";
import { putReach } from "./reach";
import { orgOn, type Trader } from "./trader";
import { wakeForReceipt } from "./wakeUps";
import type { World } from "./world";

/** A carton with its tubes. */
const emptyMilli = 1_400;
type ShipmentRow = typeof shipments.$inferInsert;
export type Part = { line: Line; grams: number; lot: Lot; signedGrams?: number };
export type Sent = {
  trader: Trader;
  payer: Trader;
  order: Order;
  row: ShipmentRow & { id: string; reference: string };
  lines: SentLine[];
};
export type SentLine = { row: ShipmentLine; line: Line; lot: Lot };
export type Step = {
  at: Date;
  code: ShipmentStatus;
  place?: string;
  locode?: string;
  zone?: string;
  noteZh?: string;
  noteEn?: string;
};

type Said = {
  at: Date;
  status: ShipmentStatus;
  parts: Part[];
  steps: Step[];
  row?: Partial<ShipmentRow>;
  withCartons?: boolean;
};

const gone: ShipmentStatus[] = [
  "planned",
  "picking",
  "loaded",
  "booked",
  "space_confirmed",
  "stuffed",
  "gated_in",
  "customs_hold",
  "customs_released",
  "rolled",
  "cancelled",
];
const hasLeft = (status: ShipmentStatus) => !gone.includes(status);
const arrived: ShipmentStatus[] = ["signed", "signed_with_exception", "confirmed"];

/** One delivery note; the order's lines count what left and what arrived. */
export function putShipment(
  world: World,
  order: Order,
  { at, status, parts, steps, row: said, withCartons }: Said,
): Sent {
  const { press } = world;
  const { trader, payer } = order;
  const abroad = order.row.market === "export";
  const day = said?.dispatchedOn ?? said?.plannedOn ?? order.row.orderedOn;
  const reference = world.number(abroad ? "EXS" : "DN", orgOn(trader, day), at);
  const luck = world.chance(`shipment ${reference}`);
  const row: Sent["row"] = {
    id: luck.id(at),
    reference,
    market: abroad ? "export" : "domestic",
    partyId: trader.id,
    billToId: payer.id,
    status,
    shipTo: order.row.shipTo,
    at,
    cartons: 0,
    netMilli: 0,
    source: "staff",
    createdAt: at,
    ...said,
  };
  const lines = parts.map((part, index) => newSentLine(world, row, status, part, index + 1));
  row.cartons = lines.reduce((sum, line) => sum + line.row.cartons, 0);
  row.netMilli = lines.reduce((sum, line) => sum + line.row.quantityMilli, 0);
  row.grossMilli = row.netMilli + row.cartons * emptyMilli;
  press.put(shipments, row);
  press.put(shipmentLines, ...lines.map((line) => line.row));
  if (withCartons) for (const line of lines) putCartons(world, line);
  for (const { zone, ...step } of steps) {
    press.put(shipmentEvents, {
      id: luck.id(step.at),
      shipmentId: row.id,
      sourceKind: step.code === "signed" ? "customer" : "staff",
      recordedAt: step.at,
      zone: zone ?? "Asia/Shanghai",
      ...step,
    });
  }
  putReach(world, { noun: "shipment", recordId: row.id, at, party: trader, payer });
  putFacts(world, row);
  const sent = { trader, payer, order, row, lines };
  wakeForReceipt(world, sent);
  return sent;
}

function putFacts(
  { press, serial, cast: { staff } }: World,
  { id, at, status, market, signedAt, partyId }: Sent["row"],
) {
  const fact = { recordId: id, fromStatus: "planned" };
  const on = market === "export" ? "on_board" : "dispatched";
  const by = staff[market === "export" ? "logistics.port" : "logistics"];
  if (!hasLeft(status)) return;
  press.put(events, {
    ...fact,
    id: serial("event"),
    type: "shipment.dispatched",
    at,
    personId: by,
    toStatus: on,
  });
  if (!signedAt) return;
  press.put(events, {
    ...fact,
    id: serial("event"),
    type: "shipment.received",
    at: signedAt,
    partyId,
    fromStatus: on,
    toStatus: status,
  });
}

function newSentLine(
  world: World,
  { id, reference, at, signedAt }: Sent["row"],
  status: ShipmentStatus,
  part: Part,
  position: number,
): SentLine {
  const { line, grams, lot, signedGrams } = part;
  const luck = world.chance(`shipment line ${reference} ${position}`);
  const count = Math.ceil(grams / line.ware.cartonMilli);
  const signed = arrived.includes(status);
  const counted = signed ? (signedGrams ?? grams) : null;
  const missing = counted === null ? 0 : grams - counted;
  if (status !== "cancelled" && hasLeft(status)) {
    const { row } = line;
    row.shippedMilli += grams;
    row.scheduledMilli = Math.max(row.scheduledMilli, row.orderedMilli);
    row.producedMilli = row.finishedMilli = row.readyMilli = Math.max(row.readyMilli, row.shippedMilli);
    row.receivedMilli += counted ?? 0;
    row.missingMilli += missing;
  }
  const missingCartons = Math.round(missing / line.ware.cartonMilli);
  return {
    line,
    lot,
    row: {
      id: luck.id(at),
      shipmentId: id,
      position,
      orderLineId: line.row.id,
      lotId: lot.id,
      quantityMilli: grams,
      cartons: count,
      cones: count * line.ware.conesPerCarton,
      signedMilli: signedAt ? counted : null,
      signedCartons: signedAt ? count - missingCartons : null,
      difference: missing > 0 ? "short_cartons" : null,
      differenceNote: missing > 0 ? "卸货清点少件，司机已签字" : null,
      returnedMilli: 0,
    },
  };
}

/** The packing list: cartons of nearly the same weight that add up to the line. */
function putCartons(world: World, { row, lot }: SentLine) {
  const luck = world.chance(`cartons ${row.id}`);
  const least = Math.floor(row.quantityMilli / row.cartons / 10) * 10;
  let left = row.quantityMilli;
  for (let at = 1; at <= row.cartons; at += 1) {
    const netMilli = at === row.cartons ? left : least;
    left -= netMilli;
    world.press.put(cartons, {
      id: luck.id(world.now),
      shipmentLineId: row.id,
      cartonNo: `${lot.lotNo}-${String(at).padStart(3, "0")}`,
      cones: 6,
      grossMilli: netMilli + emptyMilli,
      tareMilli: emptyMilli,
      netMilli,
    });
  }
}

/** Packing lists are kept by the carton for what may still be on the road or in a quarrel. */
export const keepsCartons = ({ today }: World, day: string, count: number) =>
  daysBetween(day, today) < 45 && count <= 70;

const domesticCarriers: Record<Exclude<CarrierKind, "vessel">, readonly (string | null)[]> = {
  truck: ["示例物流", "顺途运输（示例）"],
  ltl: ["桐杭专线（示例）", "浙闽专线（示例）"],
  express: ["示例快递"],
  self_pickup: [null],
  stall_handover: [null],
};
export const carrierOf = (order: Order, kind: Exclude<CarrierKind, "vessel">): Partial<ShipmentRow> => {
  const carrier = order.luck.pick(domesticCarriers[kind]);
  const tracked = kind !== "self_pickup" && kind !== "stall_handover";
  return {
    carrierKind: kind,
    carrier,
    waybillNo: tracked ? `WB${order.luck.int(10_000_000, 99_999_999)}` : null,
    plateNo: kind === "truck" ? `浙F·D${order.luck.int(1_000, 9_999)}` : null,
    driver: kind === "truck" ? "示例司机" : null,
    driverPhone: kind === "truck" ? "+8613800100000" : null,
    freightPayer: tracked ? "seller" : "buyer",
  };
};
