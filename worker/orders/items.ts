import { and, asc, eq, inArray, isNull, like, or, type SQL } from "drizzle-orm";
import { type ProductRevision, productRevisions, products, type Sku, skus } from "#schema/products";
import type { Ctx } from "../context";
import { onShow, visibleProducts } from "../products/policy";

export type Item = { sku: Sku; revision: ProductRevision };

export const itemsByCode = (ctx: Ctx, codes: string[]): Promise<Item[]> =>
  items(ctx, inArray(skus.code, codes), 200);

/** What the actor may order, or what of it matches the words typed. */
export const itemsLike = (ctx: Ctx, q: string | undefined, limit: number): Promise<Item[]> =>
  items(ctx, matching(q), limit);

function items(ctx: Ctx, which: SQL | undefined, limit: number): Promise<Item[]> {
  return ctx.db
    .select({ sku: skus, revision: productRevisions })
    .from(skus)
    .innerJoin(products, eq(products.id, skus.productId))
    .innerJoin(productRevisions, eq(productRevisions.id, products.liveRevisionId))
    .where(and(which, isNull(skus.discontinuedAt), onShow, visibleProducts(ctx.actor)))
    .orderBy(asc(skus.code))
    .limit(limit);
}

function matching(q: string | undefined): SQL | undefined {
  if (!q) return undefined;
  const { nameZh, nameEn, model } = productRevisions;
  const { code, colourNo, colourZh, colourEn } = skus;
  return or(
    ...[nameZh, nameEn, model, code, colourNo, colourZh, colourEn].map((column) => like(column, `%${q}%`)),
  );
}
