import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { skus } from "#schema/products";
import type { Ctx } from "../context";
import { once } from "../once";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { duplicateOf, event, mustHaveChanged, type Step, write } from "../write";
import type { AddSku } from "./input";
import type { ProductPage } from "./output";
import { mayEdit } from "./policy";
import { findProduct } from "./products";
import { indexSteps, searchWordsOf } from "./searchWords";

/** Adds a colour, grade or packing; a product on show offers it at once. */
export async function addSku(ctx: Ctx, reference: string, input: AddSku): Promise<void> {
  signedIn(ctx);
  const page = await findProduct(ctx, reference, {});
  allow(mayEdit(ctx.actor));
  const { carton: cartonMilli, ...rest } = input;
  const row = { ...rest, cartonMilli, productId: page.product.id };
  const offered = page.skus.filter(({ discontinuedAt }) => !discontinuedAt);
  await once(ctx, { id: input.id, input: { reference, ...input } }, async (said) => {
    await writeNew(ctx, [
      ctx.db.insert(skus).values(row),
      event(ctx, { recordId: input.id, type: "sku.added", forCustomer: false, details: { said } }),
      productEvent(ctx, page, "sku_added", input.code),
      ...refreshed(ctx, page, [...offered, row]),
    ]);
  });
}

export const skuMoves = ["discontinue", "resume"] as const;
export type SkuMove = (typeof skuMoves)[number];

/** A discontinued SKU stays in old orders and complaints but is offered no more. */
export async function moveSku(ctx: Ctx, reference: string, { code, move }: { code: string; move: SkuMove }) {
  signedIn(ctx);
  const page = await findProduct(ctx, reference, {});
  const sku = page.skus.find((one) => one.code === code);
  if (!sku) throw new Refusal("not_found", { zh: "没有这个规格。", en: "There is no such SKU." });
  allow(mayEdit(ctx.actor));
  const ends = move === "discontinue";
  const others = page.skus.filter(({ id, discontinuedAt }) => id !== sku.id && !discontinuedAt);
  await write(ctx, [
    ctx.db
      .update(skus)
      .set({ discontinuedAt: ends ? ctx.now : null })
      .where(and(eq(skus.id, sku.id), (ends ? isNull : isNotNull)(skus.discontinuedAt))),
    mustHaveChanged(ctx),
    productEvent(ctx, page, ends ? "sku_discontinued" : "sku_resumed", code),
    ...refreshed(ctx, page, ends ? others : [...others, sku]),
  ]);
}

function productEvent(ctx: Ctx, { product }: ProductPage, fact: string, code: string): Step {
  return event(ctx, {
    recordId: product.id,
    type: `product.${fact}`,
    reason: code,
    forCustomer: false,
    details: { code },
  });
}

/** What can be found by colour follows what is offered. */
function refreshed(
  ctx: Ctx,
  { product, live, family }: ProductPage,
  offered: Parameters<typeof searchWordsOf>[2],
) {
  return live ? indexSteps(ctx, product.id, searchWordsOf(live, family, offered)) : [];
}

async function writeNew(ctx: Ctx, steps: Step[]) {
  try {
    await write(ctx, steps);
  } catch (error) {
    if (duplicateOf(error) !== "skus.code") throw error;
    const taken = { zh: "这个编码已被使用。", en: "This code is taken." };
    throw new Refusal("conflict", taken, { code: taken });
  }
}
