import { orderStatusWords } from "#schema/words/statuses";
import type { Column } from "../table";
import { nameOf, plainMoney, plainQuantity } from "../table";
import type { OrderBrief } from "./output";

export const orderColumns: Column<OrderBrief>[] = [
  { words: { zh: "订单号", en: "Order" }, value: (order) => order.reference },
  {
    words: { zh: "状态", en: "Status" },
    value: (order, language) => orderStatusWords[order.status][language],
  },
  { words: { zh: "客户编号", en: "Customer code" }, value: (order) => order.party.code },
  { words: { zh: "客户", en: "Customer" }, value: (order, language) => nameOf(order.party, language) },
  { words: { zh: "客户单号", en: "Customer PO" }, value: (order) => order.customerPo },
  { words: { zh: "下单日期", en: "Ordered on" }, value: (order) => order.orderedOn },
  { words: { zh: "承诺交期", en: "Promised" }, value: (order) => order.promisedOn },
  { words: { zh: "订购数量", en: "Ordered" }, value: (order) => plainQuantity(order.quantities.ordered) },
  { words: { zh: "已发数量", en: "Shipped" }, value: (order) => plainQuantity(order.quantities.shipped) },
  { words: { zh: "已签收数量", en: "Received" }, value: (order) => plainQuantity(order.quantities.received) },
  { words: { zh: "单位", en: "Unit" }, value: (order) => order.uom },
  { words: { zh: "币种", en: "Currency" }, value: (order) => order.currency },
  { words: { zh: "金额", en: "Amount" }, value: (order) => plainMoney(order.totalMinor, order.currency) },
];
