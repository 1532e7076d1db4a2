import { LibsqlBatchError } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { events, jobs, sequences } from "#schema/events";
import { type Actor, isSignedIn } from "./actor";
import type { Ctx } from "./context";
import { Refusal } from "./refusal";

export type Step = BatchItem<"sqlite">;
/** A step that lets the batch pass only while something holds. */
export type Guard = { step: Step; refusal: Refusal };

/** One transaction and one round trip: all steps happen, or none and the guard's refusal is thrown. */
export async function write(ctx: Pick<Ctx, "db">, steps: (Step | Guard | (Step | Guard)[])[]) {
  const flat = steps.flat();
  const [first, ...rest] = flat.map((step) => ("refusal" in step ? step.step : step));
  if (!first) throw new Error("a write without steps");
  try {
    return await ctx.db.batch([first, ...rest]);
  } catch (error) {
    throw refusalOf(error, flat) ?? error;
  }
}

function refusalOf(error: unknown, steps: (Step | Guard)[]) {
  const failed = causes(error).find((cause) => cause instanceof LibsqlBatchError);
  const step = failed && steps[failed.statementIndex];
  return step && "refusal" in step ? step.refusal : undefined;
}

export function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}

/** The column of a broken uniqueness rule, as "table.column", or undefined for any other error. */
export function duplicateOf(error: unknown): string | undefined {
  for (const cause of causes(error)) {
    const match = cause instanceof Error && /UNIQUE constraint failed: (\S+)/.exec(cause.message);
    if (match) return match[1]?.replace(/,$/, "");
  }
  return undefined;
}

const someoneWasFaster = {
  zh: "这条记录刚刚被别人更新。请查看最新内容后再操作。",
  en: "Someone else has just changed this. Look at it as it is now, then try again.",
};

/** The step before must have changed exactly one row; otherwise the whole batch is taken back. */
export const mustHaveChanged = (ctx: Pick<Ctx, "db">): Guard =>
  must(ctx, sql`changes() = 1`, new Refusal("conflict", someoneWasFaster));

/** Inserting a null where none may stand is what makes SQLite take the batch back. */
export function must(ctx: Pick<Ctx, "db">, condition: SQL, refusal: Refusal): Guard {
  return {
    step: ctx.db.run(sql`insert into guard (ok) select null where not coalesce((${condition}), 0)`),
    refusal,
  };
}

export type Fact = {
  recordId: string;
  type: `${string}.${string}`;
  from?: string | null;
  to?: string | null;
  reason?: string | null;
  forCustomer?: boolean;
  channel?: string;
  details?: Record<string, unknown>;
};

/** The fact a verb leaves behind, in the same transaction. */
export function event(ctx: Pick<Ctx, "db" | "actor" | "now">, fact: Fact): Step {
  return ctx.db.insert(events).values({
    recordId: fact.recordId,
    type: fact.type,
    at: ctx.now,
    personId: isSignedIn(ctx.actor) ? ctx.actor.personId : null,
    partyId: isSignedIn(ctx.actor) ? ctx.actor.seat.partyId : null,
    channel: fact.channel ?? channelOf(ctx.actor),
    fromStatus: fact.from ?? null,
    toStatus: fact.to ?? null,
    reason: fact.reason ?? null,
    forCustomer: fact.forCustomer ?? true,
    details: fact.details ?? null,
  });
}

const channelOf = (actor: Actor) =>
  actor.kind === "system" ? "system" : actor.kind === "guest" ? "link" : "web";

/** Work for later, written with the fact that causes it; the same id is the same work. */
export function job(
  ctx: Pick<Ctx, "db" | "now">,
  id: string,
  kind: string,
  input: Record<string, unknown>,
  dueAt?: Date,
): Step {
  return ctx.db
    .insert(jobs)
    .values({ id, kind, input, dueAt: dueAt ?? ctx.now })
    .onConflictDoNothing();
}

/** Allocates the next number of `key` (SO-TX-2611) inside the batch: put `step` before the insert that uses `reference`. */
export function nextReference(ctx: Pick<Ctx, "db">, key: string): { step: Step; reference: SQL<string> } {
  return {
    step: ctx.db
      .insert(sequences)
      .values({ key, last: 1 })
      .onConflictDoUpdate({ target: sequences.key, set: { last: sql`last + 1` } }),
    reference: sql<string>`(select ${key} || '-' || printf('%04d', last) from sequences where key = ${key})`,
  };
}
