import { describe, expect, test } from "vitest";
import { type ComplaintStatus, complaintStatuses } from "#schema/words/statuses";
import {
  type Consequence,
  consequences,
  finished,
  type Move,
  moves,
  openMoves,
  statusAfter,
} from "#worker/complaints/lifecycle";
import { Refusal } from "#worker/refusal";

type By = Move | Consequence;
const everything: By[] = [...moves, ...(Object.keys(consequences) as Consequence[])];

/** What is allowed, written down once more: state → move → state; all else is refused. */
const allowed: Record<ComplaintStatus, string> = {
  submitted: "accept>accepted merge>merged withdraw>withdrawn",
  accepted: "analyse>analysing route>routed ask>awaiting_customer merge>merged withdraw>withdrawn",
  analysing: "route>routed investigate>investigating ask>awaiting_customer merge>merged withdraw>withdrawn",
  routed: "route>routed investigate>investigating ask>awaiting_customer merge>merged withdraw>withdrawn",
  investigating:
    "route>routed set_liability>liability_set appraise>appraising ask>awaiting_customer merge>merged withdraw>withdrawn",
  liability_set:
    "appraise>appraising investigate>investigating propose>resolution_proposed ask>awaiting_customer withdraw>withdrawn",
  appraising:
    "set_liability>liability_set propose>resolution_proposed ask>awaiting_customer withdraw>withdrawn",
  resolution_proposed:
    "propose>resolution_proposed approve>resolution_approved decline>liability_set withdraw>withdrawn",
  resolution_approved: "propose>resolution_proposed reply>replied withdraw>withdrawn",
  replied:
    "customer_accept>customer_accepted customer_reject>customer_rejected resolve>resolved withdraw>withdrawn",
  customer_accepted: "execute>executing resolve>resolved",
  customer_rejected:
    "investigate>investigating propose>resolution_proposed ask>awaiting_customer withdraw>withdrawn",
  executing: "resolve>resolved",
  resolved: "first_follow_up>followup_1_done dissatisfied>investigating",
  followup_1_done: "second_follow_up>followup_2_done dissatisfied>investigating",
  followup_2_done: "close>closed dissatisfied>investigating",
  closed: "reopen>reopened",
  awaiting_customer: "answer>investigating give_up>closed withdraw>withdrawn",
  merged: "",
  withdrawn: "",
  reopened:
    "analyse>analysing route>routed investigate>investigating ask>awaiting_customer withdraw>withdrawn",
};
const target = (from: ComplaintStatus, by: By) =>
  allowed[from]
    .split(" ")
    .map((cell) => cell.split(">"))
    .find(([move]) => move === by)?.[1] ?? "refused";

const cells = complaintStatuses.flatMap((from) =>
  everything.map((by) => ({ from, by, to: target(from, by) })),
);

describe("the procedure of a complaint", () => {
  test.each(cells)("$from + $by = $to", ({ from, by, to }) => {
    const complaint = {
      status: from,
      resumeStatus: from === "awaiting_customer" ? ("investigating" as const) : null,
    };

    if (to === "refused") expect(() => statusAfter(complaint, by)).toThrow(Refusal);
    else expect(statusAfter(complaint, by)).toBe(to);
  });

  test("a finished complaint goes nowhere, but a closed one can be reopened", () => {
    expect(finished.map((status) => [status, openMoves(status)])).toEqual([
      ["closed", ["reopen"]],
      ["merged", []],
      ["withdrawn", []],
    ]);
  });

  test("every state but the first can be reached", () => {
    const reached = new Set(cells.map(({ to }) => to));

    expect(complaintStatuses.filter((status) => !reached.has(status))).toEqual(["submitted"]);
  });
});
