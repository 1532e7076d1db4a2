import { z } from "zod";
import type { complaintMessages } from "#schema/complaints";
import type { StoredFile } from "#schema/files";
import type { FollowUp } from "#schema/followUps";
import type { Person } from "#schema/people";
import { complaintStageOf, complaintStages } from "#schema/words/forPartners";
import { demands, departments, outcomes, whereFoundPlaces } from "#schema/words/quality";
import { complaintStatuses } from "#schema/words/statuses";
import { type Actor, isStaff } from "../actor";
import { type EventRow, EventView, presentEvents } from "../events";
import { FileView, presentFile } from "../files/output";
import { iso } from "../http";
import { MoveView } from "../moves";
import { ComplaintBrief, type ComplaintRow, presentBriefComplaint, shownStatus } from "./brief";
import { clockNames, clockTimes } from "./clocks";
import { type Inside, InsideView, presentInside } from "./inside";
import { isComplainant, readsAmounts, readsAnswers } from "./policy";
import { presentMoves } from "./presentMoves";

const MessageView = z.object({
  id: z.string(),
  kind: z.enum(["to_customer", "from_customer"]),
  body: z.string(),
  at: z.string(),
  mine: z.boolean(),
  by: z.string().nullable(), // Staff read names; a customer reads "us" as null.
  files: z.array(FileView),
});

export const ComplaintView = ComplaintBrief.extend({
  description: z.string(),
  whereFound: z.enum(whereFoundPlaces).nullable(),
  machine: z.string().nullable(),
  machineStopped: z.boolean(),
  complained: z.number().int().nullable(),
  unopened: z.number().int().nullable(),
  used: z.number().int().nullable(),
  demand: z.enum(demands).nullable(),
  demandMinor: z.number().int().nullable(),
  dyeLotNo: z.string().nullable(),
  boughtFrom: z.string().nullable(),
  channel: z.string(),
  lateObjection: z.boolean(),
  shipment: z.string().nullable(),
  currency: z.string(),
  stages: z.array(z.object({ stage: z.enum(complaintStages), at: z.string().nullable() })),
  clocks: z.array(
    z.object({ clock: z.enum(clockNames), due: z.string().nullable(), met: z.string().nullable() }),
  ),
  tasks: z.array(
    z.object({ department: z.enum(departments), dueAt: z.string(), doneAt: z.string().nullable() }),
  ),
  question: z.string().nullable(),
  answer: z
    .object({
      reply: z.string(),
      outcome: z.enum(outcomes).nullable(),
      amountMinor: z.number().int().nullable(),
      quantity: z.number().int().nullable(),
      at: z.string(),
    })
    .nullable(),
  messages: z.array(MessageView),
  files: z.array(FileView),
  followUps: z.array(
    z.object({ reference: z.string(), kind: z.string(), status: z.string(), dueOn: z.string() }),
  ),
  events: z.array(EventView),
  moves: z.array(MoveView),
  mayAnswer: z.boolean(),
  inside: InsideView.nullable(),
}).meta({ id: "Complaint" });
export type ComplaintView = z.infer<typeof ComplaintView>;

export type Message = typeof complaintMessages.$inferSelect & { authorName: string | null };
export type ComplaintPage = {
  row: ComplaintRow;
  billToId: string | null;
  shipment: string | null;
  submitter: Pick<Person, "id" | "name" | "email" | "phone" | "language"> | null;
  messages: Message[];
  files: StoredFile[];
  followUps: FollowUp[];
  events: EventRow[];
  inside: Inside;
  now: Date;
};

/** The whole complaint as this actor may read it; what we think among ourselves is under `inside`. */
export function presentComplaint(actor: Actor, page: ComplaintPage): ComplaintView {
  const { row, billToId, shipment, now } = page;
  const { complaint } = row;
  const staff = isStaff(actor);
  const mine = isComplainant(actor, complaint);
  const near = readsAnswers(actor, complaint, billToId);
  return {
    ...presentBriefComplaint(actor, row, now),
    ...whatHappened(actor, page),
    shipment: actor.kind === "guest" ? null : shipment,
    stages: stagesOf(page.events),
    clocks: clocksOf(page),
    tasks: page.inside.tasks.map(({ department, dueAt, doneAt }) => ({
      department,
      dueAt: dueAt.toISOString(),
      doneAt: iso(doneAt),
    })),
    question: near ? questionOf(page) : null,
    answer: near ? answerOf(actor, page) : null,
    messages: near ? page.messages.flatMap((message) => presentMessage(actor, page, message)) : [],
    files: page.files.filter((file) => ownFile(page, file) && (near || staff)).map(presentFile),
    followUps: page.followUps.map(({ reference, kind, status, dueOn }) => ({
      reference,
      kind,
      status,
      dueOn,
    })),
    events: presentEvents(
      page.events.filter(({ type }) => staff || !amongUs.includes(type)),
      staff,
    ).map((event) => ({
      ...event,
      ...shownChange(actor, event),
      reason: near ? event.reason : null,
    })),
    moves: presentMoves(actor, page),
    mayAnswer: mine && !["merged", "withdrawn"].includes(complaint.status),
    inside: staff ? presentInside(actor, page) : null,
  };
}

