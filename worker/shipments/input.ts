import { z } from "zod";
import { shipmentLimits } from "#schema/shipments";
import { carrierKinds, freightPayers, receiptProblems, shipmentStatuses } from "#schema/words/shipments";
import { maybeQuantity, maybeWhole, Quantity } from "../fields";
import { expectedVersion, Id, maybeDay, maybeWords, words } from "../http";
import { PageQuery } from "../page";
import { say } from "../say";
import { isZone } from "./localTime";

const search = z.string().trim().max(60).optional();

export const ShipmentQuery = PageQuery.extend({
  status: z.enum(shipmentStatuses).optional(),
  open: z.enum(["true"]).optional(), // Planned or on its way.
  planned: z.enum(["true"]).optional(), // Not sent yet.
  moving: z.enum(["true"]).optional(), // On the way.
  unsigned: z.enum(["true"]).optional(), // Sent and not signed for.
  party: z.string().max(20).optional(),
  lot: search, // A lot or dye lot, or how it begins.
  q: search, // The beginning of a reference, waybill, B/L, lot or dye lot.
  from: maybeDay,
  to: maybeDay,
});
export type ShipmentQuery = z.infer<typeof ShipmentQuery>;

export const LineQuery = PageQuery.omit({ format: true }).extend({
  lot: search,
  q: search, // The beginning of a lot, dye lot, or reference of a shipment or order.
  line: z.string().max(60).optional(), // The id of one line.
  returnable: z.enum(["true"]).optional(), // Not all returned yet, and paid for by the party acted for.
  own: z.enum(["true"]).optional(), // Goods of the party acted for only, not of those below it.
  party: z.string().max(20).optional(),
});
export type LineQuery = z.infer<typeof LineQuery>;

const aLot = say("请填写批号。", "Enter the lot.");

/** Left out or blank: none. */
const maybeOf = <Code extends string>(codes: [Code, ...Code[]]) =>
  z
    .enum([...codes, ""])
    .nullish()
    .transform((code) => (code ? (code as Code) : null)); // Only "" was added to the codes.

/** One carton of the 码单, in the units that its scale shows. */
const Carton = z.strictObject({
  cartonNo: words(40, say("请填写箱号。", "Enter the carton number.")),
  cones: maybeWhole,
  gross: Quantity,
  tare: Quantity,
});

const Packed = z.strictObject({
  quantity: maybeQuantity, // May be left out when the cartons say it.
  cartons: maybeWhole,
  cones: maybeWhole,
  packing: z.array(Carton).max(1_000).default([]),
});
export type Packed = z.infer<typeof Packed>;

const transport = {
  carrierKind: maybeOf(carrierKinds),
  carrier: maybeWords(80),
  waybillNo: maybeWords(60),
  plateNo: maybeWords(20),
  driver: maybeWords(40),
  driverPhone: maybeWords(40),
  freightPayer: maybeOf(freightPayers),
  vessel: maybeWords(60),
  voyage: maybeWords(30),
  blNo: maybeWords(40),
  portOfLoading: maybeWords(60),
  portOfDischarge: maybeWords(60),
  etd: maybeDay,
  eta: maybeDay,
  containers: z
    .array(
      z.strictObject({
        no: words(20, say("请填写箱号。", "Enter the container number.")).transform((no) => no.toUpperCase()),
        type: z.string().trim().max(10).default(""),
        sealNo: z.string().trim().max(30).default(""),
      }),
    )
    .max(50)
    .nullish(),
};

const consent = maybeWords(shipmentLimits.note); // Who agreed, when and how, to more than the tolerance or a second lot.

export const PlanShipment = z.strictObject({
  id: Id,
  lines: z
    .array(
      Packed.extend({
        orderLineId: z.string().max(60),
        lotNo: words(60, aLot),
        dyeLotNo: maybeWords(60),
      }),
    )
    .min(1, say("请至少选择一行。", "Choose at least one line."))
    .max(shipmentLimits.lines),
  plannedOn: maybeDay,
  transportRef: maybeWords(40),
  consent,
  ...transport,
});
export type PlanShipment = z.infer<typeof PlanShipment>;

/** The whole block as it shall be: what is left out is emptied. */
export const Transport = z.strictObject({ version: expectedVersion, ...transport });
export type Transport = z.infer<typeof Transport>;

const aMoment = say("请填写日期和时间。", "Enter the date and the time.");

/** Local date and time as a form sends it, with the zone it was read in. */
export const TrackShipment = z.strictObject({
  id: Id,
  code: z.enum(shipmentStatuses, say("请选择运输状态。", "Select what happened.")),
  at: z
    .string({ error: aMoment })
    .trim()
    .regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/, aMoment)
    .transform((at) => at.replace(" ", "T")),
  zone: z
    .string()
    .max(40)
    .default("Asia/Shanghai")
    .refine(isZone, say("没有这个时区。", "There is no such time zone.")),
  place: maybeWords(80),
  locode: z
    .string()
    .trim()
    .toUpperCase()
    .regex(
      /^([A-Z]{2}[A-Z2-9]{3})?$/,
      say("港口代码为五位，例如 CNNGB。", "A port code has five characters such as CNNGB."),
    )
    .nullish()
    .transform((code) => code || null),
  noteZh: maybeWords(shipmentLimits.note),
  noteEn: maybeWords(shipmentLimits.note),
  supersedes: maybeWords(60), // The id of the record that this one corrects.
  version: expectedVersion,
});
export type TrackShipment = z.infer<typeof TrackShipment>;

const position = z.coerce.number().int().positive();

/** One input for all moves; each verb checks what it needs. */
export const MoveShipment = z.strictObject({
  version: expectedVersion,
  reason: maybeWords(shipmentLimits.note),
  consent,
  on: maybeDay, // The day of dispatch, of being on board, or of coming back; today when left out.
  signedBy: maybeWords(60),
  podGrade: z.coerce.number().int().min(1).max(3).optional(), // Staff filing a paper: 1 sealed, 2 signed, 3 carrier.
  lines: z
    .array(
      Packed.partial().extend({
        position,
        difference: maybeOf(receiptProblems),
        note: maybeWords(shipmentLimits.note),
      }),
    )
    .max(shipmentLimits.lines)
    .default([]),
});
export type MoveShipment = z.infer<typeof MoveShipment>;
