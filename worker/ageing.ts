import { type AgeingBand, ageingBands } from "#schema/words/receivables";
import { daysBetween } from "./calendar";

/** A debit entry with what is still open of it; not yet due for as long as its due date is unknown. */
export type Debt = { id: string; openMinor: number; businessDate: string; effectiveDueOn: string | null };
/** Money or a credit note, as a positive amount not yet used; `debtIds` is what it was meant for, in order. */
export type Credit = { id: string; openMinor: number; businessDate: string; debtIds?: readonly string[] };
export type Allocation = { creditId: string; debtId: string; amountMinor: number };
export type Bands = Record<AgeingBand, number>;

/** What each credit should pay: first what it was meant for, then the debts that fell due first. */
export function allocate(debts: readonly Debt[], credits: readonly Credit[]): Allocation[] {
  const book = new Map([...debts, ...credits].map(({ id, openMinor }) => [id, openMinor]));
  const meant = credits.flatMap((credit) => pay(book, credit.id, credit.debtIds ?? []));
  const queue = [...debts].sort(byDueDate).map(({ id }) => id);
  const inTurn = [...credits].sort(byBusinessDate).flatMap((credit) => pay(book, credit.id, queue));
  return merged([...meant, ...inTurn]);
}

/** The debts and credits as they stand after these allocations, without those that are used up. */
export function afterAllocating<Item extends Debt | Credit>(
  items: readonly Item[],
  allocations: readonly Allocation[],
): Item[] {
  const used = new Map<string, number>();
  for (const { creditId, debtId, amountMinor } of allocations) {
    for (const id of [creditId, debtId]) used.set(id, (used.get(id) ?? 0) + amountMinor);
  }
  return items
    .map((item) => ({ ...item, openMinor: item.openMinor - (used.get(item.id) ?? 0) }))
    .filter(({ openMinor }) => openMinor !== 0);
}

/** 逾期: open debts by how long they are overdue. */
export function overdueBands(debts: readonly Debt[], asOf: string): Bands {
  return inBands(debts, (debt) => daysOverdue(debt, asOf));
}

/** 账龄: open debts by how long ago they arose; the day itself counts as the first. */
export function ageBands(debts: readonly Debt[], asOf: string): Bands {
  return inBands(debts, ({ businessDate }) => Math.max(1, daysBetween(businessDate, asOf)));
}

/** A debt is overdue from the day after its effective due date; until then this is not positive. */
export function daysOverdue({ effectiveDueOn }: Pick<Debt, "effectiveDueOn">, asOf: string): number {
  return effectiveDueOn ? daysBetween(effectiveDueOn, asOf) : 0;
}

export function overdueMinor(debts: readonly Debt[], asOf: string): number {
  return total(debts.filter((debt) => daysOverdue(debt, asOf) > 0));
}

/** Credits that no debt has taken up, in their own column and below zero. */
export function unallocatedMinor(credits: readonly Credit[]): number {
  return -total(credits) || 0;
}

const total = (items: readonly { openMinor: number }[]) =>
  items.reduce((sum, item) => sum + item.openMinor, 0);

const lastDays: [AgeingBand, number][] = [
  ["not_due", 0],
  ["days_1_30", 30],
  ["days_31_60", 60],
  ["days_61_90", 90],
  ["days_91_180", 180],
];
const bandOf = (days: number) => lastDays.find(([, last]) => days <= last)?.[0] ?? "over_180";

function inBands(debts: readonly Debt[], daysOf: (debt: Debt) => number): Bands {
  const bands = Object.fromEntries(ageingBands.map((band) => [band, 0])) as Bands; // One for every band.
  for (const debt of debts) bands[bandOf(daysOf(debt))] += debt.openMinor;
  return bands;
}

/** Takes from one credit for these debts in turn, and writes both down in the book. */
function pay(book: Map<string, number>, creditId: string, debtIds: readonly string[]): Allocation[] {
  return debtIds.flatMap((debtId) => {
    const amountMinor = Math.min(book.get(creditId) ?? 0, book.get(debtId) ?? 0);
    if (amountMinor <= 0) return [];
    for (const id of [creditId, debtId]) book.set(id, (book.get(id) ?? 0) - amountMinor);
    return [{ creditId, debtId, amountMinor }];
  });
}

function merged(allocations: Allocation[]): Allocation[] {
  const byPair = new Map<string, Allocation>();
  for (const { creditId, debtId, amountMinor } of allocations) {
    const pair = `${creditId} ${debtId}`;
    byPair.set(pair, { creditId, debtId, amountMinor: amountMinor + (byPair.get(pair)?.amountMinor ?? 0) });
  }
  return [...byPair.values()];
}

const never = "9999-12-31";
const byBusinessDate = (a: { businessDate: string }, b: { businessDate: string }) =>
  a.businessDate.localeCompare(b.businessDate);
const byDueDate = (a: Debt, b: Debt) =>
  (a.effectiveDueOn ?? never).localeCompare(b.effectiveDueOn ?? never) || byBusinessDate(a, b);
