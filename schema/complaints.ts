import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { flag, json, milli, minor, moment, version } from "./columns";
import { parties } from "./parties";
import { people } from "./people";
import { shipmentLines } from "./shipments";
import type {
  Channel,
  ComplaintClass,
  Demand,
  Department,
  Outcome,
  Responsibility,
  Severity,
  Validity,
  WhereFound,
} from "./words/quality";
import type { ComplaintStatus } from "./words/statuses";

export const complaintLimits = { description: 4_000, text: 400, message: 4_000, photos: 10 } as const;

export const complaints = sqliteTable(
  "complaints",
  {
    id: text("id").primaryKey(), // Minted by the form: one form sent twice is one complaint.
    reference: text("reference").notNull().unique(), // CP-2611-0007
    status: text("status").$type<ComplaintStatus>().notNull(),
    resumeStatus: text("resume_status").$type<ComplaintStatus>(), // Where awaiting_customer returns to.
    partyId: text("party_id").references(() => parties.id), // Null: a guest without an account.
    submittedBy: text("submitted_by").references(() => people.id),
    guestName: text("guest_name"),
    guestPhone: text("guest_phone"),
    guestEmail: text("guest_email"),
    boughtFrom: text("bought_from"),
    language: text("language", { enum: ["zh", "en"] }).notNull(),
    channel: text("channel").$type<Channel>().notNull(),
    receivedAt: moment("received_at").notNull(), // The clocks start here, not at typing.

    shipmentLineId: text("shipment_line_id").references(() => shipmentLines.id),
    lotNo: text("lot_no"),
    dyeLotNo: text("dye_lot_no"),
    item: text("item"),
    complainedMilli: milli("complained_milli"),
    unopenedMilli: milli("unopened_milli"),
    usedMilli: milli("used_milli"),
    whereFound: text("where_found").$type<WhereFound>(),
    machine: text("machine"),
    description: text("description").notNull(),
    demand: text("demand").$type<Demand>(),
    demandMinor: minor("demand_minor"),
    machineStopped: flag("machine_stopped").notNull().default(false),
    lateObjection: flag("late_objection").notNull().default(false),

    class: text("class").$type<ComplaintClass>(),
    subClass: text("sub_class"),
    severity: text("severity").$type<Severity>(),
    ownerId: text("owner_id").references(() => people.id),
    coOwnerId: text("co_owner_id").references(() => people.id), // The sales manager, for S1 and key accounts.
    acknowledgeBy: moment("acknowledge_by").notNull(),
    preliminaryBy: moment("preliminary_by"),
    proposeBy: moment("propose_by"),
    closeBy: moment("close_by"),
    acknowledgedAt: moment("acknowledged_at"),
    preliminaryAt: moment("preliminary_at"),
    repliedAt: moment("replied_at"),
    waitingSince: moment("waiting_since"),

    validity: text("validity").$type<Validity>(),
    responsible: text("responsible").$type<Responsibility>(), // Staff only.
    responsibleNote: text("responsible_note"), // Staff only.
    outcome: text("outcome").$type<Outcome>(),
    outcomeMinor: minor("outcome_minor"), // Staff only until replied.
    outcomeMilli: milli("outcome_milli"),
    currency: text("currency").notNull().default("CNY"),
    approvedBy: text("approved_by").references(() => people.id),
    reply: text("reply"), // The formal answer, in the complainant's language.
    resolvedAt: moment("resolved_at"),
    firstFollowUpAt: moment("first_follow_up_at"),
    secondFollowUpAt: moment("second_follow_up_at"),
    closedAt: moment("closed_at"),
    mergedIntoId: text("merged_into_id"),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [
    index("complaints_by_status").on(t.status, t.receivedAt),
    index("complaints_by_party").on(t.partyId, t.receivedAt),
    index("complaints_by_lot").on(t.lotNo),
  ],
);
export type Complaint = typeof complaints.$inferSelect;

/** Words to the customer and notes for ourselves are different kinds and never mix. */
export const complaintMessages = sqliteTable(
  "complaint_messages",
  {
    id: text("id").primaryKey(),
    complaintId: text("complaint_id")
      .notNull()
      .references(() => complaints.id),
    kind: text("kind", { enum: ["to_customer", "from_customer", "internal"] }).notNull(),
    body: text("body").notNull(),
    by: text("by").references(() => people.id), // Null: the guest.
    at: moment("at").notNull(),
    fileIds: json<string[]>("file_ids").notNull().default([]),
  },
  (t) => [index("complaint_messages_by_complaint").on(t.complaintId, t.at)],
);

/** What one department has to find out, and by when. */
export const complaintTasks = sqliteTable(
  "complaint_tasks",
  {
    id: text("id").primaryKey(),
    complaintId: text("complaint_id")
      .notNull()
      .references(() => complaints.id),
    department: text("department").$type<Department>().notNull(),
    question: text("question").notNull(),
    dueAt: moment("due_at").notNull(),
    finding: text("finding"),
    doneAt: moment("done_at"),
    doneBy: text("done_by").references(() => people.id),
  },
  (t) => [
    index("complaint_tasks_by_complaint").on(t.complaintId),
    index("complaint_tasks_by_due").on(t.doneAt, t.dueAt),
  ],
);
export type ComplaintTask = typeof complaintTasks.$inferSelect;

/** 技术鉴定单 */
export const appraisals = sqliteTable(
  "appraisals",
  {
    id: text("id").primaryKey(),
    reference: text("reference").notNull().unique(), // TA-2611-0003
    complaintId: text("complaint_id")
      .notNull()
      .references(() => complaints.id),
    samples: text("samples").notNull(),
    tests: json<{ item: string; method: string; result: string; spec: string }[]>("tests")
      .notNull()
      .default([]),
    conclusion: text("conclusion", { enum: ["conforms", "deviates", "not_reproduced"] }).notNull(),
    reproduction: text("reproduction"),
    laboratory: text("laboratory"),
    testedBy: text("tested_by").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [index("appraisals_by_complaint").on(t.complaintId)],
);
