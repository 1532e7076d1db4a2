import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { basisPoints, day, flag, json, milli, minor, moment, origin, priceE4, version } from "./columns";
import { parties, type ShipTo } from "./parties";
import { people } from "./people";
import { productRevisions, skus } from "./products";
import type { PaymentTerm } from "./words/receivables";
import type { OrderStatus } from "./words/statuses";
import type { OrderKind, PriceTerm } from "./words/trade";

export const orderLimits = { lines: 100, customerPo: 40, remarks: 1_000 } as const;

export const orders = sqliteTable(
  "orders",
  {
    id: text("id").primaryKey(),
    reference: text("reference").notNull().unique(), // SO-TX-2611-0042
    orderKind: text("order_kind").$type<OrderKind>().notNull().default("standard"),
    market: text("market", { enum: ["domestic", "export"] }).notNull(),
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id), // Sold-to: whose order it is.
    billToId: text("bill_to_id")
      .notNull()
      .references(() => parties.id), // Who owes, and so who sees amounts.
    outletId: text("outlet_id").references(() => parties.id), // Served it that day.
    salespersonId: text("salesperson_id").references(() => people.id),
    placedBy: text("placed_by").references(() => people.id),
    shipTo: json<ShipTo>("ship_to"), // A snapshot: later edits of the file change no old paper.
    customerPo: text("customer_po"),
    contractRef: text("contract_ref"),
    orderedOn: day("ordered_on").notNull(),
    orderedAt: moment("ordered_at").notNull(),
    requestedOn: day("requested_on"),
    promisedOn: day("promised_on"),
    priceTerm: text("price_term").$type<PriceTerm>(),
    termPlace: text("term_place"),
    paymentTerm: text("payment_term").$type<PaymentTerm>().notNull(),
    paymentDays: integer("payment_days"), // The n of the terms that have one.
    currency: text("currency").notNull(),
    taxIncluded: flag("tax_included").notNull(),
    plusBp: basisPoints("plus_bp").notNull(),
    minusBp: basisPoints("minus_bp").notNull(),
    status: text("status").$type<OrderStatus>().notNull(), // Explicit until confirmed, then derived from the lines.
    heldStatus: text("held_status").$type<OrderStatus>(), // What lies under on_hold.
    totalMinor: minor("total_minor").notNull(),
    remarks: text("remarks"),
    internalRemarks: text("internal_remarks"),
    confirmedAt: moment("confirmed_at"),
    ...origin(),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [
    index("orders_by_party").on(t.partyId, t.orderedAt),
    index("orders_by_status").on(t.status, t.orderedAt),
    uniqueIndex("orders_by_external_ref").on(t.source, t.externalRef),
  ],
);
export type Order = typeof orders.$inferSelect;

/** Quantities are thousandths of `uom`: grams for kg. */
export const orderLines = sqliteTable(
  "order_lines",
  {
    id: text("id").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    position: integer("position").notNull(),
    revisionId: text("revision_id")
      .notNull()
      .references(() => productRevisions.id),
    skuId: text("sku_id")
      .notNull()
      .references(() => skus.id),
    itemZh: text("item_zh").notNull(), // As printed on the order's day.
    itemEn: text("item_en").notNull(),
    colourNo: text("colour_no"),
    uom: text("uom", { enum: ["kg", "m", "pc"] })
      .notNull()
      .default("kg"),
    cartons: integer("cartons"),
    unitPriceE4: priceE4("unit_price_e4"), // Null: price on request, until confirmed.
    discountBp: basisPoints("discount_bp").notNull().default(0),
    amountMinor: minor("amount_minor").notNull().default(0),
    priceListId: text("price_list_id"),
    promisedOn: day("promised_on"),
    orderedMilli: milli("ordered_milli").notNull(),
    scheduledMilli: milli("scheduled_milli").notNull().default(0),
    producedMilli: milli("produced_milli").notNull().default(0),
    finishedMilli: milli("finished_milli").notNull().default(0), // Off the machine, whether inspected or not.
    readyMilli: milli("ready_milli").notNull().default(0), // Passed, or allocated from stock.
    shippedMilli: milli("shipped_milli").notNull().default(0),
    receivedMilli: milli("received_milli").notNull().default(0), // As the receivers counted it.
    missingMilli: milli("missing_milli").notNull().default(0), // Signed for, but reported short.
    returnedMilli: milli("returned_milli").notNull().default(0),
    cancelledMilli: milli("cancelled_milli").notNull().default(0), // Cancelled or short-closed.
  },
  (t) => [uniqueIndex("order_lines_by_order").on(t.orderId, t.position)],
);
export type OrderLine = typeof orderLines.$inferSelect;

/** Every date that was ever promised for a line, who moved it and why. */
export const promises = sqliteTable(
  "promises",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    orderLineId: text("order_line_id")
      .notNull()
      .references(() => orderLines.id),
    promisedOn: day("promised_on").notNull(),
    reason: text("reason"),
    by: text("by").references(() => people.id),
    at: moment("at").notNull(),
  },
  (t) => [index("promises_by_line").on(t.orderLineId, t.id)],
);
export type Promised = typeof promises.$inferSelect;
