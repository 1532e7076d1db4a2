import { and, eq, sql } from "drizzle-orm";
import { type Entry, entries } from "#schema/ledger";
import {
  type Dispute,
  disputes,
  type Statement,
  type StatementLine,
  statementLines,
  statements,
} from "#schema/statements";
import type { DisputeReason, EntryType } from "#schema/words/receivables";
import type { DisputeStatus } from "#schema/words/statuses";
import { lastDay } from "../calendar";
import type { Ctx } from "../context";
import { correctionSteps, type Posting, postingOf } from "../ledger/post";
import { allow, Refusal } from "../refusal";
import { parseMoney } from "../typed";
import { event, type Guard, must, mustHaveChanged, type Step, write } from "../write";
import { personOf } from "./answer";
import type { AnswerDispute } from "./input";
import { type Move, statusAfter } from "./lifecycle";
import { mayAnswerDisputes } from "./policy";
import { seen } from "./statements";

/** What finance may do with a dispute, and where it ends. */
export const outcomes = {
  review: "under_review",
  uphold: "upheld",
  reject: "rejected",
  split: "split",
} as const;
export type Outcome = keyof typeof outcomes;
export const disputeMoves = Object.keys(outcomes) as Outcome[]; // keyof is all the object holds.

/** Moves that a dispute still allows. */
export const openOutcomes = (status: DisputeStatus): Outcome[] =>
  status === "open"
    ? disputeMoves
    : status === "under_review"
      ? disputeMoves.filter((move) => move !== "review")
      : [];

type Case = {
  statement: Statement & { openDisputes: number };
  line: StatementLine;
  dispute: Dispute;
  entry: Entry;
};

/** Takes a dispute into review, or answers it: wholly, in part or not at all. */
export async function moveDispute(
  ctx: Ctx,
  at: { reference: string; position: number },
  by: Outcome,
  input: AnswerDispute,
): Promise<void> {
  const found = await caseOf(ctx, at.reference, at.position);
  allow(mayAnswerDisputes(ctx.actor));
  if (!openOutcomes(found.dispute.status).includes(by)) throw new Refusal("conflict", answeredBefore);
  if (by === "review") return void (await write(ctx, taken(ctx, found, input)));
  if (!input.reply) throw new Refusal("invalid", whyNot, { reply: whyNot });
  const adjustmentMinor = by === "reject" ? 0 : adjustmentOf(found, by, input);
  const inMonth = adjustmentMinor !== 0 && (await isLatest(ctx, found.statement));
  const entryId = adjustmentMinor === 0 ? null : crypto.randomUUID();
  await write(ctx, [
    ...answered(ctx, found, by, { reply: input.reply, adjustmentEntryId: entryId }),
    ...(entryId ? await adjustment(ctx, found, { id: entryId, amountMinor: adjustmentMinor, inMonth }) : []),
    ...(await settled(ctx, found, inMonth)),
    event(ctx, {
      recordId: found.statement.id,
      type: `dispute.${outcomes[by]}`,
      reason: input.reply,
      details: { position: found.line.position, adjustmentMinor },
    }),
  ]);
}

function taken(ctx: Ctx, { statement, dispute, line }: Case, { reply }: AnswerDispute): (Step | Guard)[] {
  return [
    ctx.db
      .update(disputes)
      .set({ status: "under_review" })
      .where(and(eq(disputes.id, dispute.id), eq(disputes.status, "open"))),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: statement.id,
      type: "dispute.taken",
      reason: reply,
      details: { position: line.position },
    }),
  ];
}

function answered(
  ctx: Ctx,
  { dispute }: Case,
  by: Outcome,
  told: Pick<Dispute, "reply" | "adjustmentEntryId">,
) {
  return [
    ctx.db
      .update(disputes)
      .set({ ...told, status: outcomes[by], repliedBy: personOf(ctx.actor), repliedAt: ctx.now })
      .where(and(eq(disputes.id, dispute.id), eq(disputes.status, dispute.status))),
    mustHaveChanged(ctx),
  ];
}

/** From what the line says to what it should say, in the ledger's sign. */
function adjustmentOf({ line, dispute, statement }: Case, by: Outcome, { figure }: AnswerDispute): number {
  const ours = line.debitMinor || line.creditMinor;
  const wholly = wholeLine.includes(dispute.reason) ? 0 : null;
  const agreed = by === "uphold" ? (dispute.theirMinor ?? wholly) : null;
  const right = figure == null || figure === "" ? agreed : parseMoney(String(figure), statement.currency);
  if (right === null || right < 0) throw new Refusal("invalid", whatFigure, { figure: whatFigure });
  if (right === ours) throw new Refusal("invalid", sameFigure, { figure: sameFigure });
  return line.debitMinor > 0 ? right - ours : ours - right;
}

const wholeLine: DisputeReason[] = ["not_received", "duplicate", "wrong_party"];

