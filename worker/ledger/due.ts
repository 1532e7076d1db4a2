import type { Entry } from "#schema/ledger";
import type { PaymentTerm } from "#schema/words/receivables";
import { nextWorkday } from "../calendar";
import { dueDate } from "../dueDate";

export type Terms = { term: PaymentTerm; days: number | null };
export type Due = Pick<Entry, "dueOn" | "effectiveDueOn">;

type Owed = { amountMinor: number; businessDate: string; dueOn?: string | null };

/** When a debt falls due; a credit falls due never, and neither does what still waits for its invoice. */
export function dueOf({ amountMinor, businessDate, dueOn }: Owed, { term, days }: Terms): Due {
  if (amountMinor <= 0) return { dueOn: null, effectiveDueOn: null };
  if (dueOn) return { dueOn, effectiveDueOn: nextWorkday(dueOn) };
  const date = dueDate(term, { businessDate, days });
  return { dueOn: date?.due ?? null, effectiveDueOn: date?.effective ?? null };
}
