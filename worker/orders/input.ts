import { z } from "zod";
import { orderStatuses } from "#schema/words/statuses";
import { expectedVersion, maybeDay, maybeWords } from "../http";
import { PageQuery } from "../page";

export const OrderQuery = PageQuery.extend({
  status: z.enum(orderStatuses).optional(),
  open: z.enum(["true"]).optional(), // Neither received, closed, cancelled nor rejected.
  q: z.string().trim().max(60).optional(), // Reference, customer's own number, item or colour number.
  from: maybeDay,
  to: maybeDay,
});
export type OrderQuery = z.infer<typeof OrderQuery>;

export const MoveOrder = z.strictObject({ reason: maybeWords(400), version: expectedVersion });
export type MoveOrder = z.infer<typeof MoveOrder>;
