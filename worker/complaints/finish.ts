import type { Ctx } from "../context";
import { planFollowUps } from "../follow-ups/plan";
import { marketOf, told } from "./accept";
import { runningSteps } from "./clockSteps";
import { clocksOf } from "./clocks";
import { keepLink } from "./guestLink";
import type { MoveComplaint } from "./input";
import { refuseFields } from "./intake";
import { closed, needed } from "./letters";
import type { Plan } from "./move";
import type { ComplaintPage } from "./output";
import { messageStep } from "./settle";
import { noticeToRoles, tellComplainant, tellOwner } from "./tell";
import { silenceSteps } from "./work";

/** We need something from the customer: the clocks stand still until it is there. */
export async function askPlan(ctx: Ctx, page: ComplaintPage, { text }: MoveComplaint): Promise<Plan> {
  refuseFields({
    text: !text && { zh: "请填写需要客户补充的内容。", en: "Enter what the customer should send." },
  });
  const { id, status, preliminaryAt } = page.row.complaint;
  return {
    set: { resumeStatus: status, waitingSince: ctx.now, preliminaryAt: preliminaryAt ?? ctx.now },
    steps: [
      messageStep(ctx, id, "to_customer", text ?? ""),
      silenceSteps(ctx, id),
      await tellComplainant(ctx, told(page), "complaint.customer_asked", needed(text ?? "")),
    ],
  };
}

/** Done, with a record of how; two calls are planned to hear whether it helped. */
export function resolvePlan(ctx: Ctx, page: ComplaintPage, { text }: MoveComplaint): Plan {
  refuseFields({ text: !text && { zh: "请填写处理记录。", en: "Enter what was done." } });
  const { complaint } = page.row;
  return {
    set: { resolvedAt: ctx.now, firstFollowUpAt: null, secondFollowUpAt: null },
    details: { unanswered: complaint.status === "replied" },
    steps: [messageStep(ctx, complaint.id, "internal", text ?? ""), planFollowUps(ctx, complaint)],
  };
}

export async function closePlan(ctx: Ctx, page: ComplaintPage, { text }: MoveComplaint): Promise<Plan> {
  const { id, reference } = page.row.complaint;
  return {
    set: { closedAt: ctx.now },
    steps: [
      text ? [messageStep(ctx, id, "internal", text)] : [],
      keepLink(ctx, id, true),
      await tellComplainant(ctx, told(page), "complaint.closed", closed(reference)),
    ],
  };
}

export function withdrawPlan(ctx: Ctx, page: ComplaintPage, { reason, channel }: MoveComplaint): Plan {
  refuseFields({ reason: !reason && { zh: "请填写撤诉原因。", en: "Enter why it is withdrawn." } });
  return {
    reason,
    channel: channel ?? undefined,
    set: { waitingSince: null, resumeStatus: null },
    steps: [tellOwner(ctx, page.row.complaint, "complaint.withdrawn")],
  };
}

/** Not settled after all: the same number goes on, with new clocks; the second time the manager looks. */
export function reopenPlan(ctx: Ctx, page: ComplaintPage, { reason }: MoveComplaint): Plan {
  refuseFields({
    reason: !reason && { zh: "请说明重新打开的原因。", en: "Tell us why it should be reopened." },
  });
  const { complaint } = page.row;
  const { id, reference, severity, version } = complaint;
  const again = page.events.some(({ type }) => type === "complaint.reopened");
  const { proposeBy, closeBy } = clocksOf(severity ?? "S3", ctx.now, marketOf(page));
  const line = { key: `complaint.reopened ${id} ${version}`, type: "complaint.reopened", reference };
  return {
    reason,
    set: {
      closedAt: null,
      resolvedAt: null,
      repliedAt: null,
      reply: null,
      outcome: null,
      outcomeMinor: null,
      outcomeMilli: null,
      approvedBy: null,
      firstFollowUpAt: null,
      secondFollowUpAt: null,
      proposeBy,
      closeBy,
    },
    steps: [
      messageStep(ctx, id, "from_customer", reason ?? ""),
      runningSteps(ctx, id, ctx.now, { proposeBy, closeBy }),
      keepLink(ctx, id, false),
      noticeToRoles(ctx, again ? ["after_sales_lead", "sales_manager"] : ["after_sales_lead"], line),
    ],
  };
}
