import { type Book, bookOf } from "../books";
import { putComplaint } from "../complaints";
import { troubles } from "../complaintWords";
import { addDays, addMonths, clock, dayIn, lastDay, monthOf, nextWorkday } from "../days";
import type { Lot } from "../lots";
import { putOrder } from "../orders";
import { putReturn } from "../returns";
import type { World } from "../world";
import { deliver, unlessOld, wareOf } from "./tell";
import { tellNow } from "./xijinNow";

/** Xijin's account with the worked example's October, and all papers behind its figures. */
export function tellXijin(world: World, cluster: Lot) {
  const book = bookOf(world, world.cast.xijin, "CNY");
  book.told = true;
  tellEarlier(world, book);
  const told = deliveries(world, cluster).map((one) => deliver(world, one));
  const [, clustered, below, first, second] = told;
  if (!clustered || !below || !first || !second) throw new Error("a story without its deliveries");
  payOctober(world, book, world.storyMonth);
  returnOctober(world, first.sent, world.storyMonth);
  allowOctober(world, book, second.sent, world.storyMonth);
  complainBelow(world, below.sent);
  for (const { order } of told) putOrder(world, order);
  tellNow(world);
  return clustered;
}

/** What August, September and October brought: in grams and tenths of a fen. */
function deliveries(world: World, cluster: Lot) {
  const { xijin, subXijin } = world.cast;
  const month = world.storyMonth;
  const [august, september] = [addMonths(month, -2), addMonths(month, -1)];
  const nim = { trader: xijin, ware: wareOf(world, "DTY-150D-48F-SD-RW-NIM-AA"), priceE4: 90_500 };
  const him = { trader: xijin, ware: wareOf(world, "DTY-150D-48F-SD-RW-HIM-AA"), priceE4: 91_500 };
  const fine = { trader: subXijin, ware: wareOf(world, "DTY-75D-36F-SD-RW-NIM-AA"), priceE4: 99_500 };
  const black = { trader: xijin, ware: wareOf(world, "DTY-150D-48F-SD-DD-NIM-LX-3182"), priceE4: 100_000 };
  const days = (of: string, orderedOn: number, on: number) => ({
    orderedOn: dayIn(of, orderedOn),
    on: dayIn(of, on),
  });
  return [
    { ...black, ...days(august, 10, 18), kg: 6_000, orderedKg: 6_000 },
    { ...nim, ...days(september, 7, 11), kg: 7_003, orderedKg: 7_050, lot: cluster },
    { ...fine, ...days(september, 16, 21), kg: 6_336, orderedKg: 6_400 },
    { ...nim, ...days(month, 5, 9), kg: 5_120.4, orderedKg: 5_200 },
    { ...him, ...days(month, 9, 14), kg: 2_985.6, orderedKg: 3_000 },
    { ...nim, ...days(month, 17, 22), kg: 4_032.75, orderedKg: 4_100 },
  ];
}

/** Before August everything was paid on the day. */
function tellEarlier(world: World, book: Book) {
  const { xijin } = world.cast;
  const ware = wareOf(world, "DTY-150D-48F-SD-RW-NIM-AA");
  for (
    let month = monthOf(world.since);
    month < addMonths(world.storyMonth, -2);
    month = addMonths(month, 1)
  ) {
    const luck = world.chance(`xijin ${month}`);
    const kg = luck.int(120, 300) * 30;
    const day = dayIn(month, luck.int(6, 20));
    const { order } = deliver(world, {
      trader: xijin,
      ware,
      orderedOn: day,
      on: addDays(day, 4),
      kg: kg - luck.int(1, 40),
      orderedKg: kg,
    });
    Object.assign(order.row, { status: "closed" });
    putOrder(world, order);
    const debt = book.posts.at(-1);
    const paidOn = nextWorkday(addDays(lastDay(addMonths(month, 1)), -3));
    book.posts.push({
      type: "payment",
      businessDate: paidOn,
      amountMinor: -(debt?.amountMinor ?? 0),
      docNo: world.number("RC", null, clock(paidOn, 15)),
      memo: "电汇",
    });
  }
}

function payOctober(world: World, book: Book, month: string) {
  const [transfer, bill] = [dayIn(month, 15), dayIn(month, 20)];
  book.posts.push(
    {
      type: "payment",
      businessDate: transfer,
      amountMinor: -12_000_000,
      docNo: world.number("RC", null, clock(transfer, 15)),
      memo: "电汇",
    },
    {
      type: "acceptance_bill",
      businessDate: bill,
      amountMinor: -5_000_000,
      docNo: `130833100001${bill.replaceAll("-", "")}0107`,
      maturesOn: dayIn(addMonths(month, 6), 20),
      memo: "银行承兑汇票",
    },
  );
}

type Sent = ReturnType<typeof deliver>["sent"];

/** 298.20 kg of the first delivery were built badly and came back. */
function returnOctober(world: World, sent: Sent, month: string) {
  const [line] = sent.lines;
  const trouble = troubles.find(({ defect }) => defect === "broken_filament");
  if (!line || !trouble) return;
  const goods = { sent, line };
  const at = clock(dayIn(month, 13), 9, 40);
  const { row } = putComplaint(world, {
    at,
    goods,
    trouble,
    until: "closed",
    severity: "S3",
    channel: "portal",
    grams: 298_200,
    pace: 1.5,
    row: { validity: "valid", responsible: "manufacturer", outcome: "return_refund", outcomeMilli: 298_200 },
  });
  const asked = clock(dayIn(month, 17), 15);
  putReturn(world, {
    goods,
    at: asked,
    grams: 298_200,
    until: "closed",
    complaintId: row.id,
    reason: "quality",
    note: "毛丝多，未开箱部分退回",
    creditOn: dayIn(month, 27),
  });
}

/** For the second delivery an allowance was agreed; only the last signature is missing. */
function allowOctober(world: World, book: Book, sent: Sent, month: string) {
  const [line] = sent.lines;
  const trouble = troubles.find(({ defect }) => defect === "oil_stain");
  if (!line || !trouble) return;
  const at = clock(dayIn(month, 17), 10, 5);
  const { row } = putComplaint(world, {
    at,
    goods: { sent, line },
    trouble,
    until: unlessOld(world, at, "followup_2_done", "closed"),
    severity: "S3",
    channel: "portal",
    grams: 600_000,
    pace: 1.2,
    row: {
      validity: "valid",
      responsible: "manufacturer",
      outcome: "allowance",
      outcomeMinor: 120_000,
      outcomeMilli: 600_000,
    },
  });
  const day = dayIn(month, 29);
  book.posts.push({
    type: "allowance",
    businessDate: day,
    amountMinor: -120_000,
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

/** The resale sub-dealer complains to us itself; Xijin is informed and cannot stop it. */
function complainBelow(world: World, sent: Sent) {
  const [line] = sent.lines;
  const trouble = troubles.find(({ defect }) => defect === "poor_package_build");
  const at = clock(addDays(world.today, -6), 10, 40);
  if (!line || !trouble) return;
  const row = { lateObjection: true };
  putComplaint(world, {
    at,
    goods: { sent, line },
    trouble,
    until: "awaiting_customer",
    severity: "S3",
    channel: "portal",
    grams: 240_000,
    row,
  });
}
