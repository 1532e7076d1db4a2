import { and, asc, desc, eq, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import { complaints } from "#schema/complaints";
import { parties } from "#schema/parties";
import { people } from "#schema/people";
import { reach } from "#schema/reach";
import type { Department } from "#schema/words/quality";
import { type ComplaintStatus, complaintStatuses } from "#schema/words/statuses";
import { type Actor, isStaff } from "../actor";
import type { Ctx } from "../context";
import { after, type PageOf, page } from "../page";
import { listReach } from "../reach";
import { allow } from "../refusal";
import { holds, startsWith } from "../searchText";
import { signedIn } from "../session/session";
import { type ComplaintRow, shownStatus } from "./brief";
import type { ComplaintQuery, QueueQuery } from "./input";
import { finished } from "./lifecycle";
import { nextStepOf } from "./nextStep";

/** The earliest thing that a department still owes, and the follow-up that is due: one look each. */
const openTask = (column: SQL) =>
  sql`(select ${column} from complaint_tasks t where t.complaint_id = ${complaints.id} and t.done_at is null order by t.due_at limit 1)`;

export const row = {
  complaint: complaints,
  party: parties,
  ownerName: people.name,
  taskDepartment: sql<Department | null>`${openTask(sql`t.department`)}`,
  taskDueMs: sql<number | null>`${openTask(sql`t.due_at`)}`,
  followUpOn: sql<string | null>`(select f.due_on from follow_ups f where f.complaint_id = ${complaints.id}
    and f.status in ('due', 'attempted') order by f.due_on limit 1)`,
};

type Read = Omit<ComplaintRow, "task"> & { taskDepartment: Department | null; taskDueMs: number | null };

export const rowOf = ({ taskDepartment, taskDueMs, ...read }: Read): ComplaintRow => ({
  ...read,
  task: taskDepartment && taskDueMs ? { department: taskDepartment, dueAt: new Date(taskDueMs) } : null,
});

export async function listComplaints(ctx: Ctx, query: ComplaintQuery): Promise<PageOf<ComplaintRow>> {
  const rows = await inReach(ctx)
    .where(
      and(
        listReach(signedIn(ctx), "complaint"),
        ...filters(ctx.actor, query),
        after(query.cursor, reach.at, reach.recordId),
      ),
    )
    .orderBy(desc(reach.at), desc(reach.recordId))
    .limit(query.limit + 1);
  // Sorted by when it was first told of, which a merged case may bring forward.
  const cut = page(rows, query.limit, ({ at, complaint }) => [at.getTime(), complaint.id]);
  return { ...cut, items: cut.items.map(rowOf) };
}

const mostOpen = 300;

/** What is open and waits for us, by the clock that runs out first; what waits for the customer comes last. */
export async function queueOfComplaints(ctx: Ctx, { mine }: QueueQuery): Promise<ComplaintRow[]> {
  const actor = signedIn(ctx);
  allow(isStaff(actor)); // Every department has something to answer.
  const own = or(eq(complaints.ownerId, actor.personId), eq(complaints.coOwnerId, actor.personId));
  const rows = await inReach(ctx)
    .where(
      and(listReach(actor, "complaint"), notInArray(complaints.status, finished), mine ? own : undefined),
    )
    .orderBy(asc(reach.at))
    .limit(mostOpen);
  return rows.map(rowOf).sort((a, b) => urgency(a) - urgency(b));
}

function urgency(pending: ComplaintRow): number {
  const next = nextStepOf(pending);
  const at = next?.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return next?.by === "customer" ? Number.MAX_SAFE_INTEGER : at;
}

const inReach = ({ db }: Pick<Ctx, "db">) =>
  db
    .select({ ...row, at: reach.at })
    .from(reach)
    .innerJoin(complaints, eq(complaints.id, reach.recordId))
    .leftJoin(parties, eq(parties.id, complaints.partyId))
    .leftJoin(people, eq(people.id, complaints.ownerId));

function filters(actor: Actor, { status, class: kind, open, q, party }: ComplaintQuery): (SQL | undefined)[] {
  return [
    status ? inArray(complaints.status, standingAs(actor, status)) : undefined,
    kind ? eq(complaints.class, kind) : undefined,
    open ? notInArray(complaints.status, finished) : undefined,
    party ? eq(parties.code, party) : undefined,
    q
      ? or(startsWith(complaints.reference, q), startsWith(complaints.lotNo, q), holds(complaints.item, q))
      : undefined,
  ];
}

/** The statuses that the reader knows under this one: asking by others would tell how far we are inside. */
const standingAs = (actor: Actor, status: ComplaintStatus) =>
  complaintStatuses.filter((one) => shownStatus(actor, one) === status);
