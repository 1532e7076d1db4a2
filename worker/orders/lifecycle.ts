import type { Order, OrderLine } from "#schema/orders";
import type { OrderStatus } from "#schema/words/statuses";
import { orderStatusWords } from "#schema/words/statuses";
import { Refusal } from "../refusal";

/** Each move that a person makes, and the fact it leaves behind. */
export const facts = {
  submit: "submitted",
  confirm: "confirmed",
  reject: "rejected",
  hold: "held",
  release: "released",
  cancel: "cancelled",
  close: "closed",
} as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[];

const pending = { hold: "on_hold", cancel: "cancelled" } as const;
const next: Record<OrderStatus, Partial<Record<Move, OrderStatus>>> = {
  draft: { submit: "pending_confirmation", cancel: "cancelled" },
  pending_confirmation: { confirm: "confirmed", reject: "rejected", ...pending },
  pending_credit: { confirm: "confirmed", reject: "rejected", ...pending },
  pending_deposit: { confirm: "confirmed", reject: "rejected", ...pending },
  confirmed: pending,
  scheduled: pending,
  in_production: pending,
  inspecting: pending,
  ready: pending,
  partially_shipped: { hold: "on_hold" },
  shipped: { hold: "on_hold" },
  received: { close: "closed" },
  on_hold: { release: "confirmed" }, // In truth: what lies under the hold, see `statusAfter`.
  cancelled: {},
  rejected: {},
  closed: {},
};

export const openMoves = (status: OrderStatus): Move[] => moves.filter((move) => next[status][move]);

/** The status after a move, or a refusal that names what is in the way. */
export function statusAfter(order: Pick<Order, "status" | "heldStatus">, move: Move): OrderStatus {
  const after = next[order.status][move];
  if (!after) {
    const { zh, en } = orderStatusWords[order.status];
    throw new Refusal("conflict", {
      zh: `订单目前是“${zh}”,不能进行此操作。`,
      en: `The order is “${en}” now, so this is not possible.`,
    });
  }
  return move === "release" ? (order.heldStatus ?? after) : after;
}

const derived = [
  "scheduled",
  "in_production",
  "inspecting",
  "ready",
  "partially_shipped",
  "shipped",
  "received",
] as const;
const derivable: OrderStatus[] = ["confirmed", ...derived];
const stages = ["confirmed", ...derived.filter((stage) => stage !== "partially_shipped")] as const;
type Stage = (typeof stages)[number];

/** What the lines say about an order once it is confirmed; nobody types these statuses. */
export function derivedStatus(status: OrderStatus, minusBp: number, lines: OrderLine[]): OrderStatus {
  const open = lines.filter((line) => remaining(line) > 0);
  if (!derivable.includes(status) || open.length === 0) return status;
  const reached = open.map((line) => stages.indexOf(lineStage(line, minusBp)));
  const least = stages[Math.min(...reached)] ?? "confirmed";
  if (least === "received" || least === "shipped") return least;
  return open.some((line) => line.shippedMilli > 0) ? "partially_shipped" : least;
}

const remaining = (line: OrderLine) => line.orderedMilli - line.cancelledMilli;

/** The furthest stage that enough of the line has reached. */
export function lineStage(line: OrderLine, minusBp: number): Stage {
  const wanted = Math.ceil((remaining(line) * (10_000 - minusBp)) / 10_000);
  const reached: [number, Stage][] = [
    [line.receivedMilli, "received"],
    [line.shippedMilli, "shipped"],
    [line.readyMilli, "ready"],
    [line.finishedMilli, "inspecting"],
  ];
  const far = reached.find(([quantity]) => quantity >= wanted && quantity > 0);
  if (far) return far[1];
  if (line.producedMilli > 0) return "in_production";
  return line.scheduledMilli >= wanted && line.scheduledMilli > 0 ? "scheduled" : "confirmed";
}
