import { and, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { companyId } from "#schema/parties";
import { type ReachNoun, reach } from "#schema/reach";
import { type Actor, hasRole, isSignedIn } from "./actor";
import { businessDate } from "./calendar";
import type { Ctx } from "./context";
import type { Step } from "./write";

/** Partners in these roles also see what stands below their party; the others only its own. */
const subtreeRoles = ["owner", "buyer", "approver", "service", "outlet_manager", "outlet_clerk"] as const;

export const nothing: SQL = sql`0`;

/** The condition that the actor's seat may know of this record. Every read of a noun carries one. */
export function inReach(actor: Actor, noun: ReachNoun, recordId: SQLiteColumn): SQL {
  if (actor.kind === "system") return sql`1`;
  if (actor.kind === "guest") {
    return actor.link.noun === noun ? eq(recordId, actor.link.recordId) : nothing;
  }
  if (!isSignedIn(actor)) return nothing;
  return sql`exists (select 1 from reach r where r.record_id = ${recordId}
    and r.party_id = ${actor.seat.partyId} and r.noun = ${noun} and ${depthOf(actor, sql`r.depth`)})`;
}

/** The same rule for lists, which start from `reach` joined on recordId and so read only what they show. */
export function listReach(actor: Actor, noun: ReachNoun): SQL {
  if (actor.kind === "system") return sql`${and(eq(reach.partyId, companyId), eq(reach.noun, noun))}`;
  if (!isSignedIn(actor)) return nothing;
  return sql`${reach.partyId} = ${actor.seat.partyId} and ${reach.noun} = ${noun}
    and ${depthOf(actor, sql`${reach.depth}`)}`;
}

type Seated = Extract<Actor, { seat: unknown }>;

/** Does this actor also see what stands below its seat? */
export const seesBelow = (actor: Seated) => actor.kind === "staff" || hasRole(actor, ...subtreeRoles);

const depthOf = (actor: Seated, depth: SQL) => (seesBelow(actor) ? sql`1` : sql`${depth} = 0`);

type ReachOf = { noun: ReachNoun; recordId: string; at: Date; partyId: string | null; billToId?: string };

/** Writes who may know of a new record: bill-to and own party first, then all above it on that day, and the company. */
export function reachSteps(ctx: Pick<Ctx, "db">, { noun, recordId, at, partyId, billToId }: ReachOf): Step[] {
  const own = [...new Set([billToId, partyId].filter((id) => id != null))];
  const on = businessDate(at);
  return [
    ...own.map((id) => ctx.db.insert(reach).values({ partyId: id, noun, at, recordId, depth: 0 })),
    ...(partyId ? [ctx.db.run(ancestorRows(noun, recordId, at, partyId, on))] : []),
    ctx.db.insert(reach).values({ partyId: companyId, noun, at, recordId, depth: 9 }).onConflictDoNothing(),
  ];
}

const ancestorRows = (noun: ReachNoun, recordId: string, at: Date, partyId: string, on: string) => sql`
  insert or ignore into reach (party_id, noun, at, record_id, depth)
  with recursive above(id, depth) as (
    select ${partyId}, 0
    union all
    select p.parent_id, above.depth + 1 from party_parents p join above on p.party_id = above.id
    where p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on}) and above.depth < 8
  )
  select id, ${noun}, ${at.getTime()}, ${recordId}, depth from above where depth > 0`;

/** The parties below a seat today, itself included: for files of parties, whose place changes with the tree. */
export const belowSeat = (partyId: string, on: string) => sql`(
  with recursive below(id) as (
    select ${partyId}
    union
    select p.party_id from party_parents p join below on p.parent_id = below.id
    where p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on})
  )
  select id from below)`;
