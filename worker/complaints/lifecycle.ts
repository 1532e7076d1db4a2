import type { Complaint } from "#schema/complaints";
import { type ComplaintStatus, complaintStatusWords } from "#schema/words/statuses";
import { Refusal } from "../refusal";

/** Each move that a person makes, and the fact it leaves behind. */
export const facts = {
  accept: "accepted",
  analyse: "analysis_started",
  route: "routed",
  investigate: "investigation_started",
  set_liability: "liability_set",
  appraise: "appraisal_started",
  propose: "resolution_proposed",
  approve: "resolution_approved",
  decline: "resolution_declined",
  reply: "replied",
  customer_accept: "customer_accepted",
  customer_reject: "customer_rejected",
  execute: "execution_started",
  resolve: "resolved",
  close: "closed",
  ask: "customer_asked",
  merge: "merged",
  withdraw: "withdrawn",
  reopen: "reopened",
} as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[];

/** Moves that follow from something else: an answer, a follow-up, or ten days of silence. */
export const consequences = {
  answer: "customer_answered",
  first_follow_up: "first_follow_up_done",
  second_follow_up: "second_follow_up_done",
  dissatisfied: "found_unsolved",
  give_up: "closed_without_answer",
} as const;
export type Consequence = keyof typeof consequences;

type Next = Partial<Record<Move | Consequence, ComplaintStatus>>;
const open = { ask: "awaiting_customer", withdraw: "withdrawn" } as const;
const early = { ...open, merge: "merged" } as const;

const next: Record<ComplaintStatus, Next> = {
  submitted: { accept: "accepted", merge: "merged", withdraw: "withdrawn" },
  accepted: { analyse: "analysing", route: "routed", ...early },
  analysing: { route: "routed", investigate: "investigating", ...early },
  routed: { route: "routed", investigate: "investigating", ...early },
  investigating: { route: "routed", set_liability: "liability_set", appraise: "appraising", ...early },
  liability_set: {
    appraise: "appraising",
    investigate: "investigating",
    propose: "resolution_proposed",
    ...open,
  },
  appraising: { set_liability: "liability_set", propose: "resolution_proposed", ...open },
  resolution_proposed: {
    propose: "resolution_proposed",
    approve: "resolution_approved",
    decline: "liability_set",
    withdraw: "withdrawn",
  },
  resolution_approved: { propose: "resolution_proposed", reply: "replied", withdraw: "withdrawn" },
  replied: {
    customer_accept: "customer_accepted",
    customer_reject: "customer_rejected",
    resolve: "resolved",
    withdraw: "withdrawn",
  },
  customer_accepted: { execute: "executing", resolve: "resolved" },
  customer_rejected: { investigate: "investigating", propose: "resolution_proposed", ...open },
  executing: { resolve: "resolved" },
  resolved: { first_follow_up: "followup_1_done", dissatisfied: "investigating" },
  followup_1_done: { second_follow_up: "followup_2_done", dissatisfied: "investigating" },
  followup_2_done: { close: "closed", dissatisfied: "investigating" },
  closed: { reopen: "reopened" },
  awaiting_customer: { answer: "accepted", give_up: "closed", withdraw: "withdrawn" }, // An answer returns to where it was asked.
  merged: {},
  withdrawn: {},
  reopened: { analyse: "analysing", route: "routed", investigate: "investigating", ...open },
};

/** What leads on comes first, what only redoes a step last. */
export const openMoves = (status: ComplaintStatus): Move[] => {
  const open = moves.filter((move) => next[status][move]);
  const again = (move: Move) => next[status][move] === status || next[status][move] === "withdrawn";
  return [...open.filter((move) => !again(move)), ...open.filter(again)];
};

export const leadsOn = (status: ComplaintStatus, by: Move | Consequence) => next[status][by] !== undefined;

type Standing = Pick<Complaint, "status" | "resumeStatus">;

/** The status after a move, or a refusal that names what is in the way. */
export function statusAfter({ status, resumeStatus }: Standing, by: Move | Consequence): ComplaintStatus {
  const after = next[status][by];
  if (!after) {
    const { zh, en } = complaintStatusWords[status];
    throw new Refusal("conflict", {
      zh: `投诉目前是“${zh}”，不能进行此操作。`,
      en: `The complaint is “${en}” now, so this is not possible.`,
    });
  }
  return by === "answer" ? (resumeStatus ?? after) : after;
}

export const finished: ComplaintStatus[] = ["closed", "merged", "withdrawn"];
