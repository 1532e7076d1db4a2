import { complaintTasks } from "#schema/complaints";
import { addWorkdays, businessDate } from "../calendar";
import type { Ctx } from "../context";
import { clockSteps } from "./clockSteps";
import { officeEnd, proposeAfterLaboratory } from "./clocks";
import type { MoveComplaint } from "./input";
import { refuseFields } from "./intake";
import type { Plan } from "./move";
import type { ComplaintPage } from "./output";
import { departmentRoles } from "./policy";
import { noticeToRoles } from "./tell";

const usualDays = 2;

/** A move that needs nothing but a word about it. */
export const plainPlan = (_ctx: Ctx, _page: ComplaintPage, { text, reason }: MoveComplaint): Plan => ({
  reason: reason ?? text,
  quiet: Boolean(reason ?? text),
});

/** Each department gets its question and its own due time; their people are told. */
export function routePlan(ctx: Ctx, page: ComplaintPage, { departments, text, dueOn }: MoveComplaint): Plan {
  const { id, reference } = page.row.complaint;
  const today = businessDate(ctx.now);
  refuseFields({
    departments: departments.length === 0 && {
      zh: "请选择责任部门。",
      en: "Choose at least one department.",
    },
    text: !text && { zh: "请填写需要查清的问题。", en: "Enter what they should find out." },
    dueOn: dueOn !== null &&
      dueOn < today && { zh: "期限不能早于今天。", en: "It cannot be due before today." },
  });
  const dueAt = officeEnd(dueOn ?? addWorkdays(today, usualDays));
  const roles = departments.flatMap((department) => departmentRoles[department]);
  return {
    details: { departments },
    steps: [
      ctx.db.insert(complaintTasks).values(
        departments.map((department) => ({
          id: crypto.randomUUID(),
          complaintId: id,
          department,
          question: text ?? "",
          dueAt,
        })),
      ),
      noticeToRoles(ctx, roles, {
        key: `complaint.routed ${id} ${ctx.now.getTime()}`,
        type: "complaint.routed",
        reference,
      }),
    ],
  };
}

export function liabilityPlan(
  _ctx: Ctx,
  _page: ComplaintPage,
  { responsible, validity, text }: MoveComplaint,
): Plan {
  refuseFields({
    responsible: !responsible && { zh: "请选择责任主体。", en: "Choose who is responsible." },
    validity: !validity && { zh: "请选择是否成立。", en: "Choose whether it is valid." },
    text: responsible === "shared" && !text && { zh: "请填写责任比例。", en: "Enter how it is shared." },
  });
  return {
    set: { responsible, validity, responsibleNote: text },
    details: { responsible, validity },
    quiet: true,
  };
}

/** A serious case that goes to the laboratory gets the laboratory's time. */
export function appraisePlan(ctx: Ctx, { row: { complaint } }: ComplaintPage, { text }: MoveComplaint): Plan {
  const { id, severity, receivedAt, proposeBy } = complaint;
  const later = proposeAfterLaboratory(severity ?? "S3", receivedAt);
  if (proposeBy && proposeBy >= later) return { reason: text, quiet: Boolean(text) };
  return {
    set: { proposeBy: later },
    reason: text,
    quiet: Boolean(text),
    steps: [clockSteps(ctx, id, "propose", receivedAt, later)],
  };
}
