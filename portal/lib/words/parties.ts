import type { Same } from "./same";

const zh = {
  title: "往来单位",
  party: "往来单位",
  code: "编号",
  name: "公司名称",
  kind: "类别",
  level: "客户级别",
  address: "公司地址",
  legalRepresentative: "法定代表人",
  purchaser: "采购人员",
  country: "国家",
  port: "目的港",
  contact: "联系人",
  phone: "电话",
  email: "电子邮箱",
  uscc: "统一社会信用代码",
  salesperson: "业务员",
  parent: "上级",
  creditLimit: "信用额度",
  paymentTerm: "付款条件",
};

const en: Same<typeof zh> = {
  title: "Parties",
  party: "Party",
  code: "Code",
  name: "Company name",
  kind: "Kind",
  level: "Customer level",
  address: "Address",
  legalRepresentative: "Legal representative",
  purchaser: "Purchasing contact",
  country: "Country",
  port: "Port of destination",
  contact: "Contact",
  phone: "Telephone",
  email: "E-mail",
  uscc: "Unified social credit code",
  salesperson: "Salesperson",
  parent: "Parent",
  creditLimit: "Credit limit",
  paymentTerm: "Payment term",
};

export const parties = { zh, en };
