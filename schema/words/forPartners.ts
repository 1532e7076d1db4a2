import {
  type ComplaintStatus,
  complaintStatusWords,
  type OrderStatus,
  orderStatusWords,
  type PartyStatus,
  partyStatusWords,
} from "./statuses";
import { codesOf, type Labels, type Words } from "./words";

const askYourSalesperson: Words = {
  zh: "请联系业务员",
  en: "Please contact your sales representative",
};

/** What a partner may read about a party's standing: never how we judge it. */
export const partyStatusForPartners: Labels<PartyStatus> = {
  ...partyStatusWords,
  on_watch: askYourSalesperson,
  suspended: askYourSalesperson,
  blacklisted: askYourSalesperson,
};

export const orderStatusForPartners: Labels<OrderStatus> = {
  ...orderStatusWords,
  pending_credit: orderStatusWords.pending_confirmation, // That credit was questioned stays in the house.
};

export const orderStepWords = {
  submitted: { zh: "已提交", en: "Submitted" },
  confirmed: { zh: "已确认", en: "Confirmed" },
  in_production: { zh: "生产中", en: "In production" },
  shipped: { zh: "已发货", en: "Shipped" },
  received: { zh: "已签收", en: "Received" },
} satisfies Labels<string>;
export type OrderStep = keyof typeof orderStepWords;
export const orderSteps = codesOf(orderStepWords);

/** The furthest step reached; none while it is a draft, or no longer on its way. */
export const orderStepOf: Record<OrderStatus, OrderStep | null> = {
  draft: null,
  pending_confirmation: "submitted",
  pending_credit: "submitted",
  pending_deposit: "submitted",
  confirmed: "confirmed",
  scheduled: "confirmed",
  in_production: "in_production",
  inspecting: "in_production",
  ready: "in_production",
  partially_shipped: "shipped",
  shipped: "shipped",
  received: "received",
  closed: "received",
  on_hold: null,
  cancelled: null,
  rejected: null,
};

export const complaintStageWords = {
  submitted: { zh: "已提交", en: "Submitted" },
  accepted: { zh: "已受理", en: "Accepted" },
  investigating: { zh: "调查分析", en: "Investigation" },
  deciding: { zh: "方案确认", en: "Solution" },
  executing: { zh: "处理执行", en: "Being carried out" },
  closing: { zh: "回访结案", en: "Follow-up and close" },
} satisfies Labels<string>;
export type ComplaintStage = keyof typeof complaintStageWords;
export const complaintStages = codesOf(complaintStageWords);

/** The stage a partner sees; none where the status alone does not tell how far it came. */
export const complaintStageOf: Record<ComplaintStatus, ComplaintStage | null> = {
  submitted: "submitted",
  accepted: "accepted",
  analysing: "investigating",
  routed: "investigating",
  investigating: "investigating",
  liability_set: "investigating",
  appraising: "investigating",
  resolution_proposed: "deciding",
  resolution_approved: "deciding",
  replied: "deciding",
  customer_accepted: "deciding",
  customer_rejected: "deciding",
  executing: "executing",
  resolved: "executing",
  followup_1_done: "closing",
  followup_2_done: "closing",
  closed: "closing",
  awaiting_customer: null,
  merged: null,
  withdrawn: null,
  reopened: "investigating",
};

const beingPrepared: Words = { zh: "方案准备中", en: "Preparing our answer" };

export const complaintStatusForPartners: Labels<ComplaintStatus> = {
  ...complaintStatusWords,
  analysing: complaintStageWords.investigating,
  routed: complaintStageWords.investigating,
  investigating: complaintStageWords.investigating,
  liability_set: complaintStageWords.investigating,
  appraising: complaintStageWords.investigating,
  resolution_proposed: beingPrepared,
  resolution_approved: beingPrepared,
  replied: { zh: "已回复,待您确认", en: "Answered, waiting for you" },
  customer_accepted: { zh: "您已接受方案", en: "You accepted" },
  customer_rejected: { zh: "您未接受方案", en: "You did not accept" },
  followup_1_done: { zh: "回访中", en: "Following up" },
  followup_2_done: { zh: "回访中", en: "Following up" },
  awaiting_customer: { zh: "待您补充", en: "Waiting for you" },
  withdrawn: { zh: "已撤诉", en: "Withdrawn" },
};
