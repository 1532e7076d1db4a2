import { and, eq, isNull } from "drizzle-orm";
import { productRevisions, products } from "#schema/products";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, mustHaveChanged, write } from "../write";
import { gapsOf } from "./gaps";
import type { MoveProduct } from "./input";
import { facts, type Move, statusAfter } from "./lifecycle";
import type { ProductPage } from "./output";
import { mayMove } from "./policy";
import { findProduct } from "./products";
import { indexSteps, searchWordsOf } from "./searchWords";

/** Submits, publishes, returns or withdraws; what people see and what they find change in the same moment. */
export async function moveProduct(
  ctx: Ctx,
  reference: string,
  { move, input }: { move: Move; input: MoveProduct },
) {
  const actor = signedIn(ctx);
  const page = await findProduct(ctx, reference, {});
  const { product } = page;
  allow(mayMove(actor, move));
  sameVersion(product, input.version);
  const status = statusAfter(product.status, move);
  const visibility = (move === "publish" && input.visibility) || product.visibility;
  if (move === "publish") approvedByAnother(page);
  if (move === "publish" || move === "submit") complete(page, visibility);
  if (move === "return") saysWhy(input);
  const { set, steps } = changeOf(ctx, page, move);
  await write(ctx, [
    ctx.db
      .update(products)
      .set({ status, visibility, version: product.version + 1, ...set })
      .where(and(eq(products.id, product.id), eq(products.version, product.version))),
    mustHaveChanged(ctx),
    ...steps,
    event(ctx, {
      recordId: product.id,
      type: `product.${facts[move]}`,
      from: product.status,
      to: status,
      reason: input.reason,
      forCustomer: false,
      details: { number: page.latest.number, visibility },
    }),
  ]);
}

/** What a move changes besides the status. */
function changeOf(ctx: Ctx, { product, latest, family, skus }: ProductPage, move: Move) {
  if (move === "withdraw") {
    return { set: { liveRevisionId: null, withdrawnAt: ctx.now }, steps: indexSteps(ctx, product.id, null) };
  }
  if (move !== "publish") return { set: {}, steps: [] };
  const offered = skus.filter(({ discontinuedAt }) => !discontinuedAt);
  return {
    set: { liveRevisionId: latest.id, draftRevisionId: null, publishedAt: ctx.now, withdrawnAt: null },
    steps: [
      ctx.db
        .update(productRevisions)
        .set({ publishedAt: ctx.now })
        .where(and(eq(productRevisions.id, latest.id), isNull(productRevisions.publishedAt))),
      ...indexSteps(ctx, product.id, searchWordsOf(latest, family, offered)),
    ],
  };
}

function approvedByAnother({ editedByMe }: ProductPage) {
  if (!editedByMe) return;
  throw new Refusal("not_allowed", {
    zh: "您参与了此稿的编辑，须由另一位同事批准。",
    en: "You edited this draft, so someone else must approve it.",
  });
}

function complete({ latest }: ProductPage, visibility: ProductPage["product"]["visibility"]) {
  const gaps = gapsOf(latest, visibility);
  if (Object.keys(gaps).length === 0) return;
  throw new Refusal(
    "conflict",
    { zh: "资料不完整，不能发布。", en: "This is not complete enough to publish." },
    gaps,
  );
}

function saysWhy({ reason }: MoveProduct) {
  if (reason) return;
  const why = { zh: "请填写退回原因。", en: "Enter why you send it back." };
  throw new Refusal("invalid", why, { reason: why });
}
