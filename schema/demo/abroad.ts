import type { ShipmentStatus } from "../words/shipments";
import { bookOf, postShipment } from "./books";
import { containerNo } from "./codes";
import { addDays, clock } from "./days";
import { partsOf } from "./domestic";
import { advance, newOrder, type Order } from "./orders";
import { age, type Sale, wishesOf } from "./sales";
import { putShipment, type Sent, type Step } from "./shipments";
import type { World } from "./world";

type Port = { place: string; days: number; zone: string };
const ports: Record<string, Port> = {
  BDCGP: { place: "Chattogram", days: 18, zone: "Asia/Dhaka" },
  VNSGN: { place: "Ho Chi Minh", days: 6, zone: "Asia/Ho_Chi_Minh" },
  PKKHI: { place: "Karachi", days: 20, zone: "Asia/Karachi" },
  INNSA: { place: "Nhava Sheva", days: 18, zone: "Asia/Kolkata" },
  TRMER: { place: "Mersin", days: 30, zone: "Europe/Istanbul" },
  EGALY: { place: "Alexandria", days: 28, zone: "Africa/Cairo" },
  BRSSZ: { place: "Santos", days: 38, zone: "America/Sao_Paulo" },
  MXZLO: { place: "Manzanillo", days: 25, zone: "America/Mexico_City" },
  IDJKT: { place: "Jakarta", days: 10, zone: "Asia/Jakarta" },
  KRPUS: { place: "Busan", days: 3, zone: "Asia/Seoul" },
};
const loading: Record<string, string> = { CNNGB: "Ningbo", CNSHA: "Shanghai" };
const vessels = ["DEMO HARMONY", "DEMO ORCHID", "DEMO LANXU", "DEMO PEARL", "DEMO MERIDIAN"];

/** An export sale: production, booking, the voyage, the papers. */
export function sellAbroad(world: World, sale: Sale): { order: Order; sent: Sent[] } {
  const luck = world.chance(`export ${sale.at.getTime()} ${sale.trader.row.code}`);
  const order = newOrder(world, {
    trader: sale.trader,
    at: sale.at,
    wishes: wishesOf(world, sale, luck),
    leadDays: luck.int(18, 32),
    row: { plusBp: 500, minusBp: 500 },
  });
  const rolled = luck.odds(0.04);
  const onBoard = addDays(
    order.row.promisedOn ?? sale.day,
    rolled
      ? 7
      : luck.weighted([
          [0, 80],
          [2, 12],
          [5, 8],
        ] as const),
  );
  if (order.row.paymentTerm === "tt_split") deposit(world, order);
  const toGo = -age(world, onBoard);
  const sent = toGo <= 9 ? [ship(world, order, { onBoard, rolled })] : [];
  if (toGo >= 0)
    advance(order, toGo > 20 ? "scheduled" : toGo > 13 ? "in_production" : toGo > 9 ? "inspecting" : "ready");
  const confirmed = sent.every(({ row }) => row.status === "confirmed");
  if (sent.length > 0 && confirmed && age(world, onBoard) > 150) {
    Object.assign(order.row, { status: "closed" });
    order.facts.push({
      type: "order.closed",
      at: clock(addDays(onBoard, 120), 9),
      from: "received",
      to: "closed",
    });
  }
  return { order, sent };
}

/** Three tenths on the proforma invoice. */
function deposit(world: World, { row, payer, luck }: Order) {
  const on = addDays(row.orderedOn, luck.int(2, 6));
  if (on >= world.today) return;
  bookOf(world, payer, row.currency).posts.push({
    type: "deposit",
    businessDate: on,
    amountMinor: -Math.round(row.totalMinor * 0.3),
    docNo: world.number("RC", null, clock(on, 15)),
    orderId: row.id,
    orderRef: row.reference,
    memo: "30% deposit T/T",
  });
}

type Voyage = { onBoard: string; rolled: boolean };

