import { codesOf, type Labels } from "./words";

export const complaintClassWords = {
  quality: { zh: "产品质量", en: "Product quality" },
  technical: { zh: "技术", en: "Technical" },
  service: { zh: "服务", en: "Service" },
  delivery: { zh: "交付/物流", en: "Delivery" },
  packing: { zh: "包装标识", en: "Packing and labels" },
  document: { zh: "单据", en: "Documents" },
  price_account: { zh: "价格/账务", en: "Price and account" },
  other: { zh: "其他", en: "Other" },
} satisfies Labels<string>;
export type ComplaintClass = keyof typeof complaintClassWords;
export const complaintClasses = codesOf(complaintClassWords);

export const severityWords = {
  S1: { zh: "紧急", en: "Critical" },
  S2: { zh: "重大", en: "Major" },
  S3: { zh: "一般", en: "Minor" },
} satisfies Labels<string>;
export type Severity = keyof typeof severityWords;
export const severities = codesOf(severityWords);

export const whereFoundWords = {
  receipt: { zh: "收货时", en: "On receipt" },
  winding: { zh: "络筒", en: "Winding" },
  warping: { zh: "整经", en: "Warping" },
  weaving: { zh: "织造", en: "Knitting or weaving" },
  dyeing: { zh: "染色", en: "Dyeing" },
  finishing: { zh: "后整理", en: "Finishing" },
  garment: { zh: "成衣", en: "Garment" },
  end_customer: { zh: "终端客户", en: "End customer" },
} satisfies Labels<string>;
export type WhereFound = keyof typeof whereFoundWords;
export const whereFoundPlaces = codesOf(whereFoundWords);

export const demandWords = {
  explanation: { zh: "说明原因", en: "An explanation" },
  technician_visit: { zh: "技术人员上门", en: "A technician's visit" },
  replacement: { zh: "换货", en: "Replacement" },
  return: { zh: "退货", en: "Return" },
  allowance: { zh: "折让", en: "Allowance" },
  compensation: { zh: "赔偿", en: "Compensation" },
  other: { zh: "其他", en: "Other" },
} satisfies Labels<string>;
export type Demand = keyof typeof demandWords;
export const demands = codesOf(demandWords);

export const channelWords = {
  portal: { zh: "门户", en: "Portal" },
  phone: { zh: "电话", en: "Phone" },
  fax: { zh: "传真", en: "Fax" },
  email: { zh: "邮件", en: "E-mail" },
  wechat: { zh: "微信", en: "WeChat" },
  visit: { zh: "来访", en: "Visit" },
  salesperson: { zh: "业务员转", en: "Through the salesperson" },
  dealer: { zh: "经销商转", en: "Through the dealer" },
  b2b_site: { zh: "B2B平台", en: "B2B site" },
  social: { zh: "社交媒体", en: "Social media" },
} satisfies Labels<string>;
export type Channel = keyof typeof channelWords;
export const channels = codesOf(channelWords);

export const validityWords = {
  valid: { zh: "成立", en: "Valid" },
  partly_valid: { zh: "部分成立", en: "Partly valid" },
  not_valid: { zh: "不成立", en: "Not valid" },
  customer_use: { zh: "使用不当", en: "Misuse" },
  undetermined: { zh: "无法判定", en: "Undetermined" },
} satisfies Labels<string>;
export type Validity = keyof typeof validityWords;
export const validities = codesOf(validityWords);

export const responsibilityWords = {
  manufacturer: { zh: "本公司", en: "Manufacturer" },
  raw_material_supplier: { zh: "原料供应商", en: "Raw-material supplier" },
  carrier: { zh: "承运人", en: "Carrier" },
  warehouse: { zh: "仓库", en: "Warehouse" },
  dealer: { zh: "经销商", en: "Dealer" },
  customer: { zh: "客户", en: "Customer" },
  shared: { zh: "共同责任", en: "Shared" },
  undetermined: { zh: "无法判定", en: "Undetermined" },
} satisfies Labels<string>;
export type Responsibility = keyof typeof responsibilityWords;
export const responsibilities = codesOf(responsibilityWords);

export const departmentWords = {
  production: { zh: "生产部", en: "Production" },
  qc: { zh: "品管部", en: "Quality control" },
  technical: { zh: "技术部", en: "Technical" },
  rnd: { zh: "研发部", en: "R&D" },
  logistics: { zh: "储运部", en: "Storage & transport" },
  sales: { zh: "销售部", en: "Sales" },
  warehouse: { zh: "仓库", en: "Warehouse" },
  finance: { zh: "财务部", en: "Finance" },
  marketing: { zh: "市场部", en: "Marketing" },
} satisfies Labels<string>;
export type Department = keyof typeof departmentWords;
export const departments = codesOf(departmentWords);

