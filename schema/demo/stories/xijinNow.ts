import { postShipment } from "../books";
import { addDays, clock } from "../days";
import { advance, newOrder, putOrder, wish } from "../orders";
import { carrierOf, putShipment } from "../shipments";
import type { World } from "../world";
import { wareOf } from "./tell";

/** What Xijin and its resale sub-dealer wait for today; nothing of it is owed yet. */
export function tellNow(world: World) {
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
