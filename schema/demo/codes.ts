import { containerCheck, organisationCheck, usccCheck } from "#worker/identifiers";
import type { Chance } from "./chance";

/** A credit code that is valid and nobody's: there is no division 990000. */
export function creditCode(kind: "enterprise" | "individual", luck: Chance): string {
  const organisation = `MA${String(luck.int(0, 999_999)).padStart(6, "0")}`;
  const stem = `9${kind === "enterprise" ? 1 : 2}990000${organisation}${organisationCheck(organisation)}`;
  return stem + usccCheck(stem);
}

/** A container of the demo's own line. */
export function containerNo(luck: Chance): string {
  const stem = `DEMU${luck.int(100_000, 999_999)}`;
  return stem + containerCheck(stem);
}

/** A mobile of the one range that the demo uses. */
export const mobileNo = (luck: Chance) => `+86138001${String(luck.int(0, 99_999)).padStart(5, "0")}`;
