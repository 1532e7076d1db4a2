import { isSignedIn } from "../actor";
import { addDays, businessDate, startOf } from "../calendar";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { job, write } from "../write";
import { changeLine, changeSteps, quantityOf, saidOf } from "./change";
import { holdSteps } from "./hold";
import type { MoveReturn } from "./input";
import { endorseSteps, votesOn, worth } from "./ladder";
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
  const ask = { step: "approve", amountMinor } as const;
  const votes = await votesOn(ctx, { row, lines }, ask);
  if (votes.left.length > 0) return write(ctx, endorseSteps(ctx, { row, lines }, ask, votes));
  const validUntil = addDays(businessDate(ctx.now), validDays);
  return write(ctx, [
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
      startOf(addDays(validUntil, 1)),
    ),
  ]);
}

const nothingLeft = {
  zh: "请至少批准一行,否则请驳回。",
  en: "Approve at least one line, or reject the return.",
};
const whereTo = { zh: "请填写退货地址。", en: "Enter where the goods are to be sent." };
