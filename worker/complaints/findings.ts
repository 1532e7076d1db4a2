import { and, eq, isNull, sql } from "drizzle-orm";
import { appraisals, complaintTasks } from "#schema/complaints";
import type { Ctx } from "../context";
import { once } from "../once";
import { numberKey } from "../reference";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, must, mustHaveChanged, nextReference, write } from "../write";
import { findComplaint } from "./find";
import type { RecordAppraisal } from "./input";
import { facts } from "./lifecycle";
import { changeStep } from "./move";
import { mayAnswerTask, mayAppraise } from "./policy";
import { tellOwner } from "./tell";

/** A department says what it found; the first one to do so opens the joint analysis. */
export async function answerTask(
  ctx: Ctx,
  reference: string,
  { taskId, finding }: { taskId: string; finding: string },
) {
  const { row, inside } = await findComplaint(ctx, reference);
  const { complaint } = row;
  const task = inside.tasks.find(({ id }) => id === taskId);
  if (!task) throw new Refusal("not_found", { zh: "没有找到该任务。", en: "We could not find that task." });
  allow(mayAnswerTask(ctx.actor, task.department));
  if (task.doneAt && task.finding === finding) return; // The same form, sent twice.
  const { personId } = signedIn(ctx);
  const opens = complaint.status === "routed";
  const answered = {
    recordId: complaint.id,
    type: "complaint.task_answered",
    details: { department: task.department },
  } as const;
  await write(ctx, [
    ctx.db
      .update(complaintTasks)
      .set({ finding, doneAt: ctx.now, doneBy: personId })
      .where(and(eq(complaintTasks.id, task.id), isNull(complaintTasks.doneAt))),
    must(ctx, sql`changes() = 1`, new Refusal("conflict", alreadyAnswered)),
    event(ctx, { ...answered, forCustomer: true }),
    ...(opens
      ? [
          changeStep(ctx, complaint, { status: "investigating" }),
          mustHaveChanged(ctx),
          event(ctx, {
            recordId: complaint.id,
            type: `complaint.${facts.investigate}`,
            from: "routed",
            to: "investigating",
          }),
        ]
      : []),
    tellOwner(ctx, complaint, "complaint.task_answered"),
  ]);
}

const alreadyAnswered = { zh: "该任务已经答复。", en: "This task has been answered already." };

/** 技术鉴定单: what was tested, how, and what it shows. */
export async function recordAppraisal(ctx: Ctx, reference: string, input: RecordAppraisal) {
  const { complaint } = (await findComplaint(ctx, reference)).row;
  allow(mayAppraise(ctx.actor));
  if (!["investigating", "liability_set", "appraising"].includes(complaint.status)) throw notNow;
  await once(ctx, { id: input.id, input }, async (said) => {
    const number = nextReference(ctx, numberKey("TA", null, ctx.now));
    await write(ctx, [
      number.step,
      ctx.db
        .insert(appraisals)
        .values({ ...input, reference: number.reference, complaintId: complaint.id, at: ctx.now }),
      event(ctx, { recordId: input.id, type: "appraisal.recorded", forCustomer: false, details: { said } }),
      event(ctx, {
        recordId: complaint.id,
        type: "complaint.appraised",
        details: { conclusion: input.conclusion },
        forCustomer: false,
      }),
    ]);
  });
}

const notNow = new Refusal("conflict", {
  zh: "投诉目前的状态不能填写技术鉴定单。",
  en: "An appraisal cannot be recorded while the complaint stands where it does.",
});
