import type { Shipment } from "#schema/shipments";
import type { Ctx } from "../context";
import { noticeSteps } from "../notices/notices";
import type { Step } from "../write";

const receivers = ["owner", "buyer", "receiver", "outlet_manager"] as const;

/** Tells whoever waits for the goods; a sub-dealer only what its parent lets it see. */
export function tellReceivers(ctx: Ctx, shipment: Shipment, type: `shipment.${string}`): Step[] {
  const { partyId, billToId, reference, releasedToChild } = shipment;
  const told = releasedToChild || partyId === billToId ? [partyId, billToId] : [billToId];
  return [...new Set(told)].flatMap((id) =>
    noticeSteps(ctx, { type, noun: "shipment", reference, partyId: id, roles: receivers }),
  );
}
