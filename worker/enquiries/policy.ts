import { eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { enquiries } from "#schema/enquiries";
import { companyId } from "#schema/parties";
import { type Actor, isPartner, isStaff } from "../actor";
import { belowSeat, nothing } from "../reach";

const readers = [
  "general_manager",
  "sales_manager",
  "domestic_sales",
  "export_sales",
  "outlet_manager",
  "outlet_clerk",
  "catalog_editor",
] as const;

/** The enquiries this actor may know exist: a partner's own firm's; for sales those of strangers and of whom it serves. */
export function visibleEnquiries(actor: Actor, on: string): SQL | undefined {
  if (actor.kind === "system") return sql`1`;
  if (isPartner(actor)) return eq(enquiries.partyId, actor.seat.partyId);
  if (!isStaff(actor, ...readers)) return nothing;
  const { partyId } = actor.seat;
  if (partyId === companyId) return sql`1`;
  return or(isNull(enquiries.partyId), inArray(enquiries.partyId, belowSeat(partyId, on)));
}

/** Staff ask on nobody's behalf here: an enquiry by telephone is theirs to answer at once. */
export const mayEnquire = (actor: Actor) => actor.kind === "visitor" || actor.kind === "partner";

export const mayMove = (actor: Actor) =>
  isStaff(actor, "sales_manager", "domestic_sales", "export_sales", "outlet_manager", "outlet_clerk");
