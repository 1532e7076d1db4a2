import { type ReturnStatus, returnStatusWords } from "#schema/words/statuses";
import { Refusal } from "../refusal";

/** Each move, and the fact it leaves behind. */
export const facts = {
  review: "taken_for_review",
  approve: "approved",
  reject: "rejected",
  send_back: "sent_back",
  receive: "received",
  start_inspection: "inspection_started",
  inspect: "inspected",
  decide: "decided",
  execute: "executed",
  close: "closed",
  cancel: "cancelled",
  expire: "expired",
} as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[];

const next: Record<ReturnStatus, Partial<Record<Move, ReturnStatus>>> = {
  requested: { review: "reviewing", approve: "approved", reject: "rejected", cancel: "cancelled" },
  reviewing: { approve: "approved", reject: "rejected", cancel: "cancelled" },
  approved: { send_back: "in_transit", receive: "received", cancel: "cancelled", expire: "expired" },
  in_transit: { receive: "received" },
  received: { start_inspection: "inspecting", inspect: "inspected" },
  inspecting: { inspect: "inspected" },
  inspected: { decide: "decided" },
  decided: { decide: "decided", execute: "executed" }, // Another amount voids the first decision.
  executed: { close: "closed" },
  rejected: {},
  closed: {},
  cancelled: {},
  expired: {},
};

export const openMoves = (status: ReturnStatus): Move[] => moves.filter((move) => next[status][move]);

/** The status after a move, or a refusal that names what is in the way. */
export function statusAfter(status: ReturnStatus, move: Move): ReturnStatus {
  const after = next[status][move];
  if (after) return after;
  const { zh, en } = returnStatusWords[status];
  throw new Refusal("conflict", {
    zh: `退货单目前是“${zh}”,不能进行此操作。`,
    en: `The return is “${en}” now, so this is not possible.`,
  });
}
