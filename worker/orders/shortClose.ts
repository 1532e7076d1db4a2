import { eq, sql } from "drizzle-orm";
import { type OrderLine, orderLines } from "#schema/orders";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { noneReserved } from "../shipments/reserved";
import { event, write } from "../write";
import { followLines } from "./change";
import type { MoveOrder } from "./input";
import { remaining } from "./lifecycle";
import type { SeenOrder } from "./orders";
import { tellBuyer } from "./tell";

/** Gives up what has not been sent of the named lines. */
export async function shortClose(
  ctx: Ctx,
  { order, lines }: SeenOrder,
  { lines: said, reason }: MoveOrder,
): Promise<void> {
  const closed = lines.filter(
    (line) => said.some(({ position }) => position === line.position) && isOpen(line),
  );
  if (!reason) throw new Refusal("invalid", why, { reason: why });
  if (closed.length === 0) throw new Refusal("invalid", which, { "lines.0.position": which });
  const after = lines.map((line) => (closed.includes(line) ? shortened(line) : line));
  if (after.every((line) => remaining(line) <= 0)) throw new Refusal("conflict", cancelInstead);
  await write(ctx, [
    ...closed.flatMap(({ id, orderedMilli, shippedMilli }) => [
      noneReserved(ctx, sql`ol.id = ${id}`),
      ctx.db
        .update(orderLines)
        .set({ cancelledMilli: orderedMilli - shippedMilli })
        .where(eq(orderLines.id, id)),
    ]),
    event(ctx, {
      recordId: order.id,
      type: "order.short_closed",
      reason,
      details: { lines: closed.map(({ position }) => position) },
    }),
    ...tellBuyer(ctx, order, "order.short_closed"),
    followLines(ctx, order, after),
  ]);
}

const isOpen = (line: OrderLine) => remaining(line) > line.shippedMilli;
const shortened = (line: OrderLine): OrderLine => ({
  ...line,
  cancelledMilli: line.orderedMilli - line.shippedMilli,
});

const why = { zh: "请填写短交原因，客户会看到。", en: "Say why; the customer reads it." };
const which = { zh: "请选择还有未发数量的行。", en: "Choose lines that have something left to send." };
const cancelInstead = {
  zh: "订单还没有发过货，请改用“取消订单”。",
  en: "Nothing of this order was sent: cancel it instead.",
};
