import { and, eq, inArray } from "drizzle-orm";
import { complaints } from "#schema/complaints";
import { orderLines, orders } from "#schema/orders";
import { returnLines, returns } from "#schema/returns";
import { shipmentLines, shipments } from "#schema/shipments";
import { addDays, businessDate } from "../calendar";
import { visibleComplaints } from "../complaints/policy";
import type { Ctx } from "../context";
import { attachFiles } from "../files/files";
import { once } from "../once";
import { reachSteps } from "../reach";
import { numberKey } from "../reference";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { arrivedStatuses } from "../shipments/lifecycle";
import { visibleShipments } from "../shipments/policy";
import { event, nextReference, write } from "../write";
import type { RequestReturn } from "./input";
import { mayRequest } from "./policy";

// Contract clauses come first; these are the usual ones.
const objectionDays = { visible: 7, hidden: 30 };
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
  await write(ctx, [
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
      complaintId: await complaintId(ctx, input.complaint),
      requestedBy: actor.personId,
      requestedAt: ctx.now,
      lateObjection: goods.some(({ shipment }) =>
        isLate(reason, shipment.deliveredOn, businessDate(ctx.now)),
      ),
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

/** Late requests are taken and marked; people decide about them. */
function isLate(reason: RequestReturn["reason"], deliveredOn: string | null, today: string): boolean {
  const days =
    reason === "quality" || reason === "wrong_colour" ? objectionDays.hidden : objectionDays.visible;
  return deliveredOn !== null && today > addDays(deliveredOn, days);
}

async function deliveredGoods(ctx: Ctx, { lines }: RequestReturn) {
  const found = await ctx.db
    .select({ line: shipmentLines, shipment: shipments, orderLine: orderLines, order: orders })
    .from(shipmentLines)
    .innerJoin(shipments, eq(shipments.id, shipmentLines.shipmentId))
    .innerJoin(orderLines, eq(orderLines.id, shipmentLines.orderLineId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(
      and(
        inArray(
          shipmentLines.id,
          lines.map(({ shipmentLineId }) => shipmentLineId),
        ),
        visibleShipments(ctx.actor),
      ),
    )
    .limit(lines.length);
  const goods = lines.map(({ shipmentLineId, quantityMilli }, at) => {
    const row = found.find(({ line }) => line.id === shipmentLineId);
    if (!row) throw fault(at, "shipmentLineId", notYours);
    if (!arrivedStatuses.includes(row.shipment.status)) throw fault(at, "shipmentLineId", notThere);
    const left = row.line.quantityMilli - row.line.returnedMilli;
    if (quantityMilli > left) throw fault(at, "quantityMilli", atMost(left));
    return { ...row, quantityMilli };
  });
  refuseMixed(ctx, goods);
  return goods;
}

type Goods = Awaited<ReturnType<typeof deliveredGoods>>;

function refuseMixed(ctx: Ctx, goods: Goods) {
  const actor = signedIn(ctx);
  const owners = new Set(
    goods.map(({ shipment, order }) => `${shipment.partyId} ${shipment.billToId} ${order.currency}`),
  );
  if (owners.size > 1) throw new Refusal("invalid", oneParty, { lines: oneParty });
  const [first] = goods;
  if (!first || actor.kind === "staff") return;
  // What a resale child sends back goes the way it came: its parent asks, for the parent paid.
  const { partyId, billToId } = first.shipment;
  if (actor.seat.partyId !== partyId && actor.seat.partyId !== billToId)
    throw new Refusal("not_allowed", notOwn);
  if (actor.seat.partyId === partyId && partyId !== billToId) throw new Refusal("not_allowed", throughParent);
}

const fault = (at: number, field: string, words: { zh: string; en: string }) =>
  new Refusal("invalid", words, { [`lines.${at}.${field}`]: words });
const notYours = { zh: "没有找到这行发货。", en: "We could not find this delivered line." };
const notThere = { zh: "这批货还没有送达,不能退货。", en: "These goods have not arrived yet." };
const atMost = (left: number) => ({
  zh: `最多可退 ${left / 1000}。`,
  en: `At most ${left / 1000} can be returned.`,
});
const oneParty = {
  zh: "一张退货单只能包含同一单位、同一币种的货物。",
  en: "One return holds goods of one party and currency only.",
};
const notOwn = { zh: "只能为本单位的货物申请退货。", en: "You can ask only for goods of your own company." };
const throughParent = {
  zh: "请通过上级经销商申请退货。",
  en: "Please ask your dealer to send these goods back.",
};

async function complaintId(ctx: Ctx, reference: string | null): Promise<string | null> {
  if (!reference) return null;
  const [found] = await ctx.db
    .select({ id: complaints.id })
    .from(complaints)
    .where(and(eq(complaints.reference, reference), visibleComplaints(ctx.actor)))
    .limit(1);
  const words = { zh: "没有找到该投诉。", en: "We could not find that complaint." };
  if (!found) throw new Refusal("invalid", words, { complaint: words });
  return found.id;
}
