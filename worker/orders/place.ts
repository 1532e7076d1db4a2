import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Order, orderLines, orders } from "#schema/orders";
import { type Address, addresses, type Party, parties, partyParents } from "#schema/parties";
import { type ProductRevision, productRevisions, products, type Sku, skus } from "#schema/products";
import type { Words } from "#schema/words/words";
import { isStaff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { once } from "../once";
import { visibleParties } from "../parties/policy";
import { pricesFor } from "../price-lists/pricesFor";
import { onShow, visibleProducts } from "../products/policy";
import { reachSteps } from "../reach";
import { numberKey } from "../reference";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, nextReference, write } from "../write";
import type { PlaceOrder } from "./input";
import { type Asked, orderLine } from "./line";
import { chainOf, mayTrade, outletOf, payerOf } from "./payer";
import { mayPlace } from "./policy";

/** Places an order with the terms of the payer's file, frozen from now on; returns its reference. */
export async function placeOrder(ctx: Ctx, input: PlaceOrder): Promise<string> {
  signedIn(ctx);
  allow(mayPlace(ctx.actor));
  await once(ctx, { id: input.id, input }, (said) => place(ctx, input, said));
  const [placed] = await ctx.db
    .select({ reference: orders.reference })
    .from(orders)
    .where(eq(orders.id, input.id))
    .limit(1);
  if (!placed) throw new Error("an order that was placed is not there");
  return placed.reference;
}

async function place(ctx: Ctx, input: PlaceOrder, said: string) {
  const facts = await factsFor(ctx, input);
  const { party, payer } = checked(ctx, input, facts);
  const asked = askedLines(input, facts.items);
  const prices = await pricesFor(
    ctx,
    { ...payer, partyId: payer.id },
    { skuIds: asked.map(({ sku }) => sku.id), on: businessDate(ctx.now) },
  );
  const lines = asked.map((line, index) =>
    orderLine({
      ...line,
      orderId: input.id,
      position: index + 1,
      currency: payer.currency,
      prices: prices.get(line.sku.id) ?? [],
    }),
  );
  const outlet = outletOf(facts.chain);
  const number = nextReference(ctx, numberKey("SO", outlet?.code ?? "HQ", ctx.now));
  // What a resale sub-dealer asks for is its parent's to forward: the bill will be the parent's.
  const status =
    payer.id !== party.id && !isStaff(ctx.actor) ? ("draft" as const) : ("pending_confirmation" as const);
  await write(ctx, [
    number.step,
    ctx.db.insert(orders).values({
      ...frozenTerms(payer),
      ...headerOf(ctx, input),
      reference: number.reference,
      market: payer.kind === "export_buyer" || party.country !== "CN" ? "export" : "domestic",
      partyId: party.id,
      billToId: payer.id,
      outletId: outlet?.id ?? null,
      salespersonId: party.salespersonId ?? payer.salespersonId,
      shipTo: shipToOf(input, facts.addresses),
      status,
      totalMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    }),
    ctx.db.insert(orderLines).values(lines),
    reachSteps(ctx, {
      noun: "order",
      recordId: input.id,
      at: ctx.now,
      partyId: party.id,
      billToId: payer.id,
    }),
    event(ctx, { recordId: input.id, type: "order.placed", to: status, details: { said } }),
  ]);
}

const headerOf = (ctx: Ctx, { id, orderKind, customerPo, requestedOn, remarks }: PlaceOrder) => ({
  id,
  customerPo,
  requestedOn,
  remarks,
  orderKind: isStaff(ctx.actor) ? orderKind : ("standard" as const),
  placedBy: signedIn(ctx).personId,
  orderedOn: businessDate(ctx.now),
  orderedAt: ctx.now,
  createdAt: ctx.now,
  source: isStaff(ctx.actor) ? ("staff" as const) : ("portal" as const),
});

const frozenTerms = (
  payer: Party,
): Pick<
  Order,
  | "priceTerm"
  | "termPlace"
  | "paymentTerm"
  | "paymentDays"
  | "currency"
  | "taxIncluded"
  | "plusBp"
  | "minusBp"
> => {
  const { priceTerm, termPlace, paymentTerm, paymentDays, currency, taxIncluded, plusBp, minusBp } = payer;
  return { priceTerm, termPlace, paymentTerm, paymentDays, currency, taxIncluded, plusBp, minusBp };
};

type Item = { sku: Sku; revision: ProductRevision };
type Facts = { chain: Party[]; items: Item[]; addresses: Address[] };

