import type { HomeView } from "#worker/api";
import { paths } from "./paths";
import type { Tone } from "./tones";

export type Queue = NonNullable<HomeView["staff"]>["queues"][number];

const at = (path: string, conditions: Record<string, string> = {}) => {
  const query = new URLSearchParams(conditions).toString();
  return query ? `${path}?${query}` : path;
};

/** Where the work of each queue is done. */
export const queuePaths: Record<Queue["name"], string> = {
  complaints_late: paths.deskComplaints,
  complaints_to_accept: paths.deskComplaints,
  complaints_open: paths.deskComplaints,
  complaint_tasks: paths.deskComplaints,
  orders_to_confirm: paths.deskOrders,
  orders_on_credit: at(paths.deskOrders, { tab: "pending_credit" }),
  shipments_to_send: paths.deskShipments,
  returns_to_review: at(paths.deskReturns, { status: "requested" }),
  returns_to_receive: at(paths.deskReturns, { status: "in_transit" }),
  returns_to_inspect: at(paths.deskReturns, { status: "received" }),
  returns_to_decide: at(paths.deskReturns, { status: "inspected" }),
  returns_to_credit: at(paths.deskReturns, { status: "decided" }),
  statements_unanswered: paths.deskStatements,
  disputes_open: paths.deskStatements,
  follow_ups_due: paths.followUps,
  enquiries_new: at(paths.enquiries, { status: "new" }),
  imports_waiting: paths.imports,
};

const grave: Queue["name"][] = ["complaints_late", "disputes_open"];

/** Red is kept for what has gone wrong already. */
export const queueTone = ({ name, count }: Queue): Tone | undefined =>
  count > 0 && grave.includes(name) ? "bad" : undefined;

/** What there is to do comes first; the order of the list is that of its urgency. */
export const byWork = (queues: Queue[]) => [
  ...queues.filter(({ count }) => count > 0),
  ...queues.filter(({ count }) => count === 0),
];
