import { and, eq, sql } from "drizzle-orm";
import { priceLines, priceLists } from "#schema/products";
import { event, type Guard, mustHaveChanged, type Step } from "../write";
import type { PriceDraft } from "./drafts";
import type { Work } from "./steps";

/** Each list that gets prices must still be a draft when they arrive. */
export function listSteps({ ctx, known }: Work, drafts: PriceDraft[]): (Step | Guard)[] {
  const ids = new Set(drafts.map(({ list }) => known.price_list.get(list)?.id ?? ""));
  return [...ids].flatMap((id) => [
    ctx.db
      .update(priceLists)
      .set({ version: sql`${priceLists.version} + 1` })
      .where(and(eq(priceLists.id, id), eq(priceLists.status, "draft"))),
    mustHaveChanged(ctx),
    event(ctx, { recordId: id, type: "price_list.edited", channel: "import", forCustomer: false }),
  ]);
}

export function priceStep(
  { ctx, known }: Work,
  { ref, list, sku, fromMilli, unitPriceE4 }: PriceDraft,
): Step {
  const listed = known.price_list.get(list);
  const sold = known.sku.get(sku);
  if (!listed || !sold) throw new Error(`a price of nothing: ${ref}`);
  const id = `${listed.id} ${sku} ${fromMilli}`;
  return ctx.db
    .insert(priceLines)
    .values({ id, priceListId: listed.id, skuId: sold.id, fromMilli, unitPriceE4 });
}
