import type { Chance } from "./chance";

const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** A credit code that is valid and nobody's: there is no division 990000. */
export function creditCode(kind: "enterprise" | "individual", luck: Chance): string {
  const organisation = `MA${String(luck.int(0, 999_999)).padStart(6, "0")}`;
  const stem = `9${kind === "enterprise" ? 1 : 2}990000${organisation}${organisationCheck(organisation)}`;
  const sum = [...stem].reduce((total, sign, at) => total + signs.indexOf(sign) * (weights[at] ?? 0), 0);
  return stem + signs[(31 - (sum % 31)) % 31];
}

/** GB 11714: letters count from A = 10. */
function organisationCheck(code: string): string {
  const sum = [...code].reduce(
    (total, sign, at) => total + Number.parseInt(sign, 36) * (organisationWeights[at] ?? 0),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : String(check % 11);
}

/** A container of the demo's own line, with the check digit of ISO 6346. */
export function containerNo(luck: Chance): string {
  const stem = `DEMU${luck.int(100_000, 999_999)}`;
  const sum = [...stem].reduce((total, sign, at) => total + containerValue(sign) * 2 ** at, 0);
  return stem + ((sum % 11) % 10);
}

/** Letters count from 10 and step over the multiples of eleven. */
function containerValue(sign: string): number {
  const value = Number.parseInt(sign, 36);
  return value < 10 ? value : value + Math.floor((value - 1) / 10);
}

/** A mobile of the one range that the demo uses. */
export const mobileNo = (luck: Chance) => `+86138001${String(luck.int(0, 99_999)).padStart(5, "0")}`;
