import { eq } from "drizzle-orm";
import { returnLines, returns } from "#schema/returns";
import type { ComplaintClass } from "#schema/words/quality";
import type { ReturnReason } from "#schema/words/returns";
import { isLateFor } from "../complaints/goods";
import type { Ctx } from "../context";
import { attachFiles } from "../files/files";
import { once } from "../once";
import { reachSteps } from "../reach";
import { numberKey } from "../reference";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, nextReference, write } from "../write";
import { linkedComplaint } from "./complaint";
import { deliveredGoods } from "./goods";
import type { RequestReturn } from "./input";
import { mayRequest } from "./policy";

/** How long each reason may take to show: hidden faults come to light later than visible ones. */
const ageing = {
  quality: "quality",
  wrong_colour: "quality",
  wrong_goods: "delivery",
  wrong_lot: "delivery",
  damaged: "delivery",
  surplus: "delivery",
  other: "delivery",
} as const satisfies Record<ReturnReason, ComplaintClass>;
const needsPhoto = ["quality", "wrong_colour", "damaged"] as const;

/** Asks to send delivered goods back; the same form again is the same return. Returns its reference. */
export async function requestReturn(ctx: Ctx, input: RequestReturn): Promise<string> {
  const actor = signedIn(ctx);
  allow(mayRequest(actor));
  await once(ctx, { id: input.id, input }, (said) => record(ctx, input, said));
  const [made] = await ctx.db
    .select({ reference: returns.reference })
    .from(returns)
    .where(eq(returns.id, input.id));
  if (!made) throw new Error("a return that was just written is gone");
  return made.reference;
}

async function record(ctx: Ctx, input: RequestReturn, said: string) {
  const actor = signedIn(ctx);
  refuseWithoutPhoto(input);
  const goods = await deliveredGoods(ctx, input);
  const [first] = goods;
  if (!first) throw new Error("a return without goods");
  const { partyId, billToId } = first.shipment;
  const number = nextReference(ctx, numberKey("RT", null, ctx.now));
  const { id, kind, reason, note } = input;
  const complaint = await linkedComplaint(ctx, input, { said, first });
  await write(ctx, [
    ...complaint.steps,
    number.step,
    ctx.db.insert(returns).values({
      id,
      kind,
      reason,
      note,
      partyId,
      billToId,
      reference: number.reference,
      status: "requested",
      complaintId: complaint.id,
      requestedBy: actor.personId,
      requestedAt: ctx.now,
      lateObjection: goods.some((one) => isLateFor(ageing[reason], one, ctx.now)),
      currency: first.order.currency,
      createdAt: ctx.now,
    }),
    ctx.db.insert(returnLines).values(
      goods.map(({ line, orderLine, quantityMilli }, at) => ({
        id: crypto.randomUUID(),
        returnId: id,
        position: at + 1,
        shipmentLineId: line.id,
        requestedMilli: quantityMilli,
        unitPriceE4: orderLine.unitPriceE4,
        discountBp: orderLine.discountBp,
      })),
    ),
    event(ctx, { recordId: id, type: "return.requested", to: "requested", details: { said } }),
    ...attachFiles(ctx, { ids: input.fileIds, noun: "return", recordId: id }),
    ...reachSteps(ctx, { noun: "return", recordId: id, at: ctx.now, partyId, billToId }),
  ]);
}

function refuseWithoutPhoto({ reason, fileIds, complaint }: RequestReturn) {
  if (fileIds.length || complaint || !needsPhoto.some((one) => one === reason)) return;
  const words = {
    zh: "此类原因请至少上传一张照片(标签或瑕疵)。",
    en: "For this reason add at least one photo of the label or the fault.",
  };
  throw new Refusal("invalid", words, { fileIds: words });
}
