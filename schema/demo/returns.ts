import { businessDate } from "#worker/calendar";
import { lineAmount } from "#worker/money";
import { facts } from "#worker/returns/lifecycle";
import { events } from "../events";
import { type Return, type ReturnLine, returnLines, returns } from "../returns";
import type { ReturnKind } from "../words/quality";
import type { ReturnStatus } from "../words/statuses";
import { bookOf, type Post } from "./books";
import type { Chance } from "./chance";
import type { Goods } from "./complaints";
import { addDays } from "./days";
import { putReach } from "./reach";
import { wakeForReturn } from "./wakeUps";
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

/** Days after which goods usually get there. */
export const usualDays = (status: ReturnStatus) =>
  aside[status]?.[1] ?? way.find(([one]) => one === status)?.[1] ?? 0;

/** Goods on their way back, counted on the delivery they came from; a credit once it is executed. */
export function putReturn(world: World, said: Said): Return {
  const { goods, at, grams, until } = said;
  const { sent, line } = goods;
  const reference = world.number("RT", null, at);
  const luck = world.chance(`return ${reference}`);
  const path = pathOf(world, at, until);
  const when = (status: ReturnStatus) => path.find(([one]) => one === status)?.[1] ?? null;
  const price = line.line.row.unitPriceE4 ?? 0;
  const creditMinor = when("decided") ? lineAmount(grams, price, sent.order.row.currency) : null;
  const row = rowOf(world, { said, reference, luck, when, creditMinor });
  world.press.put(returns, row);
  world.press.put(returnLines, lineOf({ row, goods, grams, when, price, creditMinor, id: luck.id(at) }));
  putReach(world, { noun: "return", recordId: row.id, at, party: sent.trader, payer: sent.payer });
  putFacts(world, row, path);
  wakeForReturn(world, row);
  // From the approval on the delivery has that much less to give back.
  if (when("approved") && until !== "expired") line.row.returnedMilli += grams;
  if (row.executedAt) {
    line.line.row.returnedMilli += grams;
    bookOf(world, sent.payer, row.currency).posts.push(
      creditOf(said, row, businessDate(when("decided") ?? at)),
    );
  }
  return row;
}

type When = (status: ReturnStatus) => Date | null;
type Asked = { said: Said; reference: string; luck: Chance; when: When; creditMinor: number | null };

function rowOf({ cast: { staff } }: World, { said, reference, luck, when, creditMinor }: Asked): Return {
  const { goods, at, until, kind = "return_refund", complaintId = null, reason, note = null } = said;
  const { sent } = goods;
  const [approvedAt, sentAt, receivedAt] = [when("approved"), when("in_transit"), when("received")];
  return {
    id: luck.id(at),
    reference,
    kind,
    status: until,
    partyId: sent.trader.id,
    billToId: sent.payer.id,
    complaintId,
    reason,
    note,
    requestedBy: sent.trader.ownerId,
    requestedAt: at,
    lateObjection: false,
    approvedBy: approvedAt && staff.aftersales,
    approvedAt,
    rejectedReason: until === "rejected" ? "已上机使用，不能退货" : null,
    validUntil: approvedAt && addDays(businessDate(approvedAt), 30),
    returnAddress: approvedAt && "浙江省嘉兴市桐乡市示例工业园1号成品仓库",
    freightPayer: approvedAt && "seller",
    carrier: sentAt && "示例物流",
    waybillNo: sentAt && `RB${luck.int(100_000, 999_999)}`,
    receivedOn: receivedAt && businessDate(receivedAt),
    inspectedBy: when("inspected") && staff.qc,
    decidedBy: when("decided") && staff.manager,
    currency: sent.order.row.currency,
    creditMinor,
    executedAt: when("executed"),
    closedAt: when("closed"),
    createdAt: at,
    version: 1,
    ...said.row,
  };
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
  when: When;
  price: number;
  creditMinor: number | null;
  id: string;
};

function lineOf({ row, goods: { line }, grams, when, price, creditMinor, id }: Lined): ReturnLine {
  const once = <T>(status: ReturnStatus, value: T): T | null => (when(status) ? value : null);
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
    disposition: once("inspected", "downgrade"),
    outcome: once("decided", row.kind === "exchange" ? "exchange" : "return_refund"),
    inspectionNote: once("inspected", "原包装完好，批号一致"),
    unitPriceE4: price,
    discountBp: 0,
    creditMinor,
  };
}

/** The credit is booked on the day of the decision, at the price of the delivery. */
function creditOf(
  { goods: { sent, line }, grams, adjusts, creditOn }: Said,
  row: Return,
  decidedOn: string,
): Post {
  const { line: of, lot } = line;
  return {
    type: "return_credit",
    businessDate: creditOn ?? decidedOn,
    amountMinor: -(row.creditMinor ?? 0),
    quantityMilli: -grams,
    unitPriceE4: of.row.unitPriceE4,
    docNo: row.reference,
    orderId: sent.order.row.id,
    orderRef: sent.order.row.reference,
    customerPo: sent.order.row.customerPo ?? null,
    item: of.row.itemZh,
    colourNo: of.row.colourNo,
    lotNo: lot.lotNo,
    shipmentId: sent.row.id,
    shipmentLineId: line.row.id,
    returnId: row.id,
    complaintId: row.complaintId,
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
