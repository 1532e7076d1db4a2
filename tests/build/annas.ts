import { eq } from "drizzle-orm";
import { notices } from "#schema/events";
import { orderLines, orders } from "#schema/orders";
import type { World } from "../world";
import { fileComplaint } from "./complaints";
import { enquire } from "./enquiries";
import { planCall } from "./followUps";
import { excerpt, filesIn, upload } from "./imports";
import { post } from "./ledger";
import { listPrices } from "./priceLists";
import { aLoosePhoto, delivered, requestReturn } from "./returns";
import { issue } from "./statements";

/** One record of every noun that is Anna's firm's, or ours and none of its rivals' business. */
export async function everythingOfAnna(world: World) {
  const { db } = world;
  const party = "C-0001";
  const shipment = await delivered(world);
  const [order] = await db
    .select({ reference: orders.reference, lineId: orderLines.id })
    .from(orders)
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(eq(orderLines.id, shipment.lines[0]?.orderLineId ?? ""));
  const asked = await requestReturn(world, "anna", shipment);
  const entry = await post(world, { partyId: party, at: new Date("2026-10-12T04:00:00Z") });
  const statement = await issue(world, { party });
  const complaint = await fileComplaint(world);
  const call = await planCall(world, { complaintId: complaint.id });
  const enquiry = await enquire(world, { partyId: party });
  const own = await listPrices(world, { kind: "party", partyId: party, prices: { "sku-rw": 91_000 } });
  const [list] = await db.query.priceLists.findMany({ where: (row) => eq(row.id, own.id) });
  const run = await upload(world, filesIn(excerpt));
  const photo = await aLoosePhoto(world, "anna");
  const notice = { id: "notice-anna", personId: "anna", partyId: party, at: world.clock.now };
  await db
    .insert(notices)
    .values({ ...notice, type: "x.y", noun: "order", reference: order?.reference ?? "" });
  return {
    party,
    order: order?.reference ?? "",
    orderLineId: order?.lineId ?? "",
    shipment: shipment.reference,
    shipmentLineId: shipment.lines[0]?.id ?? "",
    return: asked.reference,
    entry,
    statement: statement.reference,
    complaint: complaint.reference,
    call: call.reference,
    enquiry: enquiry.reference,
    priceList: list?.reference ?? "",
    import: run.reference,
    photo,
    notice: notice.id,
    person: "m-ben",
  };
}
export type Annas = Awaited<ReturnType<typeof everythingOfAnna>>;
