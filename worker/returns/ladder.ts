import { and, eq, gte, inArray, ne, notInArray, sql } from "drizzle-orm";
import { complaints } from "#schema/complaints";
import { events } from "#schema/events";
import { returnLines, returns } from "#schema/returns";
import { shipmentLines } from "#schema/shipments";
import { isSignedIn } from "../actor";
import { type Approval, approvalRoles, approvalsFor } from "../approvalLadder";
import type { Ctx } from "../context";
import { discountedAmount } from "../money";
import { Refusal } from "../refusal";
import { event, type Guard, mustHaveChanged, type Step } from "../write";
import { blockedBecause } from "./policy";
import type { SeenReturn } from "./returns";

type Priced = { unitPriceE4: number | null; discountBp: number };
/** What a quantity of the line was sold for. */
export const worth = ({ unitPriceE4, discountBp }: Priced, quantityMilli: number, currency: string) =>
  unitPriceE4 === null ? 0 : discountedAmount({ quantityMilli, unitPriceE4, discountBp }, currency);

/** An amount that somebody agrees to, at one of the two steps where money is agreed. */
export type Ask = { step: "approve" | "decide"; amountMinor: number };
export type Votes = { mine: Approval[]; left: Approval[] };

/**
 * Which approvals this actor gives to the amount and which are still to come. Cases of one party and lot
 * within 30 days count together, nobody approves their own, and a yes counts for that amount alone.
 */
export async function votesOn(ctx: Ctx, seen: SeenReturn, ask: Ask): Promise<Votes> {
  const { row } = seen;
  const blocked = blockedBecause(ctx.actor, row, ask.step);
  if (blocked) throw new Refusal("not_allowed", blocked);
  const [others, [complaint], endorsed] = await ctx.db.batch([
    alike(ctx, seen),
    validityOf(ctx, row.complaintId),
    ctx.db
      .select({ details: events.details })
      .from(events)
      .where(and(eq(events.recordId, row.id), eq(events.type, "return.endorsed")))
      .limit(50),
  ]);
  const nearby = others.reduce((sum, other) => sum + worth(other, other.approvedMilli ?? 0, row.currency), 0);
  const needed = approvalsFor({
    amountMinor: ask.amountMinor + nearby,
    currency: row.currency,
    validity: complaint?.validity ?? null,
    isQuality: row.reason === "quality",
    isClaim: row.kind === "claim",
    late: row.lateObjection,
  });
  const given = endorsed.flatMap(({ details }) => givenBy(details, ask));
  const waiting = needed.filter((one) => !given.includes(one));
  const mine = waiting.filter((one) => holds(ctx, approvalRoles[one]));
  if (waiting.length > 0 && mine.length === 0) throw new Refusal("not_allowed", tooHigh);
  return { mine, left: waiting.filter((one) => !mine.includes(one)) };
}

/** One yes of several: kept until the others are there. */
export function endorseSteps(ctx: Ctx, { row }: SeenReturn, ask: Ask, votes: Votes): (Step | Guard)[] {
  return [
    ctx.db
      .update(returns)
      .set({ version: row.version + 1 })
      .where(and(eq(returns.id, row.id), eq(returns.version, row.version))),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: row.id,
      type: "return.endorsed",
      forCustomer: false,
      details: { ...ask, approvals: votes.mine },
    }),
  ];
}

type Details = Record<string, unknown> | null;
function givenBy(details: Details, { step, amountMinor }: Ask): unknown[] {
  const same = details?.step === step && details.amountMinor === amountMinor;
  return same && Array.isArray(details.approvals) ? details.approvals : [];
}

const holds = ({ actor }: Ctx, roles: readonly string[]) =>
  isSignedIn(actor) && actor.seat.roles.some((role) => roles.includes(role));

/** Approved lines of the same party and lots in the last 30 days, this return's aside. */
function alike(ctx: Ctx, { row, lines }: SeenReturn) {
  const mine = ctx.db
    .select({ lotId: shipmentLines.lotId })
    .from(shipmentLines)
    .where(
      inArray(
        shipmentLines.id,
        lines.map(({ shipmentLineId }) => shipmentLineId),
      ),
    );
  return ctx.db
    .select({
      unitPriceE4: returnLines.unitPriceE4,
      discountBp: returnLines.discountBp,
      approvedMilli: returnLines.approvedMilli,
    })
    .from(returnLines)
    .innerJoin(returns, eq(returns.id, returnLines.returnId))
    .innerJoin(shipmentLines, eq(shipmentLines.id, returnLines.shipmentLineId))
    .where(
      and(
        eq(returns.partyId, row.partyId),
        ne(returns.id, row.id),
        gte(returns.requestedAt, new Date(ctx.now.getTime() - 30 * 86_400_000)),
        notInArray(returns.status, ["cancelled", "expired", "rejected"]),
        sql`${shipmentLines.lotId} in (${mine})`,
      ),
    )
    .limit(200);
}

const validityOf = (ctx: Ctx, complaintId: string | null) =>
  ctx.db
    .select({ validity: complaints.validity })
    .from(complaints)
    .where(eq(complaints.id, complaintId ?? ""))
    .limit(1);

const tooHigh = {
  zh: "您的审批权限不够或已审批过,请其他审批人审批。",
  en: "This needs the approval of somebody else: it is beyond your limit, or you have approved it.",
};
