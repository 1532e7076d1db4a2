import { and, eq } from "drizzle-orm";
import { type Shipment, shipments } from "#schema/shipments";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { allow } from "../refusal";
import { signedIn } from "../session/session";
import { event, type Guard, mustHaveChanged, type Step, write } from "../write";
import type { PlanShipment, Transport } from "./input";
import { statusAfter } from "./lifecycle";
import { mayMove } from "./policy";
import { seenShipment } from "./shipments";

/** Sets how the goods travel, before they leave or while they are on their way. */
export async function setTransport(ctx: Ctx, reference: string, input: Transport): Promise<void> {
  signedIn(ctx);
  const shipment = await seenShipment(ctx, reference);
  allow(mayMove(ctx.actor, shipment, "amend"));
  sameVersion(shipment, input.version);
  statusAfter(shipment, "amend");
  await write(ctx, [
    changeShipment(ctx, shipment, transportOf(input)),
    event(ctx, { recordId: shipment.id, type: "shipment.amended", forCustomer: false }),
  ]);
}

/** Changes a shipment that is still as it was read. */
export const changeShipment = (ctx: Ctx, shipment: Shipment, values: Partial<Shipment>): (Step | Guard)[] => [
  ctx.db
    .update(shipments)
    .set({ ...values, version: shipment.version + 1 })
    .where(and(eq(shipments.id, shipment.id), eq(shipments.version, shipment.version))),
  mustHaveChanged(ctx),
];

export const transportOf = (said: Transport | PlanShipment) => {
  const { carrierKind, carrier, waybillNo, plateNo, driver, driverPhone, freightPayer } = said;
  const { vessel, voyage, blNo, portOfLoading, portOfDischarge, etd, eta, containers } = said;
  return {
    carrierKind,
    carrier,
    waybillNo,
    plateNo,
    driver,
    driverPhone,
    freightPayer,
    vessel,
    voyage,
    blNo,
    portOfLoading,
    portOfDischarge,
    etd,
    eta,
    containers: containers ?? [],
  };
};
