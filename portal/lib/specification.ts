import {
  attributeWords,
  colourModeWords,
  crossSectionWords,
  fibreWords,
  interminglingWords,
  lustreWords,
} from "#schema/words/products";
import type { Language } from "#schema/words/words";
import type { ProductView } from "#worker/api";
import { formatQuantity } from "#worker/wording";
import { wordsFor } from "./say";

type Wording = NonNullable<ProductView["live"]>;
export type SpecificationLine = { term: string; text: string };

/** What a product is, line by line, in the reader's language; what is not known is left out. */
export function specificationOf(wording: Wording, language: Language): SpecificationLine[] {
  const { catalogue } = wordsFor(language);
  const { denier, dtexTenths, filaments, plies, twist, intermingling, lustre, crossSection, colourMode } =
    wording;
  const lines: [string, string | number | null | undefined][] = [
    [catalogue.composition, compositionOf(wording, language)],
    [
      attributeWords.linear_density[language],
      denier && dtexTenths && catalogue.dtex(denier, dtexTenths / 10),
    ],
    [attributeWords.filament_count[language], filaments],
    [attributeWords.plies[language], plies],
    [attributeWords.twist[language], twist],
    [attributeWords.intermingling[language], intermingling && interminglingWords[intermingling][language]],
    [attributeWords.lustre[language], lustre && lustreWords[lustre][language]],
    [attributeWords.cross_section[language], crossSection && crossSectionWords[crossSection][language]],
    [attributeWords.colour_mode[language], colourMode && colourModeWords[colourMode][language]],
    [catalogue.moq, wording.moqMilli && formatQuantity(wording.moqMilli, wording.uom, language)],
    [catalogue.leadTime, wording.leadTimeDays && catalogue.days(wording.leadTimeDays)],
    [attributeWords.hs_code[language], wording.hsCode],
  ];
  return lines.flatMap(([term, text]) => (text ? [{ term, text: String(text) }] : []));
}

function compositionOf({ composition }: Wording, language: Language): string {
  const percent = language === "zh" ? "%" : " %";
  return composition
    .map((part) => `${fibreWords[part.fibre][language]} ${part.percent}${percent}`)
    .join(" · ");
}

/** The words of a product in one language only: no page mixes the two. */
export function wordsOfProduct(wording: Wording, language: Language) {
  const { nameZh, nameEn, descriptionZh, descriptionEn, usageZh, usageEn, packingZh, packingEn, model } =
    wording;
  return language === "zh"
    ? { name: nameZh ?? model, description: descriptionZh, usage: usageZh, packing: packingZh }
    : { name: nameEn ?? model, description: descriptionEn, usage: usageEn, packing: packingEn };
}
