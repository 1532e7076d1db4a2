import { z } from "zod";
import { returnLimits as limits } from "#schema/returns";
import { dispositions, requestedKinds, returnOutcomes } from "#schema/words/quality";
import { returnReasons } from "#schema/words/returns";
import { returnStatuses } from "#schema/words/statuses";
import { maybeWhole, Quantity } from "../fields";
import { expectedVersion, Id, maybeWords } from "../http";
import { PageQuery } from "../page";
import { say } from "../say";

export const ReturnQuery = PageQuery.extend({
  status: z.enum(returnStatuses).optional(),
  open: z.enum(["true"]).optional(),
  q: z.string().trim().max(60).optional(), // Reference or lot.
});
export type ReturnQuery = z.infer<typeof ReturnQuery>;

const moreThanNone = say("数量要大于 0。", "Enter more than zero.");

export const RequestReturn = z.strictObject({
  id: Id,
  kind: z.enum(requestedKinds).default("return_refund"),
  reason: z.enum(returnReasons, say("请选择退货原因。", "Choose why the goods come back.")),
  note: maybeWords(limits.note),
  complaint: maybeWords(40), // Reference of the complaint it follows from.
  fileIds: z.array(z.uuid()).max(10).default([]),
  lines: z
    .array(
      z.strictObject({
        shipmentLineId: Id,
        quantityMilli: Quantity.refine((milli) => milli > 0, moreThanNone),
      }),
    )
    .min(1, say("请至少选择一行货物并填写数量。", "Choose at least one line and enter a quantity."))
    .max(limits.lines),
});
export type RequestReturn = z.infer<typeof RequestReturn>;

const notNegative = say("数量不能小于 0。", "A quantity cannot be negative.");
const amount = Quantity.refine((milli) => milli >= 0, notNegative);

/** What the moves carry; each verb asks for the part it needs. */
export const MoveReturn = z.strictObject({
  version: expectedVersion,
  reason: maybeWords(limits.note),
  returnAddress: maybeWords(400),
  freightPayer: z.enum(["seller", "buyer"]).optional(),
  carrier: maybeWords(80),
  waybillNo: maybeWords(60),
  lines: z
    .array(
      z.strictObject({
        position: z.number().int().positive(),
        quantityMilli: amount.optional(),
        cartons: maybeWhole.optional(),
        disposition: z.enum(dispositions).optional(),
        outcome: z.enum(returnOutcomes).optional(),
        note: maybeWords(400),
      }),
    )
    .max(limits.lines)
    .default([]),
});
export type MoveReturn = z.infer<typeof MoveReturn>;
