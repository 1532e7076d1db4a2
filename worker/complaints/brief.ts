import { z } from "zod";
import type { Party } from "#schema/parties";
import { complaintStageOf, complaintStages } from "#schema/words/forPartners";
import { complaintClasses, departments } from "#schema/words/quality";
import { type ComplaintStatus, complaintStatuses } from "#schema/words/statuses";
import { type Actor, isStaff } from "../actor";
import { iso } from "../http";
import { PartyBrief, presentBrief } from "../parties/brief";
import { isLate, type Next, nextStepOf, nextSteps, type Pending } from "./nextStep";
import { isComplainant } from "./policy";

export const NextView = z
  .object({
    step: z.enum(nextSteps),
    by: z.enum([...departments, "after_sales", "customer"]),
    dueAt: z.string().nullable(),
    late: z.boolean(),
  })
  .meta({ id: "NextStep" });

export const ComplaintBrief = z
  .object({
    reference: z.string(),
    status: z.enum(complaintStatuses),
    stage: z.enum(complaintStages).nullable(),
    class: z.enum(complaintClasses).nullable(),
    item: z.string().nullable(),
    lotNo: z.string().nullable(),
    party: PartyBrief.nullable(),
    guestName: z.string().nullable(),
    receivedAt: z.string(),
    severity: z.string().nullable(),
    ownerName: z.string().nullable(),
    next: NextView.nullable(),
    waitsForMe: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: "ComplaintBrief" });
export type ComplaintBrief = z.infer<typeof ComplaintBrief>;

export type ComplaintRow = Pending & { party: Party | null; ownerName: string | null };

/** What a customer may know of a status: how we come to an answer is our own affair. */
const statusOutside: Partial<Record<ComplaintStatus, ComplaintStatus>> = {
  analysing: "investigating",
  routed: "investigating",
  liability_set: "investigating",
  appraising: "investigating",
  resolution_proposed: "investigating",
  resolution_approved: "investigating",
  followup_2_done: "followup_1_done",
};
export const shownStatus = (actor: Actor, status: ComplaintStatus) =>
  isStaff(actor) ? status : (statusOutside[status] ?? status);

export function presentNext(actor: Actor, next: Next | null, now: Date) {
  if (!next) return null;
  const { step, by, dueAt } = next;
  const late = isLate(next, now);
  // That an answer waits for approval, and whose, is not for customers.
  if (step === "approve" && !isStaff(actor))
    return { step: "reply" as const, by: "after_sales" as const, dueAt: iso(dueAt), late };
  return { step, by, dueAt: iso(dueAt), late };
}

export function presentBriefComplaint(actor: Actor, row: ComplaintRow, now: Date): ComplaintBrief {
  const { complaint, party, ownerName } = row;
  const { reference, status, resumeStatus, item, lotNo, receivedAt, severity, version } = complaint;
  const next = nextStepOf(row);
  const staff = isStaff(actor);
  return {
    reference,
    item,
    lotNo,
    ownerName,
    version,
    status: shownStatus(actor, status),
    stage: complaintStageOf[status] ?? (resumeStatus && complaintStageOf[resumeStatus]),
    class: complaint.class,
    party: party && presentBrief(party),
    guestName: staff || isComplainant(actor, complaint) ? complaint.guestName : null,
    receivedAt: receivedAt.toISOString(),
    severity: staff ? severity : null,
    next: presentNext(actor, next, now),
    waitsForMe: next?.by === "customer" && isComplainant(actor, complaint),
  };
}