function ship(world: World, order: Order, { onBoard, rolled }: Voyage): Sent {
  const { luck, trader } = order;
  const from = trader.row.portOfLoading ?? "CNNGB";
  const to = trader.row.port ?? "BDCGP";
  const port = ports[to] ?? { place: to, days: 20, zone: "UTC" };
  const eta = addDays(onBoard, port.days);
  const status = voyageStatus(world, onBoard, eta);
  const parts = partsOf(world, order, { day: addDays(onBoard, -4), share: 1, short: false });
  const tons = parts.reduce((sum, { grams }) => sum + grams, 0) / 1_000_000;
  const type = tons > 9 ? "40HQ" : "20GP";
  const count = Math.max(1, Math.ceil(tons / (type === "40HQ" ? 21 : 9)));
  const steps = voyageSteps({ onBoard, eta, rolled, from, to, port }).filter(({ at }) => at <= world.now);
  const arrivedOn = eta < world.today ? eta : null;
  const away = onBoard < world.today;
  const sent = putShipment(world, order, {
    at: away ? clock(onBoard, 20) : clock(addDays(onBoard, -10), 10),
    status,
    parts,
    steps,
    row: {
      carrierKind: "vessel",
      carrier: "Demo Ocean Line",
      vessel: luck.pick(vessels),
      voyage: `${luck.int(100, 999)}W`,
      portOfLoading: from,
      portOfDischarge: to,
      transportRef: `BK${luck.int(100_000, 999_999)}`,
      blNo: away ? `DEMUNGB${luck.int(100_000, 999_999)}` : null,
      etd: rolled ? addDays(onBoard, -7) : onBoard,
      atd: away ? onBoard : null,
      eta,
      ata: arrivedOn,
      containers:
        away || status === "stuffed"
          ? Array.from({ length: count }, () => ({
              no: containerNo(luck),
              type,
              sealNo: `DM${luck.int(100_000, 999_999)}`,
            }))
          : [],
      plannedOn: order.row.promisedOn,
      dispatchedOn: away ? onBoard : null,
      deliveredOn: ["delivered", "confirmed"].includes(status) ? addDays(eta, 8) : null,
      freightPayer: order.row.priceTerm === "FOB" ? "buyer" : "seller",
      ...(status === "confirmed" && {
        podGrade: 3,
        signedAt: clock(addDays(eta, 30), 12),
        signedBy: trader.row.nameEn,
      }),
    },
  });
  if (away) postShipment(world, sent);
  return sent;
}

function voyageStatus(world: World, onBoard: string, eta: string): ShipmentStatus {
  const toGo = -age(world, onBoard);
  if (toGo >= 0)
    return toGo > 7
      ? "planned"
      : toGo > 5
        ? "booked"
        : toGo > 3
          ? "space_confirmed"
          : toGo > 2
            ? "stuffed"
            : toGo > 1
              ? "gated_in"
              : "customs_released";
  const since = age(world, eta);
  if (since < 0) return toGo > -1 ? "on_board" : "sailed";
  return since < 2
    ? "arrived"
    : since < 4
      ? "discharged"
      : since < 8
        ? "released"
        : since < 30
          ? "delivered"
          : "confirmed";
}

type Route = Voyage & { eta: string; from: string; to: string; port: Port };

function voyageSteps({ onBoard, eta, rolled, from, to, port }: Route): Step[] {
  const home = { place: loading[from] ?? from, locode: from };
  const there = { place: port.place, locode: to, zone: port.zone };
  const rolledStep: Step = {
    at: clock(addDays(onBoard, -7), 18),
    code: "rolled",
    ...home,
    noteZh: "船公司甩柜，改配下一班",
    noteEn: "Rolled by the carrier to the next vessel",
  };
  return [
    { at: clock(addDays(onBoard, -9), 10), code: "booked", ...home },
    { at: clock(addDays(onBoard, -8), 15), code: "space_confirmed", ...home },
    ...(rolled ? [rolledStep] : []),
    { at: clock(addDays(onBoard, -3), 9), code: "stuffed", place: "桐乡 Tongxiang" },
    { at: clock(addDays(onBoard, -2), 14), code: "gated_in", ...home },
    { at: clock(addDays(onBoard, -1), 11), code: "customs_released", ...home },
    { at: clock(onBoard, 20), code: "on_board", ...home },
    { at: clock(addDays(onBoard, 1), 3), code: "sailed", ...home },
    { at: clock(eta, 6), code: "arrived", ...there },
    { at: clock(addDays(eta, 2), 11), code: "discharged", ...there },
    { at: clock(addDays(eta, 4), 16), code: "released", ...there },
    { at: clock(addDays(eta, 8), 13), code: "delivered", ...there },
  ];
}
