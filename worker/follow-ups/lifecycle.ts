import type { FollowUp } from "#schema/followUps";
import { type FollowUpStatus, followUpStatusWords } from "#schema/words/statuses";
import { Refusal } from "../refusal";

/** What a call can come to, and the fact it leaves behind. */
export const facts = {
  satisfy: "done",
  escalate: "escalated",
  miss: "attempted",
  defer: "deferred",
  refuse: "refused",
  waive: "waived",
} as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[];

const open = {
  satisfy: "done",
  escalate: "escalated",
  miss: "attempted",
  refuse: "refused",
  waive: "skipped",
} as const;

const next: Record<FollowUpStatus, Partial<Record<Move, FollowUpStatus>>> = {
  due: { ...open, defer: "due" },
  attempted: { ...open, defer: "attempted" },
  done: {},
  refused: {},
  escalated: {},
  skipped: {},
};

export const isOpen = (status: FollowUpStatus) => next[status].satisfy !== undefined;

/** The status after a move, or a refusal that names what is in the way. */
export function statusAfter({ status }: Pick<FollowUp, "status">, move: Move): FollowUpStatus {
  const after = next[status][move];
  if (after) return after;
  const { zh, en } = followUpStatusWords[status];
  throw new Refusal("conflict", {
    zh: `该回访目前是“${zh}”，不能进行此操作。`,
    en: `The follow-up is “${en}” now, so this is not possible.`,
  });
}
