import type { Currency } from "#schema/words/receivables";
import { decimalsOf, isCurrency } from "./money";

const digits = [..."零壹贰叁肆伍陆柒捌玖"];
const ranks: [number, string][] = [
  [1e8, "亿"],
  [1e4, "万"],
  [1000, "仟"],
  [100, "佰"],
  [10, "拾"],
];
const coins = ["角", "分", "厘"];
const chineseNames: Record<Currency, string> = {
  CNY: "人民币",
  USD: "美元",
  EUR: "欧元",
  GBP: "英镑",
  HKD: "港元",
  JPY: "日元",
  KRW: "韩元",
  VND: "越南盾",
  KWD: "科威特第纳尔",
};

/** The amount as Chinese papers write it in words: 人民币壹佰元整. Minor units. */
export function amountInChinese(minor: number, currency: string): string {
  const places = decimalsOf(currency);
  const figures = String(Math.abs(minor)).padStart(places + 1, "0");
  const whole = Number(figures.slice(0, figures.length - places));
  const parts = places > 0 ? [...figures.slice(-places)].map(Number) : [];
  const said = `${whole > 0 ? `${wholeInChinese(whole)}元` : ""}${coinsInChinese(whole, parts)}`;
  return `${chineseNames[known(currency)]}${minor < 0 ? "负" : ""}${said || "零元"}${isRound(parts) ? "整" : ""}`;
}

/** Every rank reads what stands before it as a number of its own; a skipped rank is one 零. */
function wholeInChinese(whole: number): string {
  const [rank, name] = ranks.find(([size]) => whole >= size) ?? [1, ""];
  if (rank === 1) return digits[whole] ?? "";
  const rest = whole % rank;
  const next = rest === 0 ? "" : `${rest < rank / 10 ? "零" : ""}${wholeInChinese(rest)}`;
  return `${wholeInChinese(Math.floor(whole / rank))}${name}${next}`;
}

/** A zero is said where the yuan end in one, and for each gap before a later coin. */
function coinsInChinese(whole: number, parts: readonly number[]): string {
  let said = "";
  let gap = whole > 0 && whole % 10 === 0;
  for (const [at, part] of parts.entries()) {
    if (part > 0) said += `${gap ? "零" : ""}${digits[part]}${coins[at]}`;
    gap = part === 0 && (whole > 0 || said !== "");
  }
  return said;
}

/** 整 closes an amount that ends with yuan or jiao. */
const isRound = (parts: readonly number[]) => parts.slice(1).every((part) => part === 0);

const known = (currency: string): Currency => {
  if (!isCurrency(currency)) throw new Error(`a currency we do not trade in: ${currency}`);
  return currency;
};

const small = [
  "ZERO",
  "ONE",
  "TWO",
  "THREE",
  "FOUR",
  "FIVE",
  "SIX",
  "SEVEN",
  "EIGHT",
  "NINE",
  "TEN",
  "ELEVEN",
  "TWELVE",
  "THIRTEEN",
  "FOURTEEN",
  "FIFTEEN",
  "SIXTEEN",
  "SEVENTEEN",
  "EIGHTEEN",
  "NINETEEN",
];
const tens = ["", "", "TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY"];
const thousands = ["", " THOUSAND", " MILLION", " BILLION", " TRILLION"];
const englishNames: Record<Currency, [string, string]> = {
  CNY: ["RENMINBI YUAN", "FEN"],
  USD: ["US DOLLARS", "CENTS"],
  EUR: ["EUROS", "CENTS"],
  GBP: ["POUNDS STERLING", "PENCE"],
  HKD: ["HONG KONG DOLLARS", "CENTS"],
  JPY: ["JAPANESE YEN", ""],
  KRW: ["KOREAN WON", ""],
  VND: ["VIETNAMESE DONG", ""],
  KWD: ["KUWAITI DINARS", "FILS"],
};

/** The amount as export papers write it: US DOLLARS EIGHTEEN THOUSAND AND CENTS FORTY ONLY. Minor units. */
export function amountInEnglish(minor: number, currency: string): string {
  const scale = 10 ** decimalsOf(currency);
  const [unit, part] = englishNames[known(currency)];
  const rest = Math.abs(minor) % scale;
  const cents = rest ? ` AND ${part} ${numberInEnglish(rest)}` : "";
  return `${minor < 0 ? "MINUS " : ""}${unit} ${numberInEnglish(Math.floor(Math.abs(minor) / scale))}${cents} ONLY`;
}

function numberInEnglish(number: number): string {
  if (number === 0) return "ZERO";
  const said: string[] = [];
  for (let rest = number, level = 0; rest > 0; rest = Math.floor(rest / 1000), level++) {
    if (rest % 1000) said.unshift(`${belowThousand(rest % 1000)}${thousands[level]}`);
  }
  return said.join(" ");
}

function belowThousand(number: number): string {
  const hundreds = Math.floor(number / 100);
  const rest = number % 100;
  const end =
    rest < 20 ? small[rest] : `${tens[Math.floor(rest / 10)]}${rest % 10 ? `-${small[rest % 10]}` : ""}`;
  if (!hundreds) return end ?? "";
  return `${small[hundreds]} HUNDRED${rest ? ` AND ${end}` : ""}`;
}
