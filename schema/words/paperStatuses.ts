import { codesOf, type Labels } from "./words";

export const quotationStatusWords = {
  draft: { zh: "草稿", en: "Draft" },
  sent: { zh: "已报价", en: "Sent" },
  revised: { zh: "已修订", en: "Revised" },
  accepted: { zh: "已接受", en: "Accepted" },
  expired: { zh: "已过期", en: "Expired" },
  lost: { zh: "未成交", en: "Lost" },
  cancelled: { zh: "已取消", en: "Cancelled" },
} satisfies Labels<string>;
export type QuotationStatus = keyof typeof quotationStatusWords;
export const quotationStatuses = codesOf(quotationStatusWords);

export const documentStatusWords = {
  not_required: { zh: "不需要", en: "Not required" },
  pending: { zh: "待制作", en: "Pending" },
  draft: { zh: "草稿", en: "Draft" },
  customer_check: { zh: "待客户核对", en: "Customer check" },
  issued: { zh: "已出具", en: "Issued" },
  sent: { zh: "已寄出", en: "Sent" },
  superseded: { zh: "已作废替换", en: "Superseded" },
} satisfies Labels<string>;
export type DocumentStatus = keyof typeof documentStatusWords;
export const documentStatuses = codesOf(documentStatusWords);

export const taxInvoiceStatusWords = {
  requested: { zh: "已申请开票", en: "Requested" },
  issued: { zh: "已开票", en: "Issued" },
  delivered: { zh: "已交付", en: "Delivered" },
  red_pending: { zh: "红字待确认", en: "Red letter pending" },
  red_issued: { zh: "已红冲", en: "Red-lettered" },
  void: { zh: "作废", en: "Void" },
} satisfies Labels<string>;
export type TaxInvoiceStatus = keyof typeof taxInvoiceStatusWords;
export const taxInvoiceStatuses = codesOf(taxInvoiceStatusWords);

export const acceptanceBillStatusWords = {
  held: { zh: "持有", en: "Held" },
  endorsed: { zh: "已背书", en: "Endorsed" },
  discounted: { zh: "已贴现", en: "Discounted" },
  presented: { zh: "已提示付款", en: "Presented" },
  paid: { zh: "已兑付", en: "Paid" },
  dishonoured: { zh: "已拒付", en: "Dishonoured" },
} satisfies Labels<string>;
export type AcceptanceBillStatus = keyof typeof acceptanceBillStatusWords;
export const acceptanceBillStatuses = codesOf(acceptanceBillStatusWords);

export const improvementStatusWords = {
  proposed: { zh: "已提出", en: "Proposed" },
  accepted: { zh: "已采纳", en: "Accepted" },
  declined: { zh: "不采纳", en: "Declined" },
  in_progress: { zh: "改进中", en: "In progress" },
  verified: { zh: "已验证", en: "Verified" },
  released: { zh: "已实施", en: "Released" },
  communicated: { zh: "已通报", en: "Communicated" },
} satisfies Labels<string>;
export type ImprovementStatus = keyof typeof improvementStatusWords;
export const improvementStatuses = codesOf(improvementStatusWords);

export const sampleStatusWords = {
  requested: { zh: "已申请", en: "Requested" },
  approved: { zh: "已批准", en: "Approved" },
  preparing: { zh: "准备中", en: "Preparing" },
  sent: { zh: "已寄出", en: "Sent" },
  delivered: { zh: "已签收", en: "Delivered" },
  feedback_ok: { zh: "认可", en: "Approved by customer" },
  feedback_revise: { zh: "需修改", en: "To be revised" },
  feedback_reject: { zh: "不认可", en: "Rejected by customer" },
  archived: { zh: "已归档", en: "Filed" },
} satisfies Labels<string>;
export type SampleStatus = keyof typeof sampleStatusWords;
export const sampleStatuses = codesOf(sampleStatusWords);

export const catalogueStatusWords = {
  draft: { zh: "草稿", en: "Draft" },
  in_review: { zh: "审核中", en: "In review" },
  published: { zh: "已发布", en: "Published" },
  superseded: { zh: "已更新", en: "Superseded" },
  withdrawn: { zh: "已下架", en: "Withdrawn" },
} satisfies Labels<string>;
export type CatalogueStatus = keyof typeof catalogueStatusWords;
export const catalogueStatuses = codesOf(catalogueStatusWords);

export const exportDocumentWords = {
  quotation: { zh: "报价单", en: "Quotation" },
  proforma_invoice: { zh: "形式发票", en: "Proforma invoice" },
  sales_contract: { zh: "销售合同", en: "Sales contract" },
  production_schedule: { zh: "排产单", en: "Production schedule" },
  shipping_marks: { zh: "唛头", en: "Shipping marks" },
  booking_note: { zh: "订舱委托书", en: "Booking note" },
  packing_list: { zh: "箱单", en: "Packing list" },
  commercial_invoice: { zh: "商业发票", en: "Commercial invoice" },
  bill_of_lading: { zh: "提单", en: "Bill of lading" },
  certificate_of_origin: { zh: "原产地证", en: "Certificate of origin" },
  insurance_policy: { zh: "保险单", en: "Insurance policy" },
  inspection_certificate: { zh: "检验证书", en: "Inspection certificate" },
  customs_declaration: { zh: "报关单", en: "Customs declaration" },
  telex_release: { zh: "电放", en: "Telex release" },
  shipping_advice: { zh: "装船通知", en: "Shipping advice" },
  tax_refund: { zh: "出口退税", en: "Export tax refund" },
} satisfies Labels<string>;
export type ExportDocument = keyof typeof exportDocumentWords;
export const exportDocuments = codesOf(exportDocumentWords);
