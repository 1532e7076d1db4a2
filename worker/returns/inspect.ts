import { isSignedIn } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { event, write } from "../write";
import { changeLine, changeSteps, quantityOf, saidOf } from "./change";
import { holdSteps } from "./hold";
import type { MoveReturn } from "./input";
import type { SeenReturn } from "./returns";

// A scale is allowed so much; beyond it somebody has to look.
const variance = 0.005;

/** The goods were weighed at our gate; a difference from what was declared is a fact of its own. */
export async function receiveReturn(ctx: Ctx, { row, lines }: SeenReturn, input: MoveReturn) {
  const weighed = saidOf(lines, input).map((one) => ({ ...one, quantity: quantityOf(one) }));
  const differing = weighed.filter(({ line, quantity }) => {
    const expected = line.declaredMilli ?? line.approvedMilli ?? line.requestedMilli;
    return Math.abs(quantity - expected) > expected * variance;
  });
  await write(ctx, [
    ...weighed.map(({ line, quantity, said }) =>
      changeLine(ctx, line, { receivedMilli: quantity, receivedCartons: said?.cartons ?? null }),
    ),
    ...changeSteps(ctx, row, "receive", { receivedOn: businessDate(ctx.now) }, input.reason),
    ...(differing.length
      ? [
          event(ctx, {
            recordId: row.id,
            type: "return.weight_differed",
            details: { positions: differing.map(({ line }) => line.position) },
          }),
        ]
      : []),
  ]);
}

/** What is taken back of each line; what is not is free for another return, and never credited silently. */
export async function inspectReturn(ctx: Ctx, { row, lines }: SeenReturn, input: MoveReturn) {
  const judged = saidOf(lines, input).map((one) => {
    const { line, said } = one;
    const most = Math.min(line.approvedMilli ?? 0, line.receivedMilli ?? 0);
    const quantity = quantityOf(one, most);
    if (!said?.disposition)
      throw new Refusal("invalid", whatBecomes, { [`lines.${one.at}.disposition`]: whatBecomes });
    return { line, quantity, disposition: said.disposition, note: said.note };
  });
  await write(ctx, [
    ...judged.flatMap(({ line, quantity }) =>
      holdSteps(ctx, line.shipmentLineId, quantity - (line.approvedMilli ?? 0)),
    ),
    ...judged.map(({ line, quantity, disposition, note }) =>
      changeLine(ctx, line, { acceptedMilli: quantity, disposition, inspectionNote: note }),
    ),
    ...changeSteps(
      ctx,
      row,
      "inspect",
      { inspectedBy: isSignedIn(ctx.actor) ? ctx.actor.personId : null },
      input.reason,
    ),
  ]);
}

const whatBecomes = { zh: "请选择货物的处置方式。", en: "Choose what becomes of the goods." };
