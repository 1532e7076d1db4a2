import type { OrderLine } from "#schema/orders";
import type { ProductRevision, Sku } from "#schema/products";
import { discountedAmount, lineAmount } from "../money";
import { type PriceLine, priceAt } from "../price-lists/resolve";

export type Asked = { sku: Sku; revision: ProductRevision; quantityMilli: number };
type Priced = Asked & { orderId: string; position: number; currency: string; prices: PriceLine[] };

/** A new line as it will be printed, at today's price or, without one, with the price on request. */
export function orderLine({
  sku,
  revision,
  quantityMilli,
  orderId,
  position,
  currency,
  prices,
}: Priced): OrderLine {
  const price = priceAt(prices, quantityMilli);
  return {
    id: crypto.randomUUID(),
    orderId,
    position,
    revisionId: revision.id,
    skuId: sku.id,
    itemZh: itemName(revision.nameZh ?? revision.model, sku.colourZh),
    itemEn: itemName(revision.nameEn ?? revision.model, sku.colourEn),
    colourNo: sku.colourNo,
    uom: revision.uom,
    cartons: sku.cartonMilli ? Math.ceil(quantityMilli / sku.cartonMilli) : null,
    unitPriceE4: price?.unitPriceE4 ?? null,
    discountBp: 0,
    amountMinor: price ? lineAmount(quantityMilli, price.unitPriceE4, currency) : 0,
    priceListId: price?.priceListId ?? null,
    promisedOn: null,
    orderedMilli: quantityMilli,
    scheduledMilli: 0,
    producedMilli: 0,
    finishedMilli: 0,
    readyMilli: 0,
    shippedMilli: 0,
    receivedMilli: 0,
    missingMilli: 0,
    returnedMilli: 0,
    cancelledMilli: 0,
  };
}

/** A product with its colour, unless its name says the colour already. */
export const itemName = (name: string, colour: string | null) =>
  colour && !name.toLowerCase().includes(colour.toLowerCase()) ? `${name} ${colour}` : name;

/** What a quantity of a line costs after its discount; nothing until the price was agreed. */
export function amountOf(
  { unitPriceE4, discountBp }: Pick<OrderLine, "unitPriceE4" | "discountBp">,
  quantityMilli: number,
  currency: string,
): number {
  return unitPriceE4 === null ? 0 : discountedAmount({ quantityMilli, unitPriceE4, discountBp }, currency);
}
