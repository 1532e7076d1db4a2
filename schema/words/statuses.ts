import { codesOf, type Labels } from "./words";

export const orderStatusWords = {
  draft: { zh: "草稿", en: "Draft" },
  pending_confirmation: { zh: "待确认", en: "Awaiting confirmation" },
  pending_credit: { zh: "待信用审批", en: "Credit check" },
  pending_deposit: { zh: "待定金/信用证", en: "Awaiting deposit/L/C" },
  confirmed: { zh: "已确认", en: "Confirmed" },
  scheduled: { zh: "已排产", en: "Scheduled" },
  in_production: { zh: "生产中", en: "In production" },
  inspecting: { zh: "验货中", en: "Under inspection" },
  ready: { zh: "待发货", en: "Ready to ship" },
  partially_shipped: { zh: "部分发货", en: "Partially shipped" },
  shipped: { zh: "已发货", en: "Shipped" },
  received: { zh: "已签收", en: "Received" },
  closed: { zh: "已完结", en: "Closed" },
  on_hold: { zh: "已暂停", en: "On hold" },
  cancelled: { zh: "已取消", en: "Cancelled" },
  rejected: { zh: "未接单", en: "Declined" },
} satisfies Labels<string>;
export type OrderStatus = keyof typeof orderStatusWords;
export const orderStatuses = codesOf(orderStatusWords);

export const orderLineStageWords = {
  confirmed: { zh: "已确认", en: "Confirmed" },
  scheduled: { zh: "已排产", en: "Scheduled" },
  in_production: { zh: "生产中", en: "In production" },
  inspecting: { zh: "验货中", en: "Under inspection" },
  ready: { zh: "待发货", en: "Ready to ship" },
  partially_shipped: { zh: "部分发货", en: "Partially shipped" },
  shipped: { zh: "已发货", en: "Shipped" },
  received: { zh: "已签收", en: "Received" },
  cancelled: { zh: "已取消", en: "Cancelled" },
} satisfies Labels<string>;
export type OrderLineStage = keyof typeof orderLineStageWords;
export const orderLineStages = codesOf(orderLineStageWords);

export const statementStatusWords = {
  draft: { zh: "草稿", en: "Draft" },
  issued: { zh: "待确认", en: "Issued" },
  viewed: { zh: "已查看", en: "Viewed" },
  confirmed: { zh: "已确认", en: "Confirmed" },
  confirmed_by_clause: { zh: "依约视为确认", en: "Confirmed by clause" },
  partially_confirmed: { zh: "部分确认", en: "Partly confirmed" },
  disputed: { zh: "有异议", en: "Disputed" },
  adjusted: { zh: "已调整", en: "Adjusted" },
  unconfirmed_overdue: { zh: "逾期未确认", en: "Overdue, unconfirmed" },
  superseded: { zh: "已被新版替代", en: "Superseded" },
  void: { zh: "作废", en: "Void" },
} satisfies Labels<string>;
export type StatementStatus = keyof typeof statementStatusWords;
export const statementStatuses = codesOf(statementStatusWords);

export const disputeStatusWords = {
  open: { zh: "待处理", en: "Open" },
  under_review: { zh: "核查中", en: "Under review" },
  upheld: { zh: "成立已调整", en: "Upheld" },
  rejected: { zh: "不成立", en: "Rejected" },
  split: { zh: "部分成立", en: "Partly upheld" },
  withdrawn: { zh: "已撤回", en: "Withdrawn" },
} satisfies Labels<string>;
export type DisputeStatus = keyof typeof disputeStatusWords;
export const disputeStatuses = codesOf(disputeStatusWords);

export const complaintStatusWords = {
  submitted: { zh: "已提交", en: "Submitted" },
  accepted: { zh: "已受理", en: "Accepted" },
  analysing: { zh: "分析中", en: "Being analysed" },
  routed: { zh: "已转责任部门", en: "Routed" },
  investigating: { zh: "组织分析", en: "Joint analysis" },
  liability_set: { zh: "责任已判定", en: "Responsibility set" },
  appraising: { zh: "技术鉴定中", en: "Appraisal" },
  resolution_proposed: { zh: "已拟方案", en: "Resolution drafted" },
  resolution_approved: { zh: "方案已批准", en: "Approved" },
  replied: { zh: "已回复客户", en: "Replied" },
  customer_accepted: { zh: "客户接受", en: "Accepted by customer" },
  customer_rejected: { zh: "客户不接受", en: "Rejected by customer" },
  executing: { zh: "执行中", en: "Executing" },
  resolved: { zh: "已解决", en: "Resolved" },
  followup_1_done: { zh: "首次回访完成", en: "1st follow-up done" },
  followup_2_done: { zh: "二次回访完成", en: "2nd follow-up done" },
  closed: { zh: "已结案", en: "Closed" },
  awaiting_customer: { zh: "待客户补充", en: "Waiting for customer" },
  merged: { zh: "已合并", en: "Merged" },
  withdrawn: { zh: "客户撤诉", en: "Withdrawn" },
  reopened: { zh: "重新打开", en: "Reopened" },
} satisfies Labels<string>;
export type ComplaintStatus = keyof typeof complaintStatusWords;
export const complaintStatuses = codesOf(complaintStatusWords);

