import { businessDate } from "#worker/calendar";
import { lineAmount } from "#worker/money";
import { facts } from "#worker/returns/lifecycle";
import { events } from "../events";
import { type Return, type ReturnLine, returnLines, returns } from "../returns";
import type { ReturnKind } from "../words/quality";
import type { ReturnStatus } from "../words/statuses";
import { bookOf, type Post } from "./books";
import type { Goods } from "./complaints";
import { addDays } from "./days";
import { putReach } from "./reach";
import type { World } from "./world";

type Said = {
  goods: Goods;
  at: Date;
  grams: number;
  until: ReturnStatus;
  kind?: ReturnKind;
  complaintId?: string | null;
  reason: Return["reason"];
  note?: string;
  /** The confirmed month of the delivery that a credit belongs to. */
  adjusts?: string;
  /** When the credit is booked, if a story says so. */
  creditOn?: string;
  row?: Partial<Return>;
};

/** The way of goods that come back, with the days after the request at which they usually get there. */
const way: readonly (readonly [ReturnStatus, number, string])[] = [
  ["requested", 0, "requested"],
  ["reviewing", 0.5, facts.review],
  ["approved", 1.5, facts.approve],
  ["in_transit", 4, facts.send_back],
  ["received", 6, facts.receive],
  ["inspecting", 6.5, facts.start_inspection],
  ["inspected", 8, facts.inspect],
  ["decided", 9, facts.decide],
  ["executed", 9.5, facts.execute],
  ["closed", 16, facts.close],
];
const aside: Partial<Record<ReturnStatus, readonly [ReturnStatus, number]>> = {
  rejected: ["reviewing", 2],
  cancelled: ["requested", 1],
  expired: ["approved", 32],
};

/** Goods on their way back, counted on the delivery they came from; a credit once it is executed. */
export function putReturn(world: World, said: Said): { row: Return; creditMinor: number } {
  const {
    goods,
    at,
    grams,
    until,
    kind = "return_refund",
    complaintId = null,
    reason,
    note,
    adjusts,
    creditOn,
  } = said;
  const { sent, line } = goods;
  const { staff } = world.cast;
  const reference = world.number("RT", null, at);
  const luck = world.chance(`return ${reference}`);
  const path = pathOf(world, at, until);
  const when = (status: ReturnStatus) => path.find(([one]) => one === status)?.[1] ?? null;
  const reached = (status: ReturnStatus) => when(status) !== null;
  const executedAt = when("executed");
  const price = line.line.row.unitPriceE4 ?? 0;
  const currency = sent.order.row.currency;
  const creditMinor = reached("decided") && kind === "return_refund" ? lineAmount(grams, price, currency) : 0;
  const row: Return = {
    id: luck.id(at),
    reference,
    kind,
    status: until,
    partyId: sent.trader.id,
    billToId: sent.payer.id,
    complaintId,
    reason,
    note: note ?? null,
    requestedBy: sent.trader.ownerId,
    requestedAt: at,
    lateObjection: false,
    approvedBy: reached("approved") ? staff.aftersales : null,
    approvedAt: when("approved"),
    rejectedReason: until === "rejected" ? "已上机使用，不能退货" : null,
    validUntil: reached("approved") ? addDays(businessDate(when("approved") ?? at), 30) : null,
    returnAddress: reached("approved") ? "浙江省嘉兴市桐乡市示例工业园1号成品仓库" : null,
    freightPayer: reached("approved") ? "seller" : null,
    carrier: reached("in_transit") ? "示例物流" : null,
    waybillNo: reached("in_transit") ? `RB${luck.int(100_000, 999_999)}` : null,
    receivedOn: reached("received") ? businessDate(when("received") ?? at) : null,
    inspectedBy: reached("inspected") ? staff.qc : null,
    decidedBy: reached("decided") ? staff.manager : null,
    currency,
    creditMinor: creditMinor || null,
    executedAt,
    closedAt: when("closed"),
    createdAt: at,
    version: 1,
    ...said.row,
  };
  world.press.put(returns, row);
  world.press.put(returnLines, lineOf({ row, goods, grams, reached, price, creditMinor, id: luck.id(at) }));
  putReach(world, { noun: "return", recordId: row.id, at, party: sent.trader, payer: sent.payer });
  putFacts(world, row, path);
  // From the approval on the delivery has that much less to give back.
  if (reached("approved") && until !== "expired") line.row.returnedMilli += grams;
  if (executedAt) line.line.row.returnedMilli += grams;
  if (executedAt && creditMinor > 0) {
    const day = creditOn ?? businessDate(executedAt);
    bookOf(world, sent.payer, currency).posts.push(
      credit(world, { goods, row, grams, creditMinor, day, adjusts }),
    );
  }
  return { row, creditMinor };
}

