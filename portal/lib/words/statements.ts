import type { Same } from "./same";

const zh = {
  title: "对账",
  statement: "对账单",
  reference: "对账单号",
  period: "期间",
  opening: "期初余额",
  closing: "期末余额",
  debit: "应收",
  credit: "已收/冲减",
  balance: "余额",
  dueOn: "到期日",
  amountInWords: "大写金额",
  confirm: "对账确认",
  dispute: "提出异议",
  ageing: "账龄",
  customerCredit: "预收",
};

const en: Same<typeof zh> = {
  title: "Statements",
  statement: "Statement of account",
  reference: "Statement no.",
  period: "Period",
  opening: "Opening balance",
  closing: "Closing balance",
  debit: "Debit",
  credit: "Credit",
  balance: "Balance",
  dueOn: "Due date",
  amountInWords: "Amount in words",
  confirm: "Confirm statement",
  dispute: "Dispute",
  ageing: "Ageing",
  customerCredit: "Customer credit",
};

export const statements = { zh, en };
