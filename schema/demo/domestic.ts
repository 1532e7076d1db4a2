import type { ShipmentStatus } from "../words/shipments";
import { postShipment } from "./books";
import { addDays, clock } from "./days";
import { advance, newOrder, type Order } from "./orders";
import { age, type Sale, type SaleKind, wishesOf } from "./sales";
import { carrierOf, keepsCartons, type Part, putShipment, type Sent, type Step } from "./shipments";
import { nameOf } from "./trader";
import type { World } from "./world";

const leadDays: Record<SaleKind, readonly [number, number]> = {
  stall: [0, 0],
  dealer: [2, 6],
  dyed: [9, 18],
  export: [18, 32],
};

/** A domestic sale from order to receipt, as far as it has come by today. */
export function sellAtHome(world: World, sale: Sale): { order: Order; sent: Sent[] } {
  const luck = world.chance(`sale ${sale.at.getTime()} ${sale.trader.row.code}`);
  const [least, most] = leadDays[sale.kind];
  const dyed = sale.kind === "dyed";
  const order = newOrder(world, {
    trader: sale.trader,
    at: sale.at,
    wishes: wishesOf(world, sale, luck),
    leadDays: luck.int(least, most),
    row: {
      orderKind: dyed && luck.odds(0.1) ? "special" : "standard",
      ...(dyed && { plusBp: 500, minusBp: 500 }),
      ...(sale.kind === "stall" && { priceTerm: "ex_stall" as const }),
    },
  });
  const late = luck.odds(0.08) ? luck.int(2, 6) : 0;
  const ready = addDays(order.row.promisedOn ?? sale.day, late);
  const partial = sale.kind !== "stall" && luck.odds(0.17);
  const days = partial ? [ready, addDays(ready, luck.int(3, 9))] : [ready];
  const sent = days
    .filter((day) => day < world.today)
    .map((day, index) =>
      sendHome(world, order, {
        day,
        stall: sale.kind === "stall",
        share: partial ? (index === 0 ? 0.55 : 0.44) : 1,
      }),
    );
  if (sent.length === 0) advanceByAge(order, age(world, sale.day), order.luck.int(least, most));
  closeOld(world, order, sent);
  return { order, sent };
}

/** Not yet sent: how far production has come. */
function advanceByAge(order: Order, days: number, whole: number) {
  const part = days / Math.max(1, whole);
  const stage =
    part < 0.15
      ? null
      : part < 0.3
        ? "scheduled"
        : part < 0.65
          ? "in_production"
          : part < 0.85
            ? "inspecting"
            : "ready";
  if (stage) advance(order, stage);
}

/** Received, its claim period over and the month stated: done. */
function closeOld(world: World, { row, facts, lines }: Order, sent: Sent[]) {
  const all = sent.length > 0 && sent.every(({ row: { signedAt } }) => signedAt);
  const whole = lines.every(
    (line) => line.row.shippedMilli >= (line.row.orderedMilli * (10_000 - row.minusBp)) / 10_000,
  );
  const last = sent.at(-1)?.row.deliveredOn;
  if (!all || !whole || !last || age(world, last) < 75) return;
  Object.assign(row, { status: "closed" });
  facts.push({ type: "order.closed", at: clock(addDays(last, 60), 9), from: "received", to: "closed" });
}

type Send = { day: string; stall: boolean; share: number };

/** One truck, or what somebody carries home from the stall. */
export function sendHome(world: World, order: Order, { day, stall, share }: Send): Sent {
  const { luck } = order;
  const transit = stall ? 0 : luck.int(1, 3);
  const deliveredOn = addDays(day, transit);
  const at = stall
    ? new Date(order.row.orderedAt.getTime() + 45 * 60_000)
    : clock(day, luck.int(14, 18), luck.int(0, 59));
  const there = deliveredOn < world.today || (stall && at < world.now);
  const kind = stall
    ? luck.pick(["stall_handover", "self_pickup"] as const)
    : order.lines.length > 1 || luck.odds(0.6)
      ? "truck"
      : "ltl";
  const short = there && !stall && luck.odds(0.025);
  const unsigned = there && !stall && age(world, deliveredOn) <= 2;
  const status: ShipmentStatus = !there
    ? age(world, day) === 0
      ? "dispatched"
      : "in_transit"
    : unsigned
      ? "delivered"
      : short
        ? "signed_with_exception"
        : "signed";
  const signedAt = status.startsWith("signed")
    ? stall
      ? at
      : clock(deliveredOn, luck.int(9, 17), luck.int(0, 59))
    : null;
  const parts = partsOf(world, order, { day, share, short });
  const count = parts.reduce((sum, { grams }) => sum + Math.ceil(grams / 30_000), 0);
  const sent = putShipment(world, order, {
    at,
    status,
    parts,
    withCartons: keepsCartons(world, day, count),
    steps: stepsOf(order, { at, status, deliveredOn, signedAt, transit }),
    row: {
      ...carrierOf(order, kind),
      plannedOn: order.row.promisedOn,
      dispatchedOn: day,
      eta: deliveredOn,
      deliveredOn: there ? deliveredOn : null,
      signedAt,
      signedBy: signedAt ? nameOf(order.trader) : null,
      podGrade: signedAt
        ? stall
          ? 2
          : luck.weighted([
              [1, 55],
              [2, 25],
              [3, 12],
              [4, 8],
            ] as const)
        : null,
      freightMinor: stall ? null : luck.int(150, 900) * 100,
    },
  });
  postShipment(world, sent);
  return sent;
}

/** Scales decide: a little less than was ordered, never more. */
export function partsOf(
  world: World,
  order: Order,
  { day, share, short }: { day: string; share: number; short: boolean },
): Part[] {
  return order.lines.map((line, index) => {
    const target = line.row.orderedMilli * share;
    const grams = Math.floor((target * (1 - order.luck.int(0, 120) / 10_000)) / 10) * 10;
    const missing = short && index === 0 ? 2 * line.ware.cartonMilli : 0;
    return {
      line,
      grams,
      lot: world.lots.on(line.ware, day),
      ...(missing > 0 && grams > missing * 2 && { signedGrams: grams - missing }),
    };
  });
}

type Way = { at: Date; status: ShipmentStatus; deliveredOn: string; signedAt: Date | null; transit: number };

function stepsOf({ trader }: Order, { at, status, deliveredOn, signedAt, transit }: Way): Step[] {
  const place = trader.shipTo.lines.slice(0, 9);
  const steps: Step[] = [{ at, code: "dispatched", place: "浙江省嘉兴市桐乡市" }];
  if (transit > 1 && status !== "dispatched")
    steps.push({ at: new Date(at.getTime() + 8 * 3_600_000), code: "in_transit", place: "杭州转运" });
  if (transit > 0 && !["dispatched", "in_transit"].includes(status))
    steps.push({ at: clock(deliveredOn, 8, 40), code: "delivered", place });
  if (signedAt) steps.push({ at: signedAt, code: status, place });
  return steps;
}
