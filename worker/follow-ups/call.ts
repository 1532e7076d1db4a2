import { and, eq, inArray, ne } from "drizzle-orm";
import { type Complaint, complaints } from "#schema/complaints";
import { type FollowUp, followUpLimits, followUps } from "#schema/followUps";
import type { CallResult } from "#schema/words/quality";
import { addDays, businessDate, nextWorkday } from "../calendar";
import { afterCall } from "../complaints/afterCall";
import { refuseFields } from "../complaints/intake";
import { noticeToRoles } from "../complaints/tell";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { once } from "../once";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, mustHaveChanged, type Step, write } from "../write";
import { findFollowUp } from "./followUps";
import type { RecordCall, WaiveFollowUp } from "./input";
import { facts, type Move, statusAfter } from "./lifecycle";
import type { FollowUpPage } from "./output";
import { mayCall, mayWaive } from "./policy";

/** Writes down one call; a bad one goes back to those who must act, at once. */
export async function recordCall(ctx: Ctx, reference: string, input: RecordCall) {
  const page = await findFollowUp(ctx, reference);
  const { followUp, party } = page.row;
  allow(mayCall(ctx.actor, party));
  await once(ctx, { id: input.id, input: { ...input, reference } }, async (said) => {
    sameVersion(followUp, input.version);
    refuseFields(wrong(input, businessDate(ctx.now)));
    const move = moveOf(input);
    const complaint = await complaintOf(ctx, followUp);
    if (complaint) inTurn(followUp, complaint);
    await write(ctx, [
      event(ctx, { recordId: input.id, type: "call.recorded", forCustomer: false, details: { said } }),
      ...movingSteps(ctx, page, { move, set: answersOf(ctx, followUp, input), reason: input.problem }),
      ...(complaint ? complaintSteps(ctx, followUp, complaint, move) : []),
      ...(move === "escalate" ? [alarm(ctx, page)] : []),
    ]);
  });
}

/** The lead lets a call go, with a reason that stays on record. */
export async function waiveFollowUp(ctx: Ctx, reference: string, { version, reason }: WaiveFollowUp) {
  const page = await findFollowUp(ctx, reference);
  const { followUp } = page.row;
  allow(mayWaive(ctx.actor));
  sameVersion(followUp, version);
  const complaint = await complaintOf(ctx, followUp);
  if (complaint) inTurn(followUp, complaint);
  await write(ctx, [
    ...movingSteps(ctx, page, { move: "waive", set: { waivedReason: reason }, reason }),
    ...(complaint ? complaintSteps(ctx, followUp, complaint, "waive") : []),
  ]);
}

type Moving = { move: Move; set: Partial<FollowUp>; reason: string | null };

function movingSteps(ctx: Ctx, { row: { followUp } }: FollowUpPage, { move, set, reason }: Moving) {
  const { id, status, version } = followUp;
  const to = statusAfter(followUp, move);
  return [
    ctx.db
      .update(followUps)
      .set({ ...set, status: to, version: version + 1 })
      .where(and(eq(followUps.id, id), eq(followUps.version, version))),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: id,
      type: `follow_up.${facts[move]}`,
      from: status,
      to,
      reason,
      forCustomer: false,
    }),
  ];
}

/** A finished call moves its complaint on; a dissatisfied customer moves it back. */
function complaintSteps(ctx: Ctx, { id, kind }: FollowUp, complaint: Complaint, move: Move) {
  if (move === "miss" || move === "defer") return [];
  if (move !== "escalate")
    return afterCall(ctx, complaint, kind === "complaint_2" ? "second_follow_up" : "first_follow_up");
  const others = and(
    eq(followUps.complaintId, complaint.id),
    ne(followUps.id, id),
    inArray(followUps.status, ["due", "attempted"]),
  );
  return [
    ...afterCall(ctx, complaint, "dissatisfied"),
    ctx.db.update(followUps).set({ status: "skipped", waivedReason: "dissatisfied" }).where(others),
  ];
}

const moveFor: Record<Exclude<CallResult, "reached">, Move> = {
  no_answer: "miss",
  wrong_number: "miss",
  deferred: "defer",
  refused: "refuse",
};

function moveOf(call: RecordCall): Move {
  if (call.result !== "reached") return moveFor[call.result];
  return isUnsatisfied(call) ? "escalate" : "satisfy";
}

const low = 2;
/** Any score of 2 or less, or a problem of whatever kind. */
export function isUnsatisfied({
  product,
  service,
  salesperson,
  timely,
  care,
  overall,
  problem,
}: RecordCall): boolean {
  const scores = [product, service, salesperson, timely, care, overall];
  return problem !== null || scores.some((score) => score !== null && score <= low);
}

function wrong({ result, overall, problem, problemClass, deferTo }: RecordCall, today: string) {
  const reached = result === "reached";
  return {
    overall: reached &&
      overall === null && { zh: "请记录客户的总体评分。", en: "Enter how satisfied they are overall." },
    problemClass: reached &&
      problem !== null &&
      !problemClass && { zh: "请选择问题类别。", en: "Choose what the problem is about." },
    deferTo: result === "deferred" &&
      (!deferTo || deferTo < today) && { zh: "请选择改到哪一天。", en: "Choose the day it moves to." },
  };
}

function answersOf(ctx: Ctx, followUp: FollowUp, call: RecordCall): Partial<FollowUp> {
  const { result, deferTo } = call;
  const tomorrow = nextWorkday(addDays(businessDate(ctx.now), 1));
  if (result === "deferred") return { dueOn: deferTo ?? tomorrow };
  if (result !== "reached" && result !== "refused") {
    // Another day, until the third time; then it waits for the lead.
    const attempts = followUp.attempts + 1;
    return { attempts, dueOn: attempts < followUpLimits.attempts ? tomorrow : followUp.dueOn };
  }
  return {
    productScore: call.product,
    serviceScore: call.service,
    salespersonScore: call.salesperson,
    timelyScore: call.timely,
    careScore: call.care,
    overallScore: call.overall,
    problem: call.problem,
    problemClass: call.problemClass,
    needs: call.needs,
    suggestion: call.suggestion,
    doneAt: ctx.now,
    doneBy: signedIn(ctx).personId,
  };
}

/** The second call comes after the first. */
function inTurn({ kind }: FollowUp, { firstFollowUpAt }: Complaint) {
  if (kind !== "complaint_2" || firstFollowUpAt) return;
  throw new Refusal("conflict", {
    zh: "请先完成首次回访。",
    en: "The first follow-up comes before the second.",
  });
}

function alarm(ctx: Ctx, { row: { followUp, complaint } }: FollowUpPage): Step {
  const about = complaint
    ? { noun: "complaint", reference: complaint.reference }
    : { noun: "follow_up", reference: followUp.reference };
  const type = "follow_up.escalated";
  return noticeToRoles(ctx, ["after_sales_lead", "sales_manager"], {
    key: `${type} ${followUp.id}`,
    type,
    ...about,
  });
}

async function complaintOf({ db }: Ctx, { kind, complaintId }: FollowUp): Promise<Complaint | null> {
  if (!complaintId || (kind !== "complaint_1" && kind !== "complaint_2")) return null;
  const [complaint] = await db.select().from(complaints).where(eq(complaints.id, complaintId));
  return complaint ?? null;
}
