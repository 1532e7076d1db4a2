import type { Tally } from "#schema/imports";
import type { Draft, OrderDraft } from "./drafts";
import { isHere, type Known } from "./known";

type Count = { noun: string; read: number; currency?: string; amountMinor?: number };

/** What drafts hold, by noun and currency; what is not here yet would be created. */
export function talliesOf(drafts: Draft[], known: Known): Tally[] {
  const fresh = summed(drafts.filter((draft) => !isHere(draft, known)));
  return [...summed(drafts)].map(([key, count]) => {
    const created = fresh.get(key)?.read ?? 0;
    return { ...count, created, unchanged: count.read - created, written: 0 };
  });
}

/** The tallies after some more drafts have been written. */
export function advanced(tallies: Tally[], drafts: Draft[]): Tally[] {
  const more = summed(drafts);
  return tallies.map((tally) => ({ ...tally, written: tally.written + (more.get(keyOf(tally))?.read ?? 0) }));
}

function summed(drafts: Draft[]): Map<string, Count> {
  const sums = new Map<string, Count>();
  for (const count of drafts.flatMap(countsOf)) {
    const sum = sums.get(keyOf(count));
    if (!sum) sums.set(keyOf(count), { ...count });
    else {
      sum.read += count.read;
      if (count.amountMinor !== undefined) sum.amountMinor = (sum.amountMinor ?? 0) + count.amountMinor;
    }
  }
  return sums;
}

const keyOf = ({ noun, currency }: Count) => `${noun} ${currency ?? ""}`;

function countsOf(draft: Draft): Count[] {
  if (draft.noun === "order") return countsOfOrder(draft);
  const { noun } = draft;
  if (noun !== "entry") return [{ noun, read: 1 }];
  return [{ noun, read: 1, currency: draft.currency, amountMinor: draft.amountMinor }];
}

/** What is ordered, what went out and so is owed, and what is still to go. */
function countsOfOrder({ currency, lines, shipped }: OrderDraft): Count[] {
  const figures = {
    read: lines.length,
    currency,
    amountMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  };
  const order = [
    { noun: "order", read: 1 },
    { noun: "order_line", ...figures },
  ];
  if (!shipped) return [...order, { noun: "unposted", ...figures }];
  return [...order, { noun: "shipment", read: 1 }, { noun: "entry", ...figures }];
}
