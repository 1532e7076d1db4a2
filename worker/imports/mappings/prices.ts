import { productLimits } from "#schema/products";
import type { PriceDraft } from "../drafts";
import { priceRef } from "../known";
import { extra, type Layout, mappingOf, needed, type Row, repeats } from "../layout";
import { code, figure, quantity, usually } from "../rules";

const key = code(productLimits.code);

const lines = {
  words: { zh: "价格", en: "Prices" },
  columns: {
    list: needed(key, "价格表", "价格表编号", "Price list"),
    sku: needed(key, "规格编码", "SKU", "SKU code"),
    price: needed(figure(4, { least: 1, most: 1e11 }), "单价", "Unit price"),
    from: extra(usually(quantity, 0), "起订量", "起订量(kg)", "From quantity", "From quantity (kg)"),
  },
} satisfies Layout;

type Line = Row<typeof lines>;

/** Prices for lists that are drafts; whoever publishes the list looks at them once more. */
export const prices = mappingOf({
  name: "prices",
  words: { zh: "价格表", en: "Price lists" },
  layouts: { lines },
  draft: ({ lines: rows }) => ({
    drafts: rows.map(priceOf),
    faults: repeats(
      rows.map((row) => ({ at: row.at, sku: refOf(row) })),
      "sku",
    ),
  }),
});

const refOf = ({ list, sku, from }: Line) => priceRef(list, sku, from);

const priceOf = (row: Line): PriceDraft => ({
  noun: "price",
  ref: refOf(row),
  at: row.at,
  needs: [
    { kind: "price_list", key: row.list, field: "list", at: row.at, otherwise: noDraft },
    { kind: "sku", key: row.sku, field: "sku", at: row.at },
  ],
  list: row.list,
  sku: row.sku,
  fromMilli: row.from,
  unitPriceE4: row.price,
});

const noDraft = {
  zh: "没有这个价格表的草稿。",
  en: "There is no draft of a price list with this reference.",
};
