import { type Complaint, complaintMessages } from "#schema/complaints";
import { isSignedIn, isStaff } from "../actor";
import type { Ctx } from "../context";
import { attachFiles } from "../files/files";
import { allow, Refusal } from "../refusal";
import { takeTry } from "../throttle";
import { event, mustHaveChanged, write } from "../write";
import { told } from "./accept";
import { runningSteps } from "./clockSteps";
import { resumed } from "./clocks";
import { findComplaint } from "./find";
import type { Said } from "./input";
import { written } from "./letters";
import { consequences, finished, statusAfter } from "./lifecycle";
import { changeStep } from "./move";
import type { ComplaintPage } from "./output";
import { isComplainant, mayWorkOn } from "./policy";
import { tellComplainant, tellOwner } from "./tell";

const perComplaint = { tries: 30, minutes: 60 };
type Kind = (typeof complaintMessages.$inferSelect)["kind"];

/** A word to the customer, mailed to them; the first one is our preliminary reply. */
export async function sendMessage(ctx: Ctx, reference: string, said: Said) {
  const page = await findComplaint(ctx, reference);
  const { complaint } = page.row;
  allow(mayWorkOn(ctx.actor));
  if (wasSent(page, "to_customer", said)) return;
  const { preliminaryAt } = complaint;
  const isFirst = preliminaryAt === null && complaint.status !== "submitted";
  await write(ctx, [
    changeStep(ctx, complaint, isFirst ? { preliminaryAt: ctx.now } : {}),
    mustHaveChanged(ctx),
    ...sayingSteps(ctx, complaint, "to_customer", said),
    event(ctx, { recordId: complaint.id, type: "complaint.told" }),
    await tellComplainant(ctx, told(page), "complaint.told", written(said.body)),
  ]);
}

/** The complainant's own words; when we were waiting for them, the clocks go on. */
export async function sendAnswer(ctx: Ctx, reference: string, said: Said) {
  const page = await findComplaint(ctx, reference);
  const { complaint } = page.row;
  allow(isComplainant(ctx.actor, complaint));
  if (wasSent(page, "from_customer", said)) return;
  if (finished.includes(complaint.status) && complaint.status !== "closed") throw over;
  await takeTry(ctx, [{ key: `answer ${complaint.id}`, limit: perComplaint }]);
  await write(ctx, [
    ...answeredSteps(ctx, complaint),
    ...sayingSteps(ctx, complaint, "from_customer", said),
    tellOwner(ctx, complaint, "complaint.customer_answered"),
  ]);
}

const over = new Refusal("conflict", {
  zh: "这个投诉已经结束。如有新的问题，请提交新的投诉。",
  en: "This complaint is over. Make a new one if there is something else.",
});

function answeredSteps(ctx: Ctx, complaint: Complaint) {
  const { id, status } = complaint;
  const type = `complaint.${consequences.answer}` as const;
  if (status !== "awaiting_customer") {
    return [changeStep(ctx, complaint, {}), mustHaveChanged(ctx), event(ctx, { recordId: id, type })];
  }
  const to = statusAfter(complaint, "answer");
  const clocks = resumed(complaint, ctx.now);
  return [
    changeStep(ctx, complaint, { status: to, resumeStatus: null, waitingSince: null, ...clocks }),
    mustHaveChanged(ctx),
    event(ctx, { recordId: id, type, from: status, to }),
    runningSteps(ctx, id, ctx.now, clocks),
  ];
}

/** A note among ourselves; no customer ever reads one. */
export async function writeNote(ctx: Ctx, reference: string, said: Said) {
  const page = await findComplaint(ctx, reference);
  allow(isStaff(ctx.actor));
  if (wasSent(page, "internal", said)) return;
  const { complaint } = page.row;
  await write(ctx, [
    ...sayingSteps(ctx, complaint, "internal", said),
    event(ctx, { recordId: complaint.id, type: "complaint.noted", forCustomer: false }),
  ]);
}

const sayingSteps = (ctx: Ctx, complaint: Complaint, kind: Kind, { id, body, fileIds }: Said) => [
  ctx.db.insert(complaintMessages).values({
    id,
    kind,
    body,
    fileIds,
    complaintId: complaint.id,
    by: isSignedIn(ctx.actor) ? ctx.actor.personId : null,
    at: ctx.now,
  }),
  ...attachFiles(ctx, {
    ids: fileIds,
    noun: "complaint",
    recordId: complaint.id,
    forStaffOnly: kind === "internal",
  }),
];

/** One form sent twice is one message; other words under its id are a mistake. */
function wasSent({ messages }: ComplaintPage, kind: Kind, { id, body }: Said): boolean {
  const before = messages.find((message) => message.id === id);
  if (!before) return false;
  if (before.kind === kind && before.body === body) return true;
  throw new Refusal("conflict", {
    zh: "这条消息已经发出，内容不同。请刷新页面后重新填写。",
    en: "This message was sent before with other words. Reload the page to write a new one.",
  });
}
