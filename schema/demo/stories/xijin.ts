import { type Book, bookOf, postShipment } from "../books";
import { putComplaint } from "../complaints";
import { troubles } from "../complaintWords";
import { addDays, addMonths, clock, dayIn, lastDay, monthOf, nextWorkday } from "../days";
import type { Lot } from "../lots";
import { advance, newOrder, putOrder, wish } from "../orders";
import { putReturn } from "../returns";
import { carrierOf, putShipment } from "../shipments";
import type { World } from "../world";
import { deliver, unlessOld, wareOf } from "./tell";

/** Xijin's account with the worked example's October, and all papers behind its figures. */
export function tellXijin(world: World, cluster: Lot) {
  const { xijin, subXijin } = world.cast;
  const book = bookOf(world, xijin, "CNY");
  book.told = true;
  const month = world.storyMonth;
  const nim = wareOf(world, "DTY-150D-48F-SD-RW-NIM-AA");
  const him = wareOf(world, "DTY-150D-48F-SD-RW-HIM-AA");
  const fine = wareOf(world, "DTY-75D-36F-SD-RW-NIM-AA");
  const black = wareOf(world, "DTY-150D-48F-SD-DD-NIM-LX-3182");
  tellEarlier(world, book);
  const [july, august, september] = [addMonths(month, -3), addMonths(month, -2), addMonths(month, -1)];
  const said = [
    {
      trader: xijin,
      ware: black,
      orderedOn: dayIn(august, 10),
      on: dayIn(august, 18),
      kg: 6_000,
      orderedKg: 6_000,
      priceE4: 100_000,
    },
    {
      trader: xijin,
      ware: nim,
      orderedOn: dayIn(september, 7),
      on: dayIn(september, 11),
      kg: 7_003,
      orderedKg: 7_050,
      priceE4: 90_500,
      lot: cluster,
    },
    {
      trader: subXijin,
      ware: fine,
      orderedOn: dayIn(september, 16),
      on: dayIn(september, 21),
      kg: 6_336,
      orderedKg: 6_400,
      priceE4: 99_500,
    },
    {
      trader: xijin,
      ware: nim,
      orderedOn: dayIn(month, 5),
      on: dayIn(month, 9),
      kg: 5_120.4,
      orderedKg: 5_200,
      priceE4: 90_500,
    },
    {
      trader: xijin,
      ware: him,
      orderedOn: dayIn(month, 9),
      on: dayIn(month, 14),
      kg: 2_985.6,
      orderedKg: 3_000,
      priceE4: 91_500,
    },
    {
      trader: xijin,
      ware: nim,
      orderedOn: dayIn(month, 17),
      on: dayIn(month, 22),
      kg: 4_032.75,
      orderedKg: 4_100,
      priceE4: 90_500,
    },
  ];
  const told = said.filter(({ on }) => monthOf(on) > july).map((one) => deliver(world, one));
  const [, clustered, , first, second] = told;
  if (!clustered || !first || !second) throw new Error("a story without its deliveries");
  payOctober(world, book, month);
  returnOctober(world, first.sent, month);
  allowOctober(world, book, second.sent, month);
  for (const { order } of told) putOrder(world, order);
  tellNow(world);
  return clustered;
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

/** What Xijin and its resale sub-dealer wait for today; nothing of it is owed yet. */
function tellNow(world: World) {
  const { xijin, subXijin } = world.cast;
  const nim = wareOf(world, "DTY-150D-48F-SD-RW-NIM-AA");
  const black = wareOf(world, "DTY-150D-48F-SD-DD-NIM-LX-3182");
  const asked = newOrder(world, {
    trader: xijin,
    at: clock(addDays(world.today, -1), 16, 30),
    leadDays: 6,
    wishes: [wish(nim, 9_000), wish(black, 1_200)],
    row: {
      status: "pending_confirmation",
      placedBy: xijin.ownerId,
      source: "portal",
      promisedOn: null,
      customerPo: "XJ-1122",
    },
  });
  putOrder(world, asked);
  const made = newOrder(world, {
    trader: xijin,
    at: clock(addDays(world.today, -8), 10),
    leadDays: 16,
    wishes: [wish(black, 3_000)],
    row: { plusBp: 500, minusBp: 500 },
  });
  advance(made, "in_production");
  putOrder(world, made);
  const ready = newOrder(world, {
    trader: xijin,
    at: clock(addDays(world.today, -4), 11),
    leadDays: 5,
    wishes: [wish(nim, 6_000)],
  });
  advance(ready, "ready");
  plan(world, ready, 5_970_000);
  putOrder(world, ready);
  const below = newOrder(world, {
    trader: subXijin,
    at: clock(addDays(world.today, -3), 14),
    leadDays: 7,
    wishes: [wish(nim, 2_400)],
  });
  advance(below, "scheduled");
  putOrder(world, below);
  tellSample(world);
}

/** A truck is planned for tomorrow. */
function plan(world: World, order: ReturnType<typeof newOrder>, grams: number) {
  const [line] = order.lines;
  const on = addDays(world.today, 1);
  if (!line) return;
  putShipment(world, order, {
    at: clock(addDays(world.today, -1), 9),
    status: "planned",
    steps: [],
    parts: [{ line, grams, lot: world.lots.on(line.ware, world.today) }],
    row: {
      carrierKind: "truck",
      carrier: "示例物流",
      plannedOn: on,
      eta: addDays(on, 1),
      freightPayer: "seller",
    },
  });
}

/** Free samples arrived yesterday and wait for somebody to sign. */
function tellSample(world: World) {
  const { xijin } = world.cast;
  const recycled = wareOf(world, "DTY-150D-48F-SD-RW-NIM-RECYCLED-AA");
  const order = newOrder(world, {
    trader: xijin,
    at: clock(addDays(world.today, -5), 9, 30),
    leadDays: 3,
    wishes: [wish(recycled, 60, 0)],
    row: { orderKind: "sample" },
  });
  const [line] = order.lines;
  if (!line) return;
  const [left, came] = [addDays(world.today, -3), addDays(world.today, -1)];
  const sent = putShipment(world, order, {
    at: clock(left, 15),
    status: "delivered",
    parts: [{ line, grams: 60_000, lot: world.lots.on(recycled, left) }],
    withCartons: true,
    steps: [
      { at: clock(left, 15), code: "dispatched", place: "浙江省嘉兴市桐乡市" },
      { at: clock(came, 11), code: "delivered", place: "濮院镇" },
    ],
    row: {
      ...carrierOf(order, "express"),
      plannedOn: left,
      dispatchedOn: left,
      eta: came,
      deliveredOn: came,
    },
  });
  postShipment(world, sent);
  putOrder(world, order);
}
