import { and, eq } from "drizzle-orm";
import { returns } from "#schema/returns";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import type { Host } from "../host";
import { sameVersion } from "../http";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { write } from "../write";
import { approveReturn } from "./approve";
import { changeLine, changeSteps, quantityOf, saidOf } from "./change";
import { holdSteps } from "./hold";
import type { MoveReturn } from "./input";
import { inspectReturn, receiveReturn } from "./inspect";
import { type Move, statusAfter } from "./lifecycle";
import { mayMove } from "./policy";
import { type SeenReturn, seenReturn } from "./returns";
import { decideReturn, executeReturn } from "./settle";

type Verb = (ctx: Ctx, seen: SeenReturn, input: MoveReturn) => Promise<unknown>;

export async function moveReturn(ctx: Ctx, reference: string, move: Move, input: MoveReturn): Promise<void> {
  if (ctx.actor.kind !== "system") signedIn(ctx);
  const seen = await seenReturn(ctx, reference);
  allow(mayMove(ctx.actor, seen.row, move));
  sameVersion(seen.row, input.version);
  statusAfter(seen.row.status, move);
  await verbs[move](ctx, seen, input);
}

const verbs: Record<Move, Verb> = {
  review: plainly("review"),
  approve: approveReturn,
  reject: rejectReturn,
  send_back: sendBack,
  receive: receiveReturn,
  start_inspection: plainly("start_inspection"),
  inspect: inspectReturn,
  decide: decideReturn,
  execute: executeReturn,
  close: (ctx, { row }, { reason }) =>
    write(ctx, changeSteps(ctx, row, "close", { closedAt: ctx.now }, reason)),
  cancel: giveUp("cancel"),
  expire: giveUp("expire"),
};

function plainly(move: Move): Verb {
  return (ctx, { row }, { reason }) => write(ctx, changeSteps(ctx, row, move, {}, reason));
}

function rejectReturn(ctx: Ctx, { row }: SeenReturn, { reason }: MoveReturn) {
  const why = { zh: "请写明驳回原因,客户会看到。", en: "Say why; the customer will read it." };
  if (!reason) throw new Refusal("invalid", why, { reason: why });
  return write(ctx, changeSteps(ctx, row, "reject", { rejectedReason: reason }, reason));
}

function sendBack(ctx: Ctx, { row, lines }: SeenReturn, input: MoveReturn) {
  const past = { zh: "批准已过期,请重新申请。", en: "The approval has run out. Please ask again." };
  if (row.validUntil && businessDate(ctx.now) > row.validUntil) throw new Refusal("conflict", past);
  const how = { zh: "请填写承运人或运单号。", en: "Enter the carrier or the waybill number." };
  if (!input.carrier && !input.waybillNo) throw new Refusal("invalid", how, { carrier: how });
  const declared = saidOf(lines, input).map((one) => ({ line: one.line, quantity: quantityOf(one) }));
  return write(ctx, [
    ...declared.map(({ line, quantity }) => changeLine(ctx, line, { declaredMilli: quantity })),
    ...changeSteps(
      ctx,
      row,
      "send_back",
      { carrier: input.carrier, waybillNo: input.waybillNo },
      input.reason,
    ),
  ]);
}

/** What an approval kept is free again. */
function giveUp(move: "cancel" | "expire"): Verb {
  return (ctx, { row, lines }, { reason }) =>
    write(ctx, [
      ...lines.flatMap((line) => holdSteps(ctx, line.shipmentLineId, -(line.approvedMilli ?? 0))),
      ...changeSteps(ctx, row, move, {}, reason),
    ]);
}

/** The goods never came: the approval ends by itself. Harmless to repeat. */
export async function expireReturn({ db }: Host, reference: string, now: Date): Promise<void> {
  // Jobs run on behalf of nobody, and this move needs no more of the context.
  const ctx = { db, now, actor: { kind: "system" } } as Pick<Ctx, "db" | "now" | "actor"> as Ctx;
  const [open] = await db
    .select({ status: returns.status })
    .from(returns)
    .where(and(eq(returns.reference, reference), eq(returns.status, "approved")))
    .limit(1);
  if (open)
    await moveReturn(ctx, reference, "expire", {
      reason: null,
      returnAddress: null,
      carrier: null,
      waybillNo: null,
      lines: [],
    });
}