/** All that an order leans on, in one round trip: whose it is, those above them, what they buy, where it goes. */
async function factsFor(ctx: Ctx, input: PlaceOrder): Promise<Facts> {
  const actor = signedIn(ctx);
  const whose = isStaff(actor)
    ? and(eq(parties.code, input.party ?? ""), visibleParties(actor, ctx.now))
    : eq(parties.id, actor.seat.partyId);
  const id = sql`(${ctx.db.select({ id: parties.id }).from(parties).where(whose)})`;
  const today = businessDate(ctx.now);
  const [[own], above, items, places] = await ctx.db.batch([
    ctx.db.select({ id: parties.id }).from(parties).where(whose).limit(1),
    ctx.db
      .select({ party: parties, parentId: partyParents.parentId })
      .from(parties)
      .leftJoin(partyParents, and(eq(partyParents.partyId, parties.id), holdsOn(today)))
      .where(inArray(parties.id, upwards(id, today)))
      .limit(20),
    ctx.db
      .select({ sku: skus, revision: productRevisions })
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .innerJoin(productRevisions, eq(productRevisions.id, products.liveRevisionId))
      .where(
        and(
          inArray(
            skus.code,
            input.lines.map(({ sku }) => sku),
          ),
          onShow,
          visibleProducts(actor),
        ),
      )
      .limit(200),
    ctx.db
      .select()
      .from(addresses)
      .where(and(eq(addresses.partyId, id), eq(addresses.kind, "delivery")))
      .limit(100),
  ]);
  return { chain: own ? chainOf(own.id, above) : [], items, addresses: places };
}

const holdsOn = (day: string) => sql`${partyParents.validFrom} <= ${day}
  and (${partyParents.validTo} is null or ${partyParents.validTo} >= ${day})`;

const upwards = (id: SQL, day: string) => sql`(
  with recursive above(id) as (
    select ${id}
    union
    select p.parent_id from party_parents p join above on p.party_id = above.id
    where p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})
  )
  select id from above)`;

function checked(
  ctx: Ctx,
  input: PlaceOrder,
  { chain, addresses: places }: Facts,
): { party: Party; payer: Party } {
  const [party] = chain;
  const payer = payerOf(chain);
  if (!party || !payer) throw field("party", { zh: "请选择往来单位。", en: "Choose the party that orders." });
  if (![party, payer].every(mayTrade)) {
    throw new Refusal("conflict", {
      zh: "暂时无法下单,请联系业务员。",
      en: "Please contact your sales representative to order.",
    });
  }
  if (input.requestedOn && input.requestedOn < businessDate(ctx.now)) {
    throw field("requestedOn", {
      zh: "希望交期不能早于今天。",
      en: "The requested date cannot be before today.",
    });
  }
  if (input.addressId && !places.some(({ id }) => id === input.addressId)) {
    throw field("addressId", { zh: "请选择一个收货地址。", en: "Choose one of the delivery addresses." });
  }
  return { party, payer };
}

function askedLines(input: PlaceOrder, items: Item[]): Asked[] {
  const fields: Record<string, Words> = {};
  const lines = input.lines.flatMap(({ sku: code, quantity, cartons }, index) => {
    const item = items.find(({ sku }) => sku.code === code && sku.discontinuedAt === null);
    const quantityMilli = quantity ?? (cartons ?? 0) * (item?.sku.cartonMilli ?? 0);
    if (!item)
      fields[`lines.${index}.sku`] = { zh: `${code} 目前不能订购。`, en: `${code} cannot be ordered now.` };
    else if (quantityMilli <= 0) fields[`lines.${index}.quantity`] = aQuantity;
    return item ? [{ ...item, quantityMilli }] : [];
  });
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", problem, fields);
  return lines;
}

/** As it is today; later edits of the file change no old paper. */
function shipToOf({ addressId }: PlaceOrder, places: Address[]): Order["shipTo"] {
  const place = places.find(({ id }) => id === addressId) ?? places[0];
  if (!place) return null;
  const { consignee, phone, lines, conditions } = place;
  return { consignee, phone, lines, conditions };
}

const problem = { zh: "请检查标出的内容。", en: "There is a problem. Check what is marked." };
const aQuantity = {
  zh: "请填写数量,例如 1.2吨 或 500公斤。",
  en: "Enter a quantity such as 500 kg or 1.2 t.",
};
const field = (name: string, words: Words) => new Refusal("invalid", problem, { [name]: words });
