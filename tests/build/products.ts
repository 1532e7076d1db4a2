import { productRevisions, products, skus } from "#schema/products";
import type { Host } from "#worker/host";
import type { World } from "../world";

type Sku = Partial<typeof skus.$inferInsert> & { code: string };
type Given = Partial<typeof productRevisions.$inferInsert> & {
  reference?: string;
  visibility?: (typeof products.$inferInsert)["visibility"];
  skus?: Sku[];
};

const at = new Date("2026-01-05T02:00:00Z");

/** A product on show, straight into the tables: state only what matters. */
export async function publishProduct({ db }: Pick<Host, "db">, given: Given = {}) {
  const { reference = `yarn-${crypto.randomUUID().slice(0, 8)}`, visibility = "public", ...wording } = given;
  const productId = `product ${reference}`;
  const revisionId = `${productId} 1`;
  const colours = (wording.skus ?? [{ code: `${reference.toUpperCase()}-RW` }]).map((sku) => ({
    id: `sku ${sku.code}`,
    productId,
    colourZh: "本白",
    colourEn: "Raw white",
    grade: "AA" as const,
    ...sku,
  }));
  await db.batch([
    db.insert(products).values({
      id: productId,
      reference,
      familyId: "dty",
      status: "published",
      visibility,
      liveRevisionId: revisionId,
      publishedAt: at,
      createdAt: at,
    }),
    db.insert(productRevisions).values({
      id: revisionId,
      productId,
      number: 1,
      model: reference,
      nameZh: "涤纶低弹丝",
      nameEn: "Polyester DTY",
      category: "dty",
      composition: [{ fibre: "polyester", pct10: 1000 }],
      publishedAt: at,
      createdAt: at,
      ...wording,
    }),
    db.insert(skus).values(colours),
  ]);
  return { productId, reference, revisionId, skus: colours };
}

/** A draft as an editor's form sends it: complete, so that only what a test changes is wrong. */
export const aDraft = (given: Record<string, unknown> = {}) => ({
  id: crypto.randomUUID(),
  family: "DTY",
  visibility: "public",
  nameZh: "涤纶低弹丝 75D/36F",
  nameEn: "Polyester DTY 75D/36F",
  category: "dty",
  composition: [{ fibre: "polyester", percent: "100.0" }],
  denier: 75,
  filaments: 36,
  lustre: "semi_dull",
  colourMode: "raw_white",
  intermingling: "nim",
  ...given,
});

/** Kai drafts, submits; Mei approves: a product on show, through the API. */
export async function bringToShow(world: World, given: Record<string, unknown> = {}) {
  const drafted = await world.as("kai").post("/products", aDraft(given));
  const { reference } = (await drafted.json()) as { reference: string };
  await world.as("kai").post(`/products/${reference}/moves/submit`);
  await world.as("mei").post(`/products/${reference}/moves/publish`);
  return reference;
}

export const aSku = (given: Record<string, unknown> = {}) => ({
  id: crypto.randomUUID(),
  code: "DTY75-36-RW",
  colourZh: "本白",
  colourEn: "Raw white",
  grade: "AA",
  carton: "30",
  conesPerCarton: 6,
  ...given,
});
