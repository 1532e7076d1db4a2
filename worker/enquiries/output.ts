import { z } from "zod";
import type { Enquiry } from "#schema/enquiries";
import type { Party } from "#schema/parties";
import { enquiryStatuses } from "#schema/words/statuses";
import { type Actor, isStaff } from "../actor";
import { type EventRow, EventView, presentEvents } from "../events";
import { MoveView } from "../moves";
import { PartyBrief, presentBrief } from "../parties/brief";
import { moves, openMoves } from "./lifecycle";
import { mayMove } from "./policy";

const text = z.string().nullable();

/** What whoever sent it gets back, a stranger too. */
export const EnquiryReceipt = z
  .object({
    reference: z.string(),
    status: z.enum(enquiryStatuses),
    receivedAt: z.string(),
    answerBy: z.string(),
  })
  .meta({ id: "EnquiryReceipt" });

export const EnquiryBrief = EnquiryReceipt.extend({
  party: PartyBrief.nullable(),
  company: text,
  name: z.string(),
  country: text,
  product: text,
  late: z.boolean(),
  assignedTo: text,
}).meta({ id: "EnquiryBrief" });
export type EnquiryBrief = z.infer<typeof EnquiryBrief>;

export const EnquiryView = EnquiryBrief.extend({
  email: text,
  phone: text,
  language: z.enum(["zh", "en"]),
  quantityMilli: z.number().int().nullable(),
  body: z.string(),
  answer: text,
  answeredAt: text,
  lostReason: text,
  events: z.array(EventView),
  moves: z.array(MoveView),
  version: z.number().int(),
}).meta({ id: "Enquiry" });
export type EnquiryView = z.infer<typeof EnquiryView>;

export type EnquiryRow = { enquiry: Enquiry; party: Party | null; assignee: string | null };
export type EnquiryPage = { row: EnquiryRow; events: EventRow[] };

export function presentReceipt({ reference, status, receivedAt, answerBy }: Enquiry) {
  return { reference, status, receivedAt: receivedAt.toISOString(), answerBy: answerBy.toISOString() };
}

/** Customers see that it is spam or a duplicate as little as whose desk it lies on. */
export function presentBriefEnquiry(
  actor: Actor,
  { enquiry, party, assignee }: EnquiryRow,
  now: Date,
): EnquiryBrief {
  const { company, name, country, productRef, status, answeredAt, answerBy } = enquiry;
  const staff = isStaff(actor);
  const waits = status === "new" || status === "assigned";
  const quiet = status === "spam" || status === "duplicate";
  return {
    ...presentReceipt(enquiry),
    status: quiet && !staff ? "lost" : status,
    party: party && presentBrief(party),
    company,
    name,
    country,
    product: productRef,
    late: waits && !answeredAt && answerBy < now,
    assignedTo: staff ? assignee : null,
  };
}

export function presentEnquiry(actor: Actor, { row, events }: EnquiryPage, now: Date): EnquiryView {
  const { email, phone, language, quantityMilli, body, answer, answeredAt, lostReason, status, version } =
    row.enquiry;
  const staff = isStaff(actor);
  const open = mayMove(actor) ? moves.filter((move) => openMoves(status).includes(move)) : [];
  return {
    ...presentBriefEnquiry(actor, row, now),
    email,
    phone,
    language,
    quantityMilli,
    body,
    answer,
    answeredAt: answeredAt?.toISOString() ?? null,
    lostReason: staff ? lostReason : null,
    events: presentEvents(events, staff),
    moves: open.map((move) => ({ move, open: true, reason: null })),
    version,
  };
}
