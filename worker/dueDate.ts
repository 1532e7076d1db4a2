import type { PaymentTerm } from "#schema/words/receivables";
import { addDays, addMonths, addWorkdays, isProvisional, lastDay, monthOf, nextWorkday } from "./calendar";
import { official, type WorkingCalendar } from "./calendarDays";

/** `effective` is off weekends and holidays; `provisional` while that year's holidays are unknown. */
export type DueDate = { due: string; effective: string; provisional: boolean };

/** What a term counts from; where a later fact is not known yet, the business date stands in for it. */
export type DueFacts = {
  businessDate: string; // Dispatch, or on board for export.
  days?: number | null; // The n of the term.
  receivedOn?: string | null;
  invoicedOn?: string | null; // When the customer got the VAT invoice.
  presentedOn?: string | null; // Documents at the bank.
  acceptedOn?: string | null;
};

/** When a delivery must be paid; null while the invoice that the term waits for is not delivered. */
export function dueDate(
  term: PaymentTerm,
  facts: DueFacts,
  calendar: WorkingCalendar = official,
): DueDate | null {
  const due = dueOn(term, facts, calendar);
  if (due === null) return null;
  const effective = nextWorkday(due, calendar);
  const provisional = isProvisional(effective, calendar) || isProvisional(due, calendar);
  return { due, effective, provisional };
}

const bankDays = 7;

function dueOn(term: PaymentTerm, facts: DueFacts, calendar: WorkingCalendar): string | null {
  const { businessDate, receivedOn, invoicedOn, presentedOn, acceptedOn } = facts;
  const days = facts.days ?? 0;
  switch (term) {
    case "prepaid":
    case "tt_split":
      return businessDate;
    case "cod":
      return receivedOn ?? businessDate;
    case "net_n":
    case "oa_n":
      return addDays(businessDate, days);
    case "eom_1":
    case "eom_2":
    case "eom_3":
      return lastDay(addMonths(monthOf(businessDate), Number(term.slice(-1))));
    case "inv_n":
      return invoicedOn ? addDays(invoicedOn, days) : null;
    case "lc_sight":
      return addWorkdays(presentedOn ?? businessDate, bankDays, calendar);
    case "dp":
      return presentedOn ?? businessDate;
    case "lc_n":
    case "da_n":
      return addDays(acceptedOn ?? businessDate, days);
  }
}
