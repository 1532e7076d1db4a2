import { and, eq, inArray } from "drizzle-orm";
import {
  type Dispute,
  disputes,
  type Statement,
  type StatementLine,
  statementLines,
  statements,
} from "#schema/statements";
import { type Actor, isSignedIn } from "../actor";
import { addBusinessHours, businessHoursPerDay } from "../calendar";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { mailStep } from "../mail";
import { allow, Refusal } from "../refusal";
import { parseMoney } from "../typed";
import { event, type Guard, mustHaveChanged, type Step, write } from "../write";
import type { MoveStatement, Objection } from "./input";
import { confirmedLetter } from "./letters";
import { facts, type Move, statusAfter } from "./lifecycle";
import { mayMove } from "./policy";
import { seen } from "./statements";

const slaHours = 3 * businessHoursPerDay;

/** The party's own people opened it: who and when is kept. */
export async function viewStatement(ctx: Ctx, reference: string): Promise<void> {
  const statement = await seen(ctx, reference);
  allow(mayMove(ctx.actor, statement, "view"));
  const status = statusAfter(statement.status, "view");
  await write(
    ctx,
    move(ctx, statement, "view", { status, viewedAt: ctx.now, viewedBy: personOf(ctx.actor) }),
  );
}

/** Agrees to everything, or, while lines are disputed, to all the rest. */
export async function confirmStatement(ctx: Ctx, reference: string, input: MoveStatement): Promise<void> {
  const statement = await seen(ctx, reference);
  const by: Move = statement.openDisputes > 0 ? "settle" : "confirm";
  allow(mayMove(ctx.actor, statement, by));
  sameVersion(statement, input.version);
  const status = statusAfter(statement.status, by);
  await write(ctx, [
    ...move(ctx, statement, by, { status, ...agreement(ctx, input) }, input.note),
    ...receipt(ctx, statement, by),
  ]);
}

/** Disputes lines, each with its reason, and agrees to the rest or leaves it for later. */
export async function answerStatement(ctx: Ctx, reference: string, input: MoveStatement): Promise<void> {
  if (input.disputes.length === 0) {
    if (input.rest !== "agree") throw new Refusal("invalid", sayNothing, { rest: sayNothing });
    return confirmStatement(ctx, reference, input);
  }
  const statement = await seen(ctx, reference);
  const by: Move = input.rest === "agree" ? "settle" : "dispute";
  allow(mayMove(ctx.actor, statement, by));
  sameVersion(statement, input.version);
  const status = statusAfter(statement.status, by);
  const rows = await disputeRows(ctx, statement, input.disputes);
  const agreed =
    by === "settle" ? agreement(ctx, input) : { answeredAt: ctx.now, answeredBy: personOf(ctx.actor) };
  await write(ctx, [
    ...move(ctx, statement, by, { status, ...agreed }, input.note),
    ctx.db.insert(disputes).values(rows),
  ]);
}

function move(
  ctx: Ctx,
  statement: Statement,
  by: Move,
  set: Partial<Statement>,
  note?: string | null,
): (Step | Guard)[] {
  return [
    ctx.db
      .update(statements)
      .set({ ...set, version: statement.version + 1 })
      .where(and(eq(statements.id, statement.id), eq(statements.version, statement.version))),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: statement.id,
      type: `statement.${facts[by]}`,
      from: statement.status,
      to: set.status,
      reason: note,
      details: { method: set.answerMethod, address: set.answerAddress },
    }),
  ];
}

/** How, by whom and from where agreement was given: what makes it hold later. */
function agreement(ctx: Ctx, input: MoveStatement): Partial<Statement> {
  const onPaper = input.method ?? undefined;
  if (ctx.actor.kind === "staff" && !onPaper) throw new Refusal("invalid", howSo, { method: howSo });
  return {
    answeredAt: ctx.now,
    answeredBy: personOf(ctx.actor),
    answerMethod: ctx.actor.kind === "staff" ? onPaper : "portal",
    answerAddress: ctx.address,
  };
}

function receipt(ctx: Ctx, statement: Statement, by: Move): Step[] {
  if (by !== "confirm" || ctx.actor.kind !== "partner") return [];
  const { personId, email, language } = ctx.actor;
  const letter = confirmedLetter(ctx.settings.publicUrl, statement);
  return [mailStep(ctx, `${statement.reference} confirmed ${personId}`, { email, language }, letter)];
}

async function disputeRows(ctx: Ctx, statement: Statement, said: Objection[]): Promise<Dispute[]> {
  const positions = said.map(({ position }) => position);
  const lines = await ctx.db
    .select({ line: statementLines, before: disputes.id })
    .from(statementLines)
    .leftJoin(disputes, eq(disputes.lineId, statementLines.id))
    .where(and(eq(statementLines.statementId, statement.id), inArray(statementLines.position, positions)))
    .limit(positions.length);
  const problems: Record<string, { zh: string; en: string }> = {};
  const rows = said.map((one, index) => {
    const found = lines.find(({ line }) => line.position === one.position);
    const repeated = positions.indexOf(one.position) !== index;
    const [field, problem] = problemWith(found, one, repeated, statement.currency);
    if (problem) problems[`disputes.${index}.${field}`] = problem;
    return rowOf(ctx, statement, found?.line.id ?? "", one);
  });
  if (Object.keys(problems).length > 0) throw new Refusal("invalid", checkLines, problems);
  return rows;
}

type Found = { line: StatementLine; before: string | null } | undefined;

function problemWith(found: Found, said: Objection, repeated: boolean, currency: string) {
  if (!found) return ["position", noSuchLine] as const;
  if (found.line.agreedBefore) return ["position", agreedBefore] as const;
  if (found.before || repeated) return ["position", disputedBefore] as const;
  const figure = said.figure == null || said.figure === "" ? 0 : parseMoney(String(said.figure), currency);
  return figure === null || figure < 0 ? (["figure", notAFigure] as const) : (["", null] as const);
}

function rowOf(ctx: Ctx, statement: Statement, lineId: string, said: Objection): Dispute {
  const typed = said.figure == null || said.figure === "" ? null : String(said.figure);
  return {
    id: `${lineId} disputed`,
    statementId: statement.id,
    lineId,
    reason: said.reason,
    theirMinor: typed === null ? null : parseMoney(typed, statement.currency),
    note: said.note,
    status: "open",
    raisedBy: personOf(ctx.actor) ?? "",
    raisedAt: ctx.now,
    answerDueAt: addBusinessHours(ctx.now, slaHours),
    ...{ reply: null, repliedBy: null, repliedAt: null, adjustmentEntryId: null },
  };
}

export const personOf = (actor: Actor) => (isSignedIn(actor) ? actor.personId : null);

const sayNothing = {
  zh: "请对有异议的明细提出异议,或确认其余明细。",
  en: "Dispute the lines that are wrong, or agree to the rest.",
};
const howSo = { zh: "请选择确认方式。", en: "Select how the party confirmed." };
const checkLines = { zh: "请检查有异议的明细。", en: "Check the lines you dispute." };
const noSuchLine = { zh: "对账单没有这一行。", en: "The statement has no such line." };
const agreedBefore = { zh: "这一行在上一版已确认。", en: "You agreed to this line in the version before." };
const disputedBefore = { zh: "这一行已提出过异议。", en: "This line is disputed already." };
const notAFigure = {
  zh: "请填写您方账上的金额,例如 1200.50。",
  en: "Enter the amount you see, such as 1200.50.",
};
