import { z } from "zod";
import { partyLimits } from "#schema/parties";
import { statementLimits } from "#schema/statements";
import { currencies, disputeReasons } from "#schema/words/receivables";
import { statementStatuses } from "#schema/words/statuses";
import { expectedVersion, Id, maybeWords, words } from "../http";
import { Month } from "../ledger/input";
import { PageQuery } from "../page";
import { say } from "../say";

const partyCode = z.string().trim().max(partyLimits.code);

export const StatementQuery = PageQuery.extend({
  status: z.enum(statementStatuses).optional(),
  open: z.enum(["true"]).optional(), // Waits for somebody's answer.
  period: Month.optional(),
  party: partyCode.optional(),
});
export type StatementQuery = z.infer<typeof StatementQuery>;

export const IssueStatement = z.strictObject({
  id: Id,
  party: words(partyLimits.code, say("请选择往来单位。", "Select the party.")),
  currency: z.enum(currencies, say("请选择币种。", "Select the currency.")),
  period: Month,
});
export type IssueStatement = z.infer<typeof IssueStatement>;

export const RunMonth = z.strictObject({ id: Id, period: Month });
export type RunMonth = z.infer<typeof RunMonth>;

export const MonthQuery = z.object({ period: Month });

const aFigure = say("请填写您方账上的金额,例如 1200.50。", "Enter the amount you see, such as 1200.50.");

const Objection = z.strictObject({
  position: z.coerce.number().int().positive(),
  reason: z.enum(disputeReasons, say("请选择异议原因。", "Select what is wrong.")),
  figure: z.union([z.number(), z.string().max(40)], aFigure).nullish(), // In the statement's currency, as typed.
  note: maybeWords(statementLimits.note),
});
export type Objection = z.infer<typeof Objection>;

/** What each move may carry; a move that needs a part says so. */
export const MoveStatement = z.strictObject({
  version: expectedVersion,
  disputes: z.array(Objection).max(500).default([]), // answer
  rest: z.enum(["agree", "later"]).default("later"), // answer: the lines that are not disputed
  method: z.enum(["sealed_scan", "paper"]).nullish(), // confirm, recorded by finance
  note: maybeWords(statementLimits.note),
});
export type MoveStatement = z.infer<typeof MoveStatement>;

export const AnswerDispute = z.strictObject({
  reply: maybeWords(statementLimits.note), // Needed to answer; not to take into review.
  figure: z.union([z.number(), z.string().max(40)]).nullish(), // What the line should say.
});
export type AnswerDispute = z.infer<typeof AnswerDispute>;
