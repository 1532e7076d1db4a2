import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { day, flag, json, milli, minor, moment, origin, version } from "./columns";
import { orderLines } from "./orders";
import { parties, type ShipTo } from "./parties";
import { skus } from "./products";
import type { CarrierKind, FreightPayer, ReceiptProblem, ShipmentStatus } from "./words/shipments";

export const shipmentLimits = { lines: 100, note: 400 } as const;

export const lots = sqliteTable(
  "lots",
  {
    id: text("id").primaryKey(),
    lotNo: text("lot_no").notNull(), // As production gave it; searched without regard to case.
    dyeLotNo: text("dye_lot_no"),
    skuId: text("sku_id")
      .notNull()
      .references(() => skus.id),
    grade: text("grade"),
    qcStatus: text("qc_status", {
      enum: ["pending", "passed", "conditional", "failed", "stopped"],
    }).notNull(),
    producedOn: day("produced_on"),
  },
  (t) => [
    uniqueIndex("lots_by_number").on(t.lotNo, t.skuId),
    index("lots_by_any_case").on(sql`lower(${t.lotNo})`),
    index("lots_by_dye_lot").on(sql`lower(${t.dyeLotNo})`),
  ],
);
export type Lot = typeof lots.$inferSelect;

/** One delivery note: goods for one bill-to. A truck with two dealers' goods is two of these, one transport. */
export const shipments = sqliteTable(
  "shipments",
  {
    id: text("id").primaryKey(),
    reference: text("reference").notNull().unique(), // DN-XS-2611-0218, EXS-EX-2611-0004
    market: text("market", { enum: ["domestic", "export"] }).notNull(),
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id),
    billToId: text("bill_to_id")
      .notNull()
      .references(() => parties.id),
    transportRef: text("transport_ref"),
    status: text("status").$type<ShipmentStatus>().notNull(),
    releasedToChild: flag("released_to_child").notNull().default(true), // A resale parent may hold it back.
    shipTo: json<ShipTo>("ship_to"),
    carrierKind: text("carrier_kind").$type<CarrierKind>(),
    carrier: text("carrier"),
    waybillNo: text("waybill_no"),
    plateNo: text("plate_no"),
    driver: text("driver"),
    driverPhone: text("driver_phone"),
    freightPayer: text("freight_payer").$type<FreightPayer>(),
    freightMinor: minor("freight_minor"),
    vessel: text("vessel"),
    voyage: text("voyage"),
    containers: json<{ no: string; type: string; sealNo: string }[]>("containers").notNull().default([]),
    blNo: text("bl_no"),
    portOfLoading: text("port_of_loading"),
    portOfDischarge: text("port_of_discharge"),
    etd: day("etd"),
    atd: day("atd"),
    eta: day("eta"),
    ata: day("ata"),
    plannedOn: day("planned_on"),
    dispatchedOn: day("dispatched_on"), // Export: on-board date.
    deliveredOn: day("delivered_on"),
    cartons: integer("cartons").notNull().default(0),
    netMilli: milli("net_milli").notNull().default(0),
    grossMilli: milli("gross_milli"),
    podGrade: integer("pod_grade"), // 1 seal … 5 none.
    signedBy: text("signed_by"),
    signedAt: moment("signed_at"),
    signedNote: text("signed_note"),
    at: moment("at").notNull(), // What lists are sorted by: dispatch, or planning before it.
    ...origin(),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [
    index("shipments_by_party").on(t.partyId, t.at),
    index("shipments_by_status").on(t.status, t.at),
    index("shipments_by_waybill").on(t.waybillNo),
    uniqueIndex("shipments_by_external_ref").on(t.source, t.externalRef),
  ],
);
export type Shipment = typeof shipments.$inferSelect;

export const shipmentLines = sqliteTable(
  "shipment_lines",
  {
    id: text("id").primaryKey(),
    shipmentId: text("shipment_id")
      .notNull()
      .references(() => shipments.id),
    position: integer("position").notNull(),
    orderLineId: text("order_line_id")
      .notNull()
      .references(() => orderLines.id),
    lotId: text("lot_id").references(() => lots.id),
    quantityMilli: milli("quantity_milli").notNull(),
    cartons: integer("cartons").notNull().default(0),
    cones: integer("cones"),
    signedMilli: milli("signed_milli"), // What the receiver counted; null until signed.
    signedCartons: integer("signed_cartons"),
    difference: text("difference").$type<ReceiptProblem>(),
    differenceNote: text("difference_note"),
    returnedMilli: milli("returned_milli").notNull().default(0), // Held or settled by approved returns, never above quantity.
  },
  (t) => [
    uniqueIndex("shipment_lines_by_shipment").on(t.shipmentId, t.position),
    index("shipment_lines_by_order_line").on(t.orderLineId),
    index("shipment_lines_by_lot").on(t.lotId),
  ],
);
export type ShipmentLine = typeof shipmentLines.$inferSelect;

/** The 码单: what each carton held. */
export const cartons = sqliteTable(
  "cartons",
  {
    id: text("id").primaryKey(),
    shipmentLineId: text("shipment_line_id")
      .notNull()
      .references(() => shipmentLines.id),
    cartonNo: text("carton_no").notNull(),
    cones: integer("cones"),
    grossMilli: milli("gross_milli").notNull(),
    tareMilli: milli("tare_milli").notNull(),
    netMilli: milli("net_milli").notNull(),
  },
  (t) => [index("cartons_by_line").on(t.shipmentLineId)],
);
export type Carton = typeof cartons.$inferSelect;

/** Append-only; a correction is a new row that names the one it replaces. */
export const shipmentEvents = sqliteTable(
  "shipment_events",
  {
    id: text("id").primaryKey(),
    shipmentId: text("shipment_id")
      .notNull()
      .references(() => shipments.id),
    at: moment("at").notNull(),
    zone: text("zone").notNull().default("Asia/Shanghai"),
    code: text("code").$type<ShipmentStatus>().notNull(),
    place: text("place"),
    locode: text("locode"),
    sourceKind: text("source_kind", { enum: ["staff", "carrier", "customer", "import"] }).notNull(),
    noteZh: text("note_zh"),
    noteEn: text("note_en"),
    supersedes: text("supersedes"),
    recordedAt: moment("recorded_at").notNull(),
    recordedBy: text("recorded_by"),
  },
  (t) => [index("shipment_events_by_shipment").on(t.shipmentId, t.at)],
);
export type ShipmentEvent = typeof shipmentEvents.$inferSelect;
