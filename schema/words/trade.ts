import { codesOf, type Labels } from "./words";

export const partyKindWords = {
  company: { zh: "本公司", en: "Company" },
  outlet: { zh: "档口/办事处", en: "Outlet" },
  dealer: { zh: "经销商", en: "Dealer" },
  customer: { zh: "客户", en: "Customer" },
  export_buyer: { zh: "外商客户", en: "Export buyer" },
  prospect: { zh: "潜在客户", en: "Prospect" },
  end_user: { zh: "终端用户", en: "End user" },
  service_provider: { zh: "服务商", en: "Service provider" },
} satisfies Labels<string>;
export type PartyKind = keyof typeof partyKindWords;
export const partyKinds = codesOf(partyKindWords);

export const outletKindWords = {
  stall: { zh: "档口", en: "Stall" },
  office: { zh: "办事处", en: "Regional office" },
} satisfies Labels<string>;
export type OutletKind = keyof typeof outletKindWords;
export const outletKinds = codesOf(outletKindWords);

export const outletOperationWords = {
  direct: { zh: "直营", en: "Company-run" },
  contracted: { zh: "承包", en: "Contracted" },
} satisfies Labels<string>;
export type OutletOperation = keyof typeof outletOperationWords;
export const outletOperations = codesOf(outletOperationWords);

export const tradingModelWords = {
  resale: { zh: "转售", en: "Resale" },
  direct_bill: { zh: "直供开票", en: "Billed directly" },
} satisfies Labels<string>;
export type TradingModel = keyof typeof tradingModelWords;
export const tradingModels = codesOf(tradingModelWords);

export const levelWords = {
  A: { zh: "A级", en: "A" },
  B: { zh: "B级", en: "B" },
  C: { zh: "C级", en: "C" },
  D: { zh: "D级", en: "D" },
  N: { zh: "未评级", en: "Not graded" },
} satisfies Labels<string>;
export type Level = keyof typeof levelWords;
export const levels = codesOf(levelWords);

export const taxpayerKindWords = {
  general: { zh: "一般纳税人", en: "General VAT payer" },
  small_scale: { zh: "小规模纳税人", en: "Small-scale VAT payer" },
  individual: { zh: "个体工商户", en: "Sole trader" },
  none: { zh: "无", en: "None" },
} satisfies Labels<string>;
export type TaxpayerKind = keyof typeof taxpayerKindWords;
export const taxpayerKinds = codesOf(taxpayerKindWords);

export const contactRoleWords = {
  purchaser: { zh: "采购人员", en: "Purchasing contact" },
  finance: { zh: "财务", en: "Finance" },
  warehouse: { zh: "仓库", en: "Warehouse" },
  quality: { zh: "质量", en: "Quality" },
  owner: { zh: "负责人", en: "Owner" },
  legal_rep: { zh: "法定代表人", en: "Legal representative" },
  document: { zh: "单证", en: "Documents" },
  after_sales: { zh: "售后", en: "After-sales" },
} satisfies Labels<string>;
export type ContactRole = keyof typeof contactRoleWords;
export const contactRoles = codesOf(contactRoleWords);

export const partnerRoleWords = {
  owner: { zh: "负责人", en: "Owner" },
  buyer: { zh: "采购", en: "Buyer" },
  approver: { zh: "审批", en: "Approver" },
  finance: { zh: "财务", en: "Finance" },
  receiver: { zh: "收货", en: "Receiver" },
  service: { zh: "售后联系", en: "Service" },
  viewer: { zh: "只读", en: "Viewer" },
} satisfies Labels<string>;
export type PartnerRole = keyof typeof partnerRoleWords;
export const partnerRoles = codesOf(partnerRoleWords);

export const staffRoleWords = {
  general_manager: { zh: "总经理", en: "General manager" },
  sales_manager: { zh: "销售经理", en: "Sales manager" },
  domestic_sales: { zh: "内贸业务员", en: "Domestic sales" },
  export_sales: { zh: "外贸业务员", en: "Export sales" },
  after_sales: { zh: "售后服务", en: "After-sales service" },
  after_sales_lead: { zh: "售后主管", en: "After-sales lead" },
  finance: { zh: "财务", en: "Finance" },
  logistics: { zh: "储运", en: "Storage & transport" },
  production_planner: { zh: "生产计划", en: "Production planner" },
  qc: { zh: "品管", en: "Quality control" },
  technical: { zh: "技术", en: "Technical" },
  rnd: { zh: "研发", en: "R&D" },
  catalog_editor: { zh: "产品目录编辑", en: "Catalogue editor" },
  outlet_manager: { zh: "档口负责人", en: "Outlet manager" },
  outlet_clerk: { zh: "档口店员", en: "Outlet clerk" },
  admin: { zh: "系统管理员", en: "Administrator" },
  auditor: { zh: "审计(只读)", en: "Auditor (read only)" },
} satisfies Labels<string>;
export type StaffRole = keyof typeof staffRoleWords;
export const staffRoles = codesOf(staffRoleWords);

