import { eq, inArray, lt, sql } from "drizzle-orm";
import { throttles } from "#schema/people";
import type { Words } from "#schema/words/words";
import type { Ctx } from "./context";
import { hashOf } from "./identity";
import { Refusal } from "./refusal";

/** How often a thing may be tried within a time, per key. */
export type Limit = { tries: number; minutes: number };
export type Counted = { key: string; limit: Limit };

/** What wrong passwords of an account are counted under. */
export const triesOf = (email: string) => `sign-in ${email}`;

const tooMany = {
  zh: "尝试次数过多,请稍后再试。",
  en: "Too many tries. Wait a while, then try again.",
};

/**
 * Counts a try before it is made and refuses one too many: guesses that come all at once are
 * counted one by one, where a look before the count would let them all pass.
 */
export async function takeTry(ctx: Ctx, tries: Counted[], words: Words = tooMany) {
  const counts = await count(ctx, tries);
  if (tries.some(({ limit }, at) => (counts[at] ?? 0) > limit.tries)) throw new Refusal("too_many", words);
}

async function count(ctx: Ctx, tries: Counted[]): Promise<number[]> {
  const hashed = await Promise.all(tries.map(({ key }) => hashOf(key)));
  const stale = ctx.db
    .select({ key: throttles.key })
    .from(throttles)
    .where(lt(throttles.until, ctx.now))
    .limit(sweepAtOnce);
  const [, ...counted] = await ctx.db.batch([
    ctx.db.delete(throttles).where(inArray(throttles.key, stale)),
    ...tries.map(({ limit }, at) => countOne(ctx, hashed[at] ?? "", limit)),
  ]);
  return counted.map(([row]) => row?.count ?? 0);
}

const sweepAtOnce = 20;

function countOne(ctx: Ctx, key: string, { minutes }: Limit) {
  const now = ctx.now.getTime();
  const until = new Date(now + minutes * 60_000);
  const open = sql`${throttles.until} > ${now}`;
  return ctx.db
    .insert(throttles)
    .values({ key, count: 1, until })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        count: sql`case when ${open} then ${throttles.count} + 1 else 1 end`,
        until: sql`case when ${open} then ${throttles.until} else ${until.getTime()} end`,
      },
    })
    .returning({ count: throttles.count });
}

/** A try that succeeded was no guess. */
export const giveBack = async (ctx: Pick<Ctx, "db">, key: string) =>
  ctx.db
    .update(throttles)
    .set({ count: sql`max(${throttles.count} - 1, 0)` })
    .where(eq(throttles.key, await hashOf(key)));

export const forgetTries = async (ctx: Pick<Ctx, "db">, key: string) =>
  ctx.db.delete(throttles).where(eq(throttles.key, await hashOf(key)));
