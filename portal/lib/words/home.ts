import type { Same } from "./same";

const zh = {
  title: "首页",
  toDo: "待您处理",
  recentOrders: "最近订单",
  onTheWay: "在途货物",
  balance: "应收余额",
  overdue: "逾期金额",
  welcome: "订单、发货、对账,一处查清",
};

const en: Same<typeof zh> = {
  title: "Home",
  toDo: "Waiting for you",
  recentOrders: "Recent orders",
  onTheWay: "On the way",
  balance: "Balance",
  overdue: "Overdue",
  welcome: "Orders, shipments and statements in one place",
};

export const home = { zh, en };
