import { and, eq } from "drizzle-orm";
import { type Product, productFamilies, productRevisions, products } from "#schema/products";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { once } from "../once";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { duplicateOf, event, mustHaveChanged, type Step, write } from "../write";
import type { CreateProduct, EditProduct } from "./input";
import { statusAfter } from "./lifecycle";
import { dtexTenthsOf, modelOf, referenceOf } from "./model";
import { mayEdit } from "./policy";
import { findProduct } from "./products";

/** Starts a product with its first draft; answers with its reference. */
export async function createProduct(ctx: Ctx, input: CreateProduct): Promise<string> {
  const actor = signedIn(ctx);
  allow(mayEdit(actor));
  const words = wordingOf(input);
  const reference = referenceOf(words.model, input.id);
  await once(ctx, { id: input.id, input }, async (said) => {
    const familyId = await familyIdOf(ctx, input.family);
    const draftRevisionId = `${input.id} 1`;
    const made = {
      id: draftRevisionId,
      productId: input.id,
      number: 1,
      createdAt: ctx.now,
      createdBy: actor.personId,
    };
    const { visibility } = input;
    await writeNew(ctx, [
      ctx.db.insert(products).values({
        id: input.id,
        reference,
        familyId,
        status: "draft",
        visibility,
        draftRevisionId,
        createdAt: ctx.now,
      }),
      ctx.db.insert(productRevisions).values({ ...words, ...made }),
      event(ctx, {
        recordId: input.id,
        type: "product.drafted",
        to: "draft",
        forCustomer: false,
        details: { said },
      }),
    ]);
  });
  return reference;
}

/** Changes the draft, or starts one beside what is on show. */
export async function editProduct(ctx: Ctx, reference: string, input: EditProduct): Promise<void> {
  const actor = signedIn(ctx);
  const { product, latest, live } = await findProduct(ctx, reference, {});
  allow(mayEdit(actor));
  sameVersion(product, input.version);
  const status = statusAfter(product.status, "edit");
  if (live) audienceStays(product, input);
  const familyId = await familyIdOf(ctx, input.family);
  const started = product.draftRevisionId === null;
  const number = started ? latest.number + 1 : latest.number;
  const draftRevisionId = product.draftRevisionId ?? `${product.id} ${number}`;
  const words = wordingOf(input);
  const made = {
    id: draftRevisionId,
    productId: product.id,
    number,
    createdAt: ctx.now,
    createdBy: actor.personId,
  };
  await write(ctx, [
    ctx.db
      .update(products)
      .set({ status, familyId, visibility: input.visibility, draftRevisionId, version: product.version + 1 })
      .where(and(eq(products.id, product.id), eq(products.version, product.version))),
    mustHaveChanged(ctx),
    started
      ? ctx.db.insert(productRevisions).values({ ...words, ...made })
      : ctx.db.update(productRevisions).set(words).where(eq(productRevisions.id, draftRevisionId)),
    event(ctx, {
      recordId: product.id,
      type: "product.edited",
      from: product.status,
      to: status,
      forCustomer: false,
      details: { number },
    }),
  ]);
}

async function writeNew(ctx: Ctx, steps: Step[]) {
  try {
    await write(ctx, steps);
  } catch (error) {
    if (duplicateOf(error) !== "products.reference") throw error;
    const taken = { zh: "已有同型号的产品。", en: "There is a product with this model already." };
    throw new Refusal("conflict", taken, { model: taken });
  }
}

/** Who sees a product on show is decided by whoever publishes, not by an edit that nobody has read. */
function audienceStays(product: Product, { visibility }: EditProduct) {
  if (visibility === product.visibility) return;
  const words = {
    zh: "已上架产品的可见范围在发布时调整。",
    en: "Who sees a product on show is changed when it is published.",
  };
  throw new Refusal("conflict", words, { visibility: words });
}

async function familyIdOf(ctx: Ctx, code: string): Promise<string> {
  const [family] = await ctx.db.select().from(productFamilies).where(eq(productFamilies.code, code)).limit(1);
  if (family) return family.id;
  const unknown = { zh: "没有这个系列。", en: "There is no such family." };
  throw new Refusal("invalid", unknown, { family: unknown });
}

function wordingOf(input: CreateProduct | EditProduct) {
  const { moq: moqMilli, model, ...rest } = input;
  const { family: _family, visibility: _visibility, ...words } = rest;
  return { ...words, moqMilli, model: model ?? modelOf(input), dtexTenths: dtexTenthsOf(input.denier) };
}
