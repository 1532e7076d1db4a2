import { and, asc, desc, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import { orderLines, orders } from "#schema/orders";
import { type ProductRevision, productRevisions, products, type Sku, skus } from "#schema/products";
import type { Ctx } from "../context";
import { onShow, visibleProducts } from "../products/policy";
import { holds } from "../searchText";

export type Item = { sku: Sku; revision: ProductRevision };

export const itemsByCode = (ctx: Ctx, codes: string[]): Promise<Item[]> =>
  items(ctx, inArray(skus.code, codes), 200);

/** What the actor may order, or what of it matches the words typed; what the party bought lately comes first. */
export const itemsLike = (
  ctx: Ctx,
  partyId: string,
  { q, limit }: { q?: string; limit: number },
): Promise<Item[]> => items(ctx, matching(q), limit, [desc(inArray(skus.id, boughtLately(ctx, partyId)))]);

function items(ctx: Ctx, which: SQL | undefined, limit: number, first: SQL[] = []): Promise<Item[]> {
  return ctx.db
    .select({ sku: skus, revision: productRevisions })
    .from(skus)
    .innerJoin(products, eq(products.id, skus.productId))
    .innerJoin(productRevisions, eq(productRevisions.id, products.liveRevisionId))
    .where(and(which, isNull(skus.discontinuedAt), onShow, visibleProducts(ctx.actor)))
    .orderBy(...first, asc(skus.code))
    .limit(limit);
}

function boughtLately(ctx: Ctx, partyId: string) {
  const lately = ctx.db
    .select({ id: orders.id })
    .from(orders)
    .where(eq(orders.partyId, partyId))
    .orderBy(desc(orders.orderedAt))
    .limit(20);
  return ctx.db.select({ id: orderLines.skuId }).from(orderLines).where(inArray(orderLines.orderId, lately));
}

function matching(q: string | undefined): SQL | undefined {
  if (!q) return undefined;
  const { nameZh, nameEn, model } = productRevisions;
  const { code, colourNo, colourZh, colourEn } = skus;
  return or(...[nameZh, nameEn, model, code, colourNo, colourZh, colourEn].map((column) => holds(column, q)));
}
