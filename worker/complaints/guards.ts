import type { Complaint } from "#schema/complaints";
import type { Words } from "#schema/words/words";
import type { Move } from "./lifecycle";

/** What is on record of a complaint, as far as its moves ask. */
export type OnRecord = {
  complaint: Complaint;
  openTasks: number;
  appraisals: number;
  openReturns: number;
  now: Date;
};

const dayMs = 86_400_000;
const reopenDays = 30;
export const answerDays = 7;

/** What is missing before this move may be made; null when nothing is. */
export function missing(move: Move, record: OnRecord): Words | null {
  return (needs[move] ?? []).map((need) => need(record)).find(Boolean) ?? null;
}

type Need = (record: OnRecord) => Words | null;
const unless =
  (isThere: (record: OnRecord) => boolean, words: Words): Need =>
  (record) =>
    isThere(record) ? null : words;

const liability = unless(({ complaint }) => complaint.responsible !== null, {
  zh: "还没有判定责任。",
  en: "Nobody has been found responsible yet.",
});
const tasksAnswered = unless(({ openTasks }) => openTasks === 0, {
  zh: "还有部门没有答复。",
  en: "A department has not answered yet.",
});
const sheet = unless(({ appraisals }) => appraisals > 0, {
  zh: "还没有技术鉴定单。",
  en: "There is no appraisal sheet yet.",
});
/** Serious quality complaints need all three: analysis, responsibility and appraisal. */
const sheetIfGrave: Need = (record) =>
  record.complaint.class === "quality" && record.complaint.severity !== "S3" ? sheet(record) : null;
const sheetIfAppraising: Need = (record) => (record.complaint.status === "appraising" ? sheet(record) : null);
const returnsDone = unless(({ openReturns }) => openReturns === 0, {
  zh: "关联的退货还没有办完。",
  en: "A linked return is not finished yet.",
});
const customerAnswered = unless(
  ({ complaint: { status, repliedAt }, now }) =>
    status !== "replied" || now.getTime() - (repliedAt?.getTime() ?? 0) >= answerDays * dayMs,
  { zh: `客户还有 ${answerDays} 天内答复的时间。`, en: `The customer has ${answerDays} days to answer.` },
);
const reply = unless(({ complaint }) => complaint.reply !== null, {
  zh: "还没有正式回复客户。",
  en: "The customer has had no formal answer yet.",
});
const firstCall = unless(({ complaint }) => complaint.firstFollowUpAt !== null, {
  zh: "还没有首次回访。",
  en: "The first follow-up is missing.",
});
const secondCall = unless(({ complaint }) => complaint.secondFollowUpAt !== null, {
  zh: "还没有二次回访。",
  en: "The second follow-up is missing.",
});
const lately = unless(
  ({ complaint: { closedAt }, now }) => now.getTime() - (closedAt?.getTime() ?? 0) <= reopenDays * dayMs,
  {
    zh: `结案已超过 ${reopenDays} 天，请提交新的投诉。`,
    en: `It was closed more than ${reopenDays} days ago. Make a new complaint instead.`,
  },
);

const needs: Partial<Record<Move, Need[]>> = {
  set_liability: [sheetIfAppraising],
  propose: [liability, tasksAnswered, sheetIfAppraising, sheetIfGrave],
  resolve: [customerAnswered, returnsDone],
  close: [liability, reply, firstCall, secondCall],
  reopen: [lately],
};
