import type { Role } from "#schema/people";
import type { Validity } from "#schema/words/quality";

/** Whose yes is needed; anyone whose roles cover several gives them together. */
export type Approval = "service" | "sales" | "sales_manager" | "quality" | "finance" | "general_manager";

export const approvalRoles: Record<Approval, readonly Role[]> = {
  service: [
    "after_sales_lead",
    "domestic_sales",
    "export_sales",
    "outlet_manager",
    "sales_manager",
    "general_manager",
  ],
  sales: ["domestic_sales", "export_sales", "outlet_manager", "sales_manager", "general_manager"],
  sales_manager: ["sales_manager", "general_manager"],
  quality: ["qc", "technical", "general_manager"],
  finance: ["finance", "general_manager"],
  general_manager: ["general_manager"],
};

type Case = {
  /** In the currency's minor units; all cases of one party and lot within 30 days together. */
  amountMinor: number;
  currency: string;
  validity: Validity | null;
  isQuality: boolean;
  /** Loss beyond the value of the goods. */
  isClaim: boolean;
  late: boolean;
};

const rungs: Approval[][] = [
  ["sales"],
  ["sales_manager"],
  ["sales_manager", "quality", "finance"],
  ["general_manager"],
];
const limitsYuan = [5_000, 20_000, 100_000] as const;
const claimLimitYuan = 50_000;

/** The approvals that a settlement needs, by its amount and by what speaks for it. */
export function approvalsFor(settled: Case): Approval[] {
  const yuan = roughYuan(settled.amountMinor, settled.currency);
  if (yuan === 0) return ["service"];
  return rungs[rungOf(settled, yuan)] ?? ["general_manager"];
}

function rungOf({ validity, isQuality, isClaim, late }: Case, yuan: number): number {
  const last = rungs.length - 1;
  const goodwill = validity === "not_valid" || validity === "customer_use";
  if (goodwill || (isClaim && yuan > claimLimitYuan)) return last;
  const byAmount = limitsYuan.findIndex((limit) => yuan <= limit);
  const confirmed = isQuality && validity === "valid";
  const rung = byAmount === -1 ? last : Math.max(byAmount, confirmed ? 0 : 1);
  return Math.min(rung + (late ? 1 : 0), last); // Out of time means one level higher.
}

// Only to find who must look at an amount: nothing is booked by these rates.
const roughRates: Record<string, number> = { CNY: 1, USD: 7.2, EUR: 8, GBP: 9.3, HKD: 0.93 };

/** An amount in whole yuan, near enough for a limit; an unknown currency counts as dear. */
export const roughYuan = (minor: number, currency: string) =>
  Math.ceil((Math.abs(minor) / 100) * (roughRates[currency] ?? 10));
