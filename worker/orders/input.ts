import { z } from "zod";
import { orderLimits } from "#schema/orders";
import { orderStatuses } from "#schema/words/statuses";
import { orderKinds } from "#schema/words/trade";
import { maybeQuantity, maybeUnitPrice, maybeWhole } from "../fields";
import { expectedVersion, Id, maybeDay, maybeWords, words } from "../http";
import { PageQuery } from "../page";
import { say } from "../say";

export const OrderQuery = PageQuery.extend({
  status: z.enum(orderStatuses).optional(),
  open: z.enum(["true"]).optional(), // Neither received, closed, cancelled nor rejected.
  late: z.enum(["true"]).optional(), // Promised for a day that has passed, and not all sent.
  party: z.string().max(20).optional(),
  q: z.string().trim().max(60).optional(), // Reference, customer's own number, item or colour number.
  from: maybeDay,
  to: maybeDay,
});
export type OrderQuery = z.infer<typeof OrderQuery>;

export const OfferQuery = z.object({
  party: z.string().trim().max(20).optional(), // Staff: for whom.
  q: z.string().trim().max(60).optional(),
});
export type OfferQuery = z.infer<typeof OfferQuery>;

export const PlaceOrder = z.strictObject({
  id: Id,
  party: maybeWords(20), // Staff only: for whom. Partners order for the party they act for.
  orderKind: z.enum(orderKinds).default("standard"), // Staff only.
  lines: z
    .array(
      z.strictObject({
        sku: words(40, say("请选择产品。", "Choose an item.")),
        quantity: maybeQuantity,
        cartons: maybeWhole, // Instead of a quantity: full cartons of the nominal content.
      }),
    )
    .min(1, say("请至少填写一行的数量。", "Enter a quantity for at least one item."))
    .max(orderLimits.lines),
  requestedOn: maybeDay,
  customerPo: maybeWords(orderLimits.customerPo),
  addressId: maybeWords(60),
  remarks: maybeWords(orderLimits.remarks),
});
export type PlaceOrder = z.infer<typeof PlaceOrder>;

/** One input for all moves; each verb checks what it needs. */
export const MoveOrder = z.strictObject({
  version: expectedVersion,
  reason: maybeWords(400),
  promisedOn: maybeDay, // For every line that names no day of its own.
  lines: z
    .array(
      z.strictObject({
        position: z.coerce.number().int().positive(),
        unitPrice: maybeUnitPrice,
        promisedOn: maybeDay,
        scheduled: maybeQuantity,
        produced: maybeQuantity,
        finished: maybeQuantity,
        ready: maybeQuantity,
      }),
    )
    .max(orderLimits.lines)
    .default([]),
});
export type MoveOrder = z.infer<typeof MoveOrder>;
