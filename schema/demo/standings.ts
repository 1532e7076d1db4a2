import type { OrderStatus } from "../words/statuses";
import { addDays, clock } from "./days";
import { sendHome } from "./domestic";
import { advance, newOrder, type Order, putOrder } from "./orders";
import { isAbroad, type Trader } from "./trader";
import type { World } from "./world";

type Told = {
  status: OrderStatus;
  stage?: Parameters<typeof advance>[1];
  held?: OrderStatus;
  abroad?: boolean;
  reason?: string;
  fact?: `order.${string}`;
  /** Half of it has left. */
  partly?: boolean;
};

/** Statuses that chance alone would not leave open today. */
const wanted: readonly Told[] = [
  { status: "draft" },
  { status: "pending_confirmation" },
  { status: "pending_confirmation", abroad: true },
  { status: "pending_credit" },
  { status: "pending_deposit", abroad: true },
  { status: "confirmed" },
  { status: "confirmed", stage: "scheduled" },
  { status: "confirmed", stage: "in_production" },
  { status: "confirmed", stage: "inspecting" },
  { status: "confirmed", stage: "ready" },
  { status: "confirmed", stage: "ready", partly: true },
  { status: "on_hold", held: "scheduled", stage: "scheduled", reason: "客户要求暂缓", fact: "order.held" },
  { status: "cancelled", reason: "客户取消", fact: "order.cancelled" },
  { status: "rejected", reason: "交期无法满足", fact: "order.rejected" },
];

/** Orders of the last days in every status, more than once in the full demo. */
export function putStandings(world: World) {
  const buyers = world.cast.traders.filter(
    ({ weight, row, quietFrom }) => weight > 0 && quietFrom === null && row.kind !== "outlet",
  );
  const rounds = { tiny: 1, demo: 3, load: 20 }[world.profile];
  for (let at = 0; at < rounds * wanted.length; at += 1) {
    const told = wanted[at % wanted.length];
    if (told) putStanding(world, { told, buyers, at });
  }
}

function putStanding(world: World, { told, buyers, at }: { told: Told; buyers: Trader[]; at: number }) {
  const luck = world.chance(`standing ${at}`);
  const trader = luck.pick(buyers.filter((buyer) => isAbroad(buyer) === Boolean(told.abroad)));
  const day = addDays(world.today, -luck.int(told.partly ? 5 : 1, told.partly ? 8 : 4));
  const ware = luck.pick(told.abroad ? world.catalogue.abroad : world.catalogue.wares);
  const waiting = told.status.startsWith("pending") || told.status === "draft";
  const order = newOrder(world, {
    trader,
    at: clock(day, luck.int(8, 16), luck.int(0, 59)),
    leadDays: told.abroad ? 30 : 10,
    wishes: [{ ware, grams: (told.abroad ? 300 : luck.int(20, 120)) * ware.cartonMilli }],
    row: {
      status: told.status,
      heldStatus: told.held ?? null,
      source: "portal",
      placedBy: trader.ownerId,
      ...(waiting && { promisedOn: null }),
    },
  });
  if (told.stage) advance(order, told.stage);
  if (told.status === "cancelled") for (const { row } of order.lines) row.cancelledMilli = row.orderedMilli;
  if (told.partly) sendHome(world, order, { day: addDays(day, 2), stall: false, share: 0.5 });
  explain(world, order, told);
  putOrder(world, order);
}

/** Who stopped it, and why. */
function explain({ cast, now }: World, order: Order, { fact, status, held, reason }: Told) {
  if (!fact) return;
  const at = new Date(Math.min(order.row.orderedAt.getTime() + 5 * 3_600_000, now.getTime()));
  order.facts.push({
    type: fact,
    at,
    from: held ?? "pending_confirmation",
    to: status,
    reason,
    by: cast.staff.manager,
  });
}
