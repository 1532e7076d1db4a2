import { APIError } from "better-auth/api";
import { and, eq, ne } from "drizzle-orm";
import { credentials, people, sessions } from "#schema/people";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { forgetTries, takeTry, triesOf } from "../throttle";
import { event, job, mustHaveChanged, write } from "../write";
import type { ChangePassword } from "./input";
import { signedIn } from "./session";

const perAccount = { tries: 3, minutes: 60 };
const perAddress = { tries: 20, minutes: 60 };

/** Answers, and works, the same for known and unknown addresses: who it is comes out in the job. */
export async function askForReset(ctx: Ctx, email: string) {
  await takeTry(ctx, [
    { key: `reset ${email}`, limit: perAccount },
    { key: `reset from ${ctx.address}`, limit: perAddress },
  ]);
  await write(ctx, [job(ctx, `reset ${crypto.randomUUID()}`, "reset", { email })]);
}

const old = { zh: "链接已失效,请重新申请。", en: "This link no longer works. Ask for a new one." };

/** Sets a password with a link from a mail; the library spends the link and ends every session. */
export async function resetPassword(ctx: Ctx, token: string, password: string) {
  try {
    await ctx.auth.api.resetPassword({ body: { token, newPassword: password } });
  } catch (error) {
    if (error instanceof APIError) throw new Refusal("conflict", old);
    throw error;
  }
}

const notYours = { zh: "当前密码不正确。", en: "This is not your current password." };

/** A new password of one's own; whoever else is signed in with the old one is out. */
export async function changePassword(ctx: Ctx, { current, password }: ChangePassword) {
  const actor = signedIn(ctx);
  await takeTry(ctx, [{ key: triesOf(actor.email), limit: { tries: 5, minutes: 15 } }]);
  const { password: library } = await ctx.auth.$context;
  const mine = and(eq(credentials.userId, actor.personId), eq(credentials.providerId, "credential"));
  const [credential] = await ctx.db.select().from(credentials).where(mine).limit(1);
  const right = await library
    .verify({ hash: credential?.password ?? "", password: current })
    .catch(() => false);
  if (!credential || !right) throw new Refusal("invalid", notYours, { current: notYours });
  const hashed = await library.hash(password);
  await write(ctx, [
    ctx.db
      .update(credentials)
      .set({ password: hashed, updatedAt: ctx.now })
      .where(and(mine, eq(credentials.password, credential.password ?? ""))),
    mustHaveChanged(ctx),
    ctx.db.delete(sessions).where(and(eq(sessions.userId, actor.personId), ne(sessions.id, actor.sessionId))),
    ctx.db.update(people).set({ updatedAt: ctx.now }).where(eq(people.id, actor.personId)),
    event(ctx, { recordId: actor.personId, type: "person.password_changed", forCustomer: false }),
  ]);
  await forgetTries(ctx, triesOf(actor.email));
}
