import { eq } from "drizzle-orm";
import { type Order, orderLines, orders } from "#schema/orders";
import type { Address, Party } from "#schema/parties";
import type { Words } from "#schema/words/words";
import { isStaff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { once } from "../once";
import { pricesFor } from "../price-lists/pricesFor";
import { reachSteps } from "../reach";
import { numberKey } from "../reference";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, nextReference, write } from "../write";
import { type Buyer, findBuyer } from "./buyer";
import type { PlaceOrder } from "./input";
import { type Item, itemsByCode } from "./items";
import { type Asked, orderLine } from "./line";
import { isForwarded } from "./offer";
import { mayTrade } from "./payer";
import { mayPlace } from "./policy";
import { tellPayer } from "./tell";

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
  const buyer = checked(ctx, input, await findBuyer(ctx, input.party));
  const { party, payer, outlet } = buyer;
  const asked = askedLines(
    input,
    await itemsByCode(
      ctx,
      input.lines.map(({ sku }) => sku),
    ),
  );
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
  const number = nextReference(ctx, numberKey("SO", outlet?.code ?? "HQ", ctx.now));
  const status = isForwarded(ctx, buyer) ? ("draft" as const) : ("pending_confirmation" as const);
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
      shipTo: shipToOf(input, buyer.addresses),
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
    ...(status === "draft"
      ? tellPayer(ctx, { partyId: party.id, billToId: payer.id, reference: number.reference }, "order.placed")
      : []),
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

function checked(ctx: Ctx, input: PlaceOrder, buyer: Buyer | null): Buyer {
  if (!buyer) throw field("party", { zh: "请选择往来单位。", en: "Choose the party that orders." });
  if (![buyer.party, buyer.payer].every(mayTrade)) {
    throw new Refusal("conflict", {
      zh: "暂时无法下单，请联系业务员。",
      en: "Please contact your sales representative to order.",
    });
  }
  if (input.requestedOn && input.requestedOn < businessDate(ctx.now)) {
    throw field("requestedOn", {
      zh: "希望交期不能早于今天。",
      en: "The requested date cannot be before today.",
    });
  }
  if (input.addressId && !buyer.addresses.some(({ id }) => id === input.addressId)) {
    throw field("addressId", { zh: "请选择一个收货地址。", en: "Choose one of the delivery addresses." });
  }
  return buyer;
}

function askedLines(input: PlaceOrder, items: Item[]): Asked[] {
  const fields: Record<string, Words> = {};
  const lines = input.lines.flatMap(({ sku: code, quantity, cartons }, index) => {
    const item = items.find(({ sku }) => sku.code === code);
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
  zh: "请填写数量，例如 1.2吨 或 500公斤。",
  en: "Enter a quantity such as 500 kg or 1.2 t.",
};
const field = (name: string, words: Words) => new Refusal("invalid", problem, { [name]: words });
