import { consequences, facts } from "#worker/complaints/lifecycle";
import type { Severity } from "../words/quality";
import type { ComplaintStatus } from "../words/statuses";
import type { Trouble } from "./complaintWords";
import type { World } from "./world";

export type Path = (readonly [ComplaintStatus, Date])[];

/** The way of every complaint, with the days after its receipt at which it usually gets there. */
const way: readonly (readonly [ComplaintStatus, number])[] = [
  ["submitted", 0],
  ["accepted", 0.1],
  ["analysing", 0.3],
  ["routed", 1],
  ["investigating", 1.3],
  ["appraising", 2.5],
  ["liability_set", 4],
  ["resolution_proposed", 5],
  ["resolution_approved", 5.4],
  ["replied", 6],
  ["customer_accepted", 7],
  ["executing", 7.3],
  ["resolved", 10],
  ["followup_1_done", 12],
  ["followup_2_done", 20],
  ["closed", 21],
];
/** Where the case left the way, and for how long. */
export const aside: Partial<
  Record<ComplaintStatus, readonly [after: ComplaintStatus, fact: string, days: number]>
> = {
  awaiting_customer: ["analysing", facts.ask, 0.6],
  customer_rejected: ["replied", facts.customer_reject, 7],
  withdrawn: ["analysing", facts.withdraw, 2],
  merged: ["accepted", facts.merge, 0.4],
  reopened: ["closed", facts.reopen, 30],
};
export const factOf: Partial<Record<ComplaintStatus, string>> = {
  accepted: facts.accept,
  analysing: facts.analyse,
  routed: facts.route,
  investigating: facts.investigate,
  appraising: facts.appraise,
  liability_set: facts.set_liability,
  resolution_proposed: facts.propose,
  resolution_approved: facts.approve,
  replied: facts.reply,
  customer_accepted: facts.customer_accept,
  executing: facts.execute,
  resolved: facts.resolve,
  followup_1_done: consequences.first_follow_up,
  followup_2_done: consequences.second_follow_up,
  closed: facts.close,
};

/** Days after which a complaint usually gets there. */
export const usualDays = (status: ComplaintStatus) =>
  aside[status]?.[2] ?? way.find(([one]) => one === status)?.[1] ?? 0;

type Walked = { at: Date; until: ComplaintStatus; trouble: Trouble; pace?: number };

/** Each status reached, with its time; a young case was simply quicker. */
export function pathOf({ now }: World, { at, until, trouble, pace = 1 }: Walked, severity: Severity): Path {
  const [last, , asideDays] = aside[until] ?? [until, "", 0];
  const tested = trouble.class === "quality" && severity !== "S3";
  const steps = way.filter(([status]) => status !== "appraising" || tested || until === "appraising");
  const end = steps.findIndex(([status]) => status === last);
  const walked = steps
    .slice(0, end + 1)
    .filter(([status]) => until !== "appraising" || status !== "liability_set");
  if (until in aside) walked.push([until, asideDays]);
  const whole = walked.at(-1)?.[1] ?? 0;
  const days = (now.getTime() - at.getTime()) / 86_400_000;
  const rate = whole > 0 ? Math.min(pace, (days * 0.9) / whole) : 1;
  return walked.map(
    ([status, after]) => [status, new Date(Math.round(at.getTime() + after * rate * 86_400_000))] as const,
  );
}
