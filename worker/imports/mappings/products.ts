import { productLimits } from "#schema/products";
import {
  categoryWords,
  colourModeWords,
  gradeWords,
  interminglingWords,
  lustreWords,
} from "#schema/words/products";
import { dtexTenthsOf, referenceOf } from "../../products/model";
import type { ProductDraft, SkuDraft } from "../drafts";
import { extra, type Layout, mappingOf, needed, type Row, repeats } from "../layout";
import { code, figure, maybe, oneOf, quantity, type Rule, usually, words } from "../rules";

const name = words(productLimits.name);
const short = words(productLimits.model);
const whole = maybe(figure(0, { least: 1, most: 100_000 }));

const units = { kg: { zh: "公斤", en: "kg" }, m: { zh: "米", en: "m" }, pc: { zh: "件", en: "pc" } };

const swatch: Rule<string> = (said) =>
  /^#[0-9a-f]{6}$/i.test(said)
    ? { value: said.toLowerCase() }
    : { wrong: { zh: "请填颜色值,例如 #1a2b3c。", en: "Use a colour such as #1a2b3c." } };

const catalogue = {
  words: { zh: "产品与规格", en: "Products and SKUs" },
  columns: {
    model: needed(short, "型号", "Model"),
    sku: needed(code(productLimits.code), "规格编码", "SKU", "SKU code"),
    family: needed(name, "系列", "Family"),
    category: needed(oneOf(categoryWords), "类别", "Category"),
    nameZh: needed(maybe(name), "品名", "中文名称", "Chinese name"),
    nameEn: extra(maybe(name), "英文名称", "英文品名", "English name"),
    denier: extra(whole, "旦数", "Denier"),
    filaments: extra(whole, "孔数", "Filaments"),
    lustre: extra(maybe(oneOf(lustreWords)), "光泽", "Lustre"),
    intermingling: extra(maybe(oneOf(interminglingWords)), "网络度", "Intermingling"),
    colourMode: extra(maybe(oneOf(colourModeWords)), "颜色方式", "Colour mode"),
    uom: extra(usually(oneOf(units), "kg" as const), "单位", "Unit"),
    hsCode: extra(maybe(words(14)), "海关编码", "HS code"),
    colourNo: extra(maybe(words(productLimits.code)), "色号", "Colour no"),
    colourZh: extra(maybe(short), "颜色", "Colour in Chinese"),
    colourEn: extra(maybe(short), "英文颜色", "Colour", "Colour in English"),
    swatch: extra(maybe(swatch), "色样", "Swatch"),
    grade: extra(maybe(oneOf(gradeWords)), "等级", "Grade"),
    cartonMilli: extra(maybe(quantity), "每箱净重", "每箱净重(kg)", "Net per carton", "Net per carton (kg)"),
    conesPerCarton: extra(whole, "每箱筒数", "Cones per carton"),
  },
} satisfies Layout;

type Line = Row<typeof catalogue>;

/** The catalogue, one row for each SKU; what is new comes in as a draft that somebody else approves. */
export const products = mappingOf({
  name: "products",
  words: { zh: "产品目录", en: "Catalogue" },
  layouts: { catalogue },
  draft({ catalogue: rows }) {
    const drafts = [...Map.groupBy(rows, keyOf).values()].flatMap(productWithSkus);
    const first = drafts.filter(({ noun }) => noun === "product");
    const then = drafts.filter(({ noun }) => noun === "sku");
    return { drafts: [...first, ...then], faults: repeats(rows, "sku") };
  },
});

const keyOf = ({ model }: Line) => model.toLowerCase();

/** The first row of a model speaks for the product. */
function productWithSkus(rows: Line[]): (ProductDraft | SkuDraft)[] {
  const [first] = rows;
  if (!first) return [];
  const product = productOf(first);
  return [product, ...rows.map((row) => skuOf(row, product.reference))];
}

function productOf(row: Line): ProductDraft {
  const {
    model,
    nameZh,
    nameEn,
    category,
    denier,
    filaments,
    lustre,
    intermingling,
    colourMode,
    uom,
    hsCode,
  } = row;
  return {
    noun: "product",
    ref: `products:${keyOf(row)}`,
    at: row.at,
    needs: [{ kind: "family", key: row.family, field: "family", at: row.at }],
    reference: referenceOf(model, row.sku),
    family: row.family,
    status: "draft",
    visibility: "public",
    wording: {
      ...{ model, nameZh: nameZh ?? (nameEn ? null : model), nameEn, category, uom, hsCode },
      ...{ denier, dtexTenths: dtexTenthsOf(denier), filaments, lustre, intermingling, colourMode },
    },
  };
}

function skuOf(row: Line, product: string): SkuDraft {
  const { sku, colourNo, colourZh, colourEn, swatch: shade, grade, cartonMilli, conesPerCarton } = row;
  return {
    noun: "sku",
    ref: `products:sku:${sku}`,
    at: row.at,
    needs: [],
    code: sku,
    product,
    discontinued: false,
    colour: { colourNo, colourZh, colourEn, swatch: shade, grade, cartonMilli, conesPerCarton },
  };
}
