import { inArray, type SQL, sql } from "drizzle-orm";
import { companyId, parties } from "#schema/parties";
import { type Actor, isPartner, isStaff } from "../actor";
import { businessDate } from "../calendar";
import { belowSeat, nothing } from "../reach";

/** The parties this actor may know exist: staff those below their seat, partners their own and those below. */
export function visibleParties(actor: Actor, now: Date): SQL {
  if (actor.kind === "system") return sql`1`;
  if (actor.kind !== "staff" && actor.kind !== "partner") return nothing;
  if (actor.kind === "staff" && actor.seat.partyId === companyId) return sql`1`;
  return inArray(parties.id, belowSeat(actor.seat.partyId, businessDate(now)));
}

const keepers = ["sales_manager", "domestic_sales", "export_sales", "outlet_manager", "admin"] as const;

/** Sales keep the customer files; nobody outside does. */
export const mayKeepFiles = (actor: Actor) => isStaff(actor, ...keepers);
export const mayMoveParty = (actor: Actor) => isStaff(actor, "sales_manager", "admin");
/** Bank and invoice title are where fraud starts: finance only. */
export const mayChangeBank = (actor: Actor) => isStaff(actor, "finance", "admin");

/** The party's own people read their registration and terms; those above it only its name and place. */
export const seesFile = (actor: Actor, party: { id: string }) =>
  actor.kind === "staff" || actor.kind === "system" || (isPartner(actor) && actor.seat.partyId === party.id);

const moneyRoles = ["finance", "sales_manager", "general_manager", "auditor", "admin"] as const;
const sellers = ["domestic_sales", "export_sales", "outlet_manager"] as const;

/** Credit belongs to those who grant it, those who sell on it and the party's own owner and finance. */
export function seesCredit(actor: Actor, party: { id: string }): boolean {
  if (isStaff(actor, ...moneyRoles, ...sellers)) return true;
  return isPartner(actor, "owner", "finance", "outlet_manager") && actor.seat.partyId === party.id;
}
