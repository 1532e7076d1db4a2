import { asc, eq } from "drizzle-orm";
import { events } from "#schema/events";
import type { Ctx } from "./context";
import { hashOf } from "./identity";
import { Refusal } from "./refusal";
import { duplicateOf } from "./write";

type Sent = { id: string; input: object };

/**
 * Makes a record once: the same input again changes nothing, other input under its id is refused.
 * `make` writes the record with a first event on that id whose details hold `said`.
 */
export async function once(ctx: Ctx, sent: Sent, make: (said: string) => Promise<unknown>): Promise<void> {
  const said = await hashOf(JSON.stringify(sent.input));
  if (await saidBefore(ctx, sent.id, said)) return;
  try {
    await make(said);
  } catch (error) {
    // A double click: the other request was a moment earlier.
    if (!duplicateOf(error) || !(await saidBefore(ctx, sent.id, said))) throw error;
  }
}

async function saidBefore(ctx: Ctx, id: string, said: string): Promise<boolean> {
  const [first] = await ctx.db
    .select({ details: events.details })
    .from(events)
    .where(eq(events.recordId, id))
    .orderBy(asc(events.id))
    .limit(1);
  if (!first) return false;
  if (first.details?.said === said) return true;
  throw new Refusal("conflict", {
    zh: "这份表单已经提交过，内容不同。请刷新页面后重新填写。",
    en: "This form was sent before with other content. Reload the page to start a new one.",
  });
}
