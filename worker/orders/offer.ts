import { z } from "zod";
import { isStaff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { PartyBrief, presentBrief } from "../parties/brief";
import { pricesFor } from "../price-lists/pricesFor";
import { type PriceLine, priceAt } from "../price-lists/resolve";
import { allow } from "../refusal";
import { signedIn } from "../session/session";
import { type Buyer, findBuyer } from "./buyer";
import type { OfferQuery } from "./input";
import { type Item, itemsLike } from "./items";
import { itemName } from "./line";
import { mayPlace, seesAmounts } from "./policy";

const text = z.string().nullable();
const mostItems = 20;

export const OrderOffer = z
  .object({
    party: PartyBrief.nullable(), // Null: staff have not said yet who buys.
    billTo: PartyBrief.nullable(),
    forwarded: z.boolean(), // The payer must pass the order on to us.
    currency: z.string(),
    today: z.string(),
    addresses: z.array(z.object({ id: z.string(), consignee: z.string(), lines: z.string() })),
    items: z.array(
      z.object({
        sku: z.string(),
        itemZh: z.string(),
        itemEn: z.string(),
        colourNo: text,
        uom: z.string(),
        cartonMilli: z.number().int().nullable(),
        unitPriceE4: z.number().int().nullable(), // Null: on request.
      }),
    ),
    more: z.boolean(), // Other items match too; a narrower search shows them.
  })
  .meta({ id: "OrderOffer" });
export type OrderOffer = z.infer<typeof OrderOffer>;

/** All that the order form needs: who buys, who pays, where it goes, what there is and at which price. */
export async function offerFor(ctx: Ctx, { party: code, q }: OfferQuery): Promise<OrderOffer> {
  signedIn(ctx);
  allow(mayPlace(ctx.actor));
  const buyer = await findBuyer(ctx, code ?? null);
  const items = buyer ? await itemsLike(ctx, buyer.party.id, { q, limit: mostItems + 1 }) : [];
  const prices = buyer ? await ownPrices(ctx, buyer, items) : new Map<string, PriceLine[]>();
  return {
    party: buyer && presentBrief(buyer.party),
    billTo: buyer && presentBrief(buyer.payer),
    forwarded: buyer !== null && isForwarded(ctx, buyer),
    currency: buyer?.payer.currency ?? "CNY",
    today: businessDate(ctx.now),
    addresses: (buyer?.addresses ?? []).map(({ id, consignee, lines }) => ({ id, consignee, lines })),
    items: items.slice(0, mostItems).map((item) => presentItem(item, prices.get(item.sku.id) ?? [])),
    more: items.length > mostItems,
  };
}

/** What a resale sub-dealer asks for is its parent's to forward: the bill will be the parent's. */
export const isForwarded = ({ actor }: Ctx, { party, payer }: Buyer) =>
  payer.id !== party.id && !isStaff(actor);

async function ownPrices(ctx: Ctx, { payer }: Buyer, items: Item[]) {
  if (!seesAmounts(ctx.actor, { billToId: payer.id })) return new Map<string, PriceLine[]>();
  return pricesFor(
    ctx,
    { ...payer, partyId: payer.id },
    { skuIds: items.map(({ sku }) => sku.id), on: businessDate(ctx.now) },
  );
}

function presentItem({ sku, revision }: Item, prices: PriceLine[]) {
  const { code, colourNo, colourZh, colourEn, cartonMilli } = sku;
  return {
    sku: code,
    itemZh: itemName(revision.nameZh ?? revision.model, colourZh),
    itemEn: itemName(revision.nameEn ?? revision.model, colourEn),
    colourNo,
    uom: revision.uom,
    cartonMilli,
    unitPriceE4: priceAt(prices, cartonMilli ?? 0)?.unitPriceE4 ?? null,
  };
}
