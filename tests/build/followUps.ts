import { and, eq, inArray } from "drizzle-orm";
import { complaints } from "#schema/complaints";
import { type FollowUp, followUps } from "#schema/followUps";
import { reachSteps } from "#worker/reach";
import { write } from "#worker/write";
import type { Person } from "../cast";
import type { World } from "../world";

let last = 0;

/** A follow-up call of Anna's firm that is due today, straight into the tables. */
export async function planCall(world: World, given: Partial<FollowUp> = {}): Promise<FollowUp> {
  last += 1;
  const row = {
    id: crypto.randomUUID(),
    reference: `FU-2611-${9000 + last}`,
    kind: "delivery",
    status: "due",
    partyId: "C-0001",
    complaintId: null,
    shipmentId: null,
    dueOn: "2026-11-23",
    assignedTo: null,
    attempts: 0,
    productScore: null,
    serviceScore: null,
    salespersonScore: null,
    timelyScore: null,
    careScore: null,
    overallScore: null,
    problem: null,
    problemClass: null,
    needs: null,
    suggestion: null,
    waivedReason: null,
    doneAt: null,
    doneBy: null,
    at: world.clock.now,
    version: 1,
    ...given,
  } as const;
  await write(world, [
    world.db.insert(followUps).values(row),
    reachSteps(world, { noun: "follow_up", recordId: row.id, at: row.at, partyId: row.partyId }),
  ]);
  return row;
}

/** The open call of that kind for a complaint, made through the API. */
export async function callFor(
  world: World,
  complaint: string,
  kind: FollowUp["kind"],
  said: object = {},
  by: Person = "sam",
) {
  const [due] = await world.db
    .select({ reference: followUps.reference })
    .from(followUps)
    .innerJoin(complaints, eq(complaints.id, followUps.complaintId))
    .where(
      and(
        eq(complaints.reference, complaint),
        eq(followUps.kind, kind),
        inArray(followUps.status, ["due", "attempted"]),
      ),
    );
  if (!due) throw new Error(`no ${kind} is open for ${complaint}`);
  return world
    .as(by)
    .post(`/follow-ups/${due.reference}/calls`, { id: crypto.randomUUID(), result: "reached", ...said });
}