export const orderKindWords = {
  standard: { zh: "常规订单", en: "Standard" },
  special: { zh: "特殊订单", en: "Special order" },
  sample: { zh: "样品单", en: "Sample order" },
  replacement: { zh: "换货单", en: "Replacement" },
  foc: { zh: "免费订单", en: "Free of charge" },
} satisfies Labels<string>;
export type OrderKind = keyof typeof orderKindWords;
export const orderKinds = codesOf(orderKindWords);

export const marketWords = {
  domestic: { zh: "内贸", en: "Domestic" },
  export: { zh: "外贸", en: "Export" },
} satisfies Labels<string>;
export type Market = keyof typeof marketWords;
export const markets = codesOf(marketWords);

export const priceTermWords = {
  ex_works: { zh: "出厂价", en: "Ex works" },
  delivered: { zh: "送到价", en: "Delivered" },
  ex_stall: { zh: "档口自提", en: "Ex stall" },
  EXW: { zh: "EXW 工厂交货", en: "EXW" },
  FCA: { zh: "FCA 货交承运人", en: "FCA" },
  FOB: { zh: "FOB 船上交货", en: "FOB" },
  CFR: { zh: "CFR 成本加运费", en: "CFR" },
  CIF: { zh: "CIF 成本保险费加运费", en: "CIF" },
  CPT: { zh: "CPT 运费付至", en: "CPT" },
  CIP: { zh: "CIP 运费保险费付至", en: "CIP" },
  DAP: { zh: "DAP 目的地交货", en: "DAP" },
  DDP: { zh: "DDP 完税后交货", en: "DDP" },
} satisfies Labels<string>;
export type PriceTerm = keyof typeof priceTermWords;
export const priceTerms = codesOf(priceTermWords);

export const unitWords = {
  kg: { zh: "公斤", en: "kg" },
  t: { zh: "吨", en: "t" },
  m: { zh: "米", en: "m" },
  pc: { zh: "件", en: "pc" },
  cone: { zh: "筒", en: "cone" },
  carton: { zh: "箱", en: "carton" },
  pallet: { zh: "托", en: "pallet" },
  bag: { zh: "包", en: "bag" },
} satisfies Labels<string>;
export type Unit = keyof typeof unitWords;
export const units = codesOf(unitWords);

export const priceListKindWords = {
  list: { zh: "基础价", en: "Base list" },
  level: { zh: "级别价", en: "Level list" },
  party: { zh: "客户价", en: "Party price" },
  contract: { zh: "合同价", en: "Contract price" },
  promo: { zh: "促销价", en: "Promotion" },
} satisfies Labels<string>;
export type PriceListKind = keyof typeof priceListKindWords;
export const priceListKinds = codesOf(priceListKindWords);

export const settlementWeightWords = {
  net_actual: { zh: "实际净重", en: "Actual net weight" },
  conditioned: { zh: "公定重量", en: "Conditioned weight" },
} satisfies Labels<string>;
export type SettlementWeight = keyof typeof settlementWeightWords;
export const settlementWeights = codesOf(settlementWeightWords);

export const visibilityWords = {
  public: { zh: "公开", en: "Public" },
  registered: { zh: "登录可见", en: "Signed-in partners" },
  domestic: { zh: "仅内贸", en: "Domestic only" },
  export: { zh: "仅外贸", en: "Export only" },
  selected: { zh: "指定客户", en: "Selected parties" },
  staff: { zh: "仅内部", en: "Staff only" },
} satisfies Labels<string>;
export type Visibility = keyof typeof visibilityWords;
export const visibilities = codesOf(visibilityWords);

export const enquirySourceWords = {
  portal: { zh: "门户", en: "Portal" },
  b2b_site: { zh: "B2B平台", en: "B2B site" },
  fair: { zh: "展会", en: "Fair" },
  phone: { zh: "电话", en: "Phone" },
  email: { zh: "邮件", en: "E-mail" },
  dealer: { zh: "经销商转", en: "Through a dealer" },
  follow_up: { zh: "回访", en: "Follow-up call" },
} satisfies Labels<string>;
export type EnquirySource = keyof typeof enquirySourceWords;
export const enquirySources = codesOf(enquirySourceWords);
