import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { eq } from "drizzle-orm";
import { credentials, people, personLimits, sessions, verifications } from "#schema/people";
import type { Host } from "./host";
import { hashOf } from "./identity";
import { sendMail } from "./mail";
import { forgetTries, triesOf } from "./throttle";
import { event, write } from "./write";

export const sessionDays = 30;
const cookiePrefix = "dangkou";

/** Over HTTPS the library adds the __Secure- prefix; the same rule finds the cookie again. */
export const sessionCookie = (publicUrl: string) =>
  `${publicUrl.startsWith("https:") ? "__Secure-" : ""}${cookiePrefix}.session_token`;

/** Passwords, sessions and reset tokens are the library's; who may do what is ours. */
export function createAuth(host: Host) {
  return betterAuth({
    baseURL: host.settings.publicUrl,
    basePath: "/api/auth",
    secret: host.settings.authSecret,
    database: drizzleAdapter(host.db, {
      provider: "sqlite",
      schema: { user: people, session: sessions, account: credentials, verification: verifications },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: personLimits.password.min,
      maxPasswordLength: personLimits.password.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: 3_600,
      sendResetPassword: ({ user, token }) => sendResetLetter(host, user, token),
      onPasswordReset: ({ user }) => afterReset(host, user),
    },
    verification: { storeIdentifier: "hashed" }, // Whoever reads the table cannot reset a password.
    session: { expiresIn: sessionDays * 86_400, disableSessionRefresh: true },
    rateLimit: { enabled: false }, // worker/throttle.ts counts per address and per account on both hosts.
    telemetry: { enabled: false },
    logger: { disabled: true }, // Wrong passwords are answers, not incidents.
    advanced: {
      cookiePrefix,
      useSecureCookies: host.settings.publicUrl.startsWith("https:"),
      database: { generateId: () => crypto.randomUUID() },
    },
  });
}

async function sendResetLetter(host: Host, user: { id: string; name: string; email: string }, token: string) {
  const [person] = await host.db
    .select({ language: people.language })
    .from(people)
    .where(eq(people.id, user.id))
    .limit(1);
  const link = `${host.settings.publicUrl}/reset-password?token=${token}`;
  await sendMail(
    { db: host.db, now: host.now() },
    `reset ${await hashOf(token)}`,
    { email: user.email, language: person?.language ?? "zh" },
    {
      zh: {
        subject: "重设您的密码",
        text: `您好,${user.name}:\n\n请在一小时内打开此链接设置新密码:\n${link}\n\n如非本人操作,请忽略。`,
      },
      en: {
        subject: "Reset your password",
        text: `Dear ${user.name},\n\nOpen this link within one hour to choose a new password:\n${link}\n\nIf you did not ask for this, ignore it.`,
      },
    },
  );
}

/** Whoever reads the mails of an account may lift its lock. */
async function afterReset(host: Host, { id, email }: { id: string; email: string }) {
  const ctx = { db: host.db, now: host.now(), actor: { kind: "visitor" } as const };
  await write(ctx, [event(ctx, { recordId: id, type: "person.password_reset", forCustomer: false })]);
  await forgetTries(ctx, triesOf(email));
}

export type Auth = ReturnType<typeof createAuth>;
