import { businessDate } from "#worker/calendar";
import { companyId } from "../parties";
import { type ReachNoun, reach } from "../reach";
import type { Demo } from "./demo";
import type { Trader } from "./trader";
import { aboveOn } from "./trader";

type Known = { noun: ReachNoun; recordId: string; at: Date; party: Trader | null; payer?: Trader };

/** Who may know of a record: its own party and who pays, all above it on that day, and the company. */
export function putReach({ press }: Demo, { noun, recordId, at, party, payer }: Known) {
  const depths = new Map<string, number>();
  if (payer) depths.set(payer.id, 0);
  if (party) depths.set(party.id, 0);
  for (const { id, depth } of party ? aboveOn(party, businessDate(at)) : []) {
    if (!depths.has(id)) depths.set(id, depth);
  }
  if (!depths.has(companyId)) depths.set(companyId, 9);
  for (const [partyId, depth] of depths) press.put(reach, { partyId, noun, at, recordId, depth });
}
