import type { PriceListKind } from "#schema/words/trade";

/** One price line that applies to a party on a day, with what its list says of it. */
export type PriceLine = {
  skuId: string;
  fromMilli: number;
  unitPriceE4: number;
  priceListId: string;
  kind: PriceListKind;
  currency: string;
  taxIncluded: boolean;
  priceTerm: string | null;
  termPlace: string | null;
  validFrom: string;
  validTo: string | null;
};

/** The first kind that has a price wins. */
const ranks: Record<PriceListKind, number> = { contract: 0, party: 1, promo: 2, level: 3, list: 4 };

/** What a quantity of one SKU costs, or nothing: then the price is on request. */
export function priceAt(lines: PriceLine[], quantityMilli: number): PriceLine | undefined {
  return lines.filter(({ fromMilli }) => fromMilli <= quantityMilli).sort(nearestFirst)[0];
}

/** The prices of one SKU by quantity: each step is what `priceAt` says from there on. */
export function priceSteps(lines: PriceLine[]): PriceLine[] {
  const starts = [...new Set(lines.map(({ fromMilli }) => fromMilli))].sort((a, b) => a - b);
  const steps = starts.flatMap((fromMilli) => {
    const line = priceAt(lines, fromMilli);
    return line ? [{ ...line, fromMilli }] : [];
  });
  return steps.filter((step, index) => step.unitPriceE4 !== steps[index - 1]?.unitPriceE4);
}

/** By kind, then the newer list, then the bigger quantity. */
function nearestFirst(a: PriceLine, b: PriceLine): number {
  if (a.kind !== b.kind) return ranks[a.kind] - ranks[b.kind];
  if (a.validFrom !== b.validFrom) return a.validFrom < b.validFrom ? 1 : -1;
  if (a.priceListId !== b.priceListId) return a.priceListId < b.priceListId ? -1 : 1;
  return b.fromMilli - a.fromMilli;
}
