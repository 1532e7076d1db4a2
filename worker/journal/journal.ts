import { and, eq, type SQL, sql } from "drizzle-orm";
import { complaints } from "#schema/complaints";
import { enquiries } from "#schema/enquiries";
import { followUps } from "#schema/followUps";
import { orders } from "#schema/orders";
import { parties } from "#schema/parties";
import { memberships } from "#schema/people";
import { returns } from "#schema/returns";
import { shipments } from "#schema/shipments";
import { statements } from "#schema/statements";
import type { Actor } from "../actor";
import { businessDate } from "../calendar";
import { visibleComplaints } from "../complaints/policy";
import type { Ctx } from "../context";
import { visibleEnquiries } from "../enquiries/policy";
import { type EventRow, eventRows, eventsOf } from "../events";
import { visibleFollowUps } from "../follow-ups/policy";
import { visibleOrders } from "../orders/policy";
import { visibleParties } from "../parties/policy";
import { visiblePeople } from "../people/policy";
import { Refusal } from "../refusal";
import { visibleReturns } from "../returns/policy";
import { signedIn } from "../session/session";
import { visibleShipments } from "../shipments/policy";
import { visibleStatements } from "../statements/policy";
import type { EventQuery, JournalNoun } from "./input";

const finders: Record<JournalNoun, (ctx: Ctx, actor: Actor, reference: string) => SQL> = {
  order: (_, actor, reference) =>
    sql`select id, party_id, bill_to_id from orders where ${and(eq(orders.reference, reference), visibleOrders(actor))}`,
  shipment: (_, actor, reference) =>
    sql`select id, party_id, bill_to_id from shipments where ${and(eq(shipments.reference, reference), visibleShipments(actor))}`,
  statement: (_, actor, reference) =>
    sql`select id, party_id, party_id from statements where ${and(eq(statements.reference, reference), visibleStatements(actor))}`,
  complaint: (_, actor, reference) =>
    sql`select id, party_id, party_id from complaints where ${and(eq(complaints.reference, reference), visibleComplaints(actor))}`,
  return: (_, actor, reference) =>
    sql`select id, party_id, bill_to_id from returns where ${and(eq(returns.reference, reference), visibleReturns(actor))}`,
  follow_up: (_, actor, reference) =>
    sql`select id, party_id, party_id from follow_ups where ${and(eq(followUps.reference, reference), visibleFollowUps(actor))}`,
  enquiry: (ctx, actor, reference) =>
    sql`select id, party_id, party_id from enquiries where ${and(eq(enquiries.reference, reference), visibleEnquiries(actor, businessDate(ctx.now)))}`,
  party: (ctx, actor, code) =>
    sql`select id, id, id from parties where ${and(eq(parties.code, code), visibleParties(actor, ctx.now))}`,
  person: (ctx, actor, id) =>
    sql`select memberships.id, party_id, party_id from memberships join parties on parties.id = party_id
      where ${and(eq(memberships.id, id), visiblePeople(actor, ctx.now))}`,
};

export type Journal = { rows: EventRow[]; own: boolean };

/** What happened to one record, through that record's own reach. */
export async function readJournal(ctx: Ctx, { noun, record }: EventQuery): Promise<Journal> {
  const actor = signedIn(ctx);
  const found = finders[noun](ctx, actor, record);
  const [whose, happened] = await ctx.db.batch([
    ctx.db
      .select({
        id: sql<string>`found.id`,
        partyId: sql<string | null>`found.party_id`,
        billToId: sql<string>`found.bill_to_id`,
      })
      .from(sql`(with found(id, party_id, bill_to_id) as (${found}) select * from found) as found`)
      .limit(1),
    eventsOf(ctx, sql`(with found(id, party_id, bill_to_id) as (${found}) select id from found)`),
  ]);
  const [head] = whose;
  if (!head) throw new Refusal("not_found", { zh: "没有找到该记录。", en: "We could not find that record." });
  const own = actor.kind === "staff" || [head.partyId, head.billToId].includes(actor.seat.partyId);
  return { rows: eventRows(happened), own };
}
