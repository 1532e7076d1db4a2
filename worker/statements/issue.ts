import { and, eq, sql } from "drizzle-orm";
import { notices } from "#schema/events";
import { accounts } from "#schema/ledger";
import { parties } from "#schema/parties";
import { type Statement, statementLines, statements } from "#schema/statements";
import { addDays, addMonths, businessDate, lastDay, monthOf, startOf } from "../calendar";
import type { Ctx } from "../context";
import { visibleAccounts } from "../ledger/policy";
import { mailStep } from "../mail";
import { once } from "../once";
import { reachSteps } from "../reach";
import { statementNumber } from "../reference";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, type Guard, job, must, type Step, write } from "../write";
import { type Built, buildMonth } from "./build";
import type { IssueStatement } from "./input";
import { issuedLetter } from "./letters";
import { mayIssue } from "./policy";
import { type SnapshotLine, sealOf } from "./snapshot";

type Writer = Pick<Ctx, "db" | "now" | "actor" | "settings">;

/** Finance issues one account's month; what it says is frozen from then on. */
export async function issueStatement(ctx: Ctx, input: IssueStatement): Promise<void> {
  const actor = signedIn(ctx);
  allow(mayIssue(actor));
  const accountId = await accountOf(ctx, input);
  mustBeOver(ctx, input.period);
  await once(ctx, { id: input.id, input }, async (said) => {
    const built = await buildMonth(ctx, accountId, input.period);
    if (isEmpty(built)) throw new Refusal("invalid", nothingToSay, { period: nothingToSay });
    await write(
      ctx,
      await issueSteps(ctx, built, { id: input.id, number: 1, issuedBy: actor.personId, said }),
    );
  });
}

/** A month without movement and without balance needs no statement. */
export const isEmpty = ({ figures, lines }: Built) => lines.length === 0 && figures.closingMinor === 0;

export function mustBeOver(ctx: Pick<Ctx, "now">, period: string) {
  if (period >= monthOf(businessDate(ctx.now))) throw new Refusal("invalid", notOver, { period: notOver });
}

type As = { id: string; number: number; issuedBy: string | null; said?: string; replaces?: string };

/** The steps that freeze a month and tell the party; they fail when the ledger has moved since it was read. */
export async function issueSteps(ctx: Writer, built: Built, as: As): Promise<(Step | Guard)[]> {
  const statement = await rowOf(ctx, built, as);
  const { id, reference, issuedAt, partyId } = statement;
  return [
    nothingMoved(ctx, built),
    notIssuedYet(ctx, built, as.replaces),
    ctx.db.insert(statements).values(statement),
    ...lineSteps(ctx, id, built.lines),
    ...reachSteps(ctx, { noun: "statement", recordId: id, at: issuedAt, partyId }),
    event(ctx, {
      recordId: id,
      type: "statement.issued",
      to: "issued",
      details: as.said ? { said: as.said } : {},
    }),
    job(ctx, `statement deadline ${id}`, "statements.deadline", { id }, morningAfter(statement.confirmBy)),
    ...built.readers.flatMap((person) => [
      mailStep(ctx, `${reference} ${person.id}`, person, issuedLetter(ctx.settings.publicUrl, statement)),
      ctx.db.insert(notices).values({
        id: `${reference} ${person.id}`,
        personId: person.id,
        partyId,
        type: "statement.issued",
        noun: "statement",
        reference,
        at: ctx.now,
      }),
    ]),
  ];
}

async function rowOf(ctx: Writer, built: Built, as: As): Promise<Statement> {
  const { party, currency, period, accountId, figures, standing, heading } = built;
  const version = as.number;
  const head = {
    reference: statementNumber({ partyCode: party.code, currency, period, version }),
    number: version,
    accountId,
    partyId: party.id,
    period,
    currency,
    ...figures,
    overdueMinor: standing.overdueMinor,
    uninvoicedMinor: 0, // Tax invoices are not kept here yet; papers show a dash.
    unpaidInvoicesMinor: 0,
    undueBillsMinor: standing.undueBillsMinor,
    ageing: { ...standing.ageing, unallocated: standing.unallocatedMinor },
    heading,
  };
  return {
    id: as.id,
    ...head,
    status: "issued",
    hash: await sealOf(head, built.lines),
    issuedAt: ctx.now,
    issuedBy: as.issuedBy,
    confirmBy: deadlineOf(period, businessDate(ctx.now)),
    ...{ viewedAt: null, viewedBy: null, answeredAt: null, answeredBy: null },
    ...{ answerMethod: null, answerAddress: null, supersededBy: null },
    version: 1,
  };
}

const linesAtOnce = 200;

function lineSteps(ctx: Writer, statementId: string, lines: SnapshotLine[]): Step[] {
  const rows = lines.map((line) => ({ id: `${statementId} ${line.position}`, statementId, ...line }));
  const parts = Array.from({ length: Math.ceil(rows.length / linesAtOnce) }, (_, at) =>
    rows.slice(at * linesAtOnce, (at + 1) * linesAtOnce),
  );
  return parts.map((part) => ctx.db.insert(statementLines).values(part));
}

function nothingMoved(ctx: Writer, { accountId, period, figures, entryCount }: Built): Guard {
  const refusal = new Refusal("conflict", {
    zh: "生成期间账目有变动,请重试。",
    en: "The ledger moved while the statement was made. Please try again.",
  });
  const condition = sql`(select count(*) || ' ' || coalesce(sum(amount_minor), 0) from entries
    where account_id = ${accountId} and posting_date <= ${lastDay(period)}) = ${`${entryCount} ${figures.closingMinor}`}`;
  return must(ctx, condition, refusal);
}

function notIssuedYet(ctx: Writer, { accountId, period }: Built, replaces: string | undefined): Guard {
  const refusal = new Refusal("conflict", {
    zh: "该月或之后月份的对账单已经出具。",
    en: "A statement for this month or a later one has been issued already.",
  });
  const condition = sql`not exists (select 1 from statements where account_id = ${accountId} and period >= ${period}
    and status not in ('superseded', 'void') and id <> ${replaces ?? ""})`;
  return must(ctx, condition, refusal);
}

const daysToAnswer = 10;

/** The 15th of the next month, and never less than ten days from issue. */
function deadlineOf(period: string, today: string): string {
  const fifteenth = `${addMonths(period, 1)}-15`;
  const soonest = addDays(today, daysToAnswer);
  return fifteenth > soonest ? fifteenth : soonest;
}

/** Midnight in Shanghai when that day is over. */
const morningAfter = (day: string) => startOf(addDays(day, 1));

async function accountOf(ctx: Ctx, { party, currency }: IssueStatement): Promise<string> {
  const [account] = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(parties, eq(parties.id, accounts.partyId))
    .where(and(eq(parties.code, party), eq(accounts.currency, currency), visibleAccounts(ctx.actor, ctx.now)))
    .limit(1);
  if (!account) throw new Refusal("invalid", noAccount, { party: noAccount });
  return account.id;
}

const noAccount = { zh: "该单位没有这个币种的往来账。", en: "This party has no account in this currency." };
const notOver = {
  zh: "只能为已经结束的月份出具对账单。",
  en: "Only a month that is over can have a statement.",
};
const nothingToSay = {
  zh: "该月没有发生额,余额也为零,不需要对账单。",
  en: "Nothing moved in that month and nothing is owed: no statement is needed.",
};
