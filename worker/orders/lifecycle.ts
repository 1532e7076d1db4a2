import type { Order, OrderLine } from "#schema/orders";
import type { OrderLineStage, OrderStatus } from "#schema/words/statuses";
import { orderStatusWords } from "#schema/words/statuses";
import { Refusal } from "../refusal";

/** Each move that a person makes, and the fact it leaves behind. */
export const facts = {
  submit: "submitted",
  confirm: "confirmed",
  approve_credit: "credit_approved",
  receive_deposit: "deposit_received",
  reject: "rejected",
  progress: "progressed",
  promise: "promise_moved",
  short_close: "short_closed",
  hold: "held",
  release: "released",
  cancel: "cancelled",
  close: "closed",
  reopen: "reopened",
} as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[];

/** Work on the lines; where the order stands afterwards follows from them. */
const work = ["progress", "promise", "short_close"] as const;
const halt = { hold: "on_hold", cancel: "cancelled" } as const;
const pending = { reject: "rejected", ...halt } as const;

const next: Record<OrderStatus, Partial<Record<Exclude<Move, (typeof work)[number]>, OrderStatus>>> = {
  draft: { submit: "pending_confirmation", cancel: "cancelled" },
  pending_confirmation: { confirm: "confirmed", ...pending },
  pending_credit: { approve_credit: "confirmed", ...pending },
  pending_deposit: { receive_deposit: "confirmed", ...pending },
  confirmed: halt,
  scheduled: halt,
  in_production: halt,
  inspecting: halt,
  ready: halt,
  partially_shipped: { hold: "on_hold" },
  shipped: { hold: "on_hold" },
  received: { close: "closed", hold: "on_hold" },
  on_hold: { release: "confirmed" }, // In truth: what lies under the hold, see `statusAfter`.
  closed: { reopen: "received" },
  cancelled: {},
  rejected: {},
};

/** Confirmed, and not all of it on its way: lines may be worked on and goods may leave. */
export const workingStatuses = [
  "confirmed",
  "scheduled",
  "in_production",
  "inspecting",
  "ready",
  "partially_shipped",
] as const satisfies OrderStatus[];
const isWork = (move: Move): move is (typeof work)[number] => work.some((one) => one === move);

export function mayFollow(status: OrderStatus, move: Move): boolean {
  return isWork(move) ? workingStatuses.some((one) => one === status) : next[status][move] !== undefined;
}
export const openMoves = (status: OrderStatus): Move[] => moves.filter((move) => mayFollow(status, move));

/** The status after a move, or a refusal that names what is in the way; work leaves it to the lines. */
export function statusAfter(order: Pick<Order, "status" | "heldStatus">, move: Move): OrderStatus {
  const after = isWork(move) ? order.status : next[order.status][move];
  if (!after || !mayFollow(order.status, move)) throw notNow(order.status);
  return move === "release" ? (order.heldStatus ?? after) : after;
}

export function notNow(status: OrderStatus): Refusal {
  const { zh, en } = orderStatusWords[status];
  return new Refusal("conflict", {
    zh: `订单目前是“${zh}”，不能进行此操作。`,
    en: `The order is “${en}” now, so this is not possible.`,
  });
}

/** What must still be settled before an order counts as confirmed. */
export function throughGates(gates: { credit: boolean; deposit: boolean }): OrderStatus {
  if (gates.credit) return "pending_credit";
  return gates.deposit ? "pending_deposit" : "confirmed";
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

/** The same for an order as it is: what lies under a hold moves on while the hold stays. */
export function statusesOf(order: Order, lines: OrderLine[]): Pick<Order, "status" | "heldStatus"> {
  const { status, heldStatus, minusBp } = order;
  return status === "on_hold" && heldStatus
    ? { status, heldStatus: derivedStatus(heldStatus, minusBp, lines) }
    : { status: derivedStatus(status, minusBp, lines), heldStatus };
}

export const remaining = (line: OrderLine) => line.orderedMilli - line.cancelledMilli;
/** The least that completes a line. */
const wantedOf = (line: OrderLine, minusBp: number) =>
  Math.ceil((remaining(line) * (10_000 - minusBp)) / 10_000);
/** The most that may leave without the customer's consent. */
export const mostOf = (line: OrderLine, plusBp: number) =>
  Math.floor((line.orderedMilli * (10_000 + plusBp)) / 10_000);

/** The furthest stage that enough of the line has reached; a delivery counts as received once it is signed for. */
export function lineStage(line: OrderLine, minusBp: number): Stage {
  const wanted = wantedOf(line, minusBp);
  const reached: [number, Stage][] = [
    [line.receivedMilli + line.missingMilli, "received"],
    [line.shippedMilli, "shipped"],
    [line.readyMilli, "ready"],
    [line.finishedMilli, "inspecting"],
  ];
  const far = reached.find(([quantity]) => quantity >= wanted && quantity > 0);
  if (far) return far[1];
  if (line.producedMilli > 0) return "in_production";
  return line.scheduledMilli >= wanted && line.scheduledMilli > 0 ? "scheduled" : "confirmed";
}

/** A line's own word on a page; none before the order is confirmed. */
export function lineStatus(
  order: Pick<Order, "status" | "heldStatus" | "minusBp">,
  line: OrderLine,
): OrderLineStage | null {
  const under = order.status === "on_hold" ? order.heldStatus : order.status;
  if (remaining(line) <= 0 || under === "cancelled") return "cancelled";
  if (!under || !(derivable.includes(under) || under === "closed")) return null;
  const stage = lineStage(line, order.minusBp);
  if (stage === "shipped" || stage === "received") return stage;
  return line.shippedMilli > 0 ? "partially_shipped" : stage;
}
