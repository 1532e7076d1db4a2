import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { accounts } from "#schema/ledger";
import { companyId } from "#schema/parties";
import { type Actor, isPartner, isStaff } from "../actor";
import { businessDate } from "../calendar";
import { seesAmounts } from "../orders/policy";
import { belowSeat, nothing } from "../reach";

/** Whoever keeps a party's money; a buyer orders without seeing what is owed. */
export const keepsMoney = (actor: Actor) => isPartner(actor, "owner", "finance", "outlet_manager");

/**
 * The accounts this actor may know exist: a party's own, never a child's, and for staff those below their
 * seat today, for an account goes on while a dealer moves to another outlet.
 */
export function visibleAccounts(actor: Actor, now: Date): SQL {
  if (actor.kind === "system") return sql`1`;
  if (actor.kind === "partner") return keepsMoney(actor) ? eq(accounts.partyId, actor.seat.partyId) : nothing;
  if (actor.kind !== "staff" || !seesAmounts(actor, { billToId: "" })) return nothing;
  if (actor.seat.partyId === companyId) return sql`1`;
  return inArray(accounts.partyId, belowSeat(actor.seat.partyId, businessDate(now)));
}

export const mayReverse = (actor: Actor) => isStaff(actor, "finance");
/** A month is closed for the whole company, so not from the seat of an outlet. */
export const mayClose = (actor: Actor) => isStaff(actor, "finance") && actor.seat.partyId === companyId;
/** Only the general manager takes back what finance has closed. */
export const mayReopen = (actor: Actor) =>
  isStaff(actor, "general_manager") && actor.seat.partyId === companyId;
