import { z } from "zod";
import { followUpLimits } from "#schema/followUps";
import { callResults, complaintClasses, followUpKinds } from "#schema/words/quality";
import { followUpStatuses } from "#schema/words/statuses";
import { expectedVersion, Id, maybeDay, maybeWords, words } from "../http";
import { PageQuery } from "../page";
import { say } from "../say";

export const FollowUpQuery = PageQuery.extend({
  status: z.enum(followUpStatuses).optional(),
  kind: z.enum(followUpKinds).optional(),
  open: z.enum(["true"]).optional(), // Still to be called.
  due: z.enum(["true"]).optional(), // Due today or before.
  mine: z.enum(["true"]).optional(),
});
export type FollowUpQuery = z.infer<typeof FollowUpQuery>;

const aScore = say("请选择 1 到 5 分。", "Choose 1 to 5.");
const { min, max } = followUpLimits.score;
/** 5 very satisfied … 1 very dissatisfied; a form sends "" for a question that was left out. */
const score = z
  .union([z.number(), z.string().max(4)])
  .nullish()
  .transform((said) => (said == null || said === "" ? null : Number(said)))
  .pipe(z.int(aScore).min(min, aScore).max(max, aScore).nullable());
const said = maybeWords(followUpLimits.text);

export const RecordCall = z.strictObject({
  id: Id,
  version: expectedVersion,
  result: z.enum(callResults, { error: say("请选择通话结果。", "Choose how the call went.") }),
  product: score,
  service: score,
  salesperson: score,
  timely: score,
  care: score,
  overall: score,
  problem: said,
  problemClass: z
    .enum([...complaintClasses, ""])
    .nullish()
    .transform((code) => code || null),
  needs: said,
  suggestion: said,
  deferTo: maybeDay,
});
export type RecordCall = z.infer<typeof RecordCall>;

export const WaiveFollowUp = z.strictObject({
  version: expectedVersion,
  reason: words(followUpLimits.text, say("请填写免回访的原因。", "Enter why the call is waived.")),
});
export type WaiveFollowUp = z.infer<typeof WaiveFollowUp>;

export const MonthQuery = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, say("请填写月份，例如 2026-11。", "Enter a month such as 2026-11.")),
});
