import { codesOf, type Labels } from "./words";

export const domesticStatusWords = {
  planned: { zh: "待安排", en: "Planned" },
  picking: { zh: "拣货中", en: "Picking" },
  loaded: { zh: "已装车", en: "Loaded" },
  dispatched: { zh: "已发出", en: "Dispatched" },
  in_transit: { zh: "运输中", en: "In transit" },
  out_for_delivery: { zh: "派送中", en: "Out for delivery" },
  delivered: { zh: "已送达", en: "Delivered" },
  signed: { zh: "已签收", en: "Signed" },
  signed_with_exception: { zh: "异常签收", en: "Signed with exception" },
  refused: { zh: "拒收", en: "Refused" },
  returned_to_warehouse: { zh: "退回入库", en: "Returned to warehouse" },
  cancelled: { zh: "已取消", en: "Cancelled" },
} satisfies Labels<string>;
export type DomesticStatus = keyof typeof domesticStatusWords;
export const domesticStatuses = codesOf(domesticStatusWords);

export const exportStatusWords = {
  planned: { zh: "待安排", en: "Planned" },
  booked: { zh: "已订舱", en: "Booked" },
  space_confirmed: { zh: "舱位已确认", en: "Space confirmed" },
  stuffed: { zh: "已装箱", en: "Stuffed" },
  gated_in: { zh: "已进港", en: "Gated in" },
  customs_hold: { zh: "海关查验", en: "Customs inspection" },
  customs_released: { zh: "海关放行", en: "Customs released" },
  on_board: { zh: "已装船", en: "On board" },
  sailed: { zh: "已开船", en: "Sailed" },
  rolled: { zh: "甩柜", en: "Rolled over" },
  transshipped: { zh: "已中转", en: "Transshipped" },
  arrived: { zh: "已到港", en: "Arrived" },
  discharged: { zh: "已卸船", en: "Discharged" },
  released: { zh: "已放货", en: "Released" },
  delivered: { zh: "已提货", en: "Delivered" },
  confirmed: { zh: "客户确认收货", en: "Receipt confirmed" },
  cancelled: { zh: "已取消", en: "Cancelled" },
} satisfies Labels<string>;
export type ExportStatus = keyof typeof exportStatusWords;
export const exportStatuses = codesOf(exportStatusWords);

export const carrierKindWords = {
  truck: { zh: "专车", en: "Full truck" },
  ltl: { zh: "零担专线", en: "Part load" },
  express: { zh: "快递", en: "Express" },
  self_pickup: { zh: "自提", en: "Self-pickup" },
  stall_handover: { zh: "档口交货", en: "Handed over at the stall" },
  vessel: { zh: "海运", en: "Sea freight" },
} satisfies Labels<string>;
export type CarrierKind = keyof typeof carrierKindWords;
export const carrierKinds = codesOf(carrierKindWords);

export const freightPayerWords = {
  seller: { zh: "卖方付", en: "Paid by the seller" },
  buyer: { zh: "买方付", en: "Paid by the buyer" },
  collect: { zh: "到付", en: "Freight collect" },
} satisfies Labels<string>;
export type FreightPayer = keyof typeof freightPayerWords;
export const freightPayers = codesOf(freightPayerWords);

export const receiptProblemWords = {
  short_cartons: { zh: "少件", en: "Cartons missing" },
  short_weight: { zh: "短重", en: "Short weight" },
  damaged_wet: { zh: "破损/受潮", en: "Damaged or wet" },
  wrong_item: { zh: "错发", en: "Wrong item" },
  wrong_lot: { zh: "错批", en: "Wrong lot" },
  wrong_colour: { zh: "错色", en: "Wrong colour" },
  label_error: { zh: "标签错", en: "Wrong label" },
} satisfies Labels<string>;
export type ReceiptProblem = keyof typeof receiptProblemWords;
export const receiptProblems = codesOf(receiptProblemWords);

export const podGradeWords = {
  sealed: { zh: "签字并盖章", en: "Signed and sealed" },
  signed: { zh: "授权收货人签字", en: "Signed by an authorised receiver" },
  carrier: { zh: "承运人回执", en: "Carrier's receipt only" },
  portal: { zh: "系统确认", en: "Confirmed in the portal" },
  none: { zh: "无凭证", en: "None" },
} satisfies Labels<string>;
export type PodGrade = keyof typeof podGradeWords;
export const podGrades = codesOf(podGradeWords);

export type ShipmentStatus = DomesticStatus | ExportStatus;
export const shipmentStatuses: [ShipmentStatus, ...ShipmentStatus[]] = codesOf({
  ...domesticStatusWords,
  ...exportStatusWords,
});

/** "delivered" is a truck at the gate at home and goods collected at the port abroad. */
export const shipmentStatusWords: Record<"domestic" | "export", Labels<ShipmentStatus>> = {
  domestic: { ...exportStatusWords, ...domesticStatusWords },
  export: { ...domesticStatusWords, ...exportStatusWords },
};
