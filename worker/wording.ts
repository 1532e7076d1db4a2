import type { Language } from "#schema/words/words";
import { businessDate } from "./calendar";
import { decimalsOf, roundedQuotient } from "./money";

/** ¥122,675.89 in Chinese, CNY 122,675.89 in English; other currencies always by their code. */
export function formatMoney(minor: number, currency: string, language: Language): string {
  return signed(minor, `${currencyMark(currency, language)}${formatAmount(Math.abs(minor), currency)}`);
}

/** The figure alone, for a column that names its currency in the heading. */
export function formatAmount(minor: number, currency: string): string {
  return fixed(BigInt(minor), decimalsOf(currency));
}

/** For dashboards: ¥12.27万 in Chinese, CNY 122.68k or CNY 1.23M in English. */
export function formatRoundMoney(minor: number, currency: string, language: Language): string {
  const places = decimalsOf(currency);
  const units = Math.abs(minor) / 10 ** places; // Only chooses the step; the figure itself stays exact.
  const step = roundStep(units, language);
  const figure = fixed(
    roundedQuotient(BigInt(Math.abs(minor)) * 100n, 10n ** BigInt(places + step.zeros)),
    2,
  );
  return signed(minor, `${currencyMark(currency, language)}${figure}${step.mark}`);
}

/** The price of a kilogram is shown per tonne (9,050 元/吨) where the line says so. */
export function formatUnitPrice(priceE4: number, currency: string, uom: string, language: Language): string {
  const figure = uom === "t" ? trimmed(BigInt(priceE4) * 1000n, 4) : fixed(BigInt(priceE4), 4);
  const unit = unitWord(uom, language);
  return language === "zh" && currency === "CNY" ? `${figure} 元/${unit}` : `${currency} ${figure}/${unit}`;
}

/** Kilograms with two decimals, with three where a scale gave them. */
export function formatWeight(grams: number, _language: Language): string {
  const figure = grams % 10 === 0 ? fixed(BigInt(grams) / 10n, 2) : fixed(BigInt(grams), 3);
  return `${figure} kg`;
}

export function formatTonnes(grams: number, _language: Language): string {
  return `${fixed(roundedQuotient(BigInt(grams), 1000n), 3)} t`;
}

/** A quantity in thousandths of its own unit. */
export function formatQuantity(milli: number, uom: string, language: Language): string {
  return uom === "kg"
    ? formatWeight(milli, language)
    : `${trimmed(BigInt(milli), 3)} ${unitWord(uom, language)}`;
}

export function formatCount(count: number): string {
  return fixed(BigInt(count), 0);
}

/** Hundredths of a percent; a rate that does not exist is a dash, never 0 %. */
export function formatPercent(basisPoints: number | null, language: Language): string {
  if (basisPoints === null) return "—";
  return `${fixed(BigInt(basisPoints), 2)}${language === "zh" ? "%" : " %"}`;
}

/** A rate as reports show it: with one decimal, half away from zero. */
export function formatRate(basisPoints: number | null, language: Language): string {
  if (basisPoints === null) return "—";
  return `${fixed(roundedQuotient(BigInt(basisPoints), 10n), 1)}${language === "zh" ? "%" : " %"}`;
}

/** 2026-11-23 in Chinese, 23 Nov 2026 in English. */
export function formatDate(day: string, language: Language): string {
  return language === "zh" ? day : `${Number(day.slice(8))} ${monthName(day)} ${day.slice(0, 4)}`;
}

/** 2026年11月23日, for letters and papers. */
export function formatLongDate(day: string, language: Language): string {
  if (language === "en") return formatDate(day, language);
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/** Of a month YYYY-MM. */
export function formatMonth(month: string, language: Language): string {
  if (language === "en") return `${monthName(month)} ${month.slice(0, 4)}`;
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

/** The Shanghai time of an instant, named, because readers abroad live by another. */
export function formatTime(at: Date, language: Language): string {
  return language === "zh" ? `${clock(at)} (北京时间)` : `${clock(at)} (UTC+8)`;
}

/** Date and Shanghai time; Chinese readers need no zone in a list. */
export function formatMoment(at: Date, language: Language): string {
  const day = formatDate(businessDate(at), language);
  return language === "zh" ? `${day} ${clock(at)}` : `${day}, ${clock(at)} UTC+8`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const monthName = (day: string) => months[Number(day.slice(5, 7)) - 1];
const shanghaiMs = 8 * 3_600_000;
const clock = (at: Date) => new Date(at.getTime() + shanghaiMs).toISOString().slice(11, 16);

const unitWords: Record<string, Record<Language, string>> = {
  t: { zh: "吨", en: "t" },
  m: { zh: "米", en: "m" },
  pc: { zh: "件", en: "pc" },
};
const unitWord = (uom: string, language: Language) => unitWords[uom]?.[language] ?? uom;

const currencyMark = (currency: string, language: Language) =>
  currency === "CNY" && language === "zh" ? "¥" : `${currency} `;
const signed = (value: number, text: string) => (value < 0 ? `-${text}` : text);

function roundStep(units: number, language: Language): { zeros: number; mark: string } {
  if (language === "zh") return units < 1e8 ? { zeros: 4, mark: "万" } : { zeros: 8, mark: "亿" };
  if (units < 1e3) return { zeros: 0, mark: "" };
  return units < 999_995 ? { zeros: 3, mark: "k" } : { zeros: 6, mark: "M" };
}

/** A scaled whole number as a decimal with commas: 12267589 with 2 places is 122,675.89. */
function fixed(scaled: bigint, places: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ",");
  const part = places > 0 ? `.${digits.slice(-places)}` : "";
  return `${scaled < 0n ? "-" : ""}${whole}${part}`;
}

const trimmed = (scaled: bigint, places: number) => fixed(scaled, places).replace(/\.?0+$/, "");
