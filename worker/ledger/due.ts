import type { Entry } from "#schema/ledger";
import type { PaymentTerm } from "#schema/words/receivables";
import { lastDayOf, monthAfter, monthOf } from "./months";

export type Terms = { term: PaymentTerm; days: number | null };
export type Due = Pick<Entry, "dueOn" | "effectiveDueOn">;

type Owed = { amountMinor: number; businessDate: string; dueOn?: string | null };

/** When a debt falls due; a credit falls due never. */
export function dueOf({ amountMinor, businessDate, dueOn }: Owed, { term, days }: Terms): Due {
  if (amountMinor <= 0) return { dueOn: null, effectiveDueOn: null };
  const due = dueOn ?? dueUnder(term, days, businessDate);
  return { dueOn: due, effectiveDueOn: due };
}

function dueUnder(term: PaymentTerm, _days: number | null, day: string): string {
  const months = /^eom_(\d)$/.exec(term)?.[1];
  let month = monthOf(day);
  for (let at = 0; at < Number(months ?? 0); at += 1) month = monthAfter(month);
  return months ? lastDayOf(month) : day;
}
