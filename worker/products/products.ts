import { and, asc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { priceLines, productFamilies, productRevisions, products, skus } from "#schema/products";
import { type Actor, isPartner, isSignedIn, isStaff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { beyond, type PageOf, page } from "../page";
import { bySku, type PricedParty, priceRows } from "../price-lists/pricesFor";
import { Refusal } from "../refusal";
import { holds, matchQuery } from "../searchText";
import type { ProductLanguage, ProductQuery } from "./input";
import type { BriefRow, Prices, ProductPage } from "./output";
import { inEnglish, onShow, seesOwnPrice, visibleProducts } from "./policy";

const wording = productRevisions;
const isLive = eq(wording.id, products.liveRevisionId);
const isLatest = eq(
  wording.number,
  sql`(select max(r.number) from product_revisions r where r.product_id = ${products.id})`,
);

type Found = PageOf<BriefRow> & { prices: Prices; families: BriefRow["family"][] };

/** The catalogue as far as the actor may know it, in order of reference, in one round trip. */
export async function listProducts(ctx: Ctx, query: ProductQuery): Promise<Found> {
  const atDesk = isStaff(ctx.actor) && !query.live;
  const shown = and(eq(wording.productId, products.id), atDesk ? isLatest : isLive);
  const found = () =>
    and(
      visibleProducts(ctx.actor),
      ...filters(query, atDesk),
      beyond(query.cursor, products.reference, products.id),
    );
  const ids = ctx.db
    .select({ id: products.id })
    .from(products)
    .innerJoin(wording, shown)
    .innerJoin(productFamilies, eq(productFamilies.id, products.familyId))
    .where(found())
    .orderBy(asc(products.reference))
    .limit(query.limit + 1);
  const [rows, colours, prices, families] = await ctx.db.batch([
    ctx.db
      .select({ product: products, family: productFamilies, wording })
      .from(products)
      .innerJoin(wording, shown)
      .innerJoin(productFamilies, eq(productFamilies.id, products.familyId))
      .where(found())
      .orderBy(asc(products.reference))
      .limit(query.limit + 1),
    ctx.db
      .select()
      .from(skus)
      .where(and(inArray(skus.productId, ids), isNull(skus.discontinuedAt)))
      .orderBy(asc(skus.code))
      .limit(5_000),
    ownPrices(ctx, inArray(skus.productId, ids)),
    familyRows(ctx),
  ]);
  const colour = Map.groupBy(colours, ({ productId }) => productId);
  const briefs = rows.map((row) => ({ ...row, skus: colour.get(row.product.id) ?? [] }));
  const { items, nextCursor } = page(briefs, query.limit, ({ product }) => [product.reference, product.id]);
  return { items, nextCursor, prices: bySku(prices), families };
}

/** One product with its SKUs, own prices and, for staff, its draft and history, in one round trip. */
export async function findProduct(ctx: Ctx, reference: string, asked: ProductLanguage): Promise<ProductPage> {
  const live = alias(productRevisions, "live");
  const which = and(
    eq(products.reference, reference),
    visibleProducts(ctx.actor),
    asked.live ? onShow : undefined,
    asked.language === "en" ? inEnglish : undefined,
  );
  const id = sql`(${ctx.db.select({ id: products.id }).from(products).where(which)})`;
  const [[head], all, prices, happened] = await ctx.db.batch([
    ctx.db
      .select({
        product: products,
        family: productFamilies,
        live,
        latest: wording,
        editedByMe: editedBy(ctx.actor),
      })
      .from(products)
      .innerJoin(productFamilies, eq(productFamilies.id, products.familyId))
      .innerJoin(wording, and(eq(wording.productId, products.id), isLatest))
      .leftJoin(live, eq(live.id, products.liveRevisionId))
      .where(which)
      .limit(1),
    ctx.db
      .select()
      .from(skus)
      .where(and(eq(skus.productId, id), isStaff(ctx.actor) ? undefined : isNull(skus.discontinuedAt)))
      .orderBy(asc(skus.code))
      .limit(500),
    ownPrices(ctx, eq(skus.productId, id)),
    eventsOf(ctx, id),
  ]);
  if (!head) throw noProduct();
  return { ...head, skus: all, prices: bySku(prices), events: eventRows(happened) };
}

export const noProduct = () =>
  new Refusal("not_found", {
    zh: "没有找到该产品，可能已下架。",
    en: "We could not find that product. It may have been withdrawn.",
  });

export const listFamilies = (ctx: Ctx) => familyRows(ctx);

const familyRows = (ctx: Ctx) =>
  ctx.db
    .select()
    .from(productFamilies)
    .orderBy(asc(productFamilies.position), asc(productFamilies.code))
    .limit(100);

/** Today's price lines of the SKUs that are the reader's own to know: none for staff, strangers and resale. */
function ownPrices(ctx: Ctx, of: SQL) {
  const own = ctx.db.select({ id: skus.id }).from(skus).where(of);
  return priceRows(ctx, pricedAs(ctx.actor), {
    of: inArray(priceLines.skuId, own),
    on: businessDate(ctx.now),
  });
}

const noPrices: PricedParty = { partyId: "", priceLevel: null, currency: "", tradingModel: "resale" };
const pricedAs = (actor: Actor): PricedParty =>
  isPartner(actor) && seesOwnPrice(actor) ? actor.seat : noPrices;

/** Has the actor had a hand in the draft that waits since the last publication? */
export function editedBy(actor: Actor): SQL<boolean> {
  const personId = isSignedIn(actor) ? actor.personId : "";
  return sql<boolean>`exists (select 1 from events e where e.record_id = ${products.id} and e.person_id = ${personId}
    and e.type in ('product.drafted', 'product.edited') and e.id > coalesce((select max(p.id) from events p
      where p.record_id = ${products.id} and p.type = 'product.published'), 0))`.mapWith(Boolean);
}

function filters(query: ProductQuery, atDesk: boolean): (SQL | undefined)[] {
  const { family, category, lustre, colourMode, intermingling, denier, filaments, fibre, status, q } = query;
  return [
    atDesk && status ? eq(products.status, status) : undefined,
    atDesk ? undefined : onShow,
    query.language === "en" ? inEnglish : undefined,
    family ? eq(productFamilies.code, family) : undefined,
    category && eq(wording.category, category),
    lustre && eq(wording.lustre, lustre),
    colourMode && eq(wording.colourMode, colourMode),
    intermingling && eq(wording.intermingling, intermingling),
    denier ? eq(wording.denier, denier) : undefined,
    filaments ? eq(wording.filaments, filaments) : undefined,
    fibre &&
      sql`exists (select 1 from json_each(${wording.composition}) c where c.value ->> 'fibre' = ${fibre})`,
    q ? (atDesk ? named(q) : saying(q)) : undefined,
  ];
}

/** Only what is on show is in the index. */
function saying(q: string): SQL {
  const match = matchQuery(q);
  if (match === null) return sql`0`;
  return sql`${products.id} in (select product_id from product_search where product_search match ${match})`;
}

/** Editors look for drafts and withdrawn products too, by name. */
const named = (q: string) =>
  or(
    ...[products.reference, wording.model, wording.nameZh, wording.nameEn].map((column) => holds(column, q)),
    sql`exists (select 1 from skus s where s.product_id = ${products.id} and ${holds(sql.raw("s.code"), q)})`,
  );
