import { and, asc, desc, eq, gte, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { complaints } from "#schema/complaints";
import { followUps } from "#schema/followUps";
import { contacts, parties } from "#schema/parties";
import { people } from "#schema/people";
import { reach } from "#schema/reach";
import { isStaff, type Staff } from "../actor";
import { businessDate, firstDay, lastDay } from "../calendar";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { after, type PageOf, page } from "../page";
import { listReach } from "../reach";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import type { FollowUpQuery } from "./input";
import type { FollowUpPage, FollowUpRow } from "./output";
import { visibleFollowUps } from "./policy";
import { figuresOf } from "./satisfaction";

const assigned = alias(people, "assigned");
const row = {
  followUp: followUps,
  party: parties,
  complaint: {
    reference: complaints.reference,
    guestName: complaints.guestName,
    description: complaints.description,
    reply: complaints.reply,
  },
  assignedName: assigned.name,
};

/** Those who call, and nobody outside. */
function staffIn(ctx: Ctx): Staff {
  const actor = signedIn(ctx);
  allow(isStaff(actor));
  return actor;
}

export async function listFollowUps(ctx: Ctx, query: FollowUpQuery): Promise<PageOf<FollowUpRow>> {
  const actor = staffIn(ctx);
  const rows = await ctx.db
    .select({ ...row, at: reach.at })
    .from(reach)
    .innerJoin(followUps, eq(followUps.id, reach.recordId))
    .leftJoin(parties, eq(parties.id, followUps.partyId))
    .leftJoin(complaints, eq(complaints.id, followUps.complaintId))
    .leftJoin(assigned, eq(assigned.id, followUps.assignedTo))
    .where(
      and(
        listReach(actor, "follow_up"),
        ...filters(query, { today: businessDate(ctx.now), personId: actor.personId }),
        after(query.cursor, reach.at, reach.recordId),
      ),
    )
    .orderBy(desc(reach.at), desc(reach.recordId))
    .limit(query.limit + 1);
  return page(rows, query.limit, ({ at, followUp }) => [at.getTime(), followUp.id]);
}

type Now = { today: string; personId: string };

function filters(
  { status, kind, open, due, mine }: FollowUpQuery,
  { today, personId }: Now,
): (SQL | undefined)[] {
  return [
    status ? eq(followUps.status, status) : undefined,
    kind ? eq(followUps.kind, kind) : undefined,
    open || due ? inArray(followUps.status, ["due", "attempted"]) : undefined,
    due ? lte(followUps.dueOn, today) : undefined,
    mine ? eq(followUps.assignedTo, personId) : undefined,
  ];
}

/** One follow-up with what the caller needs to know, in one round trip. */
export async function findFollowUp(
  ctx: Ctx,
  reference: string,
): Promise<FollowUpPage & { complaintId: string | null }> {
  const actor = staffIn(ctx);
  const which = and(eq(followUps.reference, reference), visibleFollowUps(actor));
  const id = sql`(${ctx.db.select({ id: followUps.id }).from(followUps).where(which)})`;
  const caller = alias(people, "caller");
  const seller = alias(people, "seller");
  const submitter = alias(people, "submitter");
  const [[head], known, happened] = await ctx.db.batch([
    ctx.db
      .select({ ...row, doneByName: caller.name, salespersonName: seller.name, submitter, guest: complaints })
      .from(followUps)
      .leftJoin(parties, eq(parties.id, followUps.partyId))
      .leftJoin(complaints, eq(complaints.id, followUps.complaintId))
      .leftJoin(assigned, eq(assigned.id, followUps.assignedTo))
      .leftJoin(caller, eq(caller.id, followUps.doneBy))
      .leftJoin(seller, eq(seller.id, parties.salespersonId))
      .leftJoin(submitter, eq(submitter.id, complaints.submittedBy))
      .where(which),
    ctx.db
      .select({
        name: contacts.name,
        phone: sql<string | null>`coalesce(${contacts.mobile}, ${contacts.phone})`,
        email: contacts.email,
      })
      .from(contacts)
      .where(
        and(
          sql`${contacts.partyId} = (select party_id from follow_ups where id = ${id})`,
          isNull(contacts.validTo),
        ),
      )
      .orderBy(asc(contacts.name))
      .limit(20),
    eventsOf(ctx, id),
  ]);
  if (!head)
    throw new Refusal("not_found", { zh: "没有找到该回访。", en: "We could not find that follow-up." });
  const { doneByName, salespersonName, submitter: by, guest, ...found } = head;
  const complainant =
    by ??
    (guest?.guestName ? { name: guest.guestName, phone: guest.guestPhone, email: guest.guestEmail } : null);
  const first = complainant
    ? [{ name: complainant.name, phone: complainant.phone, email: complainant.email }]
    : [];
  return {
    row: found,
    doneByName,
    salespersonName,
    contacts: [...first, ...known],
    events: eventRows(happened),
    complaintId: found.followUp.complaintId,
  };
}

const mostPerMonth = 10_000;

/** How satisfied those were who were called in a month, and what came of their problems. */
export async function satisfactionIn(ctx: Ctx, month: string) {
  const actor = staffIn(ctx);
  const rows = await ctx.db
    .select({ followUp: followUps, complaintStatus: complaints.status })
    .from(reach)
    .innerJoin(followUps, eq(followUps.id, reach.recordId))
    .leftJoin(complaints, eq(complaints.id, followUps.complaintId))
    .where(
      and(
        listReach(actor, "follow_up"),
        gte(followUps.dueOn, firstDay(month)),
        lte(followUps.dueOn, lastDay(month)),
      ),
    )
    .limit(mostPerMonth);
  return figuresOf(
    rows.map(({ followUp, complaintStatus }) => ({ ...followUp, solved: complaintStatus === "closed" })),
  );
}
