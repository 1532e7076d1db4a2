import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { milli, moment, version } from "./columns";
import { parties } from "./parties";
import { people } from "./people";
import type { EnquiryStatus } from "./words/statuses";

export const enquiryLimits = { text: 2_000, name: 80, company: 120 } as const;

/** Someone would like to buy: a visitor or a partner, from the catalogue or through staff. */
export const enquiries = sqliteTable(
  "enquiries",
  {
    id: text("id").primaryKey(),
    reference: text("reference").notNull().unique(), // EQ-2611-0002
    status: text("status").$type<EnquiryStatus>().notNull(),
    partyId: text("party_id").references(() => parties.id),
    personId: text("person_id").references(() => people.id),
    source: text("source").notNull().default("portal"),
    company: text("company"),
    name: text("name").notNull(),
    country: text("country"),
    email: text("email"),
    phone: text("phone"),
    language: text("language", { enum: ["zh", "en"] }).notNull(),
    productRef: text("product_ref"),
    quantityMilli: milli("quantity_milli"),
    body: text("body").notNull(),
    answerBy: moment("answer_by").notNull(),
    answer: text("answer"),
    answeredAt: moment("answered_at"),
    lostReason: text("lost_reason"),
    assignedTo: text("assigned_to").references(() => people.id),
    receivedAt: moment("received_at").notNull(),
    version: version(),
  },
  (t) => [
    index("enquiries_by_status").on(t.status, t.receivedAt),
    index("enquiries_by_party").on(t.partyId, t.receivedAt),
  ],
);
export type Enquiry = typeof enquiries.$inferSelect;
