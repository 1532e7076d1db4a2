import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { type Order, type OrderLine, orderLines, orders } from "#schema/orders";
import { type Party, parties } from "#schema/parties";
import { cartons, lots, shipmentLines, shipments } from "#schema/shipments";
import type { Words } from "#schema/words/words";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { once } from "../once";
import { mostOf, notNow, workingStatuses } from "../orders/lifecycle";
import { visibleOrders } from "../orders/policy";
import { reachSteps } from "../reach";
import { numberKey } from "../reference";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, type Guard, must, nextReference, type Step, write } from "../write";
import type { PlanShipment } from "./input";
import { cartonRows, type Weighed, weighed } from "./packing";
import { mayPlan } from "./policy";
import { reservedOf } from "./reserved";
import { transportOf } from "./transport";

/** Plans goods of one payer to leave; they are reserved until they do. Returns the shipment's reference. */
export async function planShipment(ctx: Ctx, input: PlanShipment): Promise<string> {
  signedIn(ctx);
  allow(mayPlan(ctx.actor));
  await once(ctx, { id: input.id, input }, (said) => plan(ctx, input, said));
  const [planned] = await ctx.db
    .select({ reference: shipments.reference })
    .from(shipments)
    .where(eq(shipments.id, input.id))
    .limit(1);
  if (!planned) throw new Error("a shipment that was planned is not there");
  return planned.reference;
}

type Wanted = { orderLine: OrderLine; order: Order; party: Party; outlet: string | null };
type Packing = Wanted & Weighed & { id: string; said: PlanShipment["lines"][number]; position: number };

async function plan(ctx: Ctx, input: PlanShipment, said: string) {
  const packed = packedLines(input, await wantedLines(ctx, input));
  const [first] = packed;
  if (!first) throw new Error("a plan without lines");
  refuseStrangers(packed, first);
  await refuseBadLots(ctx, input, packed);
  const { order, party } = first;
  const abroad = order.market === "export";
  const number = nextReference(ctx, numberKey(abroad ? "EXS" : "DN", first.outlet ?? "HQ", ctx.now));
  await write(ctx, [
    number.step,
    ctx.db.insert(shipments).values({
      ...transportOf(input),
      id: input.id,
      reference: number.reference,
      market: order.market,
      partyId: order.partyId,
      billToId: order.billToId,
      releasedToChild: order.partyId === order.billToId, // A resale parent decides what its child sees.
      transportRef: input.transportRef,
      status: "planned",
      shipTo: order.shipTo,
      portOfDischarge: input.portOfDischarge ?? (abroad ? party.port : null),
      plannedOn: input.plannedOn ?? businessDate(ctx.now),
      ...totals(packed),
      at: ctx.now,
      createdAt: ctx.now,
      source: "staff",
    }),
    ...packed.flatMap((line) => lineSteps(ctx, input, line)),
    ...packed.flatMap((line) => gates(ctx, input, line)),
    reachSteps(ctx, {
      noun: "shipment",
      recordId: input.id,
      at: ctx.now,
      partyId: order.partyId,
      billToId: order.billToId,
    }),
    event(ctx, {
      recordId: input.id,
      type: "shipment.planned",
      to: "planned",
      reason: input.consent,
      forCustomer: false,
      details: { said },
    }),
  ]);
}

