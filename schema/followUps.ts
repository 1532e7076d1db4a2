import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { day, moment, version } from "./columns";
import { complaints } from "./complaints";
import { parties } from "./parties";
import { people } from "./people";
import type { ComplaintClass, FollowUpKind } from "./words/quality";
import type { FollowUpStatus } from "./words/statuses";

export const followUpLimits = { attempts: 3, text: 1_000, score: { min: 1, max: 5 } } as const;

export const followUps = sqliteTable(
  "follow_ups",
  {
    id: text("id").primaryKey(),
    reference: text("reference").notNull().unique(), // FU-2611-0012
    kind: text("kind").$type<FollowUpKind>().notNull(),
    status: text("status").$type<FollowUpStatus>().notNull(),
    partyId: text("party_id").references(() => parties.id), // Null: a guest's complaint.
    complaintId: text("complaint_id").references(() => complaints.id),
    shipmentId: text("shipment_id"),
    dueOn: day("due_on").notNull(),
    assignedTo: text("assigned_to").references(() => people.id),
    attempts: integer("attempts").notNull().default(0),
    productScore: integer("product_score"),
    serviceScore: integer("service_score"),
    salespersonScore: integer("salesperson_score"),
    timelyScore: integer("timely_score"), // Was the salesperson in time?
    careScore: integer("care_score"), // And their service?
    overallScore: integer("overall_score"), // Asked for, never computed.
    problem: text("problem"),
    problemClass: text("problem_class").$type<ComplaintClass>(),
    needs: text("needs"),
    suggestion: text("suggestion"),
    waivedReason: text("waived_reason"),
    doneAt: moment("done_at"),
    doneBy: text("done_by").references(() => people.id),
    at: moment("at").notNull(),
    version: version(),
  },
  (t) => [
    index("follow_ups_by_due").on(t.status, t.dueOn),
    index("follow_ups_by_complaint").on(t.complaintId),
  ],
);
export type FollowUp = typeof followUps.$inferSelect;
