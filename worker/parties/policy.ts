import { eq, inArray, type SQL, sql } from "drizzle-orm";
import { companyId, type Party, parties } from "#schema/parties";
import { type Actor, isPartner, isStaff } from "../actor";
import { businessDate } from "../calendar";
import { belowSeat, nothing, seesBelow } from "../reach";
import type { Move } from "./lifecycle";

/** The parties this actor may know exist: staff those below their seat, partners their own and those below. */
export function visibleParties(actor: Actor, now: Date): SQL {
  if (actor.kind === "system") return sql`1`;
  if (actor.kind !== "staff" && actor.kind !== "partner") return nothing;
  const { partyId } = actor.seat;
  if (actor.kind === "staff" && partyId === companyId) return sql`1`;
  return seesBelow(actor)
    ? inArray(parties.id, belowSeat(partyId, businessDate(now)))
    : eq(parties.id, partyId);
}

const keepers = ["sales_manager", "domestic_sales", "export_sales", "outlet_manager", "admin"] as const;
const managers = ["sales_manager", "general_manager", "admin"] as const;

/** Sales keep the customer files; nobody outside does. */
export const mayKeepFiles = (actor: Actor) => isStaff(actor, ...keepers);
export const mayOpenOutlet = (actor: Actor) => isStaff(actor, "sales_manager", "admin");
export const mayPlace = (actor: Actor) => isStaff(actor, "sales_manager", "admin");
/** How far a party is trusted is decided by those who answer for the money. */
export const mayTrust = (actor: Actor) => isStaff(actor, "finance", ...managers);
/** Bank and invoice title are where fraud starts: finance only. */
export const mayChangeInvoicing = (actor: Actor) => isStaff(actor, "finance", "admin");

/** Sales welcome a prospect; to restrain a party is for finance and managers, to end with it for managers. */
export function mayMove(actor: Actor, party: Pick<Party, "kind" | "status">, move: Move): boolean {
  if (party.kind === "company") return false;
  if (move === "blacklist" || move === "close") return isStaff(actor, ...managers);
  if (move === "activate" && party.status === "prospect") return mayKeepFiles(actor);
  if (party.status === "blacklisted" || party.status === "closed") return isStaff(actor, ...managers);
  return mayTrust(actor);
}

/** The party's own people read their registration and terms; those above it only its name and place. */
export const seesFile = (actor: Actor, party: { id: string }) =>
  actor.kind === "staff" || actor.kind === "system" || (isPartner(actor) && actor.seat.partyId === party.id);

const moneyRoles = ["finance", "sales_manager", "general_manager", "auditor", "admin"] as const;
const sellers = ["domestic_sales", "export_sales", "outlet_manager"] as const;
const ownMoney = ["owner", "finance", "outlet_manager"] as const;

/** Credit belongs to those who grant it, those who sell on it and the party's own owner and finance. */
export function seesCredit(actor: Actor, party: { id: string }): boolean {
  if (isStaff(actor, ...moneyRoles, ...sellers)) return true;
  return isPartner(actor, ...ownMoney) && actor.seat.partyId === party.id;
}

/** Bank accounts are read by finance and by the party's own owner and finance. */
export function seesInvoicing(actor: Actor, party: { id: string }): boolean {
  if (isStaff(actor, ...moneyRoles)) return true;
  return isPartner(actor, ...ownMoney) && actor.seat.partyId === party.id;
}

/** Who sees no balances sees no grades either: the laboratory and the warehouse. */
export const seesTrust = (actor: Actor) => isStaff(actor, ...moneyRoles, ...sellers, "after_sales_lead");
