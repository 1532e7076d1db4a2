import type { Order } from "#schema/orders";
import type { Ctx } from "../context";
import { noticeSteps } from "../notices/notices";
import type { Step } from "../write";

type About = Pick<Order, "partyId" | "billToId"> & {
  reference: Parameters<typeof noticeSteps>[1]["reference"];
};
const buyers = ["owner", "buyer", "outlet_manager"] as const;

/** Tells the people who buy for the order's party. */
export const tellBuyer = (ctx: Ctx, { partyId, reference }: About, type: `order.${string}`): Step[] =>
  noticeSteps(ctx, { type, noun: "order", reference, partyId, roles: buyers });

/** Tells the people whose company will owe for it. */
export const tellPayer = (ctx: Ctx, { billToId, reference }: About, type: `order.${string}`): Step[] =>
  noticeSteps(ctx, { type, noun: "order", reference, partyId: billToId, roles: buyers });
