import type { EntryType } from "#schema/words/receivables";
import { roundedQuotient, safeNumber } from "./money";

/** Of one period, in one currency; the figures of a quarter are its own, never the mean of its months. */
export type Period = { openingMinor: number; netSalesMinor: number; receiptsMinor: number };
/** An entry as the ledger signs it, debit positive; a reversal comes under the type of what it reverses. */
export type Movement = { type: EntryType; amountMinor: number };

const receiptTypes: EntryType[] = ["payment", "deposit", "acceptance_bill", "bill_dishonour", "refund"];
const salesTypes: EntryType[] = ["shipment", "price_adjustment", "return_credit", "allowance", "claim"];

/** Credit notes, netting, write-offs and bank charges are never receipts. */
export function periodOf(openingMinor: number, movements: readonly Movement[]): Period {
  const sum = (types: EntryType[]) =>
    movements
      .filter(({ type }) => types.includes(type))
      .reduce((total, { amountMinor }) => total + amountMinor, 0);
  return { openingMinor, netSalesMinor: sum(salesTypes), receiptsMinor: -sum(receiptTypes) || 0 };
}

/** 货款回笼率: receipts against what was owed and what was sold, in hundredths of a percent. */
export function collectionRate({ openingMinor, netSalesMinor, receiptsMinor }: Period): number | null {
  return rate(receiptsMinor, openingMinor + netSalesMinor);
}

/** 销售回款率: receipts against sales; may exceed 100 %. */
export function salesCashRate({ netSalesMinor, receiptsMinor }: Period): number | null {
  return rate(receiptsMinor, netSalesMinor);
}

/** 到期回款率: what was paid of the debts that were overdue at the start or fell due in the period. */
export function onTimeRate(of: {
  paidMinor: number;
  overdueMinor: number;
  fallingDueMinor: number;
}): number | null {
  return rate(of.paidMinor, of.overdueMinor + of.fallingDueMinor);
}

/** Hundredths of a percent; null, shown as a dash, where there is nothing to divide by. */
export function rate(part: number, whole: number): number | null {
  return quotient(part, 10_000, whole);
}

/** Days of sales outstanding by the classic formula, in tenths of a day. */
export function dsoTenths(closingMinor: number, salesMinor: number, days: number): number | null {
  return quotient(closingMinor, days * 10, salesMinor);
}

/**
 * Days of sales outstanding by counting back: whole months, newest first, then the part of the month that
 * the rest covers, in tenths of a day; null when these months sold less than is owed.
 */
export function countBackTenths(
  closingMinor: number,
  months: readonly { salesMinor: number; days: number }[],
): number | null {
  let left = Math.max(0, closingMinor);
  let days = 0;
  for (const month of months) {
    if (left === 0) break;
    if (month.salesMinor > left) return days * 10 + (quotient(left, month.days * 10, month.salesMinor) ?? 0);
    left -= Math.max(0, month.salesMinor);
    days += month.days;
  }
  return left === 0 ? days * 10 : null;
}

function quotient(part: number, times: number, whole: number): number | null {
  if (whole <= 0) return null;
  return safeNumber(roundedQuotient(BigInt(part) * BigInt(times), BigInt(whole)));
}
