import { catalogueStatusWords } from "#schema/words/paperStatuses";
import { priceListKindWords } from "#schema/words/trade";
import { type Column, nameOf } from "../table";
import type { PriceListBrief } from "./output";

export const priceListColumns: Column<PriceListBrief>[] = [
  { words: { zh: "编号", en: "Reference" }, value: (list) => list.reference },
  {
    words: { zh: "名称", en: "Name" },
    value: (list, language) => (language === "zh" ? list.nameZh : list.nameEn),
  },
  { words: { zh: "类型", en: "Kind" }, value: (list, language) => priceListKindWords[list.kind][language] },
  {
    words: { zh: "状态", en: "Status" },
    value: (list, language) => catalogueStatusWords[list.status][language],
  },
  { words: { zh: "级别", en: "Level" }, value: (list) => list.level },
  {
    words: { zh: "往来单位", en: "Party" },
    value: ({ party }, language) => party && nameOf(party, language),
  },
  { words: { zh: "币种", en: "Currency" }, value: (list) => list.currency },
  { words: { zh: "生效日", en: "From" }, value: (list) => list.validFrom },
  { words: { zh: "截止日", en: "To" }, value: (list) => list.validTo },
  { words: { zh: "行数", en: "Lines" }, value: (list) => list.lineCount },
];
