import type { EnquiryStatus } from "#schema/words/statuses";
import { enquiryStatusWords } from "#schema/words/statuses";
import { Refusal } from "../refusal";

/** Each move that staff make, and the fact it leaves behind. */
export const facts = {
  take: "taken",
  answer: "answered",
  quote: "quoted",
  sample: "sampled",
  negotiate: "negotiated",
  win: "won",
  lose: "lost",
  mark_spam: "marked_spam",
  mark_duplicate: "marked_duplicate",
  reopen: "reopened",
} as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[];

const talking = {
  quote: "quoted",
  sample: "sampling",
  negotiate: "negotiating",
  win: "won",
  lose: "lost",
} as const;
const waiting = {
  answer: "contacted",
  mark_spam: "spam",
  mark_duplicate: "duplicate",
  lose: "lost",
} as const;
const next: Record<EnquiryStatus, Partial<Record<Move, EnquiryStatus>>> = {
  new: { take: "assigned", ...waiting },
  assigned: { take: "assigned", ...waiting },
  contacted: talking,
  quoted: talking,
  sampling: talking,
  negotiating: talking,
  won: {},
  lost: { reopen: "assigned" },
  spam: { reopen: "new" },
  duplicate: { reopen: "new" },
};

export const openMoves = (status: EnquiryStatus): Move[] => moves.filter((move) => next[status][move]);

/** The status after a move, or a refusal that names what is in the way. */
export function statusAfter(status: EnquiryStatus, move: Move): EnquiryStatus {
  const after = next[status][move];
  if (after) return after;
  const { zh, en } = enquiryStatusWords[status];
  throw new Refusal("conflict", {
    zh: `询盘目前是“${zh}”，不能进行此操作。`,
    en: `The enquiry is “${en}” now, so this is not possible.`,
  });
}
