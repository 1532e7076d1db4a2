import type { Entry } from "#schema/ledger";
import type { StatementLine } from "#schema/statements";
import type { EntryType, StatementSection } from "#schema/words/receivables";
import { hashOf } from "../identity";

export type SnapshotLine = Omit<StatementLine, "id" | "statementId">;
export type Figures = {
  openingMinor: number;
  debitMinor: number;
  creditMinor: number;
  closingMinor: number;
  quantityMilli: number;
};

const sections: Partial<Record<EntryType, StatementSection>> = {
  shipment: "deliveries",
  freight: "deliveries",
  sample_fee: "deliveries",
  mould_fee: "deliveries",
  return_credit: "returns",
  allowance: "returns",
  claim: "returns",
  payment: "receipts",
  acceptance_bill: "receipts",
  deposit: "receipts",
};

/** A late fact of an earlier month stands apart, whatever it is. */
const sectionOf = ({ type, adjustsPeriod }: Entry): StatementSection =>
  adjustsPeriod ? "prior_period" : (sections[type] ?? "other");

/** The lines of a month in the order of the ledger, each with the balance it leaves. */
export function linesOf(openingMinor: number, entries: Entry[], agreed: ReadonlySet<string>): SnapshotLine[] {
  let balanceMinor = openingMinor;
  return entries.map((entry, index) => {
    balanceMinor += entry.amountMinor;
    const { docNo, orderRef, customerPo, item, colourNo, lotNo, cartons, quantityMilli, unitPriceE4 } = entry;
    return {
      position: index + 1,
      section: sectionOf(entry),
      entryId: entry.id,
      date: entry.businessDate,
      type: entry.type,
      ...{ docNo, orderRef, customerPo, item, colourNo, lotNo, cartons, quantityMilli, unitPriceE4 },
      debitMinor: Math.max(entry.amountMinor, 0),
      creditMinor: Math.max(-entry.amountMinor, 0),
      balanceMinor,
      invoiceNo: entry.invoiceNo,
      dueOn: entry.effectiveDueOn,
      adjustsPeriod: entry.adjustsPeriod,
      memo: entry.memo,
      agreedBefore: agreed.has(entry.id),
    };
  });
}

export function figuresOf(openingMinor: number, lines: SnapshotLine[]): Figures {
  const sum = (of: (line: SnapshotLine) => number | null) =>
    lines.reduce((total, line) => total + (of(line) ?? 0), 0);
  const debitMinor = sum((line) => line.debitMinor);
  const creditMinor = sum((line) => line.creditMinor);
  const closingMinor = openingMinor + debitMinor - creditMinor;
  return {
    openingMinor,
    debitMinor,
    creditMinor,
    closingMinor,
    quantityMilli: sum((line) => line.quantityMilli),
  };
}

/** The seal of a statement: the hash of all it says, however its parts are ordered in memory. */
export const sealOf = (head: object, lines: SnapshotLine[]): Promise<string> =>
  hashOf(canonical({ ...head, lines: lines.map(({ agreedBefore: _agreed, ...line }) => line) }));

/** JSON with sorted keys, so that the same content is always the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
}
