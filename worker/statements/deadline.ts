import { and, eq } from "drizzle-orm";
import { parties } from "#schema/parties";
import { type Statement, statements } from "#schema/statements";
import { businessDate } from "../calendar";
import type { Host } from "../host";
import { keepersOf } from "../ledger/keepers";
import { mailStep } from "../mail";
import { event, mustHaveChanged, type Step, write } from "../write";
import { lapsedLetter } from "./letters";
import { facts, type Move, openMoves, statusAfter } from "./lifecycle";

/** The time to confirm is over: silence is consent only where a written clause says so. */
export async function endWaiting(host: Host, input: Record<string, unknown>, now: Date): Promise<void> {
  const [found] = await host.db
    .select({ statement: statements, clause: parties.silentConfirmClause })
    .from(statements)
    .innerJoin(parties, eq(parties.id, statements.partyId))
    .where(eq(statements.id, String(input.id)))
    .limit(1);
  const by: Move = found?.clause ? "deem" : "lapse";
  if (!found || !openMoves(found.statement.status).includes(by)) return;
  const { statement } = found;
  const ctx = { db: host.db, now, actor: { kind: "system" } as const };
  const status = statusAfter(statement.status, by);
  const agreed = by === "deem" ? { answeredAt: now, answerMethod: "clause" as const } : {};
  await write(ctx, [
    host.db
      .update(statements)
      .set({ status, ...agreed, version: statement.version + 1 })
      .where(and(eq(statements.id, statement.id), eq(statements.version, statement.version))),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: statement.id,
      type: `statement.${facts[by]}`,
      from: statement.status,
      to: status,
    }),
    ...(by === "lapse" ? await reminders(host, statement, now) : []),
  ]);
}

async function reminders(host: Host, statement: Statement, now: Date): Promise<Step[]> {
  const letter = lapsedLetter(host.settings.publicUrl, statement);
  const readers = await keepersOf(host, statement.partyId, businessDate(now));
  return readers.map(({ person }) =>
    mailStep({ db: host.db, now }, `${statement.reference} lapsed ${person.id}`, person, letter),
  );
}
