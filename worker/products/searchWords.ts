import { sql } from "drizzle-orm";
import type { ProductRevision, Sku } from "#schema/products";
import {
  categoryWords,
  colourModeWords,
  fibreWords,
  interminglingWords,
  lustreWords,
} from "#schema/words/products";
import type { Words } from "#schema/words/words";
import type { Ctx } from "../context";
import { indexText } from "../searchText";
import type { Step } from "../write";

type Wording = Pick<
  ProductRevision,
  | "model"
  | "nameZh"
  | "nameEn"
  | "descriptionZh"
  | "descriptionEn"
  | "aliases"
  | "category"
  | "composition"
  | "lustre"
  | "colourMode"
  | "intermingling"
>;
type Colour = Pick<Sku, "code" | "colourNo" | "colourZh" | "colourEn">;
type Named = { nameZh: string; nameEn: string };

/** All by which a product on show may be looked for, in both languages, as the index keeps it. */
export function searchWordsOf(wording: Wording, family: Named, colours: Colour[]): string {
  const { model, nameZh, nameEn, descriptionZh, descriptionEn, aliases } = wording;
  const attributes: (Words | null | undefined)[] = [
    categoryWords[wording.category],
    ...wording.composition.map(({ fibre }) => fibreWords[fibre]),
    wording.lustre && lustreWords[wording.lustre],
    wording.colourMode && colourModeWords[wording.colourMode],
    wording.intermingling && interminglingWords[wording.intermingling],
  ];
  const pieces = [
    model,
    nameZh,
    nameEn,
    ...aliases,
    family.nameZh,
    family.nameEn,
    ...attributes.flatMap((words) => (words ? [words.zh, words.en] : [])),
    ...colours.flatMap(({ code, colourNo, colourZh, colourEn }) => [code, colourNo, colourZh, colourEn]),
    descriptionZh,
    descriptionEn,
  ];
  return indexText(pieces.filter(Boolean).join("\n"));
}

/** Puts a product's words in place of its old ones; null when it is no longer on show. */
export function indexSteps(ctx: Pick<Ctx, "db">, productId: string, text: string | null): Step[] {
  const gone = ctx.db.run(sql`delete from product_search where product_id = ${productId}`);
  if (text === null) return [gone];
  return [
    gone,
    ctx.db.run(sql`insert into product_search (product_id, text) values (${productId}, ${text})`),
  ];
}