export const outcomeWords = {
  explanation: { zh: "说明解释", en: "Explanation" },
  return_refund: { zh: "退货冲账", en: "Credit for returned goods" },
  exchange: { zh: "换货", en: "Exchange" },
  rework: { zh: "返修", en: "Rework" },
  allowance: { zh: "折让", en: "Allowance" },
  claim: { zh: "索赔", en: "Claim" },
  shortage: { zh: "补发", en: "Missing goods sent" },
  none: { zh: "不予处理", en: "No remedy" },
} satisfies Labels<string>;
export type Outcome = keyof typeof outcomeWords;
export const outcomes = codesOf(outcomeWords);

export const returnKindWords = {
  return_refund: { zh: "退货冲账", en: "Return for credit" },
  exchange: { zh: "换货", en: "Exchange" },
  rework: { zh: "返修", en: "Rework" },
  allowance: { zh: "折让", en: "Allowance" },
  claim: { zh: "索赔", en: "Claim" },
  shortage: { zh: "补发", en: "Missing goods" },
  commercial_return: { zh: "非质量退货", en: "Commercial return" },
} satisfies Labels<string>;
export type ReturnKind = keyof typeof returnKindWords;
export const returnKinds = codesOf(returnKindWords);

/** What can follow for goods that came back; money for goods that are kept goes through a complaint. */
export const returnOutcomes = ["return_refund", "exchange", "rework", "none"] as const satisfies Outcome[];
export const requestedKinds = [
  "return_refund",
  "exchange",
  "rework",
  "commercial_return",
] as const satisfies ReturnKind[];

export const dispositionWords = {
  restock: { zh: "良品入库", en: "Restock" },
  downgrade: { zh: "降等", en: "Downgrade" },
  rework: { zh: "返工", en: "Rework" },
  scrap: { zh: "报废", en: "Scrap" },
  return_to_customer: { zh: "退回客户", en: "Return to customer" },
  to_supplier: { zh: "退供应商", en: "To supplier" },
} satisfies Labels<string>;
export type Disposition = keyof typeof dispositionWords;
export const dispositions = codesOf(dispositionWords);

export const followUpKindWords = {
  delivery: { zh: "到货回访", en: "After delivery" },
  complaint_1: { zh: "投诉首次回访", en: "First after complaint" },
  complaint_2: { zh: "投诉二次回访", en: "Second after complaint" },
  periodic: { zh: "定期回访", en: "Periodic" },
  dissatisfied: { zh: "不满意跟进", en: "After a low score" },
  training: { zh: "使用培训回访", en: "After training" },
} satisfies Labels<string>;
export type FollowUpKind = keyof typeof followUpKindWords;
export const followUpKinds = codesOf(followUpKindWords);

export const callResultWords = {
  reached: { zh: "已接通", en: "Reached" },
  no_answer: { zh: "无人接听", en: "No answer" },
  refused: { zh: "拒绝", en: "Refused" },
  wrong_number: { zh: "号码有误", en: "Wrong number" },
  deferred: { zh: "改期", en: "Deferred" },
} satisfies Labels<string>;
export type CallResult = keyof typeof callResultWords;
export const callResults = codesOf(callResultWords);

export const satisfactionWords = {
  very_satisfied: { zh: "非常满意", en: "Very satisfied" },
  satisfied: { zh: "满意", en: "Satisfied" },
  neutral: { zh: "一般", en: "Neutral" },
  dissatisfied: { zh: "不满意", en: "Dissatisfied" },
  very_dissatisfied: { zh: "非常不满意", en: "Very dissatisfied" },
} satisfies Labels<string>;
export type Satisfaction = keyof typeof satisfactionWords;
export const satisfactions = codesOf(satisfactionWords);

export const urgencyWords = {
  normal: { zh: "一般", en: "Normal" },
  delivery_at_risk: { zh: "影响我方交期", en: "Our own delivery is at risk" },
  machine_stopped: { zh: "已停机", en: "Machines stopped" },
} satisfies Labels<string>;
export type Urgency = keyof typeof urgencyWords;
export const urgencies = codesOf(urgencyWords);

export const suggestionKindWords = {
  new_function: { zh: "新功能", en: "New function" },
  quality: { zh: "质量", en: "Quality" },
  packing: { zh: "包装", en: "Packing" },
  service: { zh: "服务", en: "Service" },
} satisfies Labels<string>;
export type SuggestionKind = keyof typeof suggestionKindWords;
export const suggestionKinds = codesOf(suggestionKindWords);
