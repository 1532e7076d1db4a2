import { type Currency, currencies } from "#schema/words/receivables";

export type Money = { currency: Currency; minor: number };

const decimals: Record<Currency, number> = {
  CNY: 2,
  USD: 2,
  EUR: 2,
  GBP: 2,
  HKD: 2,
  JPY: 0,
  KRW: 0,
  VND: 0,
  KWD: 3,
};

export function isCurrency(code: string): code is Currency {
  return currencies.some((currency) => currency === code);
}

/** How many decimals people write after an amount; rows carry their currency as plain text. */
export function decimalsOf(currency: string): number {
  if (!isCurrency(currency)) throw new Error(`a currency we do not trade in: ${currency}`);
  return decimals[currency];
}

/** Grams at a price per kilogram in ten-thousandths, rounded to the currency's minor units. */
export function lineAmount(grams: number, priceE4: number, currency: string): number {
  const divisor = 10n ** BigInt(3 + 4 - decimalsOf(currency));
  return safeNumber(roundedQuotient(BigInt(grams) * BigInt(priceE4), divisor));
}

type Line = { quantityMilli: number; unitPriceE4: number; discountBp: number };

/** Thousandths of a unit at a price per unit less a discount, rounded once. */
export function discountedAmount({ quantityMilli, unitPriceE4, discountBp }: Line, currency: string): number {
  const exact = BigInt(quantityMilli) * BigInt(unitPriceE4) * BigInt(10_000 - discountBp);
  return safeNumber(roundedQuotient(exact, 10n ** BigInt(3 + 4 + 4 - decimalsOf(currency))));
}

/** Splits one gross line; the rate may have two decimals, and a document sums its lines. */
export function netOfTax(grossMinor: number, ratePct: number): { net: number; tax: number } {
  const rate = BigInt(Math.round(ratePct * 100));
  const net = safeNumber(roundedQuotient(BigInt(grossMinor) * 10_000n, 10_000n + rate));
  return { net, tax: grossMinor - net };
}

/** Splits a total by largest remainder: the shares always sum to it, ties go to the earlier. */
export function share(totalMinor: number, weights: readonly number[]): number[] {
  const parts = weights.map(BigInt);
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  if (whole <= 0n || parts.some((part) => part < 0n)) throw new Error("shares without positive weight");
  const size = absolute(BigInt(totalMinor));
  const floors = parts.map((part) => (size * part) / whole);
  const left = Number(size - floors.reduce((sum, floor) => sum + floor, 0n));
  const lucky = new Set(byRemainder(parts, size, whole).slice(0, left));
  return floors.map(
    (floor, at) => Math.sign(totalMinor) * safeNumber(floor + (lucky.has(at) ? 1n : 0n)) || 0,
  );
}

/** 四舍五入: halves go away from zero. */
export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const size = (2n * absolute(dividend) + absolute(divisor)) / (2n * absolute(divisor));
  return dividend < 0n === divisor < 0n ? size : -size;
}

/** Leaves BigInt, and refuses to lose a digit on the way. */
export function safeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`amount ${value} is beyond exact numbers`);
  return number;
}

function byRemainder(parts: bigint[], size: bigint, whole: bigint): number[] {
  const remainders = parts.map((part, at) => ({ at, rest: (size * part) % whole }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  return remainders.map(({ at }) => at);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
