import { codesOf, type Labels } from "./words";

export const entryTypeWords = {
  opening: { zh: "期初余额", en: "Opening balance" },
  shipment: { zh: "发货应收", en: "Delivery" },
  freight: { zh: "代垫运费", en: "Freight recharged" },
  sample_fee: { zh: "样品费", en: "Sample fee" },
  mould_fee: { zh: "其他费用", en: "Other fees" },
  price_adjustment: { zh: "调价补差", en: "Price adjustment" },
  interest: { zh: "逾期利息", en: "Overdue interest" },
  payment: { zh: "收款", en: "Payment received" },
  acceptance_bill: { zh: "收承兑汇票", en: "Acceptance bill received" },
  bill_dishonour: { zh: "承兑退票", en: "Dishonoured bill" },
  deposit: { zh: "定金/预收", en: "Deposit received" },
  deposit_apply: { zh: "定金转货款", en: "Deposit applied" },
  return_credit: { zh: "退货冲账", en: "Credit for returned goods" },
  allowance: { zh: "折让", en: "Price allowance" },
  claim: { zh: "索赔款", en: "Compensation" },
  rebate: { zh: "返利", en: "Rebate" },
  bank_charge: { zh: "银行手续费", en: "Bank charges" },
  fx_diff: { zh: "汇兑差", en: "Exchange difference" },
  transfer_in: { zh: "转入", en: "Transfer in" },
  transfer_out: { zh: "转出", en: "Transfer out" },
  netting: { zh: "对冲", en: "Offset with payables" },
  refund: { zh: "退款", en: "Refund" },
  rounding_off: { zh: "尾差/抹零", en: "Rounding off" },
  write_off: { zh: "坏账核销", en: "Bad-debt write-off" },
  reversal: { zh: "冲销", en: "Reversal" },
} satisfies Labels<string>;
export type EntryType = keyof typeof entryTypeWords;
export const entryTypes = codesOf(entryTypeWords);

export const paymentTermWords = {
  prepaid: { zh: "款到发货", en: "Payment before dispatch" },
  cod: { zh: "货到付款", en: "Cash on delivery" },
  net_n: { zh: "发货后{n}天", en: "{n} days from delivery" },
  eom_1: { zh: "月结30天", en: "End of month + 30 days" },
  eom_2: { zh: "月结60天", en: "End of month + 60 days" },
  eom_3: { zh: "月结90天", en: "End of month + 90 days" },
  inv_n: { zh: "票到{n}天", en: "{n} days from invoice" },
  tt_split: { zh: "电汇定金加尾款", en: "T/T deposit and balance" },
  lc_sight: { zh: "即期信用证", en: "L/C at sight" },
  lc_n: { zh: "远期信用证{n}天", en: "L/C {n} days" },
  dp: { zh: "付款交单", en: "D/P" },
  da_n: { zh: "承兑交单{n}天", en: "D/A {n} days" },
  oa_n: { zh: "赊销{n}天", en: "O/A {n} days" },
} satisfies Labels<string>;
export type PaymentTerm = keyof typeof paymentTermWords;
export const paymentTerms = codesOf(paymentTermWords);

export const disputeReasonWords = {
  not_received: { zh: "未收到货", en: "Goods not received" },
  qty_diff: { zh: "数量不符", en: "Quantity differs" },
  price_diff: { zh: "价格不符", en: "Price differs" },
  duplicate: { zh: "重复入账", en: "Entered twice" },
  wrong_party: { zh: "不是我方业务", en: "Not our transaction" },
  return_not_credited: { zh: "退货未冲账", en: "Return not credited" },
  payment_missing: { zh: "付款未入账", en: "Payment missing" },
  invoice_mismatch: { zh: "发票不符", en: "Invoice does not match" },
  quality_withheld: { zh: "质量问题暂扣", en: "Withheld for quality" },
  other: { zh: "其他", en: "Other" },
} satisfies Labels<string>;
export type DisputeReason = keyof typeof disputeReasonWords;
export const disputeReasons = codesOf(disputeReasonWords);

export const confirmationMethodWords = {
  portal: { zh: "系统确认", en: "Confirmed in the portal" },
  sealed_scan: { zh: "盖章扫描件", en: "Sealed scan" },
  e_sign: { zh: "电子签章", en: "Electronic signature" },
  paper: { zh: "纸质回函", en: "Paper" },
  clause: { zh: "依约视为确认", en: "By clause" },
} satisfies Labels<string>;
export type ConfirmationMethod = keyof typeof confirmationMethodWords;
export const confirmationMethods = codesOf(confirmationMethodWords);

export const ageingBandWords = {
  not_due: { zh: "未到期", en: "Not due" },
  days_1_30: { zh: "逾期1–30天", en: "1–30 days overdue" },
  days_31_60: { zh: "逾期31–60天", en: "31–60 days overdue" },
  days_61_90: { zh: "逾期61–90天", en: "61–90 days overdue" },
  days_91_180: { zh: "逾期91–180天", en: "91–180 days overdue" },
  over_180: { zh: "逾期180天以上", en: "Over 180 days overdue" },
} satisfies Labels<string>;
export type AgeingBand = keyof typeof ageingBandWords;
export const ageingBands = codesOf(ageingBandWords);

export const statementSectionWords = {
  deliveries: { zh: "本期发货", en: "Deliveries" },
  returns: { zh: "退货及折让", en: "Returns and allowances" },
  receipts: { zh: "本期收款", en: "Receipts" },
  other: { zh: "其他", en: "Other" },
  prior_period: { zh: "以前期间调整", en: "Prior-period adjustments" },
} satisfies Labels<string>;
export type StatementSection = keyof typeof statementSectionWords;
export const statementSections = codesOf(statementSectionWords);

export const arrearsCauseWords = {
  cash_shortage: { zh: "资金紧张", en: "Short of cash" },
  quality_dispute: { zh: "质量异议", en: "Quality dispute" },
  invoice_missing: { zh: "未收到发票", en: "Invoice missing" },
  statement_unconfirmed: { zh: "对账未确认", en: "Statement not confirmed" },
  approval_slow: { zh: "付款审批慢", en: "Slow approval" },
  intent: { zh: "拖欠", en: "Unwilling" },
  closed_down: { zh: "已停业", en: "Closed down" },
} satisfies Labels<string>;
export type ArrearsCause = keyof typeof arrearsCauseWords;
export const arrearsCauses = codesOf(arrearsCauseWords);

export const currencyWords = {
  CNY: { zh: "人民币", en: "Renminbi" },
  USD: { zh: "美元", en: "US dollar" },
  EUR: { zh: "欧元", en: "Euro" },
  GBP: { zh: "英镑", en: "Pound sterling" },
  HKD: { zh: "港元", en: "Hong Kong dollar" },
  JPY: { zh: "日元", en: "Japanese yen" },
  KRW: { zh: "韩元", en: "Korean won" },
  VND: { zh: "越南盾", en: "Vietnamese dong" },
  KWD: { zh: "科威特第纳尔", en: "Kuwaiti dinar" },
} satisfies Labels<string>;
export type Currency = keyof typeof currencyWords;
export const currencies = codesOf(currencyWords);
