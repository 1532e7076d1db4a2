import { postShipment } from "../books";
import { addDays, clock } from "../days";
import type { Lot } from "../lots";
import { newOrder, type Order } from "../orders";
import { carrierOf, putShipment, type Sent } from "../shipments";
import { nameOf, type Trader } from "../trader";
import type { Ware } from "../wares";
import type { World } from "../world";

type Delivery = {
  trader: Trader;
  ware: Ware;
  orderedOn: string;
  on: string;
  kg: number;
  orderedKg: number;
  priceE4?: number;
  lot?: Lot;
};

/** One line, ordered, sent by truck and signed for: told to the gram and the fen. */
export function deliver(
  world: World,
  { trader, ware, orderedOn, on, kg, orderedKg, priceE4, lot }: Delivery,
): { order: Order; sent: Sent } {
  const grams = Math.round(kg * 1_000);
  const order = newOrder(world, {
    trader,
    at: clock(orderedOn, 9, 20),
    leadDays: 4,
    wishes: [{ ware, grams: Math.round(orderedKg * 1_000), priceE4 }],
    row: { paymentTerm: "eom_1", plusBp: 300, minusBp: 300 },
  });
  const line = order.lines[0];
  if (!line) throw new Error("an order without lines");
  const deliveredOn = addDays(on, 1);
  const at = clock(on, 15, 30);
  const signedAt = clock(deliveredOn, 10, 15);
  const sent = putShipment(world, order, {
    at,
    status: "signed",
    parts: [{ line, grams, lot: lot ?? world.lots.on(ware, on) }],
    withCartons: grams < 7_500_000,
    steps: [
      { at, code: "dispatched", place: "浙江省嘉兴市桐乡市" },
      { at: clock(deliveredOn, 8, 30), code: "delivered", place: trader.shipTo.lines.slice(0, 9) },
      { at: signedAt, code: "signed", place: trader.shipTo.lines.slice(0, 9) },
    ],
    row: {
      ...carrierOf(order, "truck"),
      plannedOn: on,
      dispatchedOn: on,
      eta: deliveredOn,
      deliveredOn,
      signedAt,
      signedBy: nameOf(trader),
      podGrade: 1,
      freightMinor: 45_000,
    },
  });
  postShipment(world, sent);
  return { order, sent };
}

/** The ware of a code's beginning. */
export function wareOf({ catalogue }: World, code: string): Ware {
  const found = catalogue.wares.find((ware) => ware.code.startsWith(code));
  if (!found) throw new Error(`the demo's catalogue lists no ${code}`);
  return found;
}

/** A case of a story stays open only while it is young. */
export const unlessOld = <T>(world: World, at: Date, status: T, old: T): T =>
  world.now.getTime() - at.getTime() > 75 * 86_400_000 ? old : status;
