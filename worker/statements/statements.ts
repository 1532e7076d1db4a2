import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { parties } from "#schema/parties";
import { people } from "#schema/people";
import { reach } from "#schema/reach";
import { disputes, type Statement, statementLines, statements } from "#schema/statements";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { after, type PageOf, page } from "../page";
import { partyNames } from "../parties/brief";
import { listReach } from "../reach";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import type { StatementQuery } from "./input";
import { openMoves } from "./lifecycle";
import type { DisputeRow, StatementPage, StatementRow } from "./output";
import { visibleStatements } from "./policy";

const openDisputes = sql<number>`(select count(*) from disputes d where d.statement_id = statements.id
  and d.status in ('open', 'under_review'))`;
const row = { statement: statements, party: partyNames, openDisputes };

const mostLines = 5_000;

export async function listStatements(ctx: Ctx, query: StatementQuery): Promise<PageOf<StatementRow>> {
  signedIn(ctx);
  const rows = await ctx.db
    .select(row)
    .from(reach)
    .innerJoin(statements, eq(statements.id, reach.recordId))
    .innerJoin(parties, eq(parties.id, statements.partyId))
    .where(
      and(
        listReach(ctx.actor, "statement"),
        visibleStatements(ctx.actor),
        ...filters(query),
        after(query.cursor, reach.at, reach.recordId),
      ),
    )
    .orderBy(desc(reach.at), desc(reach.recordId))
    .limit(query.limit + 1);
  return page(rows, query.limit, ({ statement }) => [statement.issuedAt.getTime(), statement.id]);
}

const waiting = [
  "issued",
  "viewed",
  "unconfirmed_overdue",
  "disputed",
  "partially_confirmed",
  "adjusted",
] as const;

function filters({ status, open, period, party }: StatementQuery): (SQL | undefined)[] {
  return [
    status && eq(statements.status, status),
    open && inArray(statements.status, waiting),
    period ? eq(statements.period, period) : undefined,
    party ? eq(parties.code, party) : undefined,
  ];
}

/** The statement with all its page and paper show, in one round trip. */
export async function findStatement(ctx: Ctx, reference: string): Promise<StatementPage> {
  signedIn(ctx);
  const which = and(eq(statements.reference, reference), visibleStatements(ctx.actor));
  const id = sql`(${ctx.db.select({ id: statements.id }).from(statements).where(which)})`;
  const [[head], lines, objections, happened, versions, before] = await ctx.db.batch([
    ctx.db
      .select(row)
      .from(statements)
      .innerJoin(parties, eq(parties.id, statements.partyId))
      .where(which)
      .limit(1),
    ctx.db
      .select()
      .from(statementLines)
      .where(eq(statementLines.statementId, id))
      .orderBy(asc(statementLines.position))
      .limit(mostLines),
    ctx.db
      .select({ dispute: disputes, raisedByName: people.name })
      .from(disputes)
      .leftJoin(people, eq(people.id, disputes.raisedBy))
      .where(eq(disputes.statementId, id))
      .limit(mostLines),
    eventsOf(ctx, id),
    ctx.db
      .select({ reference: statements.reference, number: statements.number, status: statements.status })
      .from(statements)
      .where(and(sameMonth(id), visibleStatements(ctx.actor)))
      .orderBy(desc(statements.number))
      .limit(20),
    ctx.db
      .select({ entryId: statementLines.entryId })
      .from(statementLines)
      .innerJoin(statements, eq(statements.id, statementLines.statementId))
      .where(
        and(sameMonth(id), sql`${statements.number} = (select number - 1 from statements where id = ${id})`),
      )
      .limit(mostLines),
  ]);
  if (!head) throw notFound();
  return {
    row: head,
    lines,
    disputes: objections,
    events: eventRows(happened),
    versions,
    entriesBefore: before.map(({ entryId }) => entryId),
  };
}

/** All versions of the month of the same account. */
const sameMonth = (id: SQL) => sql`(${statements.accountId}, ${statements.period}) =
  (select account_id, period from statements where id = ${id})`;

/** What people call the statement with this id. */
export async function referenceOf(ctx: Ctx, id: string): Promise<string> {
  const [found] = await ctx.db
    .select({ reference: statements.reference })
    .from(statements)
    .where(and(eq(statements.id, id), visibleStatements(ctx.actor)))
    .limit(1);
  if (!found) throw notFound();
  return found.reference;
}

/** A statement as a verb needs it, or a refusal that tells nothing. */
export async function seen(ctx: Ctx, reference: string): Promise<Statement & { openDisputes: number }> {
  signedIn(ctx);
  const [found] = await ctx.db
    .select({ statement: statements, openDisputes })
    .from(statements)
    .where(and(eq(statements.reference, reference), visibleStatements(ctx.actor)))
    .limit(1);
  if (!found) throw notFound();
  return { ...found.statement, openDisputes: found.openDisputes };
}

/** What waits for our answer, by its clock. */
export async function listOpenDisputes(ctx: Ctx): Promise<DisputeRow[]> {
  signedIn(ctx);
  return ctx.db
    .select({ dispute: disputes, line: statementLines, statement: statements, party: parties })
    .from(disputes)
    .innerJoin(statementLines, eq(statementLines.id, disputes.lineId))
    .innerJoin(statements, eq(statements.id, disputes.statementId))
    .innerJoin(parties, eq(parties.id, statements.partyId))
    .where(and(inArray(disputes.status, ["open", "under_review"]), visibleStatements(ctx.actor)))
    .orderBy(asc(disputes.answerDueAt))
    .limit(100);
}

/** How far a month is, in the reader's reach. */
export async function countMonth(ctx: Ctx, period: string) {
  signedIn(ctx);
  const rows = await ctx.db
    .select({ status: statements.status, count: sql<number>`count(*)` })
    .from(statements)
    .where(and(eq(statements.period, period), visibleStatements(ctx.actor)))
    .groupBy(statements.status)
    .limit(20);
  const under = (of: (status: Statement["status"]) => boolean) =>
    rows.filter(({ status }) => of(status)).reduce((sum, { count }) => sum + count, 0);
  return {
    period,
    issued: under((status) => status !== "superseded" && status !== "void"),
    confirmed: under((status) => status === "confirmed" || status === "confirmed_by_clause"),
    waiting: under((status) => openMoves(status).includes("confirm")),
    disputed: under(
      (status) => status === "disputed" || status === "adjusted" || status === "partially_confirmed",
    ),
  };
}

const notFound = () =>
  new Refusal("not_found", { zh: "没有找到该对账单。", en: "We could not find that statement." });
