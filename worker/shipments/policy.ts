import { and, eq, or, type SQL } from "drizzle-orm";
import { type Shipment, shipments } from "#schema/shipments";
import { type Actor, isPartner, isStaff } from "../actor";
import { inReach, listReach } from "../reach";
import type { Move } from "./lifecycle";

/** The shipments this actor may know exist; a resale child's only once its parent has let it see them. */
export const visibleShipments = (actor: Actor): SQL | undefined =>
  and(inReach(actor, "shipment", shipments.id), released(actor));

/** The same for lists that start from `reach`. */
export const listedShipments = (actor: Actor): SQL | undefined =>
  and(listReach(actor, "shipment"), released(actor));

function released(actor: Actor): SQL | undefined {
  if (actor.kind !== "partner" || actor.seat.tradingModel !== "resale") return undefined;
  return or(eq(shipments.releasedToChild, true), eq(shipments.billToId, actor.seat.partyId));
}

const senders = ["logistics", "sales_manager", "export_sales", "outlet_manager", "outlet_clerk"] as const;
const sellers = [
  "sales_manager",
  "domestic_sales",
  "export_sales",
  "outlet_manager",
  "outlet_clerk",
] as const;
const receivers = ["owner", "buyer", "receiver", "outlet_manager", "outlet_clerk"] as const;

/** Storage and transport plan what leaves; export sales and the stalls plan their own. */
export const mayPlan = (actor: Actor) => isStaff(actor, ...senders);

/** The goods' own party signs for them; staff file a signed paper; the payer lets its sub-dealer see. */
export function mayMove(actor: Actor, shipment: Pick<Shipment, "partyId" | "billToId">, move: Move): boolean {
  if (move === "release_to_child") {
    const forChild = shipment.partyId !== shipment.billToId;
    return forChild && isPartner(actor, "owner", "buyer") && actor.seat.partyId === shipment.billToId;
  }
  if (move === "receive" && isPartner(actor, ...receivers)) return actor.seat.partyId === shipment.partyId;
  if (move === "receive" || move === "track") return isStaff(actor, "logistics", ...sellers);
  if (move === "revoke_receipt") return isStaff(actor, "logistics", "sales_manager");
  return mayPlan(actor);
}
