import { z } from "zod";
import type { FollowUp } from "#schema/followUps";
import type { Party } from "#schema/parties";
import { complaintClasses, followUpKinds } from "#schema/words/quality";
import { followUpStatuses } from "#schema/words/statuses";
import type { Actor } from "../actor";
import { businessDate } from "../calendar";
import { type EventRow, EventView, presentEvents } from "../events";
import { iso } from "../http";
import { PartyBrief, presentBrief } from "../parties/brief";
import { isOpen } from "./lifecycle";
import { mayCall, mayWaive } from "./policy";
import type { figuresOf } from "./satisfaction";

const score = z.number().int().nullable();
const text = z.string().nullable();

export const FollowUpBrief = z
  .object({
    reference: z.string(),
    kind: z.enum(followUpKinds),
    status: z.enum(followUpStatuses),
    party: PartyBrief.nullable(),
    guestName: text,
    complaint: text,
    dueOn: z.string(),
    overdue: z.boolean(),
    attempts: z.number().int(),
    assignedTo: text,
    overall: score,
    version: z.number().int(),
  })
  .meta({ id: "FollowUpBrief" });
export type FollowUpBrief = z.infer<typeof FollowUpBrief>;

export const FollowUpView = FollowUpBrief.extend({
  product: score,
  service: score,
  salesperson: score,
  timely: score,
  care: score,
  problem: text,
  problemClass: z.enum(complaintClasses).nullable(),
  needs: text,
  suggestion: text,
  waivedReason: text,
  doneAt: text,
  doneBy: text,
  salespersonName: text,
  contacts: z.array(z.object({ name: z.string(), phone: text, email: text })),
  description: text,
  reply: text,
  events: z.array(EventView),
  mayCall: z.boolean(),
  mayWaive: z.boolean(),
}).meta({ id: "FollowUp" });
export type FollowUpView = z.infer<typeof FollowUpView>;

export type FollowUpRow = {
  followUp: FollowUp;
  party: Party | null;
  complaint: {
    reference: string;
    guestName: string | null;
    description: string;
    reply: string | null;
  } | null;
  assignedName: string | null;
};
export type Contact = { name: string; phone: string | null; email: string | null };
export type FollowUpPage = {
  row: FollowUpRow;
  doneByName: string | null;
  salespersonName: string | null;
  contacts: Contact[];
  events: EventRow[];
};

export function presentBriefFollowUp(
  { followUp, party, complaint, assignedName }: FollowUpRow,
  now: Date,
): FollowUpBrief {
  const { reference, kind, status, dueOn, attempts, overallScore, version } = followUp;
  return {
    reference,
    kind,
    status,
    dueOn,
    attempts,
    version,
    party: party && presentBrief(party),
    guestName: complaint?.guestName ?? null,
    complaint: complaint?.reference ?? null,
    overdue: isOpen(status) && dueOn < businessDate(now),
    assignedTo: assignedName,
    overall: overallScore,
  };
}

/** What the caller needs before and writes down after: for staff alone. */
export function presentFollowUp(actor: Actor, page: FollowUpPage, now: Date): FollowUpView {
  const { followUp, party, complaint } = page.row;
  const { problem, problemClass, needs, suggestion, waivedReason, doneAt, status } = followUp;
  return {
    ...presentBriefFollowUp(page.row, now),
    problem,
    problemClass,
    needs,
    suggestion,
    waivedReason,
    product: followUp.productScore,
    service: followUp.serviceScore,
    salesperson: followUp.salespersonScore,
    timely: followUp.timelyScore,
    care: followUp.careScore,
    doneAt: iso(doneAt),
    doneBy: page.doneByName,
    salespersonName: page.salespersonName,
    contacts: page.contacts,
    description: complaint?.description ?? null,
    reply: complaint?.reply ?? null,
    events: presentEvents(page.events, true),
    mayCall: isOpen(status) && mayCall(actor, party),
    mayWaive: isOpen(status) && mayWaive(actor),
  };
}

const Satisfaction = z.object({
  valid: z.number().int(),
  counts: z.array(z.number().int()), // Of 5, 4, 3, 2 and 1.
  rateBp: score,
  indexBp: score,
  enough: z.boolean(),
});

export const FiguresView = z
  .object({
    month: z.string(),
    due: z.number().int(),
    reached: z.number().int(),
    callBp: score,
    perCall: Satisfaction,
    headline: Satisfaction,
    averages: z.object({ product: score, service: score, salesperson: score, timely: score, care: score }),
    problems: z.number().int(),
    solved: z.number().int(),
    solvedBp: score,
  })
  .meta({ id: "Satisfaction" });

export const presentFigures = (
  month: string,
  figures: ReturnType<typeof figuresOf>,
): z.infer<typeof FiguresView> => ({
  month,
  ...figures,
});
