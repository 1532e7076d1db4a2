import { and, asc, eq, gt, notExists, notInArray, sql } from "drizzle-orm";
import { accounts } from "#schema/ledger";
import { statements } from "#schema/statements";
import type { Ctx } from "../context";
import type { Host } from "../host";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, job, write } from "../write";
import { buildMonth } from "./build";
import type { RunMonth } from "./input";
import { isEmpty, issueSteps, mustBeOver } from "./issue";
import { replaced } from "./lifecycle";
import { mayRunMonth } from "./policy";

const kind = "statements.run";
/** Accounts per job: a slice that other work can go between. */
const slice = 20;

type Run = { id: string; period: string; by: string; after: string };

/** Finance starts a month: every account that has none yet gets its statement, slice by slice. */
export async function runMonth(ctx: Ctx, { id, period }: RunMonth): Promise<void> {
  const actor = signedIn(ctx);
  allow(mayRunMonth(actor));
  mustBeOver(ctx, period);
  const run: Run = { id, period, by: actor.personId, after: "" };
  await write(ctx, [
    job(ctx, `${kind} ${id}`, kind, run),
    event(ctx, { recordId: `month ${period}`, type: "statement.month_started", forCustomer: false }),
  ]);
}

/** One slice of a run, and the job for the next. */
export async function runSlice(host: Host, input: Record<string, unknown>, now: Date): Promise<void> {
  const run = input as Run; // Written by `runMonth` alone.
  const ctx = { db: host.db, settings: host.settings, now, actor: { kind: "system" } as const };
  const due = await accountsWithout(ctx, run);
  for (const { id } of due) await issueOne(ctx, id, run);
  const last = due.at(-1)?.id;
  if (due.length < slice || !last) return;
  await write(ctx, [job(ctx, `${kind} ${run.id} ${last}`, kind, { ...run, after: last })]);
}

type Writer = Pick<Ctx, "db" | "now" | "actor" | "settings">;

function accountsWithout({ db }: Writer, { period, after }: Run) {
  const issued = db
    .select({ one: sql`1` })
    .from(statements)
    .where(
      and(
        eq(statements.accountId, accounts.id),
        eq(statements.period, period),
        notInArray(statements.status, replaced),
      ),
    );
  return db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(gt(accounts.id, after), notExists(issued)))
    .orderBy(asc(accounts.id))
    .limit(slice);
}

/** An account whose figures are refused is noted for finance, and the rest goes on. */
async function issueOne(ctx: Writer, accountId: string, { period, by }: Run) {
  try {
    const built = await buildMonth(ctx, accountId, period);
    if (isEmpty(built)) return;
    const id = crypto.randomUUID();
    await write(ctx, await issueSteps(ctx, built, { id, number: 1, issuedBy: by }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const details = { period, why: error.words };
    await write(ctx, [
      event(ctx, { recordId: accountId, type: "statement.refused", forCustomer: false, details }),
    ]);
  }
}
