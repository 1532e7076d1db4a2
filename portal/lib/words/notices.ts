import type { Same } from "./same";

const zh = {
  title: "通知",
  lead: "与您当前往来单位有关的消息，最新在前",
  what: "内容",
  about: "记录",
  at: "时间",
  open: "打开",
  read: "标为已读",
  readAll: "全部标为已读",
  isNew: "新",
  onlyUnread: "只看未读",
  all: "全部",
  nouns: {
    order: "订单",
    shipment: "发货",
    statement: "对账单",
    complaint: "投诉",
    return: "退货",
    follow_up: "回访",
    enquiry: "询盘",
    person: "人员",
    import: "导入",
  },
  facts: {
    "statement.issued": "已开出，请核对",
    "order.placed": "下级经销商要货，请转报",
    "shipment.dispatched": "已发出",
    "shipment.delivered": "已送达，请清点后确认收货",
    "person.joined": "已接受邀请",
  },
};

const en: Same<typeof zh> = {
  title: "Notices",
  lead: "What concerns the company you act for, newest first",
  what: "What",
  about: "Record",
  at: "When",
  open: "Open",
  read: "Mark as read",
  readAll: "Mark all as read",
  isNew: "New",
  onlyUnread: "Unread only",
  all: "All",
  nouns: {
    order: "Order",
    shipment: "Shipment",
    statement: "Statement",
    complaint: "Complaint",
    return: "Return",
    follow_up: "Follow-up",
    enquiry: "Enquiry",
    person: "Person",
    import: "Import",
  },
  facts: {
    "statement.issued": "issued, please check",
    "order.placed": "your sub-dealer orders, please pass it on",
    "shipment.dispatched": "dispatched",
    "shipment.delivered": "delivered, please count and confirm",
    "person.joined": "accepted the invitation",
  },
};

export const notices = { zh, en };
