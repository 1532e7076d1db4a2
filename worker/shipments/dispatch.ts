import { eq, sql } from "drizzle-orm";
import { parties } from "#schema/parties";
import { reach } from "#schema/reach";
import { cartons, shipmentEvents, shipmentLines } from "#schema/shipments";
import type { Words } from "#schema/words/words";
import { isSignedIn, isStaff } from "../actor";
import { addDays, businessDate, startOf } from "../calendar";
import type { Ctx } from "../context";
import { type Posting, postingsOf } from "../ledger/post";
import { mostOf, notNow, workingStatuses } from "../orders/lifecycle";
import { amountOf } from "../orders/line";
import { Refusal } from "../refusal";
import { event, type Guard, job, must, type Step, write } from "../write";
import type { MoveShipment } from "./input";
import { statusAfter } from "./lifecycle";
import { type Loaded, orderSteps, type Part } from "./load";
import { cartonRows, weighed } from "./packing";
import { overTolerance } from "./plan";
import { tellReceivers } from "./tell";
import { changeShipment } from "./transport";

/** The goods leave: from this day their payer owes for them, line by line at the weight that left. */
export async function dispatchShipment(ctx: Ctx, loaded: Loaded, input: MoveShipment): Promise<void> {
  const { shipment } = loaded;
  const on = input.on ?? businessDate(ctx.now);
  const sent = { ...loaded, parts: loaded.parts.map((part) => reweighed(part, input)) };
  refuseUnlessReady(ctx, sent, input, on);
  const status = statusAfter(shipment, "dispatch");
  const at = on === businessDate(ctx.now) ? ctx.now : new Date(startOf(on).getTime() + noonMs);
  const postings = await postingsOf(
    ctx,
    sent.parts.flatMap((part) => debtOf(sent, part, on)),
  );
  await write(ctx, [
    changeShipment(ctx, shipment, {
      status,
      at,
      dispatchedOn: on,
      atd: shipment.market === "export" ? on : shipment.atd,
      cartons: sent.parts.reduce((sum, { line }) => sum + line.cartons, 0),
      netMilli: sent.parts.reduce((sum, { line }) => sum + line.quantityMilli, 0),
    }),
    lotsStillGood(ctx, shipment.id),
    payerNotStopped(ctx, shipment.billToId),
    ctx.db.update(reach).set({ at }).where(eq(reach.recordId, shipment.id)),
    ...sent.parts.flatMap((part) => weightSteps(ctx, part, input)),
    ...postings.flatMap(({ steps }) => steps),
    ctx.db.insert(shipmentEvents).values({
      id: crypto.randomUUID(),
      shipmentId: shipment.id,
      at,
      code: status,
      sourceKind: "staff",
      recordedAt: ctx.now,
      recordedBy: isSignedIn(ctx.actor) ? ctx.actor.personId : null,
    }),
    event(ctx, {
      recordId: shipment.id,
      type: "shipment.dispatched",
      from: shipment.status,
      to: status,
      reason: input.consent,
    }),
    ...tellReceivers(ctx, shipment, "shipment.dispatched"),
    ...(shipment.market === "export"
      ? [receiptByRecord(ctx, shipment.id, startOf(addDays(shipment.eta ?? on, abroadDays)))]
      : []),
    orderSteps(ctx, sent, (line, { line: { quantityMilli } }) => ({
      shippedMilli: line.shippedMilli + quantityMilli,
      // The scale at the gate knows better than the count before it.
      readyMilli: Math.max(line.readyMilli, line.shippedMilli + quantityMilli),
    })),
  ]);
}

const noonMs = 12 * 3_600_000;
const abroadDays = 30;

/** Nobody signs: then the carrier's record counts, and says so. */
export const receiptByRecord = (ctx: Pick<Ctx, "db" | "now">, shipmentId: string, dueAt: Date) =>
  job(ctx, `receipt ${shipmentId} ${dueAt.getTime()}`, "shipments.receipt", { id: shipmentId }, dueAt);

/** What left in truth, where it differs from the plan. */
function reweighed(part: Part, { lines }: MoveShipment): Part {
  const said = lines.find(({ position }) => position === part.line.position);
  const packing = said?.packing ?? [];
  if (!said || (said.quantity == null && packing.length === 0)) return part;
  const { quantity = null, cartons = null, cones = null } = said;
  const weight = weighed({
    quantity,
    cones,
    packing,
    cartons: cartons ?? (packing.length > 0 ? null : part.line.cartons),
  });
  if ("wrong" in weight) throw field(part, weight.wrong);
  const { quantityMilli } = weight;
  return {
    ...part,
    line: { ...part.line, quantityMilli, cartons: weight.cartons, cones: weight.cones ?? part.line.cones },
  };
}

