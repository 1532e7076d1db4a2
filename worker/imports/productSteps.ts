import { sql } from "drizzle-orm";
import { productFamilies, productRevisions, products, skus } from "#schema/products";
import { isSignedIn } from "../actor";
import { indexSteps, searchWordsOf } from "../products/searchWords";
import { indexText } from "../searchText";
import { event, type Step } from "../write";
import type { FamilyDraft, ProductDraft, SkuDraft } from "./drafts";
import type { Work } from "./steps";

export function familySteps({ ctx, known }: Work, draft: FamilyDraft): Step[] {
  const { ref: externalRef, code, nameZh, nameEn } = draft;
  const row = { id: crypto.randomUUID(), code, nameZh, nameEn };
  for (const key of [externalRef, code]) known.family.set(key, row);
  return [
    ctx.db.insert(productFamilies).values({ ...row, position: 99, source: "import", externalRef }),
    event(ctx, { recordId: row.id, type: "family.imported", channel: "import", forCustomer: false }),
  ];
}

/** A product with its first wording: as a draft for an editor, or as the source showed it. */
export function productSteps({ ctx, known }: Work, draft: ProductDraft): Step[] {
  const id = crypto.randomUUID();
  const revisionId = `${id} 1`;
  const family = known.family.get(draft.family);
  if (!family) throw new Error(`a product without a family: ${draft.ref}`);
  const isDraft = draft.status === "draft";
  const live = draft.status === "published";
  for (const key of [draft.ref, draft.reference]) known.product.set(key, { id, live });
  const { wording } = draft;
  const searched = {
    descriptionZh: null,
    descriptionEn: null,
    aliases: [],
    composition: [],
    ...blank,
    ...wording,
  };
  return [
    ctx.db.insert(products).values({
      id,
      reference: draft.reference,
      familyId: family.id,
      status: draft.status,
      visibility: draft.visibility,
      liveRevisionId: live ? revisionId : null,
      draftRevisionId: isDraft ? revisionId : null,
      publishedAt: live ? ctx.now : null,
      withdrawnAt: draft.status === "withdrawn" ? ctx.now : null,
      source: "import",
      externalRef: draft.ref,
      createdAt: ctx.now,
    }),
    ctx.db.insert(productRevisions).values({
      ...wording,
      id: revisionId,
      productId: id,
      number: 1,
      publishedAt: isDraft ? null : ctx.now,
      createdAt: ctx.now,
      createdBy: isSignedIn(ctx.actor) ? ctx.actor.personId : null,
    }),
    ...(live ? indexSteps(ctx, id, searchWordsOf(searched, family, [])) : []),
    // Drafted by whoever brought it in: somebody else will have to approve it.
    event(ctx, {
      recordId: id,
      type: isDraft ? "product.drafted" : "product.imported",
      to: draft.status,
      channel: "import",
      forCustomer: false,
    }),
  ];
}

const blank = { nameZh: null, nameEn: null, lustre: null, colourMode: null, intermingling: null };

/** A colour, grade or packing of a product; where the product is on show, it is found by it at once. */
export function skuSteps({ ctx, known }: Work, draft: SkuDraft): Step[] {
  const product = known.product.get(draft.product);
  if (!product) throw new Error(`an SKU without a product: ${draft.ref}`);
  const { colourNo, colourZh, colourEn } = draft.colour;
  const words = indexText([draft.code, colourNo, colourZh, colourEn].filter(Boolean).join("\n"));
  const id = crypto.randomUUID();
  return [
    ctx.db.insert(skus).values({
      ...draft.colour,
      id,
      code: draft.code,
      productId: product.id,
      discontinuedAt: draft.discontinued ? ctx.now : null,
      source: "import",
      externalRef: draft.ref,
    }),
    ...(product.live && !draft.discontinued
      ? [
          ctx.db.run(
            sql`update product_search set text = text || ${` ${words}`} where product_id = ${product.id}`,
          ),
        ]
      : []),
    event(ctx, { recordId: id, type: "sku.imported", channel: "import", forCustomer: false }),
  ];
}
