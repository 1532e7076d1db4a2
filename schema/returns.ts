import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { basisPoints, day, milli, minor, moment, priceE4, version } from "./columns";
import { complaints } from "./complaints";
import { parties } from "./parties";
import { people } from "./people";
import { shipmentLines } from "./shipments";
import type { Disposition, Outcome, ReturnKind } from "./words/quality";
import type { ReturnReason } from "./words/returns";
import type { ReturnStatus } from "./words/statuses";

export const returnLimits = { lines: 50, note: 1_000 } as const;

export const returns = sqliteTable(
  "returns",
  {
    id: text("id").primaryKey(),
    reference: text("reference").notNull().unique(), // RT-2611-0004
    kind: text("kind").$type<ReturnKind>().notNull(),
    status: text("status").$type<ReturnStatus>().notNull(),
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id),
    billToId: text("bill_to_id")
      .notNull()
      .references(() => parties.id),
    complaintId: text("complaint_id").references(() => complaints.id),
    reason: text("reason").$type<ReturnReason>().notNull(),
    note: text("note"),
    requestedBy: text("requested_by")
      .notNull()
      .references(() => people.id),
    requestedAt: moment("requested_at").notNull(),
    lateObjection: integer("late_objection", { mode: "boolean" }).notNull().default(false),
    approvedBy: text("approved_by").references(() => people.id),
    approvedAt: moment("approved_at"),
    rejectedReason: text("rejected_reason"),
    validUntil: day("valid_until"),
    returnAddress: text("return_address"),
    freightPayer: text("freight_payer", { enum: ["seller", "buyer"] }),
    carrier: text("carrier"),
    waybillNo: text("waybill_no"),
    receivedOn: day("received_on"),
    inspectedBy: text("inspected_by").references(() => people.id),
    decidedBy: text("decided_by").references(() => people.id),
    currency: text("currency").notNull(),
    creditMinor: minor("credit_minor"), // Positive; the entry is its negative.
    executedAt: moment("executed_at"),
    closedAt: moment("closed_at"),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [
    index("returns_by_party").on(t.partyId, t.requestedAt),
    index("returns_by_status").on(t.status, t.requestedAt),
  ],
);
export type Return = typeof returns.$inferSelect;

/** requested → approved → received → accepted, each in thousandths of the line's unit. */
export const returnLines = sqliteTable(
  "return_lines",
  {
    id: text("id").primaryKey(),
    returnId: text("return_id")
      .notNull()
      .references(() => returns.id),
    position: integer("position").notNull(),
    shipmentLineId: text("shipment_line_id")
      .notNull()
      .references(() => shipmentLines.id),
    requestedMilli: milli("requested_milli").notNull(),
    approvedMilli: milli("approved_milli"),
    declaredMilli: milli("declared_milli"),
    receivedMilli: milli("received_milli"),
    receivedCartons: integer("received_cartons"),
    acceptedMilli: milli("accepted_milli"),
    disposition: text("disposition").$type<Disposition>(),
    outcome: text("outcome").$type<Outcome>(),
    inspectionNote: text("inspection_note"),
    unitPriceE4: priceE4("unit_price_e4"), // Of the original delivery.
    discountBp: basisPoints("discount_bp").notNull().default(0),
    creditMinor: minor("credit_minor"),
  },
  (t) => [
    uniqueIndex("return_lines_by_return").on(t.returnId, t.position),
    index("return_lines_by_shipment_line").on(t.shipmentLineId),
  ],
);
export type ReturnLine = typeof returnLines.$inferSelect;
