import { and, eq, gte, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import { priceLines, priceLists } from "#schema/products";
import type { Seat } from "../actor";
import type { Ctx } from "../context";
import { nothing } from "../reach";
import type { PriceLine } from "./resolve";

/** What decides a party's prices. */
export type PricedParty = Pick<Seat, "partyId" | "priceLevel" | "currency" | "tradingModel">;
type Wanted = { skuIds: string[]; on: string };

/** The price lines by SKU that apply to a party on a day; an SKU without any is on request. */
export async function pricesFor(ctx: Pick<Ctx, "db">, party: PricedParty, { skuIds, on }: Wanted) {
  return bySku(
    skuIds.length ? await priceRows(ctx, party, { of: inArray(priceLines.skuId, skuIds), on }) : [],
  );
}

/** The same as a query for a page's batch; `of` says for which lines. */
export function priceRows(ctx: Pick<Ctx, "db">, party: PricedParty, { of, on }: { of: SQL; on: string }) {
  return ctx.db
    .select({
      skuId: priceLines.skuId,
      fromMilli: priceLines.fromMilli,
      unitPriceE4: priceLines.unitPriceE4,
      priceListId: priceLists.id,
      kind: priceLists.kind,
      currency: priceLists.currency,
      taxIncluded: priceLists.taxIncluded,
      priceTerm: priceLists.priceTerm,
      termPlace: priceLists.termPlace,
      validFrom: priceLists.validFrom,
      validTo: priceLists.validTo,
    })
    .from(priceLines)
    .innerJoin(priceLists, eq(priceLists.id, priceLines.priceListId))
    .where(and(of, appliesTo(party), inForce(on)))
    .limit(5_000);
}

export function bySku(lines: PriceLine[]): Map<string, PriceLine[]> {
  return Map.groupBy(lines, ({ skuId }) => skuId);
}

const inForce = (on: string) =>
  and(
    eq(priceLists.status, "published"),
    lte(priceLists.validFrom, on),
    or(isNull(priceLists.validTo), gte(priceLists.validTo, on)),
  );

/** Our lists that are this party's to know. A resale sub-dealer buys from its parent and has none of ours. */
function appliesTo({ partyId, priceLevel, currency, tradingModel }: PricedParty): SQL | undefined {
  if (tradingModel === "resale") return nothing;
  const ownLevel = priceLevel ? eq(priceLists.level, priceLevel) : nothing;
  const { kind } = priceLists;
  return and(
    eq(priceLists.currency, currency),
    or(
      and(inArray(kind, ["contract", "party"]), eq(priceLists.partyId, partyId)),
      and(
        eq(kind, "promo"),
        or(isNull(priceLists.partyId), eq(priceLists.partyId, partyId)),
        or(isNull(priceLists.level), ownLevel),
      ),
      and(eq(kind, "level"), ownLevel),
      eq(kind, "list"),
    ),
  );
}
