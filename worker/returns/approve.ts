import { and, eq, gte, inArray, ne, notInArray, sql } from "drizzle-orm";
import { complaints } from "#schema/complaints";
import { returnLines, returns } from "#schema/returns";
import { shipmentLines } from "#schema/shipments";
import type { Actor } from "../actor";
import { isSignedIn } from "../actor";
import { approvalRoles, approvalsFor } from "../approvalLadder";
import { addDays, businessDate } from "../calendar";
import type { Ctx } from "../context";
import { discountedAmount } from "../money";
import { Refusal } from "../refusal";
import { job, write } from "../write";
import { changeLine, changeSteps, quantityOf, saidOf } from "./change";
import { holdSteps } from "./hold";
import type { MoveReturn } from "./input";
import { blockedBecause } from "./policy";
import type { SeenReturn } from "./returns";

const validDays = 30;

/** Says yes to so much of each line, and keeps it from every other return. */
export async function approveReturn(ctx: Ctx, { row, lines }: SeenReturn, input: MoveReturn) {
  const approved = saidOf(lines, input).map((one) => ({
    line: one.line,
    quantity: quantityOf(one, one.line.requestedMilli),
  }));
  if (approved.every(({ quantity }) => quantity === 0))
    throw new Refusal("invalid", nothingLeft, { lines: nothingLeft });
  if (!input.returnAddress) throw new Refusal("invalid", whereTo, { returnAddress: whereTo });
  const amountMinor = approved.reduce(
    (sum, { line, quantity }) => sum + worth(line, quantity, row.currency),
    0,
  );
  await refuseUnlessEnough(ctx, { row, lines }, amountMinor);
  const validUntil = addDays(businessDate(ctx.now), validDays);
  await write(ctx, [
    ...approved.flatMap(({ line, quantity }) => holdSteps(ctx, line.shipmentLineId, quantity)),
    ...approved.map(({ line, quantity }) => changeLine(ctx, line, { approvedMilli: quantity })),
    ...changeSteps(
      ctx,
      row,
      "approve",
      {
        approvedBy: isSignedIn(ctx.actor) ? ctx.actor.personId : null,
        approvedAt: ctx.now,
        validUntil,
        returnAddress: input.returnAddress,
        freightPayer: input.freightPayer ?? "seller",
      },
      input.reason,
    ),
    job(
      ctx,
      `return expires ${row.id}`,
      "return.expire",
      { reference: row.reference },
      new Date(`${addDays(validUntil, 1)}T00:00:00+08:00`),
    ),
  ]);
}

type Priced = { unitPriceE4: number | null; discountBp: number };
/** What a quantity of the line was sold for. */
export const worth = ({ unitPriceE4, discountBp }: Priced, quantityMilli: number, currency: string) =>
  unitPriceE4 === null ? 0 : discountedAmount({ quantityMilli, unitPriceE4, discountBp }, currency);

/** The ladder of amounts: cases of one party and lot within 30 days count together, and nobody approves their own. */
export async function refuseUnlessEnough(ctx: Ctx, { row, lines }: SeenReturn, amountMinor: number) {
  const { actor } = ctx;
  const blocked = blockedBecause(actor, row, "approve");
  if (blocked) throw new Refusal("not_allowed", blocked);
  const [others, [complaint]] = await ctx.db.batch([
    alike(ctx, { row, lines }),
    validityOf(ctx, row.complaintId),
  ]);
  const needed = approvalsFor({
    amountMinor:
      amountMinor +
      others.reduce((sum, other) => sum + worth(other, other.approvedMilli ?? 0, row.currency), 0),
    currency: row.currency,
    validity: complaint?.validity ?? null,
    isQuality: row.reason === "quality",
    isClaim: row.kind === "claim",
    late: row.lateObjection,
  });
  if (!needed.every((one) => holds(actor, approvalRoles[one]))) throw new Refusal("not_allowed", tooHigh);
}

const holds = (actor: Actor, roles: readonly string[]) =>
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

const nothingLeft = {
  zh: "请至少批准一行,否则请驳回。",
  en: "Approve at least one line, or reject the return.",
};
const whereTo = { zh: "请填写退货地址。", en: "Enter where the goods are to be sent." };
const tooHigh = {
  zh: "金额超出您的审批权限,请上级审批。",
  en: "This amount is beyond your approval limit. Ask a manager to approve it.",
};
