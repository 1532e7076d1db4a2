import { describe, expect, test } from "vitest";
import { type ReturnStatus, returnStatuses } from "#schema/words/statuses";
import { Refusal } from "#worker/refusal";
import { moves, openMoves, statusAfter } from "#worker/returns/lifecycle";
import { delivered, requestReturn, take, takeAll } from "../build/returns";
import { newWorld } from "../world";

/** What is allowed, written down once more: status → move → status; all else is refused. */
const allowed: Record<ReturnStatus, string> = {
  requested: "review>reviewing approve>approved reject>rejected cancel>cancelled",
  reviewing: "approve>approved reject>rejected cancel>cancelled",
  approved: "send_back>in_transit receive>received cancel>cancelled expire>expired",
  rejected: "",
  in_transit: "receive>received",
  received: "start_inspection>inspecting inspect>inspected",
  inspecting: "inspect>inspected",
  inspected: "decide>decided",
  decided: "decide>decided execute>executed",
  executed: "close>closed",
  closed: "",
  cancelled: "",
  expired: "",
};
const target = (from: ReturnStatus, by: string) =>
  allowed[from]
    .split(" ")
    .map((cell) => cell.split(">"))
    .find(([move]) => move === by)?.[1] ?? "refused";

const cells = returnStatuses.flatMap((from) => moves.map((move) => ({ from, move, to: target(from, move) })));

describe("the way of a return", () => {
  test.each(cells)("$from + $move = $to", ({ from, move, to }) => {
    if (to === "refused") expect(() => statusAfter(from, move)).toThrow(Refusal);
    else expect(statusAfter(from, move)).toBe(to);
  });

  test("an ended return goes nowhere", () => {
    expect(returnStatuses.filter((status) => openMoves(status).length === 0)).toEqual([
      "rejected",
      "closed",
      "cancelled",
      "expired",
    ]);
  });

  test("a closed move is refused with the status in words, and nothing happens", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));

    const refused = await take(world, reference, "execute");

    expect(refused).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(refused.body.detail).toContain("已申请");
    expect(await world.events("return.executed")).toEqual([]);
  });

  test("a move on a page that has since changed is refused", async () => {
    const world = await newWorld();
    const { reference, version } = await requestReturn(world, "anna", await delivered(world));
    await takeAll(world, reference, "review");

    const late = await world.as("anna").post(`/returns/${reference}/moves/cancel`, { version });

    expect(late.status).toBe(409);
  });
});
