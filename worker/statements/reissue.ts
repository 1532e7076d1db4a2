import { and, eq, inArray } from "drizzle-orm";
import { disputes, type Statement, statementLines, statements } from "#schema/statements";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { allow } from "../refusal";
import { event, mustHaveChanged, write } from "../write";
import { personOf } from "./answer";
import { buildMonth } from "./build";
import type { MoveStatement } from "./input";
import { issueSteps } from "./issue";
import { facts, statusAfter } from "./lifecycle";
import { mayMove } from "./policy";
import { referenceOf, seen } from "./statements";

/** Issues the month again as the ledger tells it now; lines the party has agreed to need no new answer. Answers with the new reference. */
export async function reissueStatement(ctx: Ctx, reference: string, input: MoveStatement): Promise<string> {
  const statement = await seen(ctx, reference);
  allow(mayMove(ctx.actor, statement, "reissue"));
  sameVersion(statement, input.version);
  const status = statusAfter(statement.status, "reissue");
  const built = await buildMonth(
    ctx,
    statement.accountId,
    statement.period,
    await agreedEntries(ctx, statement),
  );
  const id = crypto.randomUUID();
  const number = statement.number + 1;
  const steps = await issueSteps(ctx, built, {
    id,
    number,
    issuedBy: personOf(ctx.actor),
    replaces: statement.id,
  });
  await write(ctx, [
    ctx.db
      .update(statements)
      .set({ status, supersededBy: id, version: statement.version + 1 })
      .where(and(eq(statements.id, statement.id), eq(statements.version, statement.version))),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: statement.id,
      type: `statement.${facts.reissue}`,
      from: statement.status,
      to: status,
      reason: input.note,
    }),
    steps,
  ]);
  return referenceOf(ctx, id);
}

/** The entries whose lines the party has agreed to: those it did not dispute when it confirmed the rest. */
async function agreedEntries(ctx: Ctx, statement: Statement): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ line: statementLines, dispute: disputes.id })
    .from(statementLines)
    .leftJoin(disputes, eq(disputes.lineId, statementLines.id))
    .where(inArray(statementLines.statementId, [statement.id]))
    .limit(5_000);
  const agreed = rows.filter(
    ({ line, dispute }) => !dispute && (statement.answerMethod !== null || line.agreedBefore),
  );
  return new Set(agreed.map(({ line }) => line.entryId));
}