export const returnStatusWords = {
  requested: { zh: "已申请", en: "Requested" },
  reviewing: { zh: "审核中", en: "Reviewing" },
  approved: { zh: "已批准", en: "Approved" },
  rejected: { zh: "已驳回", en: "Rejected" },
  in_transit: { zh: "退货在途", en: "In transit" },
  received: { zh: "仓库已收", en: "Received" },
  inspecting: { zh: "检验中", en: "Inspecting" },
  inspected: { zh: "检验完成", en: "Inspected" },
  decided: { zh: "已定处置", en: "Decided" },
  executed: { zh: "已执行", en: "Executed" },
  closed: { zh: "已结案", en: "Closed" },
  cancelled: { zh: "已取消", en: "Cancelled" },
  expired: { zh: "已过期", en: "Expired" },
} satisfies Labels<string>;
export type ReturnStatus = keyof typeof returnStatusWords;
export const returnStatuses = codesOf(returnStatusWords);

export const followUpStatusWords = {
  due: { zh: "待回访", en: "Due" },
  attempted: { zh: "未接通", en: "Attempted" },
  done: { zh: "已完成", en: "Done" },
  refused: { zh: "拒绝回访", en: "Refused" },
  escalated: { zh: "已升级", en: "Escalated" },
  skipped: { zh: "已免回访", en: "Waived" },
} satisfies Labels<string>;
export type FollowUpStatus = keyof typeof followUpStatusWords;
export const followUpStatuses = codesOf(followUpStatusWords);

export const enquiryStatusWords = {
  new: { zh: "新询盘", en: "New" },
  assigned: { zh: "已分配", en: "Assigned" },
  contacted: { zh: "已联系", en: "Contacted" },
  quoted: { zh: "已报价", en: "Quoted" },
  sampling: { zh: "寄样中", en: "Sampling" },
  negotiating: { zh: "洽谈中", en: "Negotiating" },
  won: { zh: "成交", en: "Won" },
  lost: { zh: "未成交", en: "Lost" },
  spam: { zh: "垃圾", en: "Spam" },
  duplicate: { zh: "重复", en: "Duplicate" },
} satisfies Labels<string>;
export type EnquiryStatus = keyof typeof enquiryStatusWords;
export const enquiryStatuses = codesOf(enquiryStatusWords);

export const partyStatusWords = {
  prospect: { zh: "潜在", en: "Prospect" },
  active: { zh: "合作中", en: "Active" },
  on_watch: { zh: "关注", en: "On watch" },
  suspended: { zh: "暂停", en: "Suspended" },
  blacklisted: { zh: "黑名单", en: "Blacklisted" },
  dormant: { zh: "休眠", en: "Dormant" },
  closed: { zh: "已关闭", en: "Closed" },
} satisfies Labels<string>;
export type PartyStatus = keyof typeof partyStatusWords;
export const partyStatuses = codesOf(partyStatusWords);

export const personStatusWords = {
  invited: { zh: "已邀请", en: "Invited" },
  active: { zh: "可登录", en: "Active" },
  locked: { zh: "已锁定", en: "Locked" },
  disabled: { zh: "已停用", en: "Disabled" },
} satisfies Labels<string>;
export type PersonStatus = keyof typeof personStatusWords;
export const personStatuses = codesOf(personStatusWords);

export const importStatusWords = {
  uploaded: { zh: "已上传", en: "Uploaded" },
  mapped: { zh: "已对应列", en: "Columns mapped" },
  dry_run: { zh: "试运行完成", en: "Dry run done" },
  approved: { zh: "已批准", en: "Approved" },
  applying: { zh: "导入中", en: "Applying" },
  applied: { zh: "已导入", en: "Applied" },
  partly_applied: { zh: "部分导入", en: "Partly applied" },
  undone: { zh: "已撤销", en: "Undone" },
  refused: { zh: "未导入", en: "Refused" },
} satisfies Labels<string>;
export type ImportStatus = keyof typeof importStatusWords;
export const importStatuses = codesOf(importStatusWords);

export const jobStatusWords = {
  waiting: { zh: "等待", en: "Waiting" },
  running: { zh: "运行中", en: "Running" },
  done: { zh: "已完成", en: "Done" },
  failed: { zh: "失败待重试", en: "Failed, will retry" },
  dead: { zh: "已放弃", en: "Given up" },
} satisfies Labels<string>;
export type JobStatus = keyof typeof jobStatusWords;
export const jobStatuses = codesOf(jobStatusWords);
