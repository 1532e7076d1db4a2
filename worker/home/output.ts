import { z } from "zod";
import { shipmentStatuses } from "#schema/words/shipments";
import { orderStatuses } from "#schema/words/statuses";
import { PartyBrief } from "../parties/brief";

const minor = z.number().int();
const maybe = z.string().nullable();

/** Something that somebody of this party is to do next. */
const Waiting = z.object({
  noun: z.enum(["statement", "shipment", "complaint", "return"]),
  reference: z.string(),
  status: z.string(),
  party: PartyBrief.nullable(),
  since: maybe, // An instant.
  due: maybe, // A business date.
  about: maybe, // A month, a lot, a waybill: whatever names it to people.
});

const OpenOrder = z.object({
  reference: z.string(),
  status: z.enum(orderStatuses),
  party: PartyBrief,
  customerPo: maybe,
  orderedOn: z.string(),
  promisedOn: maybe,
});
const OnTheWay = z.object({
  reference: z.string(),
  status: z.enum(shipmentStatuses),
  market: z.string(),
  party: PartyBrief,
  dispatchedOn: maybe,
  eta: maybe,
  carrier: maybe,
  vessel: maybe,
});
const Balance = z.object({ currency: z.string(), balanceMinor: minor, overdueMinor: minor });

export const PartnerHome = z.object({
  waiting: z.array(Waiting),
  orders: z.array(OpenOrder),
  shipments: z.array(OnTheWay),
  balances: z.array(Balance).nullable(), // Null: not for this reader.
});
export type PartnerHome = z.infer<typeof PartnerHome>;

export const queueNames = [
  "complaints_late",
  "complaints_to_accept",
  "complaints_open",
  "complaint_tasks",
  "orders_to_confirm",
  "orders_on_credit",
  "shipments_to_send",
  "returns_to_review",
  "returns_to_receive",
  "returns_to_inspect",
  "returns_to_decide",
  "returns_to_credit",
  "statements_unanswered",
  "disputes_open",
  "follow_ups_due",
  "enquiries_new",
  "imports_waiting",
] as const;
export type QueueName = (typeof queueNames)[number];

const Queue = z.object({ name: z.enum(queueNames), count: z.number().int(), oldest: maybe });

export const HomeView = z
  .object({
    unread: z.number().int(), // Notices.
    partner: PartnerHome.nullable(),
    staff: z.object({ queues: z.array(Queue) }).nullable(),
  })
  .meta({ id: "Home" });
export type HomeView = z.infer<typeof HomeView>;
