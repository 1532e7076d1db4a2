import { type SQL, sql } from "drizzle-orm";
import { companyId } from "#schema/parties";
import { type Actor, isStaff } from "../actor";
import { nothing } from "../reach";

/** An import may touch every party's records, so it is for those who answer for all of them. */
export const mayImport = (actor: Actor) =>
  actor.kind === "system" ||
  (isStaff(actor, "admin", "sales_manager", "finance") && actor.seat.partyId === companyId);

/** The imports this actor may know exist. Every query on imports carries it. */
export const visibleImports = (actor: Actor): SQL => (mayImport(actor) ? sql`1` : nothing);
