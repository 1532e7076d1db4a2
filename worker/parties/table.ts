import { type Country, countryWords } from "#schema/words/countries";
import { partyStatusWords } from "#schema/words/statuses";
import { partyKindWords } from "#schema/words/trade";
import type { Language } from "#schema/words/words";
import type { Column } from "../table";
import type { PartyRow } from "./output";

export const partyColumns: Column<PartyRow>[] = [
  { words: { zh: "编号", en: "Code" }, value: ({ code }) => code },
  { words: { zh: "类别", en: "Kind" }, value: ({ kind }, language) => partyKindWords[kind][language] },
  { words: { zh: "中文名称", en: "Name in Chinese" }, value: ({ nameZh }) => nameZh },
  { words: { zh: "英文名称", en: "Name in English" }, value: ({ nameEn }) => nameEn },
  {
    words: { zh: "状态", en: "Status" },
    value: ({ statusText, status }, language) => (status ? partyStatusWords[status] : statusText)[language],
  },
  {
    words: { zh: "国家", en: "Country" },
    value: ({ country }, language) => nameOfCountry(country, language),
  },
  { words: { zh: "上级单位", en: "Above it" }, value: ({ parent }) => parent?.code ?? null },
  { words: { zh: "业务员", en: "Salesperson" }, value: ({ salesperson }) => salesperson },
];

/** Records of other sources may name a country that we have no words for. */
function nameOfCountry(code: string, language: Language): string {
  return countryWords[code as Country]?.[language] ?? code;
}
