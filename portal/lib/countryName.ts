import { countryWords } from "#schema/words/countries";
import type { Language, Words } from "#schema/words/words";

/** Records of other sources may name a country that we have no words for. */
export function countryName(code: string, language: Language): string {
  const known: Record<string, Words> = countryWords;
  return known[code]?.[language] ?? code;
}
