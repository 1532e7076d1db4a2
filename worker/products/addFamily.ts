import { productFamilies } from "#schema/products";
import type { Ctx } from "../context";
import { once } from "../once";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { duplicateOf, event, write } from "../write";
import type { AddFamily } from "./input";
import { mayEdit } from "./policy";

/** Adds a family to the catalogue, after the others. */
export async function addFamily(ctx: Ctx, input: AddFamily): Promise<void> {
  signedIn(ctx);
  allow(mayEdit(ctx.actor));
  await once(ctx, { id: input.id, input }, async (said) => {
    try {
      await write(ctx, [
        ctx.db.insert(productFamilies).values({ ...input, position: 99 }),
        event(ctx, { recordId: input.id, type: "family.added", forCustomer: false, details: { said } }),
      ]);
    } catch (error) {
      if (duplicateOf(error) !== "product_families.code") throw error;
      const taken = { zh: "这个编码已被使用。", en: "This code is taken." };
      throw new Refusal("conflict", taken, { code: taken });
    }
  });
}
