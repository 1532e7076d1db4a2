import { and, eq } from "drizzle-orm";
import { type Complaint, complaints } from "#schema/complaints";
import type { ComplaintStatus } from "#schema/words/statuses";
import { isStaff } from "../actor";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { allow, Refusal } from "../refusal";
import { event, mustHaveChanged, type Step, write } from "../write";
import { acceptPlan, mergePlan } from "./accept";
import { findComplaint } from "./find";
import { askPlan, closePlan, reopenPlan, resolvePlan, withdrawPlan } from "./finish";
import { missing } from "./guards";
import type { MoveComplaint } from "./input";
import { appraisePlan, liabilityPlan, plainPlan, routePlan } from "./investigate";
import { facts, type Move, statusAfter } from "./lifecycle";
import type { ComplaintPage } from "./output";
import { mayMove } from "./policy";
import { onRecord } from "./presentMoves";
import {
  approvePlan,
  customerAcceptPlan,
  customerRejectPlan,
  declinePlan,
  proposePlan,
  replyPlan,
} from "./settle";

type Guarded = Parameters<typeof write>[1][number];

/** What a move changes besides the status, and what it leaves with others. */
export type Plan = {
  set?: Partial<Complaint>;
  steps?: Guarded[];
  reason?: string | null;
  channel?: string;
  details?: Record<string, unknown>;
  /** The move is not complete yet: the status stays, and this fact says what was done. */
  instead?: string;
  /** Among ourselves: no line in the customer's timeline. */
  quiet?: boolean;
};
type Planner = (ctx: Ctx, page: ComplaintPage, input: MoveComplaint) => Plan | Promise<Plan>;

const plans: Record<Move, Planner> = {
  accept: acceptPlan,
  analyse: plainPlan,
  route: routePlan,
  investigate: plainPlan,
  set_liability: liabilityPlan,
  appraise: appraisePlan,
  propose: proposePlan,
  approve: approvePlan,
  decline: declinePlan,
  reply: replyPlan,
  customer_accept: customerAcceptPlan,
  customer_reject: customerRejectPlan,
  execute: plainPlan,
  resolve: resolvePlan,
  close: closePlan,
  ask: askPlan,
  merge: mergePlan,
  withdraw: withdrawPlan,
  reopen: reopenPlan,
};

/** Makes one move of the procedure: who, whether, what is missing, then all of it in one write. */
export async function moveComplaint(ctx: Ctx, reference: string, move: Move, input: MoveComplaint) {
  const page = await findComplaint(ctx, reference);
  const { complaint } = page.row;
  allow(mayMove(ctx.actor, complaint, move));
  sameVersion(complaint, input.version);
  const status = statusAfter(complaint, move);
  const words = missing(move, onRecord(page));
  if (words) throw new Refusal("conflict", words);
  const plan = await plans[move](ctx, page, input);
  await write(ctx, stepsOf(ctx, complaint, plan, { status, type: facts[move] }));
}

type Made = { status: ComplaintStatus; type: string };

export function stepsOf(ctx: Ctx, complaint: Complaint, plan: Plan, { status, type }: Made): Guarded[] {
  const { set = {}, steps = [], instead, quiet = false, reason, details } = plan;
  const to = instead ? complaint.status : status;
  return [
    changeStep(ctx, complaint, { ...set, status: to }),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: complaint.id,
      type: `complaint.${instead ?? type}`,
      from: complaint.status,
      to,
      reason,
      details,
      channel: plan.channel ?? (isStaff(ctx.actor) ? "desk" : undefined),
      forCustomer: !quiet,
    }),
    ...steps,
  ];
}

/** The row as it was seen becomes the row as it is now; nobody else may have been faster. */
export const changeStep = (
  { db }: Pick<Ctx, "db">,
  { id, version }: Complaint,
  set: Partial<Complaint>,
): Step =>
  db
    .update(complaints)
    .set({ ...set, version: version + 1 })
    .where(and(eq(complaints.id, id), eq(complaints.version, version)));
