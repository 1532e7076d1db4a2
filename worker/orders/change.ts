import { and, eq } from "drizzle-orm";
import { type Order, type OrderLine, orders } from "#schema/orders";
import type { Ctx } from "../context";
import { event, type Guard, mustHaveChanged, type Step } from "../write";
import { statusesOf } from "./lifecycle";

/** Changes an order that is still as it was read; every writer of its lines goes through here, so none is lost. */
export function changeOrder(ctx: Ctx, order: Order, values: Partial<Order>): (Step | Guard)[] {
  return [
    ctx.db
      .update(orders)
      .set({ ...values, version: order.version + 1 })
      .where(and(eq(orders.id, order.id), eq(orders.version, order.version))),
    mustHaveChanged(ctx),
  ];
}

/** Lets an order follow its lines as they will be after this write. */
export function followLines(ctx: Ctx, order: Order, lines: OrderLine[]): (Step | Guard)[] {
  const after = statusesOf(order, lines);
  const moved = after.status !== order.status;
  return [
    ...changeOrder(ctx, order, after),
    ...(moved
      ? [event(ctx, { recordId: order.id, type: "order.advanced", from: order.status, to: after.status })]
      : []),
  ];
}
