import { and, count, eq } from "drizzle-orm";
import { type Order, type OrderLine, orderLines, orders } from "#schema/orders";
import { type Party, parties, partyParents } from "#schema/parties";
import { productRevisions, products, skus } from "#schema/products";
import { businessDate } from "#worker/calendar";
import { lineAmount } from "#worker/money";
import { reachSteps } from "#worker/reach";
import { event, write } from "#worker/write";
import type { World } from "../world";

export type LineSaid = { sku?: string; kg?: number; priceE4?: number | null } & Partial<
  Pick<OrderLine, "scheduledMilli" | "producedMilli" | "finishedMilli" | "readyMilli" | "promisedOn">
>;
type OrderSaid = { party?: string; at?: Date; lines?: LineSaid[] } & Partial<
  Omit<Order, "id" | "partyId" | "orderedAt" | "orderedOn" | "totalMinor">
>;
export type Placed = Order & { lines: OrderLine[] };

/** A confirmed order of one of the cast's parties (Anna's unless said), straight into the tables. */
export async function placeOrder(
  world: World,
  { party = "C-0001", at, lines, ...said }: OrderSaid = {},
): Promise<Placed> {
  const [buyer] = await world.db.select().from(parties).where(eq(parties.id, party));
  if (!buyer) throw new Error(`nobody in the cast is ${party}`);
  const order = await orderRow(world, buyer, at ?? world.clock.now, said);
  const rows = await Promise.all(
    (lines ?? [{}]).map((line, index) => lineRow(world, order, line, index + 1)),
  );
  order.totalMinor = rows.reduce((sum, line) => sum + line.amountMinor, 0);
  const ctx = { db: world.db, now: order.orderedAt, actor: { kind: "system" } as const };
  await write(ctx, [
    world.db.insert(orders).values(order),
    world.db.insert(orderLines).values(rows),
    reachSteps(ctx, {
      noun: "order",
      recordId: order.id,
      at: order.orderedAt,
      partyId: party,
      billToId: order.billToId,
    }),
    event(ctx, { recordId: order.id, type: "order.confirmed", to: order.status }),
  ]);
  return { ...order, lines: rows };
}

async function orderRow(world: World, buyer: Party, at: Date, said: Partial<Order>): Promise<Order> {
  const [before] = await world.db.select({ count: count() }).from(orders);
  const market = buyer.kind === "export_buyer" ? "export" : "domestic";
  return {
    id: crypto.randomUUID(),
    reference: `SO-TX-2611-${9001 + (before?.count ?? 0)}`,
    orderKind: "standard",
    market,
    partyId: buyer.id,
    billToId: await payerOf(world, buyer),
    outletId: null,
    salespersonId: null,
    placedBy: null,
    shipTo: { consignee: buyer.nameZh ?? buyer.nameEn ?? "", phone: null, lines: "示例路 1 号" },
    customerPo: null,
    contractRef: null,
    orderedOn: businessDate(at),
    orderedAt: at,
    requestedOn: null,
    promisedOn: null,
    priceTerm: buyer.priceTerm,
    termPlace: null,
    paymentTerm: buyer.paymentTerm,
    paymentDays: buyer.paymentDays,
    currency: buyer.currency,
    taxIncluded: buyer.taxIncluded,
    plusBp: buyer.plusBp,
    minusBp: buyer.minusBp,
    status: "confirmed",
    heldStatus: null,
    totalMinor: 0,
    remarks: null,
    internalRemarks: null,
    confirmedAt: at,
    source: "portal",
    externalRef: null,
    createdAt: at,
    version: 1,
    ...said,
  };
}

/** A resale party's goods are billed to the one above it. */
async function payerOf(world: World, buyer: Party): Promise<string> {
  if (buyer.tradingModel !== "resale") return buyer.id;
  const [above] = await world.db.select().from(partyParents).where(eq(partyParents.partyId, buyer.id));
  if (!above) throw new Error(`${buyer.id} resells for nobody`);
  return above.parentId;
}

async function lineRow(world: World, order: Order, said: LineSaid, position: number): Promise<OrderLine> {
  const { sku: skuId = "sku-rw", kg = 1_000, priceE4 = 92_700, ...quantities } = said;
  const live = eq(productRevisions.id, products.liveRevisionId);
  const [found] = await world.db
    .select({ sku: skus, revision: productRevisions })
    .from(skus)
    .innerJoin(products, eq(products.id, skus.productId))
    .innerJoin(productRevisions, live)
    .where(and(eq(skus.id, skuId)));
  if (!found) throw new Error(`the catalogue has no ${skuId}`);
  const orderedMilli = Math.round(kg * 1_000);
  return {
    id: crypto.randomUUID(),
    orderId: order.id,
    position,
    revisionId: found.revision.id,
    skuId,
    itemZh: found.revision.nameZh ?? found.revision.model,
    itemEn: found.revision.nameEn ?? found.revision.model,
    colourNo: found.sku.colourNo,
    uom: "kg",
    cartons: Math.ceil(kg / 30),
    unitPriceE4: priceE4,
    discountBp: 0,
    amountMinor: priceE4 === null ? 0 : lineAmount(orderedMilli, priceE4, order.currency),
    priceListId: null,
    promisedOn: order.promisedOn,
    orderedMilli,
    scheduledMilli: 0,
    producedMilli: 0,
    finishedMilli: 0,
    readyMilli: 0,
    shippedMilli: 0,
    receivedMilli: 0,
    missingMilli: 0,
    returnedMilli: 0,
    cancelledMilli: 0,
    ...quantities,
  };
}
