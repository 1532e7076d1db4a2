import { categoryWords, lustreWords } from "#schema/words/products";
import type { Column } from "../table";
import type { ProductBrief } from "./output";

const perUnit = (e4: number | undefined) => (e4 === undefined ? null : e4 / 10_000);

export const productColumns: Column<ProductBrief>[] = [
  { words: { zh: "型号", en: "Model" }, value: (product) => product.model },
  { words: { zh: "中文名称", en: "Chinese name" }, value: (product) => product.nameZh },
  { words: { zh: "英文名称", en: "English name" }, value: (product) => product.nameEn },
  {
    words: { zh: "系列", en: "Family" },
    value: ({ family }, language) => (language === "zh" ? family.nameZh : family.nameEn),
  },
  {
    words: { zh: "类别", en: "Category" },
    value: (product, language) => categoryWords[product.category][language],
  },
  { words: { zh: "旦数", en: "Denier" }, value: (product) => product.denier },
  { words: { zh: "孔数", en: "Filaments" }, value: (product) => product.filaments },
  {
    words: { zh: "光泽", en: "Lustre" },
    value: ({ lustre }, language) => lustre && lustreWords[lustre][language],
  },
  { words: { zh: "颜色数", en: "Colours" }, value: (product) => product.colours.length },
  { words: { zh: "最低单价", en: "Lowest price" }, value: ({ price }) => perUnit(price?.lowE4) },
  { words: { zh: "最高单价", en: "Highest price" }, value: ({ price }) => perUnit(price?.highE4) },
  { words: { zh: "币种", en: "Currency" }, value: ({ price }) => price?.currency ?? null },
  { words: { zh: "单位", en: "Unit" }, value: (product) => product.uom },
];
