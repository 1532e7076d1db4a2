import type { Book, Post } from "./books";
import type { Chance } from "./chance";
import { addDays, addMonths, clock, nextWorkday } from "./days";
import type { World } from "./world";

/** Lets everybody pay as they use to: what falls due together is paid together, on time or late. */
export function settle(world: World, book: Book) {
  if (book.told) return;
  const luck = world.chance(`settlement ${book.id}`);
  const credits = book.posts.filter(({ amountMinor }) => amountMinor < 0);
  let unused = 0;
  for (const { due, owed } of dueGroups(book.posts)) {
    const noise = luck.int(-2, 4);
    const on = nextWorkday(addDays(due, Math.max(-6, book.payer.lagDays + noise)));
    if (on > world.today) continue;
    unused += credits
      .filter(({ businessDate }) => businessDate <= on)
      .reduce((sum, { amountMinor }) => sum - amountMinor, 0);
    credits.splice(0, credits.length, ...credits.filter(({ businessDate }) => businessDate > on));
    const used = Math.min(unused, owed);
    unused -= used;
    if (owed > used) pay(world, book, { on, amount: owed - used, luck });
  }
}

/** Debts by the day they fall due. */
function dueGroups(posts: Post[]): { due: string; owed: number }[] {
  const owed = new Map<string, number>();
  for (const { amountMinor, effectiveDueOn, businessDate } of posts) {
    const due = effectiveDueOn ?? businessDate;
    if (amountMinor > 0) owed.set(due, (owed.get(due) ?? 0) + amountMinor);
  }
  return [...owed].map(([due, sum]) => ({ due, owed: sum })).sort((a, b) => (a.due < b.due ? -1 : 1));
}

type Payment = { on: string; amount: number; luck: Chance };

function pay(world: World, book: Book, { on, amount, luck }: Payment) {
  const docNo = world.number("RC", null, clock(on, 15));
  const fact = { businessDate: on, docNo };
  if (book.currency !== "CNY") return payFromAbroad(book, { ...fact, amount, luck });
  const way = luck.weighted([
    ["电汇", 70],
    ["承兑", 22],
    ["扫码", 8],
  ] as const);
  if (way === "承兑" && amount > 2_000_000) {
    const bill = Math.floor(amount / 1_000_000) * 1_000_000;
    book.posts.push({
      type: "acceptance_bill",
      ...fact,
      docNo: `1308${luck.int(10_000_000, 99_999_999)}${on.replaceAll("-", "")}`,
      amountMinor: -bill,
      maturesOn: halfAYearAfter(on),
      memo: "银行承兑汇票",
    });
    if (amount > bill)
      book.posts.push({ type: "payment", ...fact, amountMinor: bill - amount, memo: "电汇补差" });
    return;
  }
  // Some let the odd fen go; the salesperson waives it.
  const odd = luck.odds(0.04) ? amount % 100 : 0;
  book.posts.push({
    type: "payment",
    ...fact,
    amountMinor: odd - amount,
    memo: way === "承兑" ? "电汇" : way,
  });
  if (odd > 0) book.posts.push({ type: "rounding_off", ...fact, amountMinor: -odd, memo: "抹零" });
}

/** Banks on the way keep their charges; some of them are ours to bear. */
function payFromAbroad(
  book: Book,
  { amount, luck, businessDate, docNo }: Omit<Payment, "on"> & { businessDate: string; docNo: string },
) {
  const charge = luck.odds(0.35) && amount > 100_000 ? 2_500 : 0;
  book.posts.push({ type: "payment", businessDate, docNo, amountMinor: charge - amount, memo: "T/T" });
  if (charge > 0)
    book.posts.push({
      type: "bank_charge",
      businessDate,
      docNo,
      amountMinor: -charge,
      memo: "Bank charge, borne by us",
    });
}

const halfAYearAfter = (day: string) => {
  const month = addMonths(day.slice(0, 7), 6);
  return `${month}-${Math.min(Number(day.slice(8)), 28)}`.replace(/-(\d)$/, "-0$1");
};
