import { APIError } from "better-auth/api";
import { and, desc, eq } from "drizzle-orm";
import { people, sessions } from "#schema/people";
import { isSignedIn, type Partner, type Staff } from "../actor";
import type { Ctx } from "../context";
import { actorOfSession } from "../identity";
import { Refusal } from "../refusal";
import { countTry, forgetTries, refuseIfThrottled } from "../throttle";
import type { SignIn } from "./input";

const perAccount = { tries: 5, minutes: 15 };
const perAddress = { tries: 30, minutes: 15 };

const notRight = { zh: "邮箱或密码不正确。", en: "The e-mail address or the password is not right." };

/** The signed-in actor, or 401. */
export function signedIn(ctx: Pick<Ctx, "actor">): Staff | Partner {
  if (isSignedIn(ctx.actor)) return ctx.actor;
  throw new Refusal("unauthenticated", { zh: "请先登录。", en: "Please sign in first." });
}

/** Checks the password and opens a session: who that is, and the headers that set its cookie. */
export async function signIn(ctx: Ctx, { email, password }: SignIn, userAgent: string) {
  const account = `sign-in ${email}`;
  const address = `sign-in from ${ctx.address}`;
  await refuseIfThrottled(ctx, [account], perAccount);
  await refuseIfThrottled(ctx, [address], perAddress);
  try {
    const { headers, response } = await ctx.auth.api.signInEmail({
      body: { email, password },
      headers: new Headers({ "user-agent": userAgent, "x-forwarded-for": ctx.address }),
      returnHeaders: true,
    });
    await forgetTries(ctx, account);
    return { headers, actor: signedIn({ actor: await actorOfSession(ctx.db, response.token, ctx.now) }) };
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    await countTry(ctx, [account], perAccount);
    await countTry(ctx, [address], perAddress);
    throw new Refusal("unauthenticated", notRight, { email: notRight });
  }
}

export async function signOut(ctx: Ctx, cookie: string): Promise<Headers> {
  const { headers } = await ctx.auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
  return headers;
}

/** From the next request on this session acts for another of the person's parties. */
export async function switchParty(ctx: Ctx, code: string) {
  const actor = signedIn(ctx);
  const seat = actor.seats.find((one) => one.code === code);
  if (!seat)
    throw new Refusal("not_found", { zh: "您不属于该单位。", en: "You do not belong to that company." });
  await ctx.db.update(sessions).set({ partyId: seat.partyId }).where(eq(sessions.id, actor.sessionId));
  return { ...actor, kind: seat.staff ? ("staff" as const) : ("partner" as const), seat } as Staff | Partner;
}

export async function setLanguage(ctx: Ctx, language: "zh" | "en") {
  const actor = signedIn(ctx);
  await ctx.db.update(people).set({ language, updatedAt: ctx.now }).where(eq(people.id, actor.personId));
  return { ...actor, language };
}

export async function listOwnSessions(ctx: Ctx) {
  const actor = signedIn(ctx);
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(eq(sessions.userId, actor.personId))
    .orderBy(desc(sessions.createdAt))
    .limit(50);
  return rows.map((row) => ({
    id: row.id,
    current: row.id === actor.sessionId,
    device: row.userAgent,
    address: row.ipAddress,
    since: row.createdAt.toISOString(),
    expires: row.expiresAt.toISOString(),
  }));
}

export async function endSession(ctx: Ctx, id: string) {
  const actor = signedIn(ctx);
  const gone = await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, actor.personId)));
  if (!gone.rowsAffected)
    throw new Refusal("not_found", { zh: "没有这次登录。", en: "There is no such session." });
}

/** Sends a one-time link if the address is known; the answer is the same if it is not. */
export async function askForReset(ctx: Ctx, email: string) {
  const limit = { tries: 3, minutes: 60 };
  const keys = [`reset ${email}`, `reset from ${ctx.address}`];
  await refuseIfThrottled(ctx, keys, limit);
  await countTry(ctx, keys, limit);
  await ctx.auth.api.requestPasswordReset({ body: { email } });
}

export async function resetPassword(ctx: Ctx, token: string, password: string) {
  const old = { zh: "链接已失效,请重新申请。", en: "This link no longer works. Ask for a new one." };
  try {
    await ctx.auth.api.resetPassword({ body: { token, newPassword: password } });
  } catch (error) {
    if (error instanceof APIError) throw new Refusal("conflict", old);
    throw error;
  }
}
