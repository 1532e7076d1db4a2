import type { Same } from "./same";

const zh = {
  title: "订单",
  order: "订单",
  reference: "订单号",
  customerPo: "客户单号",
  orderedOn: "下单日期",
  promisedOn: "承诺交期",
  party: "往来单位",
  status: "状态",
  item: "品名规格",
  quantity: "数量",
  ordered: "订购",
  produced: "已产",
  shipped: "已发",
  received: "已收",
  unitPrice: "单价",
  amount: "金额",
  total: "合计",
  lines: "明细",
  history: "记录",
};

const en: Same<typeof zh> = {
  title: "Orders",
  order: "Order",
  reference: "Order no.",
  customerPo: "Customer PO",
  orderedOn: "Order date",
  promisedOn: "Promised date",
  party: "Party",
  status: "Status",
  item: "Item",
  quantity: "Quantity",
  ordered: "Ordered",
  produced: "Produced",
  shipped: "Shipped",
  received: "Received",
  unitPrice: "Unit price",
  amount: "Amount",
  total: "Total",
  lines: "Lines",
  history: "History",
};

export const orders = { zh, en };
