import { partnerRoles, partnerRoleWords, staffRoleWords } from "#schema/words/trade";
import type { Language } from "#schema/words/words";
import { type Option, optionsOf } from "./field";
import type { Viewer } from "./viewer";

const roleWords: Record<string, { zh: string; en: string }> = { ...staffRoleWords, ...partnerRoleWords };

export const rolesInWords = (roles: readonly string[], language: Language): string =>
  roles.map((role) => roleWords[role]?.[language] ?? role).join(language === "zh" ? "、" : ", ");

type Placed = { kind: string; staff: boolean };

/** The roles that people of such a party may have; the API has the last word. */
export function roleOptions({ kind, staff }: Placed): Option[] {
  if (staff) return optionsOf(staffRoleWords);
  const ofOutlet = optionsOf(staffRoleWords, ["outlet_manager", "outlet_clerk"]);
  return [...(kind === "outlet" ? ofOutlet : []), ...optionsOf(partnerRoleWords, partnerRoles)];
}

export const namedRoles = (codes: readonly string[]): Option[] =>
  codes.map((value) => ({ value, label: roleWords[value] ?? value }));

/** Whether inviting staff is offered; the API decides when it is asked. */
export const keepsStaff = (viewer: Viewer | null) =>
  viewer?.side === "staff" && viewer.roles.includes("admin");
