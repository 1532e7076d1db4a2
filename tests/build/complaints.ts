import { count } from "drizzle-orm";
import { type Complaint, complaints } from "#schema/complaints";
import { links } from "#schema/files";
import { hashOf } from "#worker/identity";
import { reachSteps } from "#worker/reach";
import { event, write } from "#worker/write";
import type { Person } from "../cast";
import type { World } from "../world";

type Given = Partial<Complaint>;

/** A complaint of Anna's firm (unless said) as it stands after filing, straight into the tables. */
export async function fileComplaint(world: World, given: Given = {}): Promise<Complaint> {
  const complaint = await complaintRow(world, given);
  const { id, partyId, receivedAt, status } = complaint;
  const ctx = { db: world.db, now: receivedAt, actor: { kind: "system" } as const };
  await write(ctx, [
    world.db.insert(complaints).values(complaint),
    reachSteps(ctx, { noun: "complaint", recordId: id, at: receivedAt, partyId }),
    event(ctx, { recordId: id, type: "complaint.submitted", to: status, channel: complaint.channel }),
  ]);
  return complaint;
}

async function complaintRow({ db, clock }: World, given: Given): Promise<Complaint> {
  const [before] = await db.select({ count: count() }).from(complaints);
  const at = given.receivedAt ?? clock.now;
  return {
    id: crypto.randomUUID(),
    reference: `CP-2611-${9001 + (before?.count ?? 0)}`,
    status: "submitted",
    resumeStatus: null,
    partyId: "C-0001",
    submittedBy: given.partyId === undefined ? "anna" : null,
    guestName: null,
    guestPhone: null,
    guestEmail: null,
    boughtFrom: null,
    language: "zh",
    channel: "portal",
    receivedAt: at,
    shipmentLineId: null,
    lotNo: "261105-A07-2",
    dyeLotNo: null,
    item: "DTY 150D/48F",
    complainedMilli: 200_000,
    unopenedMilli: null,
    usedMilli: null,
    whereFound: "weaving",
    machine: null,
    description: "布面有横档",
    demand: "replacement",
    demandMinor: null,
    machineStopped: false,
    lateObjection: false,
    class: "quality",
    subClass: null,
    severity: null,
    ownerId: null,
    coOwnerId: null,
    acknowledgeBy: new Date(at.getTime() + 4 * 3_600_000),
    preliminaryBy: null,
    proposeBy: null,
    closeBy: null,
    acknowledgedAt: null,
    preliminaryAt: null,
    repliedAt: null,
    waitingSince: null,
    validity: null,
    responsible: null,
    responsibleNote: null,
    outcome: null,
    outcomeMinor: null,
    outcomeMilli: null,
    currency: "CNY",
    approvedBy: null,
    reply: null,
    resolvedAt: null,
    firstFollowUpAt: null,
    secondFollowUpAt: null,
    closedAt: null,
    mergedIntoId: null,
    createdAt: at,
    version: 1,
    ...given,
  };
}

/** A private link to a record; its secret goes into the header `Authorization: Link …`. */
export async function linkTo(world: World, recordId: string, moves: string[] = [], noun = "complaint") {
  const secret = `secret-${crypto.randomUUID()}`;
  const code = crypto.randomUUID().slice(0, 10).toUpperCase();
  await world.db.insert(links).values({
    id: code,
    tokenHash: await hashOf(secret),
    noun,
    recordId,
    moves,
    createdAt: world.clock.now,
    expiresAt: new Date(world.clock.now.getTime() + 90 * 86_400_000),
  });
  return { code, secret, headers: { authorization: `Link ${secret}` } };
}

/** Makes moves on one complaint through the API and tells what came of them. */
export function procedureOf({ as }: World, reference: string) {
  const move = async (person: Person | "nobody", name: string, input: object = {}) => {
    const reply = await as(person).post(`/complaints/${reference}/moves/${name}`, input);
    return { status: reply.status, body: await reply.json() };
  };
  const read = async (person: Person) => (await as(person).get(`/complaints/${reference}`)).json();

  /** Accepted, asked of quality control, answered, and found to be our own fault. */
  async function findOut(severity = "S3") {
    await move("sam", "accept", { severity });
    await move("sam", "route", { departments: ["qc"], text: "请检查留样" });
    const [task] = (await read("sam")).inside.tasks;
    await as("quin").put(`/complaints/${reference}/tasks/${task.id}/finding`, { finding: "网络度偏低" });
    await move("sam", "set_liability", { responsible: "manufacturer", validity: "valid" });
  }
  async function settle(resolution: object = { outcome: "allowance", amount: "3000" }) {
    await move("sam", "propose", resolution);
    await move("mei", "approve");
    await move("sam", "reply", { text: "原因为网络度偏低，折让 3000 元。" });
  }
  async function resolve() {
    await move("anna", "customer_accept");
    await move("sam", "resolve", { text: "折让已入账" });
  }
  return { move, read, findOut, settle, resolve };
}
