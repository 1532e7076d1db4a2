import { describe, expect, test } from "vitest";
import {
  type DomesticStatus,
  domesticStatuses,
  type ExportStatus,
  exportStatuses,
  type ShipmentStatus,
} from "#schema/words/shipments";
import { Refusal } from "#worker/refusal";
import { moves, openMoves, statusAfter, statusAfterRecord, trackable } from "#worker/shipments/lifecycle";

const planned = "amend dispatch track cancel";
const moving = "amend track receive";
const domestic: Record<DomesticStatus, string> = {
  planned,
  picking: planned,
  loaded: planned,
  dispatched: moving,
  in_transit: moving,
  out_for_delivery: moving,
  delivered: moving,
  signed: "revoke_receipt",
  signed_with_exception: "revoke_receipt",
  refused: "track put_back",
  returned_to_warehouse: "",
  cancelled: "",
};
const abroad: Record<ExportStatus, string> = {
  planned,
  booked: planned,
  space_confirmed: planned,
  stuffed: planned,
  gated_in: planned,
  customs_hold: planned,
  customs_released: planned,
  rolled: planned,
  on_board: "amend track",
  sailed: "amend track",
  transshipped: "amend track",
  arrived: moving,
  discharged: moving,
  released: moving,
  delivered: moving,
  confirmed: "revoke_receipt",
  cancelled: "",
};
const cells = [
  ...domesticStatuses.map((status) => ({ market: "domestic" as const, status, open: domestic[status] })),
  ...exportStatuses.map((status) => ({ market: "export" as const, status, open: abroad[status] })),
];

test.each(cells)("a shipment ($market) that is $status: $open", ({ market, status, open }) => {
  const shipment = { market, status, releasedToChild: true };
  expect(openMoves(shipment).join(" ")).toBe(open);
  for (const move of moves.filter((one) => !open.split(" ").includes(one))) {
    expect(() => statusAfter(shipment, move)).toThrow(Refusal);
  }
});

test.each([
  ["domestic", "loaded", "dispatch", false, "dispatched"],
  ["export", "customs_released", "dispatch", false, "on_board"],
  ["domestic", "delivered", "receive", false, "signed"],
  ["domestic", "delivered", "receive", true, "signed_with_exception"],
  ["export", "discharged", "receive", true, "confirmed"],
  ["domestic", "refused", "put_back", false, "returned_to_warehouse"],
  ["export", "confirmed", "revoke_receipt", false, "delivered"],
  ["domestic", "planned", "cancel", false, "cancelled"],
  ["domestic", "in_transit", "amend", false, "in_transit"],
] as const)("%s %s + %s (exception: %s) = %s", (market, status, move, exception, after) => {
  expect(statusAfter({ market, status, releasedToChild: true }, move, exception)).toBe(after);
});

describe("records on the way", () => {
  test.each<["domestic" | "export", ShipmentStatus, ShipmentStatus, ShipmentStatus]>([
    ["domestic", "planned", "picking", "picking"],
    ["domestic", "dispatched", "delivered", "delivered"],
    ["domestic", "delivered", "in_transit", "delivered"],
    ["domestic", "delivered", "refused", "refused"],
    ["domestic", "refused", "out_for_delivery", "out_for_delivery"],
    ["export", "gated_in", "customs_hold", "customs_hold"],
    ["export", "customs_hold", "customs_released", "customs_released"],
    ["export", "gated_in", "rolled", "rolled"],
    ["export", "rolled", "booked", "booked"],
    ["export", "sailed", "arrived", "arrived"],
  ])("%s: %s, then a record of %s, is %s", (market, status, code, after) => {
    expect(statusAfterRecord({ market, status }, code)).toBe(after);
  });

  test("never dispatch goods, sign for them or bring up what does not belong to their way", () => {
    const here = { market: "domestic", status: "planned" } as const;
    expect(trackable(here)).toEqual(["picking", "loaded"]);
    expect(() => statusAfterRecord(here, "dispatched")).toThrow(Refusal);
    expect(() => statusAfterRecord({ market: "domestic", status: "dispatched" }, "signed")).toThrow(Refusal);
    expect(() => statusAfterRecord({ market: "domestic", status: "dispatched" }, "sailed")).toThrow(Refusal);
  });
});