function refuseUnlessReady(ctx: Ctx, { shipment, parts }: Loaded, { consent }: MoveShipment, on: string) {
  if (on > businessDate(ctx.now)) throw new Refusal("invalid", problem, { on: notYet });
  if (shipment.market === "domestic" && !shipment.carrierKind) throw new Refusal("conflict", noCarrier);
  if (shipment.market === "export" && !shipment.vessel) throw new Refusal("conflict", noVessel);
  const leaving = new Map<string, number>();
  for (const part of parts) {
    const { orderLine, order, line } = part;
    if (!workingStatuses.some((status) => status === order.status)) throw notNow(order.status);
    const total = (leaving.get(orderLine.id) ?? orderLine.shippedMilli) + line.quantityMilli;
    leaving.set(orderLine.id, total);
    if (!consent && total > mostOf(orderLine, order.plusBp)) throw field(part, overTolerance);
  }
}

/** Credit may have gone since the order was confirmed; a manager may let the goods go all the same. */
function payerNotStopped(ctx: Ctx, payerId: string): Guard[] {
  if (isStaff(ctx.actor, "sales_manager", "general_manager")) return [];
  const free = sql`exists (select 1 from ${parties} where ${parties.id} = ${payerId}
    and ${parties.holdReason} is null and ${parties.status} not in ('suspended', 'blacklisted'))`;
  return [must(ctx, free, new Refusal("conflict", heldBack))];
}

/** The laboratory may have stopped a lot after the shipment was planned. */
const lotsStillGood = (ctx: Ctx, shipmentId: string): Guard =>
  must(
    ctx,
    sql`not exists (select 1 from shipment_lines l join lots on lots.id = l.lot_id
      where l.shipment_id = ${shipmentId} and lots.qc_status in ('failed', 'stopped'))`,
    new Refusal("conflict", lotStopped),
  );

function debtOf({ shipment }: Loaded, { line, orderLine, order, lot }: Part, on: string): Posting[] {
  const amountMinor = amountOf(orderLine, line.quantityMilli, order.currency);
  if (amountMinor === 0) return [];
  return [
    {
      id: `${line.id}:shipment`,
      type: "shipment",
      businessDate: on,
      amountMinor,
      partyId: shipment.billToId,
      currency: order.currency,
      paymentTerm: order.paymentTerm,
      paymentDays: order.paymentDays,
      quantityMilli: line.quantityMilli,
      unitPriceE4: orderLine.unitPriceE4,
      docNo: shipment.reference,
      orderId: order.id,
      orderRef: order.reference,
      customerPo: order.customerPo,
      item: orderLine.itemZh,
      colourNo: orderLine.colourNo,
      lotNo: lot?.lotNo,
      cartons: line.cartons,
      shipmentId: shipment.id,
      shipmentLineId: line.id,
    },
  ];
}

function weightSteps(ctx: Ctx, { line }: Part, { lines }: MoveShipment): Step[] {
  const packing = lines.find(({ position }) => position === line.position)?.packing ?? [];
  const { quantityMilli, cartons: count, cones } = line;
  const listed = cartonRows(line.id, { quantity: null, cartons: null, cones: null, packing });
  return [
    ctx.db
      .update(shipmentLines)
      .set({ quantityMilli, cartons: count, cones })
      .where(eq(shipmentLines.id, line.id)),
    ...(listed.length > 0
      ? [
          ctx.db.delete(cartons).where(eq(cartons.shipmentLineId, line.id)),
          ctx.db.insert(cartons).values(listed),
        ]
      : []),
  ];
}

const problem = { zh: "请检查标出的内容。", en: "There is a problem. Check what is marked." };
const field = ({ line }: Part, words: Words) =>
  new Refusal("invalid", problem, { [`lines.${line.position - 1}.quantity`]: words });
const notYet = { zh: "发货日期不能晚于今天。", en: "The day cannot be after today." };
const noCarrier = { zh: "请先填写运输方式。", en: "First say how the goods travel." };
const noVessel = { zh: "请先填写船名和航次。", en: "First enter the vessel and voyage." };
const lotStopped = {
  zh: "其中有批号已被品管停用，不能发货。",
  en: "Quality control has stopped one of these lots. It cannot leave.",
};
const heldBack = {
  zh: "该客户暂停发货，请联系业务员或销售经理。",
  en: "Dispatch to this customer is stopped. Ask the salesperson or the sales manager.",
};
