import { z } from "zod";
import type { Language, Words } from "#schema/words/words";

const pairs = new Map<string, Words>();

/** A message for a zod rule: zod carries the English, `inLanguage` finds the Chinese again. */
export function say(zh: string, en: string): string {
  pairs.set(en, { zh, en });
  return en;
}

/** The words of a zod issue in both languages: our own message, or the library's for its kind of issue. */
export function wordsOf(issue: z.core.$ZodIssue): Words {
  const own = pairs.get(issue.message);
  if (own) return own;
  const raw = issue as z.core.$ZodRawIssue;
  return { zh: localeWords(zh, raw) ?? issue.message, en: localeWords(en, raw) ?? issue.message };
}

const zh = z.locales.zhCN().localeError;
const en = z.locales.en().localeError;

function localeWords(locale: z.core.$ZodErrorMap, issue: z.core.$ZodRawIssue) {
  const message = locale(issue);
  return typeof message === "string" ? message : message?.message;
}

export const inLanguage = (words: Words, language: Language) => words[language];
