import { eq } from "drizzle-orm";
import { complaintMessages, complaints } from "#schema/complaints";
import { people } from "#schema/people";
import { isSignedIn, isStaff } from "../actor";
import { approvalRoles } from "../approvalLadder";
import type { Ctx } from "../context";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { parseMoney } from "../typed";
import type { Step } from "../write";
import { told } from "./accept";
import { approvalsBy } from "./approvals";
import type { MoveComplaint } from "./input";
import { refuseFields, wrongAmount } from "./intake";
import { replied } from "./letters";
import type { Plan } from "./move";
import type { ComplaintPage } from "./output";
import { noticeToRoles, type Told, tellComplainant, tellOwner } from "./tell";

const withMoney = ["return_refund", "allowance", "claim"] as const;

/** A drafted resolution: what, how much; a new draft needs its approvals anew. */
export function proposePlan(
  ctx: Ctx,
  page: ComplaintPage,
  { outcome, amount, quantity, text }: MoveComplaint,
): Plan {
  const { id, reference, currency } = page.row.complaint;
  const costs = withMoney.some((one) => one === outcome);
  refuseFields({
    outcome: !outcome && { zh: "请选择处理方案。", en: "Choose the resolution." },
    amount:
      costs && !amount ? { zh: "请填写金额。", en: "Enter the amount." } : wrongAmount(amount, currency),
    quantity: (quantity ?? 0) < 0 && { zh: "数量不能为负。", en: "A quantity cannot be negative." },
  });
  const outcomeMinor = amount ? parseMoney(amount, currency) : 0;
  const line = {
    key: `complaint.resolution_proposed ${id} ${ctx.now.getTime()}`,
    type: "complaint.resolution_proposed",
    reference,
  };
  return {
    set: { outcome, outcomeMinor, outcomeMilli: quantity, approvedBy: null },
    reason: text,
    details: { outcome, outcomeMinor },
    quiet: true,
    steps: [noticeToRoles(ctx, approvalRoles.sales_manager, line)],
  };
}

/** Gives the approvals that this person's roles give; the last one missing approves the draft. */
export function approvePlan(
  ctx: Ctx,
  { inside: { approvals } }: ComplaintPage,
  { text }: MoveComplaint,
): Plan {
  const actor = signedIn(ctx);
  if (approvals.proposedBy === actor.personId) throw new Refusal("not_allowed", notYourOwn);
  const waiting = approvals.needed.filter((approval) => !approvals.given.includes(approval));
  const mine = approvalsBy(actor.seat.roles, waiting);
  allow(mine.length > 0);
  const details = { approvals: mine };
  const done = mine.length === waiting.length;
  if (!done) return { instead: "resolution_endorsed", reason: text, details, quiet: true };
  return { set: { approvedBy: actor.personId }, reason: text, details, quiet: true };
}

const notYourOwn = {
  zh: "拟定方案的人不能自己批准。",
  en: "Whoever drafted a resolution cannot approve it.",
};

export function declinePlan(_ctx: Ctx, _page: ComplaintPage, { reason }: MoveComplaint): Plan {
  refuseFields({ reason: !reason && { zh: "请填写退回的原因。", en: "Enter why it goes back." } });
  return { reason, quiet: true };
}

/** The formal answer: kept as such, put into the thread, and mailed. */
export async function replyPlan(ctx: Ctx, page: ComplaintPage, { text }: MoveComplaint): Promise<Plan> {
  refuseFields({ text: !text && { zh: "请填写给客户的回复。", en: "Enter the answer to the customer." } });
  const { complaint } = page.row;
  const everyone = [told(page), ...(await mergedInto(ctx, complaint.id))];
  const steps = everyone.map(async (one) => [
    messageStep(ctx, one.complaint.id, "to_customer", text ?? ""),
    ...(await tellComplainant(ctx, one, "complaint.replied", replied(one.complaint.reference, text ?? ""))),
  ]);
  return {
    set: { reply: text, repliedAt: ctx.now, preliminaryAt: complaint.preliminaryAt ?? ctx.now },
    steps: await Promise.all(steps),
  };
}

/** Those who told us of the same thing get the same answer. */
const mergedInto = ({ db }: Ctx, id: string): Promise<Told[]> =>
  db
    .select({ complaint: complaints, submitter: people })
    .from(complaints)
    .leftJoin(people, eq(people.id, complaints.submittedBy))
    .where(eq(complaints.mergedIntoId, id))
    .limit(50);

/** The customer's own yes, or what they said to us and by which channel. */
export function customerAcceptPlan(ctx: Ctx, page: ComplaintPage, { text, channel }: MoveComplaint): Plan {
  refuseFields({ channel: isStaff(ctx.actor) && !channel && howTold });
  const said = text ? [messageStep(ctx, page.row.complaint.id, "from_customer", text)] : [];
  return {
    channel: channel ?? undefined,
    steps: [...said, tellOwner(ctx, page.row.complaint, "complaint.customer_accepted")],
  };
}

/** A no with its reason goes back to us; the second one goes to the managers. */
export function customerRejectPlan(ctx: Ctx, page: ComplaintPage, { reason, channel }: MoveComplaint): Plan {
  refuseFields({
    channel: isStaff(ctx.actor) && !channel && howTold,
    reason: !reason && { zh: "请说明您不接受的原因。", en: "Tell us why you do not accept." },
  });
  const { id, reference } = page.row.complaint;
  const before = page.events.filter(({ type }) => type === "complaint.customer_rejected").length;
  const type = before > 0 ? "complaint.rejected_again" : "complaint.customer_rejected";
  const roles =
    before > 0 ? (["sales_manager", "general_manager"] as const) : (["after_sales_lead"] as const);
  return {
    channel: channel ?? undefined,
    reason,
    steps: [
      messageStep(ctx, id, "from_customer", reason ?? ""),
      noticeToRoles(ctx, roles, { key: `${type} ${id} ${before}`, type, reference }),
      tellOwner(ctx, page.row.complaint, type),
    ],
  };
}

const howTold = { zh: "请选择客户答复的渠道。", en: "Choose how the customer told you." };

export function messageStep(
  ctx: Ctx,
  complaintId: string,
  kind: "to_customer" | "from_customer" | "internal",
  body: string,
): Step {
  return ctx.db.insert(complaintMessages).values({
    id: crypto.randomUUID(),
    complaintId,
    kind,
    body,
    // What staff write down of a customer's words is not theirs.
    by:
      isSignedIn(ctx.actor) && (kind !== "from_customer" || !isStaff(ctx.actor)) ? ctx.actor.personId : null,
    at: ctx.now,
  });
}
