import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { day, milli, minor, moment, origin, priceE4 } from "./columns";
import { parties } from "./parties";
import type { EntryType } from "./words/receivables";

export const ledgerLimits = { memo: 200 } as const;

/** One running account: our legal entity × settlement party × currency. */
export const accounts = sqliteTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    entity: text("entity").notNull().default("LX"),
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id),
    currency: text("currency").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [uniqueIndex("accounts_by_party").on(t.partyId, t.currency, t.entity)],
);
export type Account = typeof accounts.$inferSelect;

/** Append-only (trigger). Debit is positive: the customer owes us. */
export const entries = sqliteTable(
  "entries",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }), // Order of writing.
    id: text("id").notNull().unique(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    type: text("type").$type<EntryType>().notNull(),
    businessDate: day("business_date").notNull(), // When it was so.
    postingDate: day("posting_date").notNull(), // The period it belongs to.
    amountMinor: minor("amount_minor").notNull(),
    quantityMilli: milli("quantity_milli"),
    unitPriceE4: priceE4("unit_price_e4"),
    docNo: text("doc_no"),
    orderId: text("order_id"),
    orderRef: text("order_ref"),
    customerPo: text("customer_po"),
    item: text("item"),
    colourNo: text("colour_no"),
    lotNo: text("lot_no"),
    cartons: integer("cartons"),
    shipmentId: text("shipment_id"),
    shipmentLineId: text("shipment_line_id"),
    returnId: text("return_id"),
    complaintId: text("complaint_id"),
    dueOn: day("due_on"),
    effectiveDueOn: day("effective_due_on"), // Moved off holidays.
    maturesOn: day("matures_on"), // Acceptance bills.
    invoiceNo: text("invoice_no"),
    adjustsPeriod: text("adjusts_period"), // YYYY-MM of the closed month a late fact belongs to.
    memo: text("memo"),
    createdBy: text("created_by"),
    approvedBy: text("approved_by"),
    reversalOf: text("reversal_of").unique(), // An entry is reversed once at most.
    recordedAt: moment("recorded_at").notNull(),
    ...origin(),
  },
  (t) => [
    // With the amount inside, a balance is read from the index alone.
    index("entries_by_account").on(t.accountId, t.postingDate, t.seq, t.amountMinor),
    index("entries_by_slip").on(t.docNo, t.businessDate),
    index("entries_by_shipment").on(t.shipmentId),
    uniqueIndex("entries_by_external_ref").on(t.source, t.externalRef),
  ],
);
export type Entry = typeof entries.$inferSelect;

/** Which receipt paid which debt; may be redone until the month is confirmed, never moves the balance. */
export const allocations = sqliteTable(
  "allocations",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    creditEntryId: text("credit_entry_id").notNull(),
    debitEntryId: text("debit_entry_id").notNull(),
    amountMinor: minor("amount_minor").notNull(),
    recordedAt: moment("recorded_at").notNull(),
    endedAt: moment("ended_at"),
  },
  (t) => [index("allocations_by_account").on(t.accountId, t.endedAt)],
);
export type Allocation = typeof allocations.$inferSelect;

/** Company months that finance has closed. */
export const closedPeriods = sqliteTable("closed_periods", {
  period: text("period").primaryKey(), // YYYY-MM
  closedAt: moment("closed_at").notNull(),
  closedBy: text("closed_by").notNull(),
});
