import { betterAuth } from "better-auth/minimal";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { credentials, people, personLimits, sessions, verifications } from "#schema/people";
import type { Host } from "./host";

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
    },
    session: { expiresIn: sessionDays * 86_400, disableSessionRefresh: true },
    rateLimit: { enabled: false }, // worker/throttle.ts counts per address and per account on both hosts.
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: host.settings.publicUrl.startsWith("https:"),
      database: { generateId: () => crypto.randomUUID() },
    },
  });
}
export type Auth = ReturnType<typeof createAuth>;
