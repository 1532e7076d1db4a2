import type { Language } from "#schema/words/words";
import type { Ctx } from "./context";
import { job, type Step } from "./write";

export type Letter = { subject: string; text: string };

/** Puts a mail into the outbox, in the receiver's language; the same id is sent once. */
export function mailStep(
  ctx: Pick<Ctx, "db" | "now">,
  id: string,
  to: { email: string; language: Language },
  letter: Record<Language, Letter>,
): Step {
  return job(ctx, `mail ${id}`, "mail", { id, to: to.email, ...letter[to.language] });
}

export async function sendMail(
  ctx: Pick<Ctx, "db" | "now">,
  ...rest: Parameters<typeof mailStep> extends [unknown, ...infer R] ? R : never
) {
  await ctx.db.batch([mailStep(ctx, ...rest)]);
}
