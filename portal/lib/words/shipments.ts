import type { Same } from "./same";

const zh = {
  title: "发货",
  shipment: "发货单",
  reference: "发货单号",
  carrier: "承运人",
  waybill: "运单号",
  vessel: "船名/航次",
  container: "箱号",
  dispatchedOn: "发货日期",
  etd: "预计开船日",
  eta: "预计到达",
  lot: "批号",
  dyeLot: "缸号",
  cartons: "件数",
  cones: "筒数",
  netWeight: "净重",
  grossWeight: "毛重",
  confirmReceipt: "确认收货",
  withDifference: "有差异",
};

const en: Same<typeof zh> = {
  title: "Shipments",
  shipment: "Shipment",
  reference: "Shipment no.",
  carrier: "Carrier",
  waybill: "Waybill no.",
  vessel: "Vessel / voyage",
  container: "Container no.",
  dispatchedOn: "Dispatched",
  etd: "ETD",
  eta: "ETA",
  lot: "Lot",
  dyeLot: "Dye lot",
  cartons: "Cartons",
  cones: "Cones",
  netWeight: "Net weight",
  grossWeight: "Gross weight",
  confirmReceipt: "Confirm receipt",
  withDifference: "With a difference",
};

export const shipments = { zh, en };
