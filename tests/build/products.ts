import { productRevisions, products, skus } from "#schema/products";
import type { World } from "../world";

type Sku = Partial<typeof skus.$inferInsert> & { code: string };
type Given = Partial<typeof productRevisions.$inferInsert> & {
  reference?: string;
  visibility?: (typeof products.$inferInsert)["visibility"];
  skus?: Sku[];
};

const at = new Date("2026-01-05T02:00:00Z");

/** A product on show, straight into the tables: state only what matters. */
export async function publishProduct({ db }: World, given: Given = {}) {
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
