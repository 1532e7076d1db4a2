import { APIError } from "better-auth/api";
import { and, desc, eq } from "drizzle-orm";
import { people, sessions } from "#schema/people";
import { isSignedIn, type Partner, type Staff } from "../actor";
import type { Ctx } from "../context";
import { actorOfSession } from "../identity";
import { Refusal } from "../refusal";
import { forgetTries, giveBack, takeTry, triesOf } from "../throttle";
import type { SignIn } from "./input";

const perAccount = { tries: 5, minutes: 15 };
const perAddress = { tries: 30, minutes: 15 };

const notRight = { zh: "邮箱或密码不正确。", en: "The e-mail address or the password is not right." };
const locked = {
  zh: "尝试次数过多,请 15 分钟后再试,或重设密码。",
  en: "Too many tries. Wait 15 minutes, or reset your password.",
};
const noSeat = {
  zh: "该账号目前不能使用。请联系贵公司的负责人或我方业务员。",
  en: "This account cannot be used now. Ask the owner of your company's account or your sales representative.",
};

/** The signed-in actor, or 401. */
export function signedIn(ctx: Pick<Ctx, "actor">): Staff | Partner {
  if (isSignedIn(ctx.actor)) return ctx.actor;
  throw new Refusal("unauthenticated", { zh: "请先登录。", en: "Please sign in first." });
}

export type Opened = { headers: Headers; actor: Staff | Partner };

/** Checks the password and opens a session: who that is, and the headers that set its cookie. */
export async function signIn(ctx: Ctx, said: SignIn, userAgent: string): Promise<Opened> {
  const { headers, token } = await openSession(ctx, said, userAgent);
  const actor = await actorOfSession(ctx.db, token, ctx.now);
  if (isSignedIn(actor)) return { headers, actor };
  // The right password of somebody who was disabled or belongs to nobody any more.
  await ctx.db.delete(sessions).where(eq(sessions.token, token));
  throw new Refusal("unauthenticated", noSeat);
}

/** The password alone decides here; whether its person may act for anybody is asked afterwards. */
export async function openSession(ctx: Ctx, { email, password }: SignIn, userAgent: string) {
  const address = `sign-in from ${ctx.address}`;
  const tries = [
    { key: triesOf(email), limit: perAccount },
    { key: address, limit: perAddress },
  ];
  await takeTry(ctx, tries, locked);
  try {
    const { headers, response } = await ctx.auth.api.signInEmail({
      body: { email, password },
      headers: new Headers({ "user-agent": userAgent, "x-forwarded-for": ctx.address }),
      returnHeaders: true,
    });
    await Promise.all([forgetTries(ctx, triesOf(email)), giveBack(ctx, address)]);
    return { headers, token: response.token };
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    throw new Refusal("unauthenticated", notRight, { email: notRight });
  }
}

export async function signOut(ctx: Ctx, cookie: string): Promise<Headers> {
  const { headers } = await ctx.auth.api.signOut({ headers: new Headers({ cookie }), returnHeaders: true });
  return headers;
}

/** From the next request on this session acts for another of the person's parties. */
export async function switchParty(ctx: Ctx, code: string): Promise<Staff | Partner> {
  const actor = signedIn(ctx);
  const seat = actor.seats.find((one) => one.code === code);
  if (!seat)
    throw new Refusal("not_found", { zh: "您不属于该单位。", en: "You do not belong to that company." });
  await ctx.db.update(sessions).set({ partyId: seat.partyId }).where(eq(sessions.id, actor.sessionId));
  return { ...actor, kind: seat.staff ? "staff" : "partner", seat };
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
  return { rows, currentId: actor.sessionId };
}

export async function endSession(ctx: Ctx, id: string) {
  const actor = signedIn(ctx);
  const gone = await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, actor.personId)));
  if (!gone.rowsAffected)
    throw new Refusal("not_found", { zh: "没有这次登录。", en: "There is no such session." });
}
