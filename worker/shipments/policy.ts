import type { SQL } from "drizzle-orm";
import { and, eq, or } from "drizzle-orm";
import { shipments } from "#schema/shipments";
import type { Actor } from "../actor";
import { inReach } from "../reach";

/** The shipments this actor may know exist; a resale child's only once its parent has let it see them. */
export function visibleShipments(actor: Actor): SQL | undefined {
  const seen = inReach(actor, "shipment", shipments.id);
  if (actor.kind !== "partner" || actor.seat.tradingModel !== "resale") return seen;
  return and(seen, or(eq(shipments.releasedToChild, true), eq(shipments.billToId, actor.seat.partyId)));
}
