import { describe, expect, test } from "vitest";
import type { OrderLine } from "#schema/orders";
import { type OrderStatus, orderStatuses } from "#schema/words/statuses";
import { derivedStatus, type Move, moves, statusAfter } from "#worker/orders/lifecycle";
import { Refusal } from "#worker/refusal";

type Row = Partial<Record<Move, OrderStatus>>;
const pending: Row = { reject: "rejected", hold: "on_hold", cancel: "cancelled" };
const halt: Row = { hold: "on_hold", cancel: "cancelled" };
const work = (status: OrderStatus): Row => ({ progress: status, promise: status, short_close: status });

/** What is not named is refused. */
const table: Record<OrderStatus, Row> = {
  draft: { submit: "pending_confirmation", cancel: "cancelled" },
  pending_confirmation: { confirm: "confirmed", ...pending },
  pending_credit: { approve_credit: "confirmed", ...pending },
  pending_deposit: { receive_deposit: "confirmed", ...pending },
  confirmed: { ...halt, ...work("confirmed") },
  scheduled: { ...halt, ...work("scheduled") },
  in_production: { ...halt, ...work("in_production") },
  inspecting: { ...halt, ...work("inspecting") },
  ready: { ...halt, ...work("ready") },
  partially_shipped: { hold: "on_hold", ...work("partially_shipped") },
  shipped: { hold: "on_hold" },
  received: { close: "closed", hold: "on_hold" },
  on_hold: { release: "ready" }, // What lies under it.
  closed: { reopen: "received" },
  cancelled: {},
  rejected: {},
};
const cells = orderStatuses.flatMap((from) =>
  moves.map((move) => ({ from, move, to: table[from][move] ?? "refused" })),
);

test.each(cells)("$from + $move = $to", ({ from, move, to }) => {
  const order = { status: from, heldStatus: from === "on_hold" ? ("ready" as const) : null };
  if (to === "refused") expect(() => statusAfter(order, move)).toThrow(Refusal);
  else expect(statusAfter(order, move)).toBe(to);
});

const line = (said: Partial<OrderLine>) =>
  ({
    orderedMilli: 1_000,
    scheduledMilli: 0,
    producedMilli: 0,
    finishedMilli: 0,
    readyMilli: 0,
    shippedMilli: 0,
    receivedMilli: 0,
    missingMilli: 0,
    cancelledMilli: 0,
    ...said,
  }) as OrderLine;

describe("where an order stands follows from its lines, with 3 % less allowed", () => {
  test.each<[string, Partial<OrderLine>[], OrderStatus]>([
    ["nothing begun", [{}], "confirmed"],
    ["every line has a slot", [{ scheduledMilli: 1_000 }, { scheduledMilli: 970 }], "scheduled"],
    ["one line has no slot", [{ scheduledMilli: 1_000 }, {}], "confirmed"],
    ["a kilogram is produced of each", [{ producedMilli: 1 }, { producedMilli: 1 }], "in_production"],
    ["finished but for the tolerance", [{ producedMilli: 970, finishedMilli: 970 }], "inspecting"],
    ["finished, a gram below the tolerance", [{ producedMilli: 970, finishedMilli: 969 }], "in_production"],
    ["allocated from stock", [{ readyMilli: 1_000 }], "ready"],
    ["some of one line sent", [{ readyMilli: 1_000, shippedMilli: 1 }, {}], "partially_shipped"],
    ["all sent within the tolerance", [{ shippedMilli: 970 }, { shippedMilli: 1_030 }], "shipped"],
    ["the rest is short-closed", [{ shippedMilli: 600, cancelledMilli: 400 }], "shipped"],
    ["one line is given up wholly", [{ cancelledMilli: 1_000 }, { shippedMilli: 1_000 }], "shipped"],
    [
      "one line signed for, the other on its way",
      [{ shippedMilli: 1_000, receivedMilli: 1_000 }, { shippedMilli: 1_000 }],
      "shipped",
    ],
    ["all signed for", [{ shippedMilli: 980, receivedMilli: 980 }], "received"],
    [
      "signed for with a fifth missing",
      [{ shippedMilli: 1_000, receivedMilli: 800, missingMilli: 200 }],
      "received",
    ],
  ])("%s", (_when, lines, status) => {
    expect(derivedStatus("confirmed", 300, lines.map(line))).toBe(status);
  });

  test.each(["draft", "pending_credit", "on_hold", "cancelled", "closed"] as const)(
    "%s is never derived away",
    (status) => {
      expect(derivedStatus(status, 300, [line({ shippedMilli: 1_000 })])).toBe(status);
    },
  );
});
