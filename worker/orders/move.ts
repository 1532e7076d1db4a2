import { eq, sql } from "drizzle-orm";
import { orderLines } from "#schema/orders";
import type { Words } from "#schema/words/words";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { noneReserved } from "../shipments/reserved";
import { event, type Guard, type Step, write } from "../write";
import { changeOrder } from "./change";
import { approveCredit, confirmOrder } from "./confirm";
import type { MoveOrder } from "./input";
import { facts, type Move, statusAfter } from "./lifecycle";
import { type SeenOrder, seenOrder } from "./orders";
import { blockedBecause, mayMove } from "./policy";
import { recordProgress } from "./progress";
import { movePromise } from "./promise";
import { shortClose } from "./shortClose";
import { tellBuyer } from "./tell";

/** Moves an order by hand; the derived statuses are nobody's to type. */
export async function moveOrder(ctx: Ctx, reference: string, move: Move, input: MoveOrder): Promise<void> {
  signedIn(ctx);
  const seen = await seenOrder(ctx, reference);
  allow(mayMove(ctx.actor, seen.order, move));
  sameVersion(seen.order, input.version);
  statusAfter(seen.order, move);
  const blocked = blockedBecause(ctx.actor, seen.order, move);
  if (blocked) throw new Refusal("conflict", blocked);
  await (ownVerbs[move] ?? plainly(move))(ctx, seen, input);
}

type Verb = (ctx: Ctx, seen: SeenOrder, input: MoveOrder) => Promise<void>;

const ownVerbs: Partial<Record<Move, Verb>> = {
  confirm: confirmOrder,
  approve_credit: approveCredit,
  progress: recordProgress,
  promise: movePromise,
  short_close: shortClose,
};

/** Moves that change where the order stands and little else. */
const plainly =
  (move: Move): Verb =>
  async (ctx, { order }, { reason }) => {
    if (needReason.includes(move) && !reason) throw new Refusal("invalid", whyNot, { reason: whyNot });
    const status = statusAfter(order, move);
    const confirmed = status === "confirmed" && order.confirmedAt === null;
    await write(ctx, [
      changeOrder(ctx, order, {
        status,
        heldStatus: move === "hold" ? order.status : null,
        confirmedAt: confirmed ? ctx.now : order.confirmedAt,
      }),
      ...(move === "cancel" ? cancelLines(ctx, order.id) : []),
      event(ctx, {
        recordId: order.id,
        type: `order.${facts[move]}`,
        from: order.status,
        to: status,
        reason,
        // Why an order is held is between us.
        forCustomer: !["hold", "release"].includes(move),
      }),
      ...(told.includes(move) ? tellBuyer(ctx, order, `order.${facts[move]}`) : []),
    ]);
  };

const needReason: Move[] = ["reject", "hold", "cancel", "reopen"];
/** What the buyer should not have to find out by looking. */
const told: Move[] = ["submit", "receive_deposit", "reject", "cancel"];
const whyNot: Words = { zh: "请填写原因。", en: "Say why." };

const cancelLines = (ctx: Ctx, orderId: string): (Step | Guard)[] => [
  noneReserved(ctx, sql`ol.order_id = ${orderId}`),
  ctx.db
    .update(orderLines)
    .set({ cancelledMilli: sql`${orderLines.orderedMilli} - ${orderLines.shippedMilli}` })
    .where(eq(orderLines.orderId, orderId)),
];
