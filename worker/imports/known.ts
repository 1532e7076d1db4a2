import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { entries } from "#schema/ledger";
import { orders } from "#schema/orders";
import { type Party, parties } from "#schema/parties";
import { people } from "#schema/people";
import { priceLines, priceLists, productFamilies, productRevisions, products, skus } from "#schema/products";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import type { Draft } from "./drafts";
import { keysOf } from "./keys";

export type KnownParty = Pick<
  Party,
  | "id"
  | "code"
  | "kind"
  | "tradingModel"
  | "currency"
  | "taxIncluded"
  | "paymentTerm"
  | "paymentDays"
  | "plusBp"
  | "minusBp"
> & {
  externalRef: string | null;
  nameZh: string | null;
  nameEn: string | null;
  uscc: string | null;
  /** Who stands above it today, and the outlet that serves it. */
  aboveId: string | null;
  outletId: string | null;
  outletCode: string | null;
};
export type KnownSku = {
  id: string;
  revisionId: string;
  nameZh: string | null;
  nameEn: string | null;
  model: string;
  uom: "kg" | "m" | "pc";
  colourNo: string | null;
};
type Family = { id: string; nameZh: string; nameEn: string };

/** What the database knows of everything that some drafts are, stand on or would collide with. */
export type Known = {
  party: Map<string, KnownParty>;
  family: Map<string, Family>;
  product: Map<string, { id: string; live: boolean }>;
  sku: Map<string, KnownSku>;
  person: Map<string, { id: string }>;
  /** Only drafts: a published list is never changed. */
  price_list: Map<string, { id: string }>;
  price: Set<string>;
  order: Set<string>;
  entry: Set<string>;
  uscc: Map<string, { code: string }>;
};

/** Is this record here already? */
export function isHere(draft: Draft, known: Known): boolean {
  switch (draft.noun) {
    case "party":
      return known.party.has(draft.ref) || (draft.code !== null && known.party.has(draft.code));
    case "family":
      return known.family.has(draft.ref) || known.family.has(draft.code);
    case "product":
      return known.product.has(draft.ref) || known.product.has(draft.reference);
    case "sku":
      return known.sku.has(draft.code);
    case "order":
      return known.order.has(draft.ref) || (draft.reference !== null && known.order.has(draft.reference));
    case "entry":
      return known.entry.has(draft.ref);
    case "price":
      return known.price.has(draft.ref);
  }
}

/** One price of a list: an SKU from a quantity on. */
export const priceRef = (list: string, sku: string, fromMilli: number) => `${list} ${sku} ${fromMilli}`;

type Reader = Pick<Ctx, "db" | "now">;

/** One look at the database for a bounded number of drafts. */
export async function lookUp(ctx: Reader, drafts: Draft[]): Promise<Known> {
  const keys = keysOf(drafts);
  const { db } = ctx;
  const [party, family, product, sku, order, entry, person, list, price] = await db.batch([
    partiesOf(ctx, keys.party, keys.uscc),
    db.select().from(productFamilies).limit(1_000),
    db
      .select({
        id: products.id,
        ref: products.externalRef,
        reference: products.reference,
        liveId: products.liveRevisionId,
      })
      .from(products)
      .where(byKey(products.reference, products.source, products.externalRef, keys.product))
      .limit(most(keys.product)),
    skusOf(ctx, keys.sku),
    db
      .select({ ref: orders.externalRef, reference: orders.reference })
      .from(orders)
      .where(byKey(orders.reference, orders.source, orders.externalRef, keys.order))
      .limit(most(keys.order)),
    db
      .select({ ref: entries.externalRef })
      .from(entries)
      .where(and(eq(entries.source, "import"), among(entries.externalRef, keys.entry)))
      .limit(most(keys.entry)),
    db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(among(people.name, keys.person), ofTheHouse))
      .limit(most(keys.person)),
    db
      .select({ id: priceLists.id, reference: priceLists.reference })
      .from(priceLists)
      .where(and(among(priceLists.reference, keys.price_list), eq(priceLists.status, "draft")))
      .limit(most(keys.price_list)),
    db
      .select({ reference: priceLists.reference, code: skus.code, fromMilli: priceLines.fromMilli })
      .from(priceLines)
      .innerJoin(priceLists, eq(priceLists.id, priceLines.priceListId))
      .innerJoin(skus, eq(skus.id, priceLines.skuId))
      .where(and(among(priceLists.reference, keys.price_list), among(skus.code, keys.sku)))
      .limit(5_000),
  ]);
  return {
    party: new Map(party.flatMap((row) => pairs(row, row.externalRef, row.code, row.nameZh, row.nameEn))),
    family: new Map(family.flatMap((row) => pairs(row, row.externalRef, row.code, row.nameZh, row.nameEn))),
    product: new Map(
      product.flatMap(({ id, liveId, ref, reference }) =>
        pairs({ id, live: liveId !== null }, ref, reference),
      ),
    ),
    sku: new Map(sku.flatMap((row) => pairs(row, row.code))),
    person: new Map(person.flatMap((row) => pairs(row, row.name))),
    order: new Set(order.flatMap(({ ref, reference }) => [ref, reference].filter((key) => key !== null))),
    entry: new Set(entry.flatMap(({ ref }) => ref ?? [])),
    price_list: new Map(list.flatMap((row) => pairs(row, row.reference))),
    price: new Set(price.map((row) => priceRef(row.reference, row.code, row.fromMilli))),
    uscc: new Map(party.flatMap((row) => pairs(row, row.uscc))),
  };
}

