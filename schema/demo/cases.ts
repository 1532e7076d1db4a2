import { businessDate } from "#worker/calendar";
import {
  type ComplaintStatus,
  complaintStatuses,
  type ReturnStatus,
  returnStatuses,
} from "../words/statuses";
import { bookOf } from "./books";
import { usualDays as complaintDays } from "./complaintPath";
import { type Case, putComplaint } from "./complaints";
import { troubles } from "./complaintWords";
import { clock } from "./days";
import { putReturn, usualDays as returnDays } from "./returns";
import { age } from "./sales";
import type { Sent, SentLine } from "./shipments";
import type { World } from "./world";

const dayMs = 86_400_000;

/** Complaints and returns that follow deliveries: some by chance, and one for every status there is. */
export function newCases(world: World) {
  const few = world.profile === "tiny";
  const fewComplaints: ComplaintStatus[] = [
    "submitted",
    "routed",
    "awaiting_customer",
    "resolution_proposed",
    "resolved",
    "closed",
  ];
  const fewReturns: ReturnStatus[] = ["requested", "approved", "received"];
  const complaintsWanted = few ? fewComplaints : [...complaintStatuses, ...fewComplaints];
  const returnsWanted = few ? fewReturns : [...returnStatuses];

  /** Called for every delivery while its rows can still be changed. */
  function after(sent: Sent) {
    const [line] = sent.lines;
    const { signedAt, deliveredOn } = sent.row;
    if (!line || !signedAt || !deliveredOn) return;
    const goods = { sent, line };
    const days = age(world, businessDate(signedAt)) - 2;
    const complaint = taken(complaintsWanted, days, complaintDays);
    const back =
      complaint || sent.row.market === "export" ? undefined : taken(returnsWanted, days, returnDays);
    if (complaint) complain(world, goods, complaint);
    else if (back) bringBack(world, goods, back);
    else if (world.chance(`case of ${sent.row.reference}`).odds(world.scale.complaintRate))
      chance(world, goods, days + 2);
  }
  return { after };
}

/** Takes out the first status that something of that age would have reached. */
function taken<S>(wanted: S[], days: number, usualDays: (status: S) => number): S | undefined {
  const at = wanted.findIndex(
    (status) => days >= Math.max(1, usualDays(status)) && days <= usualDays(status) + 6,
  );
  return at < 0 ? undefined : wanted.splice(at, 1)[0];
}

type Goods = { sent: Sent; line: SentLine };

function complain(world: World, goods: Goods, until: ComplaintStatus) {
  const [barred] = troubles;
  const trouble = until === "appraising" ? barred : world.chance(`complaint ${until}`).pick(troubles);
  if (trouble) follow(world, putComplaint(world, { at: complainedAt(goods.sent, 2), goods, trouble, until }));
}

function bringBack(world: World, goods: Goods, until: ReturnStatus) {
  const kind = world.chance(`return ${until}`).odds(0.8) ? "return_refund" : "exchange";
  const at = complainedAt(goods.sent, 2);
  putReturn(world, {
    goods,
    at,
    grams: backGrams(goods.line),
    until,
    kind,
    reason: "damaged",
    note: "纸箱破损，筒子受潮",
  });
}

const complainedAt = ({ row }: Sent, days: number) => new Date((row.signedAt?.getTime() ?? 0) + days * dayMs);
const backGrams = ({ row, line }: SentLine) =>
  Math.min(4 * line.ware.cartonMilli, Math.floor(row.quantityMilli / 3 / 10) * 10);

function chance(world: World, goods: Goods, days: number) {
  const luck = world.chance(`luck of ${goods.sent.row.reference}`);
  const after = luck.int(1, 9);
  const at = clock(businessDate(complainedAt(goods.sent, after)), luck.int(8, 16), luck.int(0, 59));
  const open = days - after;
  if (at >= world.now || open < 1) return;
  const trouble = luck.weighted(troubles.map((one) => [one, one.share] as const));
  follow(
    world,
    putComplaint(world, { at, goods, trouble, until: stageAt(open), pace: 1 + luck.int(-3, 5) / 10 }),
  );
}

/** Where a complaint usually stands after so many days. */
function stageAt(days: number): ComplaintStatus {
  const stages: [number, ComplaintStatus][] = [
    [3, "accepted"],
    [6, "routed"],
    [9, "investigating"],
    [13, "resolution_proposed"],
    [17, "replied"],
    [23, "resolved"],
    [32, "followup_1_done"],
  ];
  return stages.find(([most]) => days <= most)?.[1] ?? "closed";
}

/** What a settled complaint leaves elsewhere: an allowance in the ledger, or goods that come back. */
export function follow(world: World, { row, goods, at }: Case) {
  const executing = at("executing");
  if (!goods || !executing) return;
  const { sent, line } = goods;
  if (row.outcome === "return_refund") {
    const until: ReturnStatus = row.resolvedAt ? "closed" : "in_transit";
    putReturn(world, {
      goods,
      at: new Date((at("replied") ?? executing).getTime()),
      grams: backGrams(line),
      until,
      complaintId: row.id,
      reason: "quality",
      note: row.description,
    });
  }
  if (row.outcome === "allowance" && row.resolvedAt && row.outcomeMinor) {
    const day = businessDate(row.resolvedAt);
    bookOf(world, sent.payer, sent.order.row.currency).posts.push({
      type: "allowance",
      businessDate: day,
      amountMinor: -row.outcomeMinor,
      docNo: world.number("AL", null, clock(day, 12)),
      orderId: sent.order.row.id,
      orderRef: sent.order.row.reference,
      item: line.line.row.itemZh,
      lotNo: line.lot.lotNo,
      shipmentId: sent.row.id,
      shipmentLineId: line.row.id,
      complaintId: row.id,
      memo: row.reference,
      approvedBy: row.approvedBy,
    });
  }
}
