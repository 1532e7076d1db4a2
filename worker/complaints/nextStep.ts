import type { Complaint } from "#schema/complaints";
import type { Department } from "#schema/words/quality";
import type { ComplaintStatus } from "#schema/words/statuses";
import { addWorkdays, businessDate } from "../calendar";
import { officeEnd } from "./clocks";
import { answerDays } from "./guards";

export const nextSteps = [
  "accept",
  "preliminary",
  "find_out",
  "appraise",
  "propose",
  "approve",
  "reply",
  "decide",
  "answer",
  "execute",
  "follow_up",
  "close",
] as const;
export type NextStep = (typeof nextSteps)[number];
export type By = Department | "after_sales" | "customer";
export type Next = { step: NextStep; by: By; dueAt: Date | null };

export type Pending = {
  complaint: Complaint;
  task: { department: Department; dueAt: Date } | null;
  followUpOn: string | null;
};

/** What happens next, by whom and by when: what the complainant may always know. */
export function nextStepOf({ complaint, task, followUpOn }: Pending): Next | null {
  const { status, preliminaryAt, preliminaryBy, proposeBy, closeBy } = complaint;
  const afterSales = (step: NextStep, dueAt: Date | null): Next => ({ step, by: "after_sales", dueAt });
  const answer = preliminaryAt ? afterSales("propose", proposeBy) : afterSales("preliminary", preliminaryBy);
  const finding: Next = task
    ? { step: "find_out", by: task.department, dueAt: task.dueAt }
    : afterSales("propose", proposeBy);
  const call = afterSales("follow_up", followUpOn ? officeEnd(followUpOn) : null);
  const steps: Record<ComplaintStatus, Next | null> = {
    submitted: afterSales("accept", complaint.acknowledgeBy),
    accepted: answer,
    analysing: answer,
    reopened: answer,
    routed: finding,
    investigating: finding,
    liability_set: afterSales("propose", proposeBy),
    appraising: { step: "appraise", by: "technical", dueAt: proposeBy },
    resolution_proposed: { step: "approve", by: "sales", dueAt: proposeBy },
    resolution_approved: afterSales("reply", proposeBy),
    replied: { step: "decide", by: "customer", dueAt: plusDays(complaint.repliedAt, answerDays) },
    awaiting_customer: { step: "answer", by: "customer", dueAt: silenceEnds(complaint.waitingSince) },
    customer_rejected: afterSales("propose", proposeBy),
    customer_accepted: afterSales("execute", closeBy),
    executing: afterSales("execute", closeBy),
    resolved: call,
    followup_1_done: call,
    followup_2_done: afterSales("close", closeBy),
    closed: null,
    merged: null,
    withdrawn: null,
  };
  return steps[status];
}

export const isLate = (next: Next | null, now: Date) =>
  next !== null && next.by !== "customer" && next.dueAt !== null && next.dueAt < now;

const plusDays = (at: Date | null, days: number) => at && new Date(at.getTime() + days * 86_400_000);

export const silenceDays = 10;
/** After so many working days without an answer we stop waiting. */
export const silenceEnds = (since: Date | null) =>
  since && officeEnd(addWorkdays(businessDate(since), silenceDays));
