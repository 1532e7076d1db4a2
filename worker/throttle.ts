import { eq, inArray, sql } from "drizzle-orm";
import { throttles } from "#schema/people";
import type { Words } from "#schema/words/words";
import type { Ctx } from "./context";
import { hashOf } from "./identity";
import { Refusal } from "./refusal";

/** How often a thing may be tried within a time, per key. */
export type Limit = { tries: number; minutes: number; words?: Words };

const wait = {
  zh: "尝试次数过多,请 15 分钟后再试,或重设密码。",
  en: "Too many tries. Wait 15 minutes, or reset your password.",
};

/** Refuses when any of the keys has used up its tries; says the same for known and unknown names. */
export async function refuseIfThrottled(ctx: Ctx, keys: string[], limit: Limit) {
  const hashed = await Promise.all(keys.map(hashOf));
  const rows = await ctx.db.select().from(throttles).where(inArray(throttles.key, hashed)).limit(keys.length);
  if (rows.some(({ count, until }) => count >= limit.tries && until > ctx.now))
    throw new Refusal("too_many", limit.words ?? wait);
}

/** Counts one try for each key; the first try of a quiet key starts its time anew. */
export async function countTry(ctx: Ctx, keys: string[], limit: Limit) {
  const until = new Date(ctx.now.getTime() + limit.minutes * 60_000);
  const hashed = await Promise.all(keys.map(hashOf));
  for (const key of hashed) {
    await ctx.db
      .insert(throttles)
      .values({ key, count: 1, until })
      .onConflictDoUpdate({
        target: throttles.key,
        set: {
          count: sql`case when ${throttles.until} > ${ctx.now.getTime()} then ${throttles.count} + 1 else 1 end`,
          until: sql`case when ${throttles.until} > ${ctx.now.getTime()} then ${throttles.until} else ${until.getTime()} end`,
        },
      });
  }
}

export const forgetTries = async (ctx: Ctx, key: string) =>
  ctx.db.delete(throttles).where(eq(throttles.key, await hashOf(key)));
