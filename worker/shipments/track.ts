import { asc, eq } from "drizzle-orm";
import { type Shipment, type ShipmentEvent, shipmentEvents } from "#schema/shipments";
import type { ShipmentStatus } from "#schema/words/shipments";
import { addDays, startOf } from "../calendar";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, write } from "../write";
import { receiptByRecord } from "./dispatch";
import type { TrackShipment } from "./input";
import { isPlanned, statusAfterRecord, statusOfRecords } from "./lifecycle";
import { instantOf, localTime } from "./localTime";
import { mayMove } from "./policy";
import { seenShipment } from "./shipments";
import { tellReceivers } from "./tell";
import { changeShipment } from "./transport";

/** Records what happened to the goods, where and when; a correction is a new record that names the old one. */
export async function trackShipment(ctx: Ctx, reference: string, input: TrackShipment): Promise<void> {
  const { personId } = signedIn(ctx);
  const shipment = await seenShipment(ctx, reference);
  allow(mayMove(ctx.actor, shipment, "track"));
  const known = await recordsOf(ctx, shipment.id);
  if (known.some(({ id }) => id === input.id)) return; // The form was sent twice.
  sameVersion(shipment, input.version);
  const at = momentOf(ctx, input);
  const status = statusNow(shipment, known, { ...input, at });
  const { id, code, zone, place, locode, noteZh, noteEn, supersedes } = input;
  const day = input.at.slice(0, 10);
  await write(ctx, [
    changeShipment(ctx, shipment, {
      status,
      deliveredOn: status === "delivered" ? (code === "delivered" ? day : shipment.deliveredOn) : null,
      ata: code === "arrived" ? day : shipment.ata,
    }),
    ctx.db.insert(shipmentEvents).values({
      id,
      code,
      at,
      zone,
      place,
      locode,
      noteZh,
      noteEn,
      supersedes,
      shipmentId: shipment.id,
      sourceKind: "staff",
      recordedAt: ctx.now,
      recordedBy: personId,
    }),
    event(ctx, {
      recordId: shipment.id,
      type: "shipment.tracked",
      from: shipment.status,
      to: status,
      forCustomer: false,
    }),
    ...(status === "delivered" && shipment.status !== status
      ? tellReceivers(ctx, shipment, "shipment.delivered")
      : []),
    ...(status === "delivered" ? [receiptByRecord(ctx, shipment.id, silenceEnds(shipment, day))] : []),
  ]);
}

/** So long the receiver may look at the goods before the carrier's record counts. */
export const silenceEnds = ({ carrierKind }: Shipment, deliveredOn: string) =>
  startOf(addDays(deliveredOn, carrierKind === "express" ? 3 : 7));

const recordsOf = (ctx: Ctx, shipmentId: string): Promise<ShipmentEvent[]> =>
  ctx.db
    .select()
    .from(shipmentEvents)
    .where(eq(shipmentEvents.shipmentId, shipmentId))
    .orderBy(asc(shipmentEvents.at))
    .limit(500);

function momentOf(ctx: Ctx, { at, zone }: TrackShipment): Date {
  const moment = instantOf(at, zone);
  // 31 February, or an hour that summer time skipped, reads back as another.
  if (Number.isNaN(moment.getTime()) || localTime(moment, zone).local !== at)
    throw new Refusal("invalid", problem, { at: noMoment });
  if (moment > ctx.now) throw new Refusal("invalid", problem, { at: notYet });
  return moment;
}

/** A correction may take the goods back along the way: then all records that still hold are read again. */
function statusNow(
  shipment: Shipment,
  known: ShipmentEvent[],
  record: { code: ShipmentStatus; at: Date; supersedes: string | null },
): ShipmentStatus {
  const status = statusAfterRecord(shipment, record.code);
  if (!record.supersedes) return status;
  const gone = new Set([record.supersedes, ...known.map(({ supersedes }) => supersedes)]);
  const old = known.find(({ id }) => id === record.supersedes);
  const isOwn = old && old.sourceKind === "staff" && !known.some(({ supersedes }) => supersedes === old.id);
  if (!isOwn || ["dispatched", "on_board"].includes(old.code))
    throw new Refusal("invalid", problem, { supersedes: noSuchRecord });
  const standing = [...known.filter(({ id }) => !gone.has(id)), record].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
  return statusOfRecords(
    shipment,
    isPlanned(shipment),
    standing.map(({ code }) => code),
  );
}

const problem = { zh: "请检查标出的内容。", en: "There is a problem. Check what is marked." };
const noMoment = { zh: "没有这个日期或时间。", en: "There is no such date or time." };
const notYet = { zh: "时间不能晚于现在。", en: "The time cannot be in the future." };
const noSuchRecord = { zh: "只能更正一条仍有效的运输记录。", en: "Choose a record that still holds." };
