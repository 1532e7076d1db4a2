import type { CatalogueStatus } from "#schema/words/paperStatuses";
import type { ShipmentStatus } from "#schema/words/shipments";
import type {
  ComplaintStatus,
  DisputeStatus,
  EnquiryStatus,
  FollowUpStatus,
  ImportStatus,
  OrderStatus,
  PartyStatus,
  ReturnStatus,
  StatementStatus,
} from "#schema/words/statuses";

/** plain: nothing to do · brand: under way · info: newly arrived · ok: good · warn: look · bad: wrong. */
export type Tone = "plain" | "brand" | "info" | "ok" | "warn" | "bad";

type Tones<Status extends string> = Partial<Record<Status, Tone>>;

const order: Tones<OrderStatus> = {
  draft: "plain",
  pending_confirmation: "info",
  pending_credit: "warn",
  pending_deposit: "warn",
  shipped: "ok",
  received: "ok",
  closed: "plain",
  on_hold: "warn",
  cancelled: "plain",
  rejected: "bad",
};

const shipment: Tones<ShipmentStatus> = {
  planned: "plain",
  delivered: "info",
  signed: "ok",
  confirmed: "ok",
  signed_with_exception: "warn",
  customs_hold: "warn",
  rolled: "warn",
  refused: "bad",
  returned_to_warehouse: "plain",
  cancelled: "plain",
};

const statement: Tones<StatementStatus> = {
  draft: "plain",
  issued: "info",
  viewed: "info",
  confirmed: "ok",
  confirmed_by_clause: "ok",
  partially_confirmed: "warn",
  disputed: "bad",
  unconfirmed_overdue: "warn",
  superseded: "plain",
  void: "plain",
};

const dispute: Tones<DisputeStatus> = {
  open: "info",
  upheld: "ok",
  rejected: "bad",
  split: "warn",
  withdrawn: "plain",
};

const complaint: Tones<ComplaintStatus> = {
  submitted: "info",
  customer_accepted: "ok",
  customer_rejected: "bad",
  resolved: "ok",
  followup_1_done: "ok",
  followup_2_done: "ok",
  closed: "plain",
  awaiting_customer: "warn",
  merged: "plain",
  withdrawn: "plain",
  reopened: "warn",
};

const returned: Tones<ReturnStatus> = {
  requested: "info",
  rejected: "bad",
  executed: "ok",
  closed: "plain",
  cancelled: "plain",
  expired: "plain",
};

const followUp: Tones<FollowUpStatus> = {
  due: "info",
  attempted: "warn",
  done: "ok",
  refused: "plain",
  escalated: "bad",
  skipped: "plain",
};

const enquiry: Tones<EnquiryStatus> = {
  new: "info",
  won: "ok",
  lost: "plain",
  spam: "plain",
  duplicate: "plain",
};

const party: Tones<PartyStatus> = {
  prospect: "info",
  active: "ok",
  on_watch: "warn",
  suspended: "warn",
  blacklisted: "bad",
  dormant: "plain",
  closed: "plain",
};

const imported: Tones<ImportStatus> = {
  applied: "ok",
  partly_applied: "warn",
  undone: "plain",
  refused: "bad",
};

const catalogue: Tones<CatalogueStatus> = {
  draft: "plain",
  in_review: "info",
  published: "ok",
  superseded: "plain",
  withdrawn: "plain",
};

const tones = {
  catalogue,
  order,
  shipment,
  statement,
  dispute,
  complaint,
  return: returned,
  followUp,
  enquiry,
  party,
  import: imported,
};

/** The colour of a status; what is simply under way carries the house colour. */
export function toneOf(noun: keyof typeof tones, status: string): Tone {
  const named: Partial<Record<string, Tone>> = tones[noun];
  return named[status] ?? "brand";
}
