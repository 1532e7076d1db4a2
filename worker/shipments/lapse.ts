import { and, eq } from "drizzle-orm";
import { shipments } from "#schema/shipments";
import type { Ctx } from "../context";
import type { Host } from "../host";
import { write } from "../write";
import { isSigned, openMoves } from "./lifecycle";
import { loadShipment } from "./load";
import { inFull, signatureSteps } from "./receive";

/** Nobody signed in time: received by the carrier's record, which cuts no claim period. Harmless to repeat. */
export async function receiveByRecord(host: Host, id: string, now: Date): Promise<void> {
  const ctx = systemCtx(host, now);
  const [row] = await host.db
    .select({ reference: shipments.reference })
    .from(shipments)
    .where(and(eq(shipments.id, id)))
    .limit(1);
  if (!row) return;
  const loaded = await loadShipment(ctx, row.reference);
  const { shipment, parts } = loaded;
  const came = shipment.market === "export" || shipment.status === "delivered";
  if (!came || isSigned(shipment) || !openMoves(shipment).includes("receive")) return;
  const counted = new Map(parts.map(({ line }) => [line.id, inFull(line)]));
  const note = "系统按承运记录签收 / Received by the carrier's record";
  await write(
    ctx,
    signatureSteps(ctx, loaded, counted, { signedBy: null, podGrade: 3, note, sourceKind: "carrier" }),
  );
}

/** Jobs run on behalf of nobody. */
const systemCtx = (host: Host, now: Date) =>
  ({ db: host.db, actor: { kind: "system" }, now }) as Pick<Ctx, "db" | "actor" | "now"> as Ctx;
