import { decimalsOf } from "./money";

/** Grams of what a person typed ("1.2吨", "12,000 公斤", "24斤", full-width digits); null when it is no weight. */
export function parseWeight(typed: string, unitIfNone: "kg" | "t" | "g" = "kg"): number | null {
  const [, figure = "", unit = ""] = /^([\d,.]*)([^\d,.]*)$/.exec(plain(typed)) ?? [];
  const gramsPerUnit = unitGrams[unit || unitIfNone];
  const micro = parseDecimal(figure, 6);
  if (gramsPerUnit === undefined || micro === null) return null;
  const grams = BigInt(micro) * BigInt(gramsPerUnit);
  return grams % 1_000_000n === 0n ? exact(grams / 1_000_000n) : null;
}

/** Minor units of "¥122,675.89", "CNY 122675.89", "-12元" or "(2,698.71)"; null when it is no such amount. */
export function parseMoney(typed: string, currency: string): number | null {
  const text = plain(typed).replace(/^\(([^-]+)\)$/, "-$1");
  const shape = currency === "CNY" ? yuan : new RegExp(`^(-?)(?:${currency.toLowerCase()})?(-?)([\\d,.]+)$`);
  const [, before, after, figure] = shape.exec(text) ?? [];
  const minor = figure && !(before && after) ? parseDecimal(figure, decimalsOf(currency)) : null;
  if (minor === null || minor > mostMinor) return null;
  return minor && (before || after) ? -minor : minor;
}

/** A slip of the keyboard; a few such would take an account's balance beyond exact numbers. */
const mostMinor = 10_000_000_000_000;

/** A plain figure as a whole number of its last place; null when it has more places than that. */
export function parseDecimal(typed: string, places: number): number | null {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/.exec(plain(typed));
  if (!match) return null;
  const [, whole = "", part = ""] = match;
  const kept = part.replace(/0+$/, "");
  if (kept.length > places) return null;
  return exact(BigInt(whole.replaceAll(",", "") + kept.padEnd(places, "0")));
}

/** YYYY-MM-DD of "2026.11.23", "2026/11/23", "2026年11月23日" or "20261123"; null when there is no such day. */
export function parseDate(typed: string): string | null {
  const match = dateShapes.map((shape) => shape.exec(plain(typed))).find((found) => found !== null);
  const { year = "", month = "", day = "" } = match?.groups ?? {};
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null;
}

const dateShapes = [
  /^(?<year>\d{4})([-./])(?<month>\d{1,2})\2(?<day>\d{1,2})$/,
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
];
const yuan = /^(-?)(?:¥|cny|rmb|人民币)?(-?)([\d,.]+)元?$/;

const unitGrams: Record<string, number> = {
  g: 1,
  克: 1,
  kg: 1_000,
  kgs: 1_000,
  公斤: 1_000,
  千克: 1_000,
  斤: 500,
  t: 1_000_000,
  mt: 1_000_000,
  吨: 1_000_000,
};

/** Full-width signs become ASCII, blanks go, letters are small. */
const plain = (typed: string) =>
  typed.normalize("NFKC").replace(/\s+/g, "").replace(/[−–]/g, "-").toLowerCase();

function exact(value: bigint): number | null {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : null;
}
