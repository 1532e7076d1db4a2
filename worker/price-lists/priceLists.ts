import { and, asc, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { parties } from "#schema/parties";
import { priceLines, priceLists, productRevisions, products, skus } from "#schema/products";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { sameVersion } from "../http";
import { after, type PageOf, page } from "../page";
import { allow, Refusal } from "../refusal";
import { holds } from "../searchText";
import { signedIn } from "../session/session";
import { event, must, mustHaveChanged, write } from "../write";
import type { MovePriceList, PriceListQuery } from "./input";
import { facts, type Move, statusAfter } from "./lifecycle";
import type { PriceListPage, PriceListRow } from "./output";
import { mayKnowLists, mayMove, visiblePriceLists } from "./policy";

const row = {
  list: priceLists,
  party: parties,
  lineCount: sql<number>`(select count(*) from price_lines l where l.price_list_id = ${priceLists.id})`,
};

export async function listPriceLists(ctx: Ctx, query: PriceListQuery): Promise<PageOf<PriceListRow>> {
  knowing(ctx);
  const rows = await ctx.db
    .select(row)
    .from(priceLists)
    .leftJoin(parties, eq(parties.id, priceLists.partyId))
    .where(and(visible(ctx), ...filters(query), after(query.cursor, priceLists.validFrom, priceLists.id)))
    .orderBy(desc(priceLists.validFrom), desc(priceLists.id))
    .limit(query.limit + 1);
  return page(rows, query.limit, ({ list }) => [list.validFrom, list.id]);
}

function filters({ status, kind, q }: PriceListQuery): (SQL | undefined)[] {
  const columns = [
    priceLists.reference,
    priceLists.nameZh,
    priceLists.nameEn,
    parties.code,
    parties.nameZh,
    parties.nameEn,
  ];
  return [
    status && eq(priceLists.status, status),
    kind && eq(priceLists.kind, kind),
    q ? or(...columns.map((column) => holds(column, q))) : undefined,
  ];
}

/** A price list with every line, in one round trip, or a refusal that tells nothing. */
export async function findPriceList(ctx: Ctx, reference: string): Promise<PriceListPage> {
  signedIn(ctx);
  const which = and(eq(priceLists.reference, reference), visible(ctx));
  const id = sql`(${ctx.db.select({ id: priceLists.id }).from(priceLists).where(which)})`;
  const [[head], lines, happened] = await ctx.db.batch([
    ctx.db
      .select(row)
      .from(priceLists)
      .leftJoin(parties, eq(parties.id, priceLists.partyId))
      .where(which)
      .limit(1),
    ctx.db
      .select({
        sku: skus.code,
        model: productRevisions.model,
        colourZh: skus.colourZh,
        colourEn: skus.colourEn,
        uom: productRevisions.uom,
        fromMilli: priceLines.fromMilli,
        unitPriceE4: priceLines.unitPriceE4,
      })
      .from(priceLines)
      .innerJoin(skus, eq(skus.id, priceLines.skuId))
      .innerJoin(products, eq(products.id, skus.productId))
      .innerJoin(productRevisions, and(eq(productRevisions.productId, products.id), isLatest))
      .where(eq(priceLines.priceListId, id))
      .orderBy(asc(skus.code), asc(priceLines.fromMilli))
      .limit(2_000),
    eventsOf(ctx, id),
  ]);
  if (!head) throw noList();
  return { row: head, lines, events: eventRows(happened) };
}

const isLatest = eq(
  productRevisions.number,
  sql`(select max(r.number) from product_revisions r where r.product_id = ${products.id})`,
);

export const noList = () =>
  new Refusal("not_found", { zh: "没有找到该价格表。", en: "We could not find that price list." });

/** Publishes or withdraws; from then on the catalogue says the new price to those it is for. */
export async function movePriceList(
  ctx: Ctx,
  reference: string,
  { move, input }: { move: Move; input: MovePriceList },
) {
  const { list } = (await findPriceList(ctx, reference)).row;
  allow(mayMove(ctx.actor));
  sameVersion(list, input.version);
  const status = statusAfter(list.status, move);
  await write(ctx, [
    ctx.db
      .update(priceLists)
      .set({ status, version: list.version + 1 })
      .where(and(eq(priceLists.id, list.id), eq(priceLists.version, list.version))),
    mustHaveChanged(ctx),
    ...(move === "publish"
      ? [must(ctx, sql`exists (select 1 from price_lines where price_list_id = ${list.id})`, empty())]
      : []),
    event(ctx, {
      recordId: list.id,
      type: `price_list.${facts[move]}`,
      from: list.status,
      to: status,
      reason: input.reason,
      forCustomer: false,
    }),
  ]);
}

const empty = () =>
  new Refusal("conflict", { zh: "价格表没有任何价格。", en: "The price list has no prices." });

const visible = (ctx: Ctx) => visiblePriceLists(ctx.actor, businessDate(ctx.now));

/** To those who may know of no list at all, there is no such page. */
function knowing(ctx: Ctx) {
  if (!mayKnowLists(signedIn(ctx))) throw noList();
}
