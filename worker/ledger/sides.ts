import type { Role } from "#schema/people";
import type { EntryType } from "#schema/words/receivables";
import { type Actor, isStaff } from "../actor";
import { decimalsOf } from "../money";

export type Side = "debit" | "credit" | "either";
type Rule = { side: Side; by: Role[]; needs?: ("docNo" | "maturesOn" | "memo")[] };

const money: Role[] = ["finance"];
const pricing: Role[] = ["sales_manager", "finance"];

/** What staff may enter by hand; deliveries, returns and claims are posted by their own records. */
const rules = {
  payment: { side: "credit", by: money, needs: ["docNo"] },
  acceptance_bill: { side: "credit", by: money, needs: ["docNo", "maturesOn"] },
  deposit: { side: "credit", by: money, needs: ["docNo"] },
  bill_dishonour: { side: "debit", by: money, needs: ["docNo"] },
  price_adjustment: { side: "either", by: pricing, needs: ["memo"] },
  allowance: { side: "credit", by: pricing, needs: ["memo"] },
  rebate: { side: "credit", by: ["sales_manager", "general_manager"], needs: ["memo"] },
  freight: { side: "debit", by: money },
  sample_fee: { side: "debit", by: money },
  mould_fee: { side: "debit", by: money },
  interest: { side: "debit", by: money, needs: ["memo"] },
  bank_charge: { side: "credit", by: money },
  fx_diff: { side: "either", by: money, needs: ["memo"] },
  netting: { side: "credit", by: money, needs: ["docNo"] },
  refund: { side: "debit", by: ["finance", "general_manager"], needs: ["docNo", "memo"] },
  rounding_off: { side: "either", by: ["finance", "sales_manager", "domestic_sales", "export_sales"] },
  write_off: { side: "credit", by: ["general_manager"], needs: ["memo"] },
  opening: { side: "either", by: money, needs: ["memo"] },
} satisfies Partial<Record<EntryType, Rule>>;

export type HandType = keyof typeof rules;
export const handTypes = Object.keys(rules) as [HandType, ...HandType[]]; // keyof is all the object holds.

export const ruleOf = (type: HandType): Rule => rules[type];

/** Money that came in: its slip may be entered once. */
export const receiptTypes: EntryType[] = ["payment", "acceptance_bill", "deposit"];

/** The ledger's sign: what the customer owes is positive. */
export const signed = (side: "debit" | "credit", amountMinor: number) =>
  side === "debit" ? amountMinor : -amountMinor;

const roundingLimit = 10;

/** Sales waive up to ten yuan of a difference; more is for finance. */
export function mayEnter(actor: Actor, type: HandType, amountMinor: number, currency: string): boolean {
  if (type !== "rounding_off") return isStaff(actor, ...ruleOf(type).by);
  const small = amountMinor <= roundingLimit * 10 ** decimalsOf(currency);
  return small ? isStaff(actor, ...ruleOf(type).by) : isStaff(actor, "finance");
}

export const typesFor = (actor: Actor): HandType[] =>
  handTypes.filter((type) => isStaff(actor, ...ruleOf(type).by));