/** Facts of how we come to an answer, whatever they were marked as when they were written. */
export const amongUs = [
  "complaint.liability_set",
  "complaint.resolution_proposed",
  "complaint.resolution_endorsed",
  "complaint.resolution_approved",
  "complaint.resolution_declined",
  "complaint.appraised",
  "complaint.noted",
  "complaint.joined_by",
];

function whatHappened(actor: Actor, { row: { complaint }, billToId }: ComplaintPage) {
  const {
    description,
    whereFound,
    machine,
    machineStopped,
    demand,
    dyeLotNo,
    channel,
    lateObjection,
    currency,
  } = complaint;
  const staff = isStaff(actor);
  const mine = isComplainant(actor, complaint);
  return {
    description,
    whereFound,
    machine,
    machineStopped,
    demand,
    dyeLotNo,
    channel,
    currency,
    complained: complaint.complainedMilli,
    unopened: complaint.unopenedMilli,
    used: complaint.usedMilli,
    // What they ask for is their own figure, or one that we judge among those who see amounts.
    demandMinor: mine || (staff && readsAmounts(actor, billToId)) ? complaint.demandMinor : null,
    boughtFrom: staff || mine ? complaint.boughtFrom : null,
    lateObjection: staff && lateObjection,
  };
}

function answerOf(actor: Actor, { row: { complaint }, billToId }: ComplaintPage) {
  const { reply, repliedAt, outcome, outcomeMinor, outcomeMilli } = complaint;
  if (!reply || !repliedAt) return null;
  return {
    reply,
    outcome,
    amountMinor: readsAmounts(actor, billToId) ? outcomeMinor : null,
    quantity: outcomeMilli,
    at: repliedAt.toISOString(),
  };
}

/** What we last asked the customer, while we wait for it. */
function questionOf({ row: { complaint }, messages }: ComplaintPage): string | null {
  if (complaint.status !== "awaiting_customer") return null;
  return messages.findLast(({ kind }) => kind === "to_customer")?.body ?? null;
}

function presentMessage(actor: Actor, { files }: ComplaintPage, message: Message) {
  const { id, kind, body, at, fileIds, authorName } = message;
  if (kind === "internal") return [];
  const ours = kind === "to_customer";
  return [
    {
      id,
      kind,
      body,
      at: at.toISOString(),
      mine: ours === isStaff(actor),
      by: isStaff(actor) || !ours ? authorName : null,
      files: files.filter((file) => fileIds.includes(file.id)).map(presentFile),
    },
  ];
}

/** Photos of the complaint itself, not those of a message. */
const ownFile = ({ messages }: ComplaintPage, file: StoredFile) =>
  !file.forStaffOnly && !messages.some(({ fileIds }) => fileIds.includes(file.id));

function stagesOf(events: EventRow[]) {
  const statusOf = (name: string | null) => complaintStatuses.find((status) => status === name);
  return complaintStages.map((stage) => {
    const first = events.find(({ toStatus }) => {
      const status = statusOf(toStatus);
      return status && complaintStageOf[status] === stage;
    });
    return { stage, at: iso(first?.at ?? null) };
  });
}

function clocksOf({ row: { complaint } }: ComplaintPage) {
  const times = clockTimes(complaint);
  return clockNames.map((clock) => ({ clock, due: iso(times[clock].due), met: iso(times[clock].met) }));
}

export function shownChange(actor: Actor, event: { from: string | null; to: string | null }) {
  const shown = (name: string | null) => {
    const status = complaintStatuses.find((one) => one === name);
    return status ? shownStatus(actor, status) : name;
  };
  return { from: shown(event.from), to: shown(event.to) };
}

/** Shown once: whoever holds code and secret follows the complaint. */
export const GuestReceipt = z
  .object({ reference: z.string(), code: z.string(), secret: z.string() })
  .meta({ id: "GuestReceipt" });
