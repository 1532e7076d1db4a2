import { and, asc, desc, eq, gte, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { appraisals, complaintMessages, complaints, complaintTasks } from "#schema/complaints";
import { events } from "#schema/events";
import { files } from "#schema/files";
import { followUps } from "#schema/followUps";
import { type Party, parties } from "#schema/parties";
import { memberships, people } from "#schema/people";
import { returns } from "#schema/returns";
import { shipmentLines, shipments } from "#schema/shipments";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { nothing } from "../reach";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { approvalsOf, votes } from "./approvals";
import { row, rowOf } from "./complaints";
import type { ComplaintPage } from "./output";
import { called, mayWorkOn, visibleComplaints } from "./policy";
import { proposedSeverity } from "./severity";

const dayMs = 86_400_000;
const owner = alias(people, "owner");
const coOwner = alias(people, "co_owner");
const submitter = alias(people, "submitter");
const headed = {
  ...row,
  ownerName: owner.name,
  coOwnerName: coOwner.name,
  submitter,
  shipment: { reference: shipments.reference, billToId: shipments.billToId },
};

/** The complaint with all its page shows, in one round trip, or a refusal that tells nothing. */
export async function findComplaint(ctx: Ctx, reference: string): Promise<ComplaintPage> {
  if (ctx.actor.kind !== "guest") signedIn(ctx);
  const [[head], messages, tasks, sheets, taken, calls, happened, given, returned, [near], kin, owners] =
    await ctx.db.batch(readingOf(ctx, reference));
  if (!head) throw notFound();
  const { coOwnerName, submitter: by, shipment, ...read } = head;
  const { complaint, party } = read;
  const keyAccount = party?.keyAccount ?? false;
  const repeated = (near?.repeated ?? 0) > 0;
  const { guestName: name, guestPhone: phone, guestEmail: email } = complaint;
  return {
    row: rowOf(read),
    billToId: shipment?.billToId ?? payerOf(party),
    shipment: shipment?.reference ?? null,
    submitter: by,
    messages: messages.map(({ message, authorName }) => ({ ...message, authorName })),
    files: taken,
    followUps: calls,
    events: eventRows(happened),
    inside: {
      proposedSeverity: proposedSeverity({ ...complaint, keyAccount, repeated }),
      keyAccount,
      coOwnerName,
      contact: by ? { name: by.name, phone: by.phone, email: by.email } : { name, phone, email },
      tasks: tasks.map(({ task, doneByName }) => ({ ...task, doneByName })),
      appraisals: sheets,
      returns: returned,
      sameLot: kin,
      owners,
      approvals: approvalsOf(complaint, near?.settledMinor ?? 0, given),
    },
    now: ctx.now,
  };
}

/** Who is credited: a resale party's goods were billed to somebody above it. */
const payerOf = (party: Party | null) => (party && party.tradingModel !== "resale" ? party.id : null);

const notFound = () =>
  new Refusal("not_found", { zh: "没有找到该投诉。", en: "We could not find that complaint." });

function readingOf(ctx: Ctx, reference: string) {
  const { db, actor } = ctx;
  const which = called(actor, reference);
  const id = sql`(${db.select({ id: complaints.id }).from(complaints).where(which)})`;
  const one = (table: "party_id" | "lot_no") =>
    sql`(select ${sql.raw(table)} from complaints where id = ${id})`;
  return [
    db
      .select(headed)
      .from(complaints)
      .leftJoin(parties, eq(parties.id, complaints.partyId))
      .leftJoin(owner, eq(owner.id, complaints.ownerId))
      .leftJoin(coOwner, eq(coOwner.id, complaints.coOwnerId))
      .leftJoin(submitter, eq(submitter.id, complaints.submittedBy))
      .leftJoin(shipmentLines, eq(shipmentLines.id, complaints.shipmentLineId))
      .leftJoin(shipments, eq(shipments.id, shipmentLines.shipmentId))
      .where(which),
    ...recordsOf(ctx, id),
    db
      .select()
      .from(events)
      .where(and(eq(events.recordId, id), inArray(events.type, votes)))
      .orderBy(desc(events.id))
      .limit(20),
    db
      .select({ reference: returns.reference, status: returns.status })
      .from(returns)
      .where(eq(returns.complaintId, id))
      .orderBy(desc(returns.requestedAt))
      .limit(20),
    db
      .select({
        repeated: sql<number>`count(*)`,
        settledMinor: sql<number>`coalesce(sum(case when ${complaints.receivedAt} >= ${ctx.now.getTime() - 30 * dayMs} then ${complaints.outcomeMinor} end), 0)`,
      })
      .from(complaints)
      .where(
        and(
          sql`${complaints.id} <> ${id}`,
          sql`${complaints.partyId} = ${one("party_id")}`,
          sql`${complaints.lotNo} = ${one("lot_no")}`,
          gte(complaints.receivedAt, new Date(ctx.now.getTime() - 90 * dayMs)),
        ),
      ),
    db
      .select({ reference: complaints.reference, party: parties.code })
      .from(complaints)
      .leftJoin(parties, eq(parties.id, complaints.partyId))
      .where(
        and(
          sql`${complaints.id} <> ${id}`,
          sql`${complaints.lotNo} = ${one("lot_no")}`,
          visibleComplaints(actor),
        ),
      )
      .orderBy(desc(complaints.receivedAt))
      .limit(20),
    listeners(ctx),
  ] as const;
}

/** All that hangs on one complaint, in the order it is read. */
function recordsOf({ db }: Ctx, id: SQL) {
  const author = alias(people, "author");
  return [
    db
      .select({ message: complaintMessages, authorName: author.name })
      .from(complaintMessages)
      .leftJoin(author, eq(author.id, complaintMessages.by))
      .where(eq(complaintMessages.complaintId, id))
      .orderBy(asc(complaintMessages.at))
      .limit(200),
    db
      .select({ task: complaintTasks, doneByName: author.name })
      .from(complaintTasks)
      .leftJoin(author, eq(author.id, complaintTasks.doneBy))
      .where(eq(complaintTasks.complaintId, id))
      .orderBy(asc(complaintTasks.dueAt))
      .limit(50),
    db.select().from(appraisals).where(eq(appraisals.complaintId, id)).orderBy(asc(appraisals.at)).limit(20),
    db
      .select()
      .from(files)
      .where(and(eq(files.recordId, id), eq(files.noun, "complaint")))
      .orderBy(asc(files.uploadedAt))
      .limit(200),
    db.select().from(followUps).where(eq(followUps.complaintId, id)).orderBy(asc(followUps.dueOn)).limit(20),
    eventsOf({ db }, id),
  ] as const;
}

/** Who may own a complaint; asked for only by those who may say so. */
const listeners = ({ db, actor }: Ctx) =>
  db
    .selectDistinct({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(mayWorkOn(actor) ? isListener : nothing, isNull(people.disabledAt)))
    .orderBy(asc(people.name))
    .limit(50);

export const isListener = sql`exists (select 1 from json_each(${memberships.roles}) where value in ('after_sales', 'after_sales_lead'))`;
