import { eq } from "drizzle-orm";
import { type OrderLine, orderLines } from "#schema/orders";
import type { Words } from "#schema/words/words";
import type { Ctx } from "../context";
import { allow, Refusal } from "../refusal";
import { event, write } from "../write";
import { followLines } from "./change";
import type { MoveOrder } from "./input";
import { statusesOf } from "./lifecycle";
import type { SeenOrder } from "./orders";
import { mayCount } from "./policy";

const columns = {
  scheduled: "scheduledMilli",
  produced: "producedMilli",
  finished: "finishedMilli",
  ready: "readyMilli",
} as const;
type Quantity = keyof typeof columns;
const quantities = Object.keys(columns) as Quantity[]; // Object.keys forgets what its keys are.

/** Records how far the lines have come; totals so far, not what was added. */
export async function recordProgress(ctx: Ctx, { order, lines }: SeenOrder, input: MoveOrder): Promise<void> {
  const counted = lines.map((line) => countedLine(ctx, line, input));
  refuseIfImpossible(counted);
  const changed = counted.filter((line, index) =>
    quantities.some((one) => line[columns[one]] !== lines[index]?.[columns[one]]),
  );
  if (changed.length === 0) return;
  const moved = statusesOf(order, counted).status !== order.status;
  await write(ctx, [
    ...changed.map(({ id, scheduledMilli, producedMilli, finishedMilli, readyMilli }) =>
      ctx.db
        .update(orderLines)
        .set({ scheduledMilli, producedMilli, finishedMilli, readyMilli })
        .where(eq(orderLines.id, id)),
    ),
    event(ctx, {
      recordId: order.id,
      type: "order.progressed",
      reason: input.reason,
      forCustomer: false,
      details: { lines: changed.map(({ position }) => position), moved },
    }),
    followLines(ctx, order, counted),
  ]);
}

function countedLine(ctx: Ctx, line: OrderLine, { lines }: MoveOrder): OrderLine {
  const said = lines.find(({ position }) => position === line.position);
  const counted = { ...line };
  for (const one of quantities) {
    const quantity = said?.[one] ?? null;
    if (quantity === null || quantity === line[columns[one]]) continue;
    allow(mayCount(ctx.actor, one));
    counted[columns[one]] = quantity;
  }
  return counted;
}

function refuseIfImpossible(lines: OrderLine[]) {
  const fields: Record<string, Words> = {};
  for (const line of lines) {
    const at = `lines.${line.position - 1}`;
    for (const one of quantities) {
      if (line[columns[one]] > 2 * line.orderedMilli) fields[`${at}.${one}`] = tooMuch;
    }
    if (line.finishedMilli > line.producedMilli) fields[`${at}.finished`] = notProduced;
    if (line.readyMilli < line.shippedMilli) fields[`${at}.ready`] = alreadyGone;
  }
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", problem, fields);
}

const problem = { zh: "请检查标出的数量。", en: "Check the quantities that are marked." };
const tooMuch = {
  zh: "超过订购数量的两倍，请核对。",
  en: "This is more than twice what was ordered. Check it.",
};
const notProduced = { zh: "完工数量不能大于已产数量。", en: "No more can be finished than was produced." };
const alreadyGone = { zh: "不能少于已发数量。", en: "It cannot be less than what has been sent." };
