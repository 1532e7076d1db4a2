import type { ComplaintClass, Severity } from "#schema/words/quality";
import { roughYuan } from "../approvalLadder";

type Signs = {
  class: ComplaintClass | null;
  machineStopped: boolean;
  complainedMilli: number | null;
  demandMinor: number | null;
  currency: string;
  keyAccount: boolean;
  /** The same party complained of the same in the last 90 days. */
  repeated: boolean;
};

const limits = { S1: { milli: 5_000_000, yuan: 100_000 }, S2: { milli: 500_000, yuan: 10_000 } } as const;

/** What the rules propose; after-sales decides. */
export function proposedSeverity(signs: Signs): Severity {
  if (signs.machineStopped || isAbove("S1", signs)) return "S1";
  if (signs.keyAccount && signs.class === "quality") return "S1";
  return signs.repeated || isAbove("S2", signs) ? "S2" : "S3";
}

function isAbove(level: "S1" | "S2", { complainedMilli, demandMinor, currency }: Signs): boolean {
  const { milli, yuan } = limits[level];
  return (complainedMilli ?? 0) >= milli || roughYuan(demandMinor ?? 0, currency) >= yuan;
}

const order: Severity[] = ["S1", "S2", "S3"];
export const isLower = (severity: Severity, than: Severity) => order.indexOf(severity) > order.indexOf(than);
