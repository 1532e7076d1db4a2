import { carrierKindWords, shipmentStatusWords } from "#schema/words/shipments";
import type { Column } from "../table";
import { nameOf, plainQuantity } from "../table";
import type { ShipmentBrief } from "./brief";

export const shipmentColumns: Column<ShipmentBrief>[] = [
  { words: { zh: "发货单号", en: "Shipment" }, value: ({ reference }) => reference },
  {
    words: { zh: "状态", en: "Status" },
    value: ({ market, status }, language) => shipmentStatusWords[market][status][language],
  },
  { words: { zh: "客户编号", en: "Customer code" }, value: ({ party }) => party.code },
  { words: { zh: "客户", en: "Customer" }, value: ({ party }, language) => nameOf(party, language) },
  { words: { zh: "订单号", en: "Orders" }, value: ({ orders }) => orders.join(" ") },
  {
    words: { zh: "运输方式", en: "Carried by" },
    value: ({ carrierKind }, language) => carrierKind && carrierKindWords[carrierKind][language],
  },
  { words: { zh: "承运人", en: "Carrier" }, value: ({ carrier }) => carrier },
  { words: { zh: "运单号", en: "Waybill no." }, value: ({ waybillNo }) => waybillNo },
  { words: { zh: "船名", en: "Vessel" }, value: ({ vessel }) => vessel },
  { words: { zh: "航次", en: "Voyage" }, value: ({ voyage }) => voyage },
  { words: { zh: "发货日期", en: "Dispatched" }, value: ({ dispatchedOn }) => dispatchedOn },
  { words: { zh: "预计到达", en: "ETA" }, value: ({ eta }) => eta },
  { words: { zh: "送达日期", en: "Delivered" }, value: ({ deliveredOn }) => deliveredOn },
  { words: { zh: "件数", en: "Cartons" }, value: ({ cartons }) => cartons },
  { words: { zh: "净数量", en: "Net quantity" }, value: ({ netMilli }) => plainQuantity(netMilli) },
  { words: { zh: "单位", en: "Unit" }, value: ({ uom }) => uom },
];
