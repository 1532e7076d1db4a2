import { describe, expect, test } from "vitest";
import { type StatementStatus, statementStatuses } from "#schema/words/statuses";
import { Refusal } from "#worker/refusal";
import { type Move, moves, statusAfter, waitsFor } from "#worker/statements/lifecycle";

const none = Object.fromEntries(moves.map((move) => [move, "refused"])) as Record<Move, "refused">; // One for every move.
const answers = {
  confirm: "confirmed",
  dispute: "disputed",
  settle: "partially_confirmed",
  reissue: "superseded",
} as const;
const waiting = { ...answers, lapse: "unconfirmed_overdue", deem: "confirmed_by_clause" } as const;

const table: Record<StatementStatus, Record<Move, StatementStatus | "refused">> = {
  draft: none,
  issued: { ...none, ...waiting, view: "viewed" },
  viewed: { ...none, ...waiting },
  unconfirmed_overdue: { ...none, ...answers },
  disputed: {
    ...none,
    dispute: "disputed",
    settle: "partially_confirmed",
    resolve: "viewed",
    adjust: "adjusted",
  },
  partially_confirmed: { ...none, confirm: "confirmed", resolve: "partially_confirmed", adjust: "adjusted" },
  adjusted: { ...none, reissue: "superseded" },
  confirmed: none,
  confirmed_by_clause: none,
  superseded: none,
  void: none,
};
const cells = statementStatuses.flatMap((from) =>
  moves.map((move) => ({ from, move, to: table[from][move] })),
);

test.each(cells)("a statement that is $from + $move = $to", ({ from, move, to }) => {
  if (to === "refused") expect(() => statusAfter(from, move)).toThrow(Refusal);
  else expect(statusAfter(from, move)).toBe(to);
});

describe("whose answer it waits for", () => {
  test.each([
    ["issued", 0, "party"],
    ["unconfirmed_overdue", 0, "party"],
    ["disputed", 2, "us"],
    ["partially_confirmed", 1, "us"],
    ["partially_confirmed", 0, "party"],
    ["adjusted", 0, "us"],
    ["confirmed", 0, null],
    ["superseded", 0, null],
  ] as const)("%s with %i open disputes waits for %s", (status, open, who) => {
    expect(waitsFor(status, open)).toBe(who);
  });
});
