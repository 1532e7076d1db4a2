import type { Currency } from "#schema/words/receivables";
import { decimalsOf } from "./money";

const digits = [..."零壹贰叁肆伍陆柒捌玖"];
const places = ["", "拾", "佰", "仟"];
const groups = ["", "万", "亿", "万亿"];
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
export function amountInChinese(minor: number, currency: Currency): string {
  const scale = 10 ** decimalsOf(currency);
  const whole = Math.floor(Math.abs(minor) / scale);
  const cents = Math.round(((Math.abs(minor) % scale) * 100) / scale);
  const sign = minor < 0 ? "负" : "";
  return `${chineseNames[currency]}${sign}${wholeInChinese(whole, cents)}${centsInChinese(whole, cents)}`;
}

function wholeInChinese(whole: number, cents: number): string {
  if (whole === 0) return cents === 0 ? "零元" : "";
  let said = "";
  let gap = false;
  const padded = String(whole).padStart(Math.ceil(String(whole).length / 4) * 4, "0");
  for (let start = 0; start < padded.length; start += 4) {
    const group = padded.slice(start, start + 4);
    const level = (padded.length - start) / 4 - 1;
    [...group].forEach((figure, at) => {
      if (figure === "0") {
        gap = said !== "";
        return;
      }
      said += `${gap ? "零" : ""}${digits[Number(figure)]}${places[3 - at]}`;
      gap = false;
    });
    if (Number(group) > 0) {
      said += groups[level];
      gap = false; // 壹佰万伍仟: zeros that end a group are not spoken.
    }
  }
  return `${said}元`;
}

function centsInChinese(whole: number, cents: number): string {
  const jiao = Math.floor(cents / 10);
  const fen = cents % 10;
  if (cents === 0) return "整";
  // A zero is written where the yuan end in one, or where the jiao are missing.
  const gap = whole > 0 && (whole % 10 === 0 || jiao === 0) ? "零" : "";
  return `${gap}${jiao ? `${digits[jiao]}角` : ""}${fen ? `${digits[fen]}分` : "整"}`;
}

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
export function amountInEnglish(minor: number, currency: Currency): string {
  const scale = 10 ** decimalsOf(currency);
  const [unit, part] = englishNames[currency];
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
