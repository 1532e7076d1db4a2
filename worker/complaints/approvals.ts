import type { Complaint } from "#schema/complaints";
import type { Event } from "#schema/events";
import { type Approval, approvalRoles, approvalsFor } from "../approvalLadder";

export type Approvals = { needed: Approval[]; given: Approval[]; proposedBy: string | null };

/** Facts that say who drafted the resolution and who agreed to it. */
export const votes = ["complaint.resolution_proposed", "complaint.resolution_endorsed"];

/** What the draft needs and has: an approval is of one version, so a new draft begins anew. */
export function approvalsOf(complaint: Complaint, nearbyMinor: number, newestFirst: Event[]): Approvals {
  const { status, outcome, outcomeMinor, currency, validity, lateObjection } = complaint;
  if (status !== "resolution_proposed") return { needed: [], given: [], proposedBy: null };
  const draft = newestFirst.findIndex(({ type }) => type === "complaint.resolution_proposed");
  const needed = approvalsFor({
    amountMinor: (outcomeMinor ?? 0) === 0 ? 0 : (outcomeMinor ?? 0) + nearbyMinor,
    currency,
    validity,
    isQuality: complaint.class === "quality",
    isClaim: outcome === "claim",
    late: lateObjection,
  });
  const since = newestFirst.slice(0, Math.max(draft, 0));
  const given = needed.filter((approval) => since.some(({ details }) => saidIn(details).includes(approval)));
  return { needed, given, proposedBy: newestFirst[draft]?.personId ?? null };
}

const saidIn = (details: Event["details"]): unknown[] =>
  Array.isArray(details?.approvals) ? details.approvals : [];

/** The approvals that someone in these roles gives at once. */
export const approvalsBy = (roles: readonly string[], needed: Approval[]) =>
  needed.filter((approval) => approvalRoles[approval].some((role) => roles.includes(role)));
