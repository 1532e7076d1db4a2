import type { SQL } from "drizzle-orm";
import { type Order, orders } from "#schema/orders";
import { type Actor, hasRole, isPartner, isStaff } from "../actor";
import { inReach } from "../reach";
import type { Move } from "./lifecycle";

/** The orders this actor may know exist. Every query on orders carries it. */
export const visibleOrders = (actor: Actor): SQL => inReach(actor, "order", orders.id);

/** Staff who see quantities only: the warehouse, the laboratory, the planner, the catalogue. */
const withoutPrices = [
  "logistics",
  "production_planner",
  "qc",
  "technical",
  "rnd",
  "catalog_editor",
] as const;
const partnersWithPrices = [
  "owner",
  "buyer",
  "approver",
  "finance",
  "viewer",
  "outlet_manager",
  "outlet_clerk",
] as const;

/** Amounts belong to whoever owes them: a resale sub-dealer never sees what its parent pays, nor a parent its child's bill. */
export function seesAmounts(actor: Actor, row: { billToId: string }): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "staff")
    return actor.seat.roles.some((role) => !withoutPrices.some((one) => one === role));
  return isPartner(actor, ...partnersWithPrices) && actor.seat.partyId === row.billToId;
}

const sellers = [
  "sales_manager",
  "domestic_sales",
  "export_sales",
  "outlet_manager",
  "outlet_clerk",
] as const;

export const maySeeInternal = (actor: Actor) => actor.kind === "staff" || actor.kind === "system";

/** Buyers submit and withdraw their own orders; sales do the rest. */
export function mayMove(actor: Actor, order: Order, move: Move): boolean {
  if (isStaff(actor, ...sellers)) return move !== "close" || hasRole(actor, "sales_manager");
  const own = isPartner(actor, "owner", "buyer", "outlet_manager") && actor.seat.partyId === order.partyId;
  return own && (move === "submit" || (move === "cancel" && order.status === "pending_confirmation"));
}
