import type { Party } from "#schema/parties";

export type Placed = { party: Party; parentId: string | null };

/** A party and those above it, nearest first. */
export function chainOf(partyId: string, rows: Placed[]): Party[] {
  const byId = new Map(rows.map((row) => [row.party.id, row]));
  const chain: Party[] = [];
  for (
    let at = byId.get(partyId);
    at && !chain.includes(at.party);
    at = at.parentId ? byId.get(at.parentId) : undefined
  ) {
    chain.push(at.party);
  }
  return chain;
}

/** Who owes: a resale sub-dealer's goods are billed to the first above it that buys from us. */
export const payerOf = (chain: Party[]): Party | undefined =>
  chain.find(({ tradingModel }) => tradingModel !== "resale");

/** The outlet that serves them. */
export const outletOf = (chain: Party[]): Party | undefined => chain.find(({ kind }) => kind === "outlet");

/** Refused trade: what is wrong stays between them and their sales representative. */
export const mayTrade = ({ status }: Party) => !["suspended", "blacklisted", "closed"].includes(status);