type Change = { id: string; amountMinor: number; inMonth: boolean };

/** Into the month itself while its next version can carry it, otherwise flagged into the open month. */
async function adjustment(
  ctx: Ctx,
  found: Case,
  { id, amountMinor, inMonth }: Change,
): Promise<(Step | Guard)[]> {
  const { statement, entry, line } = found;
  const negates = entry.amountMinor + amountMinor === 0 && entry.type !== "reversal";
  const { orderId, orderRef, customerPo, item, colourNo, lotNo, shipmentId, shipmentLineId, docNo } = entry;
  const posting: Posting = {
    id,
    partyId: statement.partyId,
    currency: statement.currency,
    type: negates ? "reversal" : typeFor(found, amountMinor),
    reversalOf: negates ? entry.id : null,
    businessDate: line.date,
    amountMinor,
    dueOn: entry.dueOn ?? line.date,
    ...{ orderId, orderRef, customerPo, item, colourNo, lotNo, shipmentId, shipmentLineId, docNo },
    memo: `${statement.reference} #${line.position}`,
    source: "staff",
  };
  if (!inMonth) return (await postingOf(ctx, posting)).steps;
  return [stillLatest(ctx, statement), ...correctionSteps(ctx, posting, lastDay(statement.period))];
}

function typeFor({ dispute, entry }: Case, amountMinor: number): EntryType {
  if (dispute.reason === "payment_missing" && amountMinor < 0) return "payment";
  if (dispute.reason === "return_not_credited" && amountMinor < 0) return "return_credit";
  if (dispute.reason === "quality_withheld" && amountMinor < 0) return "allowance";
  return entry.type === "payment" && amountMinor < 0 ? "payment" : "price_adjustment";
}

/** What the statement becomes once its last dispute is answered. */
async function settled(ctx: Ctx, { statement, dispute }: Case, inMonth: boolean): Promise<(Step | Guard)[]> {
  if (statement.openDisputes > 1) return stays(ctx, statement);
  const [earlier] = await ctx.db
    .select({ id: disputes.id })
    .from(disputes)
    .innerJoin(entries, eq(entries.id, disputes.adjustmentEntryId))
    .where(
      and(
        eq(disputes.statementId, statement.id),
        sql`substr(${entries.postingDate}, 1, 7) = ${statement.period}`,
      ),
    )
    .limit(1);
  const by: Move = inMonth || (earlier && earlier.id !== dispute.id) ? "adjust" : "resolve";
  return stays(ctx, statement, statusAfter(statement.status, by));
}

/** The version rises with every answer, so that two last answers cannot both miss that they are the last. */
const stays = (ctx: Ctx, statement: Statement, status = statement.status): (Step | Guard)[] => [
  ctx.db
    .update(statements)
    .set({ status, version: statement.version + 1 })
    .where(and(eq(statements.id, statement.id), eq(statements.version, statement.version))),
  mustHaveChanged(ctx),
];

const isOpenMonth = ({ accountId, period, id }: Statement) => sql`not exists (select 1 from statements
    where account_id = ${accountId} and period >= ${period} and id <> ${id} and status not in ('superseded', 'void'))
  and not exists (select 1 from closed_periods where period >= ${period})`;

async function isLatest(ctx: Ctx, statement: Statement): Promise<boolean> {
  const [open] = await ctx.db
    .select({ is: sql<number>`${isOpenMonth(statement)}` })
    .from(statements)
    .where(eq(statements.id, statement.id))
    .limit(1);
  return open?.is === 1;
}

const stillLatest = (ctx: Ctx, statement: Statement): Guard =>
  must(ctx, isOpenMonth(statement), closedMeanwhile);

async function caseOf(ctx: Ctx, reference: string, position: number): Promise<Case> {
  const statement = await seen(ctx, reference);
  const [found] = await ctx.db
    .select({ line: statementLines, dispute: disputes, entry: entries })
    .from(disputes)
    .innerJoin(statementLines, eq(statementLines.id, disputes.lineId))
    .innerJoin(entries, eq(entries.id, statementLines.entryId))
    .where(and(eq(disputes.statementId, statement.id), eq(statementLines.position, position)))
    .limit(1);
  if (!found) throw new Refusal("not_found", { zh: "这一行没有异议。", en: "This line is not disputed." });
  return { statement, ...found };
}

const answeredBefore = { zh: "该异议已处理。", en: "This dispute has been answered already." };
const whyNot = { zh: "请写明处理意见和依据。", en: "Say what you found and on what it rests." };
const whatFigure = { zh: "请填写该行应有的金额。", en: "Enter what the line should say." };
const sameFigure = { zh: "与原金额相同,无需调整。", en: "That is what the line says already." };
const closedMeanwhile = new Refusal("conflict", {
  zh: "该月刚刚关账,请重试。",
  en: "The month has just been closed. Please try again.",
});
