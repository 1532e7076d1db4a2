import type { parties, ShipTo } from "../parties";

export type PartyRow = typeof parties.$inferInsert;

/** A party as it trades in the demo: its file, its place in the tree and its habits. */
export type Trader = {
  id: string;
  row: PartyRow;
  /** Who stood above it, oldest first; `to` is the last day. */
  parents: { trader: Trader; from: string; to: string | null }[];
  /** How much of all orders it places. */
  weight: number;
  /** Days it pays late. */
  lagDays: number;
  /** From this day on it orders no more. */
  quietFrom: string | null;
  ownerId: string;
  financeId: string;
  shipTo: ShipTo;
};

/** Everybody above a party on a day, nearest first. The company is the one without parents. */
export function aboveOn(trader: Trader, day: string): { id: string; depth: number }[] {
  const above: { id: string; depth: number }[] = [];
  let at = parentOn(trader, day);
  for (let depth = 1; at; depth += 1) {
    above.push({ id: at.id, depth });
    at = parentOn(at, day);
  }
  return above;
}

export const parentOn = (trader: Trader, day: string): Trader | null =>
  trader.parents.find(({ from, to }) => from <= day && (to === null || to >= day))?.trader ?? null;

/** A resale party's goods are billed to the one above it. */
export function payerOn(trader: Trader, day: string): Trader {
  const parent = trader.row.tradingModel === "resale" ? parentOn(trader, day) : null;
  return parent ? payerOn(parent, day) : trader;
}

/** The outlet that served it that day; nobody means the company itself. */
export function outletOn(trader: Trader, day: string): Trader | null {
  if (trader.row.kind === "outlet") return trader;
  const parent = parentOn(trader, day);
  return parent && outletOn(parent, day);
}

/** The letters of that outlet in document numbers. */
export const orgOn = (trader: Trader, day: string) => outletOn(trader, day)?.row.code ?? "HQ";

export const isAbroad = ({ row }: Trader) => row.kind === "export_buyer";
export const nameOf = ({ row }: Trader) => row.nameZh ?? row.nameEn ?? row.code;
