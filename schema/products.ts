import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { day, flag, json, milli, moment, origin, priceE4, version } from "./columns";
import { parties } from "./parties";
import type { CatalogueStatus } from "./words/paperStatuses";
import type {
  Category,
  ColourMode,
  CrossSection,
  Fibre,
  Grade,
  Intermingling,
  Lustre,
} from "./words/products";
import type { PriceListKind, Visibility } from "./words/trade";

export const productLimits = { name: 120, model: 60, text: 4_000, code: 40 } as const;

export const productFamilies = sqliteTable("product_families", {
  id: text("id").primaryKey(),
  code: text("code").notNull().unique(),
  nameZh: text("name_zh").notNull(),
  nameEn: text("name_en").notNull(),
  position: integer("position").notNull().default(0),
  ...origin(),
});

/** What the catalogue lists. Its words live in revisions; orders point at the revision they bought. */
export const products = sqliteTable(
  "products",
  {
    id: text("id").primaryKey(),
    reference: text("reference").notNull().unique(), // In URLs: dty-150d-48f-sd-rw-nim.
    familyId: text("family_id")
      .notNull()
      .references(() => productFamilies.id),
    status: text("status").$type<CatalogueStatus>().notNull(),
    visibility: text("visibility").$type<Visibility>().notNull(),
    liveRevisionId: text("live_revision_id"), // What people see.
    draftRevisionId: text("draft_revision_id"), // What editors work on.
    publishedAt: moment("published_at"),
    withdrawnAt: moment("withdrawn_at"),
    ...origin(),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [
    index("products_by_family").on(t.familyId, t.status, t.reference),
    uniqueIndex("products_by_external_ref").on(t.source, t.externalRef),
  ],
);
export type Product = typeof products.$inferSelect;

/** One wording of a product; immutable once published (trigger). */
export const productRevisions = sqliteTable(
  "product_revisions",
  {
    id: text("id").primaryKey(),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    number: integer("number").notNull(),
    model: text("model").notNull(),
    nameZh: text("name_zh"),
    nameEn: text("name_en"),
    descriptionZh: text("description_zh"),
    descriptionEn: text("description_en"),
    usageZh: text("usage_zh"),
    usageEn: text("usage_en"),
    aliases: json<string[]>("aliases").notNull().default([]),
    category: text("category").$type<Category>().notNull(),
    composition: json<{ fibre: Fibre; pct10: number }[]>("composition").notNull().default([]), // Tenths of a percent; sums to 1000.
    denier: integer("denier"),
    dtexTenths: integer("dtex_tenths"),
    filaments: integer("filaments"),
    plies: integer("plies"),
    twist: text("twist"),
    intermingling: text("intermingling").$type<Intermingling>(),
    lustre: text("lustre").$type<Lustre>(),
    crossSection: text("cross_section").$type<CrossSection>(),
    colourMode: text("colour_mode").$type<ColourMode>(),
    technical: json<{ name: string; target: string; tolerance: string; unit: string; method: string }[]>(
      "technical",
    )
      .notNull()
      .default([]),
    packingZh: text("packing_zh"),
    packingEn: text("packing_en"),
    hsCode: text("hs_code"),
    moqMilli: milli("moq_milli"),
    leadTimeDays: integer("lead_time_days"),
    uom: text("uom", { enum: ["kg", "m", "pc"] })
      .notNull()
      .default("kg"),
    certificates: json<{ name: string; number: string; expiresOn: string | null }[]>("certificates")
      .notNull()
      .default([]),
    publishedAt: moment("published_at"),
    createdAt: moment("created_at").notNull(),
    createdBy: text("created_by"),
  },
  (t) => [uniqueIndex("product_revisions_by_product").on(t.productId, t.number)],
);
export type ProductRevision = typeof productRevisions.$inferSelect;

export const skus = sqliteTable(
  "skus",
  {
    id: text("id").primaryKey(),
    code: text("code").notNull().unique(),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    colourNo: text("colour_no"),
    colourZh: text("colour_zh"),
    colourEn: text("colour_en"),
    swatch: text("swatch"), // #rrggbb, indicative only.
    grade: text("grade").$type<Grade>(),
    cartonMilli: milli("carton_milli"), // Nominal net quantity of a carton, for planning.
    conesPerCarton: integer("cones_per_carton"),
    discontinuedAt: moment("discontinued_at"),
    ...origin(),
  },
  (t) => [index("skus_by_product").on(t.productId, t.code)],
);
export type Sku = typeof skus.$inferSelect;

export const priceLists = sqliteTable(
  "price_lists",
  {
    id: text("id").primaryKey(),
    reference: text("reference").notNull().unique(),
    kind: text("kind").$type<PriceListKind>().notNull(),
    level: text("level"), // For kind level: the party's priceLevel.
    partyId: text("party_id").references(() => parties.id), // For contract and party.
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en").notNull(),
    currency: text("currency").notNull(),
    priceTerm: text("price_term"),
    termPlace: text("term_place"),
    taxIncluded: flag("tax_included").notNull(),
    taxRateBp: integer("tax_rate_bp").notNull().default(1300),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"), // The last day.
    status: text("status").$type<CatalogueStatus>().notNull(),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [
    index("price_lists_by_party").on(t.partyId),
    index("price_lists_by_level").on(t.kind, t.level, t.currency),
  ],
);
export type PriceList = typeof priceLists.$inferSelect;

export const priceLines = sqliteTable(
  "price_lines",
  {
    id: text("id").primaryKey(),
    priceListId: text("price_list_id")
      .notNull()
      .references(() => priceLists.id),
    skuId: text("sku_id")
      .notNull()
      .references(() => skus.id),
    fromMilli: milli("from_milli").notNull().default(0), // Quantity break.
    unitPriceE4: priceE4("unit_price_e4").notNull(),
  },
  (t) => [
    uniqueIndex("price_lines_by_sku").on(t.skuId, t.priceListId, t.fromMilli),
    index("price_lines_by_list").on(t.priceListId),
  ],
);
