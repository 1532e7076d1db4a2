import { and, desc, eq, gt, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { type Job, jobs } from "#schema/events";
import type { JobStatus } from "#schema/words/statuses";
import { isStaff } from "../actor";
import type { Ctx } from "../context";
import { after, type PageOf, page } from "../page";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, mustHaveChanged, write } from "../write";
import type { JobQuery } from "./input";

const keepsRunning = (ctx: Ctx) => allow(isStaff(signedIn(ctx), "admin"));

/** The work that runs by itself, latest due first. */
export async function listJobs(ctx: Ctx, query: JobQuery): Promise<PageOf<Job>> {
  keepsRunning(ctx);
  const rows = await ctx.db
    .select()
    .from(jobs)
    .where(and(query.status && conditions(ctx.now)[query.status], after(query.cursor, jobs.dueAt, jobs.id)))
    .orderBy(desc(jobs.dueAt), desc(jobs.id))
    .limit(query.limit + 1);
  return page(rows, query.limit, ({ dueAt, id }) => [dueAt.getTime(), id]);
}

/** The statuses of worker/outbox/output.ts as conditions. */
function conditions(now: Date): Record<JobStatus, SQL | undefined> {
  const open = and(isNull(jobs.doneAt), isNull(jobs.failedAt));
  const free = or(isNull(jobs.leaseUntil), lte(jobs.leaseUntil, now));
  return {
    done: isNotNull(jobs.doneAt),
    dead: and(isNull(jobs.doneAt), isNotNull(jobs.failedAt)),
    running: and(open, gt(jobs.leaseUntil, now)),
    failed: and(open, free, gt(jobs.attempts, 0)),
    waiting: and(open, free, eq(jobs.attempts, 0)),
  };
}

/** Starts given-up work again, from the first attempt. */
export async function retryJob(ctx: Ctx, id: string): Promise<Job> {
  keepsRunning(ctx);
  const [found] = await ctx.db.select().from(jobs).where(eq(jobs.id, id)).limit(1);
  if (!found) throw new Refusal("not_found", { zh: "没有找到该任务。", en: "We could not find that job." });
  const { dead, failed } = conditions(ctx.now);
  await write(ctx, [
    ctx.db
      .update(jobs)
      .set({ failedAt: null, attempts: 0, leaseUntil: null, dueAt: ctx.now })
      .where(and(eq(jobs.id, id), sql`(${dead} or ${failed})`)),
    mustHaveChanged(ctx),
    event(ctx, { recordId: id, type: "job.retried", forCustomer: false }),
  ]);
  return { ...found, failedAt: null, attempts: 0, leaseUntil: null, dueAt: ctx.now };
}