function pathOf({ now }: World, at: Date, until: ReturnStatus): (readonly [ReturnStatus, Date, string])[] {
  const [last, asideDays] = aside[until] ?? [until, 0];
  const walked = way.slice(0, way.findIndex(([status]) => status === last) + 1);
  if (until in aside) walked.push([until, asideDays, until]);
  const whole = walked.at(-1)?.[1] ?? 0;
  const days = (now.getTime() - at.getTime()) / 86_400_000;
  const rate = whole > 0 ? Math.min(1, (days * 0.95) / whole) : 1;
  return walked.map(
    ([status, after, fact]) =>
      [status, new Date(Math.round(at.getTime() + after * rate * 86_400_000)), fact] as const,
  );
}

type Lined = {
  row: Return;
  goods: Goods;
  grams: number;
  reached(status: ReturnStatus): boolean;
  price: number;
  creditMinor: number;
  id: string;
};

function lineOf({ row, goods: { line }, grams, reached, price, creditMinor, id }: Lined): ReturnLine {
  const once = <T>(status: ReturnStatus, value: T): T | null => (reached(status) ? value : null);
  return {
    id,
    returnId: row.id,
    position: 1,
    shipmentLineId: line.row.id,
    requestedMilli: grams,
    approvedMilli: once("approved", grams),
    declaredMilli: once("in_transit", grams),
    receivedMilli: once("received", grams),
    receivedCartons: once("received", Math.ceil(grams / line.line.ware.cartonMilli)),
    acceptedMilli: once("inspected", grams),
    disposition: once("inspected", "downgrade" as const),
    outcome: once(
      "decided",
      row.kind === "return_refund" ? ("return_refund" as const) : ("exchange" as const),
    ),
    inspectionNote: once("inspected", "原包装完好，批号一致"),
    unitPriceE4: price,
    discountBp: 0,
    creditMinor: once("decided", creditMinor),
  };
}

type Credited = {
  goods: Goods;
  row: Return;
  grams: number;
  creditMinor: number;
  day: string;
  adjusts?: string;
};

function credit(
  world: World,
  { goods: { sent, line }, row, grams, creditMinor, day, adjusts }: Credited,
): Post {
  const { line: of, lot } = line;
  return {
    type: "return_credit",
    businessDate: day,
    amountMinor: -creditMinor,
    quantityMilli: -grams,
    unitPriceE4: of.row.unitPriceE4,
    docNo: world.number("CN", null, new Date(`${day}T04:00:00Z`)),
    orderId: sent.order.row.id,
    orderRef: sent.order.row.reference,
    customerPo: sent.order.row.customerPo ?? null,
    item: sent.order.row.market === "export" ? of.row.itemEn : of.row.itemZh,
    colourNo: of.row.colourNo,
    lotNo: lot.lotNo,
    shipmentId: sent.row.id,
    shipmentLineId: line.row.id,
    returnId: row.id,
    complaintId: row.complaintId,
    memo: row.reference,
    approvedBy: row.decidedBy,
    adjustsPeriod: adjusts ?? null,
  };
}

function putFacts(world: World, row: Return, path: (readonly [ReturnStatus, Date, string])[]) {
  path.forEach(([status, at, fact], index) => {
    const theirs = index === 0 || status === "in_transit" || status === "cancelled";
    world.press.put(events, {
      id: world.serial("event"),
      recordId: row.id,
      type: `return.${fact}`,
      at,
      personId: theirs ? row.requestedBy : world.cast.staff.aftersales,
      partyId: theirs ? row.partyId : null,
      fromStatus: path[index - 1]?.[0] ?? null,
      toStatus: status,
    });
  });
}
