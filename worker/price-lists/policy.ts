import { inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { companyId, parties } from "#schema/parties";
import { priceLists } from "#schema/products";
import { type Actor, isStaff, type Staff } from "../actor";
import { seesAmounts } from "../orders/policy";
import { belowSeat, nothing } from "../reach";

/** Partners meet their own prices in the catalogue, never a list; nor do staff who work without prices. */
export const mayKnowLists = (actor: Actor) => isStaff(actor) && seesAmounts(actor, { billToId: "" });

/** The price lists this actor may know exist; an outlet's staff see, besides the general ones, its own customers'. */
export function visiblePriceLists(actor: Actor, on: string): SQL | undefined {
  if (actor.kind === "system") return sql`1`;
  if (!isStaff(actor) || !mayKnowLists(actor)) return nothing;
  const { partyId } = actor.seat;
  if (partyId === companyId) return sql`1`;
  return or(isNull(priceLists.partyId), inArray(priceLists.partyId, belowSeat(partyId, on)));
}

const editors = ["sales_manager", "general_manager", "domestic_sales", "export_sales"] as const;

export const mayEdit = (actor: Actor) => isStaff(actor, ...editors);

/** Sales people draft; a price is given, and taken back, by those who answer for it. */
export const mayMove = (actor: Actor) => isStaff(actor, "sales_manager", "general_manager");

/** The parties for whom the actor may make a price: at the company all, at an outlet those it serves. */
export function mayBePriced(actor: Staff, on: string): SQL {
  const { partyId } = actor.seat;
  return partyId === companyId ? sql`1` : inArray(parties.id, belowSeat(partyId, on));
}
