import type { Same } from "./same";

const zh = {
  title: "经销商与客户门户",
  lead: "查订单、查发货、对账，提交投诉与退货，浏览产品目录。",
  description: "纱线与化纤：产品目录、订单、发货与对账、投诉与退货。",
  signInText: "经销商、档口与客户请登录：订单、发货、对账单和您的价格。",
  catalogueText: "按名称、型号、俗称或色号查找产品。",
  enquiryText: "没有找到需要的产品？告诉我们规格与数量。",
  complaint: "质量投诉",
  complaintText: "无需账户即可提交，并凭私人链接查看进度。",
  families: "产品系列",
  toDesk: "进入工作台",
  toHome: "进入我的首页",
};

const en: Same<typeof zh> = {
  title: "Portal for dealers and customers",
  lead: "See orders, shipments and statements, file complaints and returns, browse the catalogue.",
  description: "Yarns and chemical fibres: catalogue, orders, shipments, statements, complaints and returns.",
  signInText: "Dealers, outlets and buyers: orders, shipments, statements and your prices.",
  catalogueText: "Find products by name, model, trade name or colour number.",
  enquiryText: "Not what you need? Tell us the specification and the quantity.",
  complaint: "Complaint about quality",
  complaintText: "Without an account; you follow it by a private link.",
  families: "Product families",
  toDesk: "Go to the desk",
  toHome: "Go to my start page",
};

export const welcome = { zh, en };
