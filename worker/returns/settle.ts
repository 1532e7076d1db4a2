import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { events } from "#schema/events";
import { orderLines, orders } from "#schema/orders";
import { lots, shipmentLines, shipments } from "#schema/shipments";
import type { Outcome } from "#schema/words/quality";
import { isSignedIn } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { postingsOf } from "../ledger/post";
import { Refusal } from "../refusal";
import { write } from "../write";
import { changeLine, changeSteps, saidOf } from "./change";
import type { MoveReturn } from "./input";
import { endorseSteps, votesOn, worth } from "./ladder";
import type { SeenReturn } from "./returns";

/** Outcomes that give money back for goods taken back. */
const credited: Outcome[] = ["return_refund", "exchange"];

/** What follows for each line, and so the credit: accepted quantity at the price of its own delivery. */
export async function decideReturn(ctx: Ctx, { row, lines }: SeenReturn, input: MoveReturn) {
  const decided = saidOf(lines, input).map(({ line, said, at }) => {
    if (!said?.outcome) throw new Refusal("invalid", whatFollows, { [`lines.${at}.outcome`]: whatFollows });
    const credit = credited.includes(said.outcome) ? worth(line, line.acceptedMilli ?? 0, row.currency) : 0;
    return { line, outcome: said.outcome, credit };
  });
  const creditMinor = decided.reduce((sum, { credit }) => sum + credit, 0);
  const ask = { step: "decide", amountMinor: creditMinor } as const;
  const votes = await votesOn(ctx, { row, lines }, ask);
  if (votes.left.length > 0) return write(ctx, endorseSteps(ctx, { row, lines }, ask, votes));
  return write(ctx, [
    ...decided.map(({ line, outcome, credit }) => changeLine(ctx, line, { outcome, creditMinor: credit })),
    ...changeSteps(
      ctx,
      row,
      "decide",
      { creditMinor, decidedBy: isSignedIn(ctx.actor) ? ctx.actor.personId : null },
      input.reason,
    ),
  ]);
}

/** Posts the credits to the payer, dated by the decision, and takes the goods off their orders. */
export async function executeReturn(ctx: Ctx, { row, lines }: SeenReturn, input: MoveReturn) {
  const [goods, [decision]] = await ctx.db.batch([
    soldAs(
      ctx,
      lines.map(({ shipmentLineId }) => shipmentLineId),
    ),
    decisionOf(ctx, row.id),
  ]);
  const kept = lines.filter(({ outcome }) => outcome && credited.includes(outcome));
  const credits = kept.filter(({ creditMinor }) => (creditMinor ?? 0) > 0);
  const posted = await postingsOf(
    ctx,
    credits.map((line) => {
      const sold = goods.find(({ shipmentLineId }) => shipmentLineId === line.shipmentLineId);
      return {
        ...sold,
        id: crypto.randomUUID(),
        partyId: row.billToId,
        currency: row.currency,
        type: "return_credit" as const,
        businessDate: businessDate(decision?.at ?? ctx.now),
        amountMinor: -(line.creditMinor ?? 0),
        quantityMilli: -(line.acceptedMilli ?? 0),
        unitPriceE4: line.unitPriceE4,
        docNo: row.reference,
        returnId: row.id,
        complaintId: row.complaintId,
        approvedBy: row.decidedBy,
      };
    }),
  );
  await write(ctx, [
    ...posted.flatMap(({ steps }) => steps),
    ...kept.map((line) =>
      ctx.db
        .update(orderLines)
        .set({ returnedMilli: sql`${orderLines.returnedMilli} + ${line.acceptedMilli ?? 0}` })
        .where(
          eq(
            orderLines.id,
            sql`(select order_line_id from shipment_lines where id = ${line.shipmentLineId})`,
          ),
        ),
    ),
    ...changeSteps(ctx, row, "execute", { executedAt: ctx.now }, input.reason),
  ]);
}

/** The last one counts: another decision voids those before it. */
const decisionOf = (ctx: Ctx, id: string) =>
  ctx.db
    .select({ at: events.at })
    .from(events)
    .where(and(eq(events.recordId, id), eq(events.type, "return.decided")))
    .orderBy(desc(events.id))
    .limit(1);

/** How the delivered goods stood on their own paper, for the lines of the credit. */
const soldAs = (ctx: Ctx, shipmentLineIds: string[]) =>
  ctx.db
    .select({
      shipmentLineId: shipmentLines.id,
      shipmentId: shipments.id,
      orderId: orders.id,
      orderRef: orders.reference,
      customerPo: orders.customerPo,
      item: orderLines.itemZh,
      colourNo: orderLines.colourNo,
      lotNo: lots.lotNo,
    })
    .from(shipmentLines)
    .innerJoin(shipments, eq(shipments.id, shipmentLines.shipmentId))
    .innerJoin(orderLines, eq(orderLines.id, shipmentLines.orderLineId))
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .leftJoin(lots, eq(lots.id, shipmentLines.lotId))
    .where(inArray(shipmentLines.id, shipmentLineIds))
    .limit(shipmentLineIds.length);

const whatFollows = { zh: "请选择处理结果。", en: "Choose what follows for this line." };
