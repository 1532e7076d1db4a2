import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { day, flag, json, milli, minor, moment, priceE4, version } from "./columns";
import { accounts } from "./ledger";
import { parties } from "./parties";
import type { DisputeReason, EntryType, StatementSection } from "./words/receivables";
import type { DisputeStatus, StatementStatus } from "./words/statuses";

export const statementLimits = { note: 1_000 } as const;

/** One numbered, frozen version of a month's account. Figures are sealed when issued (trigger). */
export const statements = sqliteTable(
  "statements",
  {
    id: text("id").primaryKey(),
    reference: text("reference").notNull().unique(), // ST-D0107-CNY-202610-V1
    number: integer("number").notNull(), // The V of the reference.
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id),
    period: text("period").notNull(), // YYYY-MM
    currency: text("currency").notNull(),
    status: text("status").$type<StatementStatus>().notNull(),
    openingMinor: minor("opening_minor").notNull(),
    debitMinor: minor("debit_minor").notNull(),
    creditMinor: minor("credit_minor").notNull(),
    closingMinor: minor("closing_minor").notNull(),
    quantityMilli: milli("quantity_milli").notNull(),
    overdueMinor: minor("overdue_minor").notNull(),
    uninvoicedMinor: minor("uninvoiced_minor").notNull(), // Delivered, not invoiced.
    unpaidInvoicesMinor: minor("unpaid_invoices_minor").notNull(), // Invoiced, not paid.
    undueBillsMinor: minor("undue_bills_minor").notNull(),
    ageing: json<Record<string, number>>("ageing").notNull(),
    heading: json<Record<string, string | null>>("heading").notNull(), // Names, codes, tax numbers as of issue.
    hash: text("hash").notNull(), // SHA-256 of the canonical snapshot.
    issuedAt: moment("issued_at").notNull(),
    issuedBy: text("issued_by"),
    confirmBy: day("confirm_by").notNull(),
    viewedAt: moment("viewed_at"),
    viewedBy: text("viewed_by"),
    answeredAt: moment("answered_at"),
    answeredBy: text("answered_by"),
    answerMethod: text("answer_method", { enum: ["portal", "sealed_scan", "paper", "clause"] }),
    answerAddress: text("answer_address"), // Network address the answer came from.
    supersededBy: text("superseded_by"),
    version: version(),
  },
  (t) => [
    uniqueIndex("statements_by_account").on(t.accountId, t.period, t.number),
    index("statements_by_party").on(t.partyId, t.period),
    index("statements_by_status").on(t.status, t.issuedAt),
  ],
);
export type Statement = typeof statements.$inferSelect;

/** The lines as they were when the statement was issued; never changed (trigger). */
export const statementLines = sqliteTable(
  "statement_lines",
  {
    id: text("id").primaryKey(),
    statementId: text("statement_id")
      .notNull()
      .references(() => statements.id),
    position: integer("position").notNull(),
    section: text("section").$type<StatementSection>().notNull(),
    entryId: text("entry_id").notNull(),
    date: day("date").notNull(),
    type: text("type").$type<EntryType>().notNull(),
    docNo: text("doc_no"),
    orderRef: text("order_ref"),
    customerPo: text("customer_po"),
    item: text("item"),
    colourNo: text("colour_no"),
    lotNo: text("lot_no"),
    cartons: integer("cartons"),
    quantityMilli: milli("quantity_milli"),
    unitPriceE4: priceE4("unit_price_e4"),
    debitMinor: minor("debit_minor").notNull(),
    creditMinor: minor("credit_minor").notNull(),
    balanceMinor: minor("balance_minor").notNull(),
    invoiceNo: text("invoice_no"),
    dueOn: day("due_on"),
    adjustsPeriod: text("adjusts_period"),
    memo: text("memo"),
    agreedBefore: flag("agreed_before").notNull().default(false), // The party has agreed to it in an earlier version.
  },
  (t) => [uniqueIndex("statement_lines_by_statement").on(t.statementId, t.position)],
);
export type StatementLine = typeof statementLines.$inferSelect;

/** What the party says about a line, and what we answered. */
export const disputes = sqliteTable(
  "disputes",
  {
    id: text("id").primaryKey(),
    statementId: text("statement_id")
      .notNull()
      .references(() => statements.id),
    lineId: text("line_id")
      .notNull()
      .unique()
      .references(() => statementLines.id),
    reason: text("reason").$type<DisputeReason>().notNull(),
    theirMinor: minor("their_minor"), // The figure the party sees.
    note: text("note"),
    status: text("status").$type<DisputeStatus>().notNull(),
    raisedBy: text("raised_by").notNull(),
    raisedAt: moment("raised_at").notNull(),
    answerDueAt: moment("answer_due_at").notNull(),
    reply: text("reply"),
    repliedBy: text("replied_by"),
    repliedAt: moment("replied_at"),
    adjustmentEntryId: text("adjustment_entry_id"),
  },
  (t) => [
    index("disputes_by_statement").on(t.statementId),
    index("disputes_by_status").on(t.status, t.answerDueAt),
  ],
);
export type Dispute = typeof disputes.$inferSelect;
