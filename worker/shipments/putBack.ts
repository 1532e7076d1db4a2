import { and, eq, sql } from "drizzle-orm";
import { accounts, entries } from "#schema/ledger";
import { shipmentEvents, shipmentLines } from "#schema/shipments";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { postingsOf } from "../ledger/post";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, must, write } from "../write";
import { receiptByRecord } from "./dispatch";
import type { MoveShipment } from "./input";
import { statusAfter } from "./lifecycle";
import { type Loaded, orderSteps } from "./load";
import { silenceEnds } from "./track";
import { changeShipment } from "./transport";

/** Refused goods are in the warehouse again: the debt is reversed on that day and the order waits for them. */
export async function putBack(ctx: Ctx, loaded: Loaded, input: MoveShipment): Promise<void> {
  const { shipment } = loaded;
  const on = input.on ?? businessDate(ctx.now);
  if (on > businessDate(ctx.now)) throw new Refusal("invalid", notYet, { on: notYet });
  const status = statusAfter(shipment, "put_back");
  const debts = await ctx.db
    .select({ entry: entries, account: accounts })
    .from(entries)
    .innerJoin(accounts, eq(accounts.id, entries.accountId))
    .where(and(eq(entries.shipmentId, shipment.id), eq(entries.type, "shipment")))
    .limit(200);
  const reversals = await postingsOf(
    ctx,
    debts.map(({ entry, account }) => ({
      id: `${entry.id}:reversal`,
      type: "reversal",
      businessDate: on,
      partyId: account.partyId,
      currency: account.currency,
      amountMinor: -entry.amountMinor,
      quantityMilli: entry.quantityMilli === null ? null : -entry.quantityMilli,
      unitPriceE4: entry.unitPriceE4,
      docNo: entry.docNo,
      orderId: entry.orderId,
      orderRef: entry.orderRef,
      customerPo: entry.customerPo,
      item: entry.item,
      colourNo: entry.colourNo,
      lotNo: entry.lotNo,
      shipmentId: entry.shipmentId,
      shipmentLineId: entry.shipmentLineId,
      reversalOf: entry.id,
      memo: "拒收退回",
    })),
  );
  await write(ctx, [
    changeShipment(ctx, shipment, { status }),
    ...reversals.flatMap(({ steps }) => steps),
    record(ctx, shipment.id, "returned_to_warehouse"),
    event(ctx, {
      recordId: shipment.id,
      type: "shipment.put_back",
      from: shipment.status,
      to: status,
      reason: input.reason,
    }),
    orderSteps(ctx, loaded, (line, { line: { quantityMilli } }) => ({
      shippedMilli: line.shippedMilli - quantityMilli,
    })),
  ]);
}

/** The wrong delivery was signed for: it stands as delivered again, and its orders follow. */
export async function revokeReceipt(ctx: Ctx, loaded: Loaded, { reason }: MoveShipment): Promise<void> {
  const { shipment, parts } = loaded;
  if (!reason) throw new Refusal("invalid", why, { reason: why });
  const status = statusAfter(shipment, "revoke_receipt");
  const nothing = { signedMilli: null, signedCartons: null, difference: null, differenceNote: null };
  await write(ctx, [
    changeShipment(ctx, shipment, {
      status,
      signedBy: null,
      signedAt: null,
      signedNote: null,
      podGrade: null,
    }),
    must(
      ctx,
      sql`not exists (select 1 from shipment_lines where shipment_id = ${shipment.id} and returned_milli > 0)`,
      new Refusal("conflict", hasReturns),
    ),
    ...parts.map(({ line }) =>
      ctx.db.update(shipmentLines).set(nothing).where(eq(shipmentLines.id, line.id)),
    ),
    record(ctx, shipment.id, "delivered"),
    event(ctx, {
      recordId: shipment.id,
      type: "shipment.receipt_revoked",
      from: shipment.status,
      to: status,
      reason,
    }),
    receiptByRecord(ctx, shipment.id, silenceEnds(shipment, businessDate(ctx.now))),
    orderSteps(ctx, loaded, (orderLine, { line }) => {
      const signed = line.signedMilli ?? line.quantityMilli;
      return {
        receivedMilli: orderLine.receivedMilli - signed,
        missingMilli: orderLine.missingMilli - Math.max(0, line.quantityMilli - signed),
      };
    }),
  ]);
}

const hasReturns = {
  zh: "这批货已有退货，不能撤销签收。",
  en: "Some of these goods have been returned, so the receipt must stand.",
};

const record = (ctx: Ctx, shipmentId: string, code: "returned_to_warehouse" | "delivered") =>
  ctx.db.insert(shipmentEvents).values({
    id: crypto.randomUUID(),
    shipmentId,
    code,
    at: ctx.now,
    sourceKind: "staff",
    recordedAt: ctx.now,
    recordedBy: signedIn(ctx).personId,
  });

const notYet = { zh: "日期不能晚于今天。", en: "The day cannot be after today." };
const why = { zh: "请填写原因。", en: "Say why." };
