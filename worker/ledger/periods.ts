import { desc, eq, sql } from "drizzle-orm";
import { closedPeriods } from "#schema/ledger";
import { businessDate, monthOf } from "../calendar";
import type { Ctx } from "../context";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, must, write } from "../write";
import type { ClosePeriod } from "./input";

import { mayClose, mayReopen } from "./policy";

/** The company's closed months, latest first; all before a closed one count as closed. */
export async function listClosedPeriods(ctx: Ctx) {
  allow(signedIn(ctx).kind === "staff");
  return ctx.db.select().from(closedPeriods).orderBy(desc(closedPeriods.period)).limit(120);
}

/** From now on late facts of that month and those before it go, flagged, to the next. */
export async function closePeriod(ctx: Ctx, { period }: ClosePeriod): Promise<void> {
  const actor = signedIn(ctx);
  allow(mayClose(actor));
  if (period >= monthOf(businessDate(ctx.now))) throw new Refusal("invalid", notOver, { period: notOver });
  const closed = await ctx.db.select().from(closedPeriods).where(eq(closedPeriods.period, period)).limit(1);
  if (closed.length > 0) return;
  await write(ctx, [
    ctx.db.insert(closedPeriods).values({ period, closedAt: ctx.now, closedBy: actor.personId }),
    event(ctx, { recordId: `period ${period}`, type: "period.closed", forCustomer: false }),
  ]);
}

/** Opens the latest closed month again; statements issued for it stay as they are. */
export async function reopenPeriod(ctx: Ctx, period: string, reason: string | null): Promise<void> {
  allow(mayReopen(signedIn(ctx)));
  await write(ctx, [
    must(ctx, sql`(select max(period) from closed_periods) = ${period}`, new Refusal("conflict", notLatest)),
    ctx.db.delete(closedPeriods).where(eq(closedPeriods.period, period)),
    event(ctx, { recordId: `period ${period}`, type: "period.reopened", reason, forCustomer: false }),
  ]);
}

const notOver = { zh: "只能关闭已经结束的月份。", en: "Only a month that is over can be closed." };
const notLatest = {
  zh: "只能重新打开最近一次关账的月份。",
  en: "Only the month that was closed last can be opened again.",
};
