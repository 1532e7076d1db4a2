import { type Allocation, type Entry, entries } from "#schema/ledger";
import {
  afterAllocating,
  ageBands,
  allocate,
  type Bands,
  type Credit,
  type Debt,
  daysOverdue,
  overdueBands,
  overdueMinor,
  unallocatedMinor,
} from "../ageing";
import { receiptTypes } from "./sides";

/** What a standing is reckoned from. */
export const factColumns = {
  id: entries.id,
  accountId: entries.accountId,
  type: entries.type,
  businessDate: entries.businessDate,
  postingDate: entries.postingDate,
  amountMinor: entries.amountMinor,
  dueOn: entries.dueOn,
  effectiveDueOn: entries.effectiveDueOn,
  maturesOn: entries.maturesOn,
  docNo: entries.docNo,
  shipmentId: entries.shipmentId,
  shipmentLineId: entries.shipmentLineId,
  reversalOf: entries.reversalOf,
};
export type Fact = Pick<Entry, keyof typeof factColumns>;

export type OpenDebt = {
  id: string;
  docNo: string | null;
  businessDate: string;
  dueOn: string | null;
  openMinor: number;
  daysOverdue: number;
};
export type Standing = {
  balanceMinor: number;
  overdueMinor: number;
  oldestOverdueDays: number;
  ageing: Bands;
  ages: Bands;
  unallocatedMinor: number;
  undueBillsMinor: number;
  lastReceiptOn: string | null;
  openDebts: OpenDebt[];
};

type Named = Pick<Allocation, "creditEntryId" | "debitEntryId">;

/** How an account stands on a day: what is open after every credit has found its debt, and how late that is. */
export function standingOf(facts: Fact[], named: Named[], asOf: string): Standing {
  const meant = meantFor(facts, named);
  const credits = facts
    .filter(({ amountMinor }) => amountMinor < 0)
    .map((fact) => creditOf(fact, meant(fact)));
  const debits = facts.filter(({ amountMinor }) => amountMinor > 0).map(debtOf);
  const allocations = allocate(debits, credits);
  const debts = afterAllocating(debits, allocations).sort(byDue);
  const receipts = facts.filter(({ type }) => receiptTypes.includes(type));
  const docNos = new Map(facts.map(({ id, docNo }) => [id, docNo]));
  return {
    balanceMinor: facts.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    overdueMinor: overdueMinor(debts, asOf),
    oldestOverdueDays: Math.max(0, ...debts.map((debt) => daysOverdue(debt, asOf))),
    ageing: overdueBands(debts, asOf),
    ages: ageBands(debts, asOf),
    unallocatedMinor: unallocatedMinor(afterAllocating(credits, allocations)),
    undueBillsMinor: undueBills(facts, asOf),
    lastReceiptOn:
      receipts
        .map(({ businessDate }) => businessDate)
        .sort()
        .at(-1) ?? null,
    openDebts: debts.map((debt) => openDebt(debt, docNos.get(debt.id) ?? null, asOf)),
  };
}

const debtOf = ({ id, amountMinor, businessDate, effectiveDueOn }: Fact): Debt => ({
  id,
  openMinor: amountMinor,
  businessDate,
  effectiveDueOn,
});

const creditOf = ({ id, amountMinor, businessDate }: Fact, debtIds: string[]): Credit => ({
  id,
  openMinor: -amountMinor,
  businessDate,
  debtIds,
});

/**
 * A reversal belongs to what it reverses, a bill to its own dishonour (what it had paid is due again, from its
 * own day), a receipt to the debt its payer named, a credit note to its delivery.
 */
function meantFor(facts: Fact[], named: Named[]) {
  const reversals = Map.groupBy(facts, ({ reversalOf }) => reversalOf);
  const byPayer = Map.groupBy(named, ({ creditEntryId }) => creditEntryId);
  const bounced = Map.groupBy(
    facts.filter(({ type }) => type === "bill_dishonour"),
    ({ docNo }) => docNo,
  );
  const deliveries = Map.groupBy(
    facts.filter(({ amountMinor }) => amountMinor > 0),
    ({ shipmentId }) => shipmentId,
  );
  return (credit: Fact): string[] => {
    const ofShipment = (credit.shipmentId && deliveries.get(credit.shipmentId)) || [];
    const ofLine = ofShipment.filter(({ shipmentLineId }) => shipmentLineId === credit.shipmentLineId);
    return [
      ...(credit.reversalOf ? [credit.reversalOf] : []),
      ...(reversals.get(credit.id) ?? []).map(({ id }) => id),
      ...(credit.type === "acceptance_bill" ? (bounced.get(credit.docNo) ?? []) : []).map(({ id }) => id),
      ...(byPayer.get(credit.id) ?? []).map(({ debitEntryId }) => debitEntryId),
      ...[...ofLine, ...ofShipment].map(({ id }) => id),
    ];
  };
}

/** Bills received that the bank has not paid yet: the customer may still have to stand in for them. */
function undueBills(facts: Fact[], asOf: string): number {
  const takenBack = new Set(facts.map(({ reversalOf }) => reversalOf));
  const dishonoured = new Set(
    facts.filter(({ type }) => type === "bill_dishonour").map(({ docNo }) => docNo),
  );
  return facts
    .filter(({ type, maturesOn }) => type === "acceptance_bill" && maturesOn !== null && maturesOn > asOf)
    .filter(({ id, docNo }) => !takenBack.has(id) && !dishonoured.has(docNo))
    .reduce((sum, { amountMinor }) => sum - amountMinor, 0);
}

const never = "9999-12-31";
const byDue = (a: Debt, b: Debt) => ((a.effectiveDueOn ?? never) < (b.effectiveDueOn ?? never) ? -1 : 1);

function openDebt(debt: Debt, docNo: string | null, asOf: string): OpenDebt {
  const { id, businessDate, effectiveDueOn, openMinor } = debt;
  const late = Math.max(0, daysOverdue(debt, asOf));
  return { id, docNo, businessDate, dueOn: effectiveDueOn, openMinor, daysOverdue: late };
}