const pairs = <Row>(row: Row, ...keys: (string | null)[]) =>
  keys.filter((key) => key !== null).map((key) => [key, row] as const);

function partiesOf({ db, now }: Reader, keys: string[], usccs: string[]) {
  const { id, code, kind, tradingModel, currency, taxIncluded, paymentTerm, paymentDays, plusBp, minusBp } =
    parties;
  const { externalRef, nameZh, nameEn, uscc } = parties;
  const today = businessDate(now);
  const holds = sql`p.valid_from <= ${today} and (p.valid_to is null or p.valid_to >= ${today})`;
  const above = sql<
    string | null
  >`(select p.parent_id from party_parents p where p.party_id = ${id} and ${holds} limit 1)`;
  const outlet = (column: "id" | "code") => sql<string | null>`(
    with recursive above(id, depth) as (
      select ${id}, 0
      union all
      select p.parent_id, above.depth + 1 from party_parents p join above on p.party_id = above.id
      where ${holds} and above.depth < 8
    )
    select x.${sql.raw(column)} from above join parties x on x.id = above.id
    where x.kind = 'outlet' order by depth limit 1)`;
  return db
    .select({
      id,
      code,
      kind,
      tradingModel,
      currency,
      taxIncluded,
      paymentTerm,
      paymentDays,
      plusBp,
      minusBp,
      externalRef,
      nameZh,
      nameEn,
      uscc,
      aboveId: above,
      outletId: outlet("id"),
      outletCode: outlet("code"),
    })
    .from(parties)
    .where(
      sql`${byKey(code, parties.source, externalRef, keys)} or ${among(nameZh, keys)} or ${among(nameEn, keys)}
        or ${among(uscc, usccs)}`,
    )
    .limit(4 * most(keys) + most(usccs));
}

/** An SKU with the wording that is sold today, or the newest of what is not shown. */
function skusOf({ db }: Reader, codes: string[]) {
  const { id: revisionId, nameZh, nameEn, model, uom } = productRevisions;
  const newest = sql`(select r.id from product_revisions r where r.product_id = ${products.id} order by r.number desc limit 1)`;
  return db
    .select({ id: skus.id, code: skus.code, colourNo: skus.colourNo, revisionId, nameZh, nameEn, model, uom })
    .from(skus)
    .innerJoin(products, eq(products.id, skus.productId))
    .innerJoin(productRevisions, eq(revisionId, sql`coalesce(${products.liveRevisionId}, ${newest})`))
    .where(among(skus.code, codes))
    .limit(most(codes));
}

const ofTheHouse = sql`exists (select 1 from memberships m join parties x on x.id = m.party_id
  where m.person_id = ${people.id} and x.kind in ('company', 'outlet'))`;

/** By the key of the source, or by the number that we gave or kept ourselves. */
const byKey = (own: SQLiteColumn, source: SQLiteColumn, ref: SQLiteColumn, keys: string[]): SQL =>
  sql`(${among(own, keys)} or (${source} = 'import' and ${among(ref, keys)}))`;

/** One parameter, however many keys. */
const among = (column: SQLiteColumn, keys: string[]): SQL =>
  inArray(column, sql`(select value from json_each(${JSON.stringify(keys)}))`);

const most = (keys: string[]) => keys.length + 1;