async function wantedLines(ctx: Ctx, { lines }: PlanShipment): Promise<Wanted[]> {
  return ctx.db
    .select({
      orderLine: orderLines,
      order: orders,
      party: parties,
      outlet: sql<string | null>`(select code from parties o where o.id = ${orders.outletId})`,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(parties, eq(parties.id, orders.partyId))
    .where(
      and(
        inArray(
          orderLines.id,
          lines.map(({ orderLineId }) => orderLineId),
        ),
        visibleOrders(ctx.actor),
      ),
    )
    .limit(200);
}

function packedLines({ lines }: PlanShipment, wanted: Wanted[]): Packing[] {
  const fields: Record<string, Words> = {};
  const packed = lines.flatMap((said, index) => {
    const found = wanted.find(({ orderLine }) => orderLine.id === said.orderLineId);
    const weight = weighed(said);
    if (!found) fields[`lines.${index}.orderLineId`] = noLine;
    if ("wrong" in weight) fields[`lines.${index}.quantity`] = weight.wrong;
    return found && !("wrong" in weight)
      ? [{ ...found, ...weight, id: crypto.randomUUID(), said, position: index + 1 }]
      : [];
  });
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", problem, fields);
  return packed;
}

/** One delivery note is for one party and one payer, or one would read of the other's goods. */
function refuseStrangers(packed: Packing[], { order: one }: Packing) {
  for (const { order } of packed) {
    if (!workingStatuses.some((status) => status === order.status)) throw notNow(order.status);
    const same =
      order.partyId === one.partyId && order.billToId === one.billToId && order.market === one.market;
    if (!same) throw new Refusal("invalid", problem, { lines: oneParty });
  }
}

/** A lot that quality control stopped goes nowhere; a second lot needs the consent of a customer who wants one only. */
async function refuseBadLots(ctx: Ctx, { consent }: PlanShipment, packed: Packing[]) {
  const names = packed.map(({ said }) => said.lotNo);
  const ids = packed.map(({ orderLine }) => orderLine.id);
  const [known, used] = await ctx.db.batch([
    ctx.db.select().from(lots).where(inArray(lots.lotNo, names)).limit(500),
    ctx.db
      .select({ orderLineId: shipmentLines.orderLineId, lotNo: lots.lotNo })
      .from(shipmentLines)
      .innerJoin(shipments, eq(shipments.id, shipmentLines.shipmentId))
      .innerJoin(lots, eq(lots.id, shipmentLines.lotId))
      .where(
        and(
          inArray(shipmentLines.orderLineId, ids),
          notInArray(shipments.status, ["cancelled", "returned_to_warehouse"]),
        ),
      )
      .limit(500),
  ]);
  const fields: Record<string, Words> = {};
  for (const { said, orderLine, party, position } of packed) {
    const lot = known.find(({ lotNo, skuId }) => lotNo === said.lotNo && skuId === orderLine.skuId);
    if (lot && ["failed", "stopped"].includes(lot.qcStatus)) fields[`lines.${position - 1}.lotNo`] = stopped;
    const others = [
      ...used,
      ...packed.map((one) => ({ orderLineId: one.orderLine.id, lotNo: one.said.lotNo })),
    ];
    const mixed = others.some(
      ({ orderLineId, lotNo }) => orderLineId === orderLine.id && lotNo !== said.lotNo,
    );
    if (party.singleLot && mixed && !consent) fields[`lines.${position - 1}.lotNo`] = secondLot;
  }
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", problem, fields);
}

const totals = (packed: Packing[]) => ({
  cartons: packed.reduce((sum, line) => sum + line.cartons, 0),
  netMilli: packed.reduce((sum, line) => sum + line.quantityMilli, 0),
  grossMilli: packed.every(({ grossMilli }) => grossMilli !== null)
    ? packed.reduce((sum, { grossMilli }) => sum + (grossMilli ?? 0), 0)
    : null,
});

function lineSteps(ctx: Ctx, { id: shipmentId }: PlanShipment, line: Packing): Step[] {
  const { id, said, orderLine, position, quantityMilli, cartons: count, cones } = line;
  const { lotNo, dyeLotNo } = said;
  const listed = cartonRows(id, said);
  return [
    ctx.db
      .insert(lots)
      .values({ id: crypto.randomUUID(), lotNo, dyeLotNo, skuId: orderLine.skuId, qcStatus: "passed" })
      .onConflictDoNothing(),
    ctx.db.insert(shipmentLines).values({
      id,
      shipmentId,
      position,
      quantityMilli,
      cones,
      orderLineId: orderLine.id,
      cartons: count,
      lotId: sql`(select id from lots where lot_no = ${lotNo} and sku_id = ${orderLine.skuId})`,
    }),
    ...(listed.length > 0 ? [ctx.db.insert(cartons).values(listed)] : []),
  ];
}

/** Checked inside the transaction, so that two who plan the same goods cannot both. */
function gates(ctx: Ctx, { consent }: PlanShipment, { orderLine, order, position }: Packing): Guard[] {
  const leaving = sql`(select shipped_milli from order_lines where id = ${orderLine.id}) + ${reservedOf(orderLine.id)}`;
  const at = `lines.${position - 1}.quantity`;
  const notReady = must(
    ctx,
    sql`${leaving} <= (select ready_milli from order_lines where id = ${orderLine.id})`,
    new Refusal("invalid", problem, { [at]: onlyReady }),
  );
  const tooMuch = must(
    ctx,
    sql`${leaving} <= ${mostOf(orderLine, order.plusBp)}`,
    new Refusal("invalid", problem, { [at]: overTolerance }),
  );
  return consent ? [notReady] : [notReady, tooMuch];
}

const problem = { zh: "请检查标出的内容。", en: "There is a problem. Check what is marked." };
const noLine = { zh: "没有这个订单行。", en: "There is no such order line." };
const oneParty = {
  zh: "一张发货单只能有一个客户和一个付款方。",
  en: "A shipment is for one party and one payer.",
};
const stopped = { zh: "该批号已被品管停用。", en: "Quality control has stopped this lot." };
const secondLot = {
  zh: "客户要求单一批号，请先取得客户同意并填写。",
  en: "The customer wants one lot only. Get its consent first and note it.",
};
const onlyReady = {
  zh: "超过可发数量（备货完成减去已发和已安排）。",
  en: "More than is ready, less what was sent or planned.",
};
export const overTolerance = {
  zh: "累计超过订单数量加溢装上限，需客户同意后才能发。",
  en: "More than the order and its tolerance: the customer must agree first.",
};
