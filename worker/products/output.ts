import { z } from "zod";
import type { Product, ProductRevision, productFamilies, Sku } from "#schema/products";
import { catalogueStatuses } from "#schema/words/paperStatuses";
import { categories, colourModes, lustres } from "#schema/words/products";
import { visibilities } from "#schema/words/trade";
import { type Actor, isStaff } from "../actor";
import { type EventRow, EventView, presentEvents } from "../events";
import { MoveView } from "../moves";
import { pageOf } from "../page";
import { type PriceLine, priceSteps } from "../price-lists/resolve";
import { gapsOf, gapWords } from "./gaps";
import { moves, openMoves } from "./lifecycle";
import { mayEdit, mayMove } from "./policy";
import { presentWording, WordingView } from "./wording";

const text = z.string().nullable();
const whole = z.number().int().nullable();

const Family = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }).meta({ id: "Family" });
export const FamilyView = Family;

export const ProductBrief = z
  .object({
    reference: z.string(),
    status: z.enum(catalogueStatuses),
    live: z.boolean(),
    visibility: z.enum(visibilities),
    family: Family,
    category: z.enum(categories),
    model: z.string(),
    nameZh: text,
    nameEn: text,
    denier: whole,
    filaments: whole,
    lustre: z.enum(lustres).nullable(),
    colourMode: z.enum(colourModes).nullable(),
    uom: z.string(),
    colours: z.array(z.object({ colourNo: text, colourZh: text, colourEn: text, swatch: text })),
    /** The reader's own prices, from the lowest to the highest of its SKUs; null: on request. */
    price: z
      .object({
        lowE4: z.number().int(),
        highE4: z.number().int(),
        currency: z.string(),
        taxIncluded: z.boolean(),
      })
      .nullable(),
    version: z.number().int(),
  })
  .meta({ id: "ProductBrief" });
export type ProductBrief = z.infer<typeof ProductBrief>;

/** Besides the page: the families to choose from, and whether the reader may add a product. */
export const ProductList = pageOf(ProductBrief).extend({ families: z.array(Family), mayAdd: z.boolean() });
export type ProductList = z.infer<typeof ProductList>;

const Price = z
  .object({
    fromMilli: z.number().int(),
    unitPriceE4: z.number().int(),
    currency: z.string(),
    taxIncluded: z.boolean(),
    priceTerm: text,
    termPlace: text,
    validTo: text,
  })
  .meta({ id: "Price" });

const SkuView = z
  .object({
    code: z.string(),
    colourNo: text,
    colourZh: text,
    colourEn: text,
    swatch: text,
    grade: text,
    cartonMilli: whole,
    conesPerCarton: whole,
    discontinued: z.boolean(),
    /** The reader's own price by quantity; empty: on request. */
    prices: z.array(Price),
  })
  .meta({ id: "Sku" });

export const ProductView = z
  .object({
    reference: z.string(),
    status: z.enum(catalogueStatuses),
    visibility: z.enum(visibilities),
    family: Family,
    /** What people see; null when nothing is on show. */
    live: WordingView.nullable(),
    /** Staff: the newest wording, when it differs from what is on show. */
    draft: WordingView.nullable(),
    skus: z.array(SkuView),
    events: z.array(EventView),
    mayEdit: z.boolean(),
    moves: z.array(MoveView),
    version: z.number().int(),
  })
  .meta({ id: "Product" });
export type ProductView = z.infer<typeof ProductView>;

type FamilyRow = typeof productFamilies.$inferSelect;
export type Prices = Map<string, PriceLine[]>;
export type BriefRow = { product: Product; family: FamilyRow; wording: ProductRevision; skus: Sku[] };

export const presentFamily = ({ code, nameZh, nameEn }: FamilyRow) => ({ code, nameZh, nameEn });

/** One line of the catalogue; `prices` holds only what is the reader's to know. */
export function presentBriefProduct(
  { product, family, wording, skus }: BriefRow,
  prices: Prices,
): ProductBrief {
  const { model, nameZh, nameEn, category, denier, filaments, lustre, colourMode, uom } = wording;
  const { reference, status, visibility, version, liveRevisionId } = product;
  return {
    reference,
    status,
    visibility,
    version,
    category,
    model,
    nameZh,
    nameEn,
    denier,
    filaments,
    lustre,
    colourMode,
    uom,
    live: liveRevisionId !== null,
    family: presentFamily(family),
    colours: skus.map(({ colourNo, colourZh, colourEn, swatch }) => ({
      colourNo,
      colourZh,
      colourEn,
      swatch,
    })),
    price: priceRange(skus.flatMap(({ id }) => priceSteps(prices.get(id) ?? []).slice(0, 1))),
  };
}

function priceRange(lines: PriceLine[]): ProductBrief["price"] {
  const [first] = lines;
  if (!first) return null;
  const all = lines.map(({ unitPriceE4 }) => unitPriceE4);
  const { currency, taxIncluded } = first;
  return { lowE4: Math.min(...all), highE4: Math.max(...all), currency, taxIncluded };
}

export type ProductPage = {
  product: Product;
  family: FamilyRow;
  live: ProductRevision | null;
  latest: ProductRevision;
  editedByMe: boolean;
  skus: Sku[];
  prices: Prices;
  events: EventRow[];
};

/** The whole product as this actor may read it; without a day, with expired certificates, as editors need it. */
export function presentProduct(actor: Actor, page: ProductPage, on: string | null): ProductView {
  const staff = isStaff(actor);
  const { reference, status, visibility, version } = page.product;
  const newer = staff && page.latest.id !== page.live?.id;
  return {
    reference,
    status,
    visibility,
    version,
    family: presentFamily(page.family),
    live: page.live && presentWording(page.live, on),
    draft: newer ? presentWording(page.latest, null) : null,
    skus: page.skus.map((sku) => presentSku(sku, page.prices.get(sku.id) ?? [])),
    events: staff ? presentEvents(page.events, true) : [],
    mayEdit: mayEdit(actor) && status !== "in_review",
    moves: staff ? presentMoves(actor, page) : [],
  };
}

function presentSku(sku: Sku, lines: PriceLine[]) {
  const { code, colourNo, colourZh, colourEn, swatch, grade, cartonMilli, conesPerCarton, discontinuedAt } =
    sku;
  return {
    code,
    colourNo,
    colourZh,
    colourEn,
    swatch,
    grade,
    cartonMilli,
    conesPerCarton,
    discontinued: discontinuedAt !== null,
    prices: priceSteps(lines).map(
      ({ fromMilli, unitPriceE4, currency, taxIncluded, priceTerm, termPlace, validTo }) => ({
        fromMilli,
        unitPriceE4,
        currency,
        taxIncluded,
        priceTerm,
        termPlace,
        validTo,
      }),
    ),
  };
}

const ownDraft = {
  zh: "您参与了此稿的编辑，须由另一位同事批准。",
  en: "You edited this draft, so someone else must approve it.",
};

function presentMoves(actor: Actor, { product, latest, editedByMe }: ProductPage): MoveView[] {
  const gaps = gapWords(gapsOf(latest, product.visibility));
  return moves
    .filter((move) => openMoves(product.status).includes(move) && mayMove(actor, move))
    .map((move) => {
      const blocked = move === "publish" ? (editedByMe ? ownDraft : gaps) : move === "submit" ? gaps : null;
      return { move, open: blocked === null, reason: blocked };
    });
}
