import { and, eq } from "drizzle-orm";
import { type Complaint, complaints } from "#schema/complaints";
import { events } from "#schema/events";
import { parties } from "#schema/parties";
import { people, type Role } from "#schema/people";
import type { System } from "../actor";
import { addWorkdays, businessDate } from "../calendar";
import type { Host } from "../host";
import { event, job, mustHaveChanged, type Step, write } from "../write";
import type { Rung } from "./clockSteps";
import { type Clock, clockNames, clockTimes, officeEnd } from "./clocks";
import { keepLink } from "./guestLink";
import { closedUnanswered, received, stillWaiting } from "./letters";
import { finished, statusAfter } from "./lifecycle";
import { silenceDays } from "./nextStep";
import { proposedSeverity } from "./severity";
import { noticeStep, noticeToRoles, type Told, tellComplainant } from "./tell";

type Input = Record<string, unknown>;
const system: System = { kind: "system" };

/** Confirms the receipt to the complainant and shows the case to those who must take it up. */
export async function welcomeComplaint(host: Host, { id }: Input, now: Date) {
  const told = await read(host, String(id));
  if (!told) return;
  const ctx = { ...host, now };
  const { complaint, keyAccount } = told;
  const { reference } = complaint;
  const grave = keyAccount || proposedSeverity({ ...complaint, keyAccount, repeated: false }) === "S1";
  const roles: Role[] = grave
    ? ["after_sales", "after_sales_lead", "sales_manager"]
    : ["after_sales", "after_sales_lead"];
  const type = "complaint.submitted";
  await write(ctx, [
    noticeToRoles(ctx, roles, { key: `${type} ${complaint.id}`, type, reference }),
    ...(await tellComplainant(ctx, told, "complaint.received", received(complaint))),
  ]);
}

const missedBy: Record<Rung, readonly Role[]> = { 75: [], 100: ["after_sales_lead"], 150: ["sales_manager"] };

/** A clock that runs low is told to the owner, one that ran out to the lead, and later to the manager. */
export async function watchClock(host: Host, input: Input, now: Date) {
  const told = await read(host, String(input.id));
  const clock = clockNames.find((name) => name === input.clock);
  const rung = Number(input.rung) as Rung; // Written by clockSteps.
  if (!told || !clock || !isRunning(told.complaint, clock, Number(input.due))) return;
  const ctx = { ...host, actor: system, now };
  const { id, reference, ownerId, severity } = told.complaint;
  const type = rung < 100 ? "complaint.clock_running_out" : "complaint.clock_missed";
  const line = { key: `${type} ${id} ${clock} ${rung} ${input.due}`, type, reference };
  const roles: readonly Role[] =
    severity === "S1" && rung === 150 ? [...missedBy[rung], "general_manager"] : missedBy[rung];
  await write(ctx, [
    noticeToRoles(ctx, ownerId || rung > 75 ? roles : ["after_sales_lead"], line),
    ...(ownerId ? [noticeStep(ctx, { ...line, personId: ownerId, partyId: null })] : []),
    ...(rung === 100 && !(await wasMissed(host, id, clock)) ? [missedEvent(ctx, id, clock)] : []),
  ]);
}

/** Still to be met, not moved since, and not waiting for the customer. */
function isRunning(complaint: Complaint, clock: Clock, dueMs: number): boolean {
  const { due, met } = clockTimes(complaint)[clock];
  const waits = complaint.status === "awaiting_customer" || finished.includes(complaint.status);
  return !waits && met === null && due?.getTime() === dueMs;
}

/** The complainant sees that we are late, and reads that we are sorry. */
const missedEvent = (
  ctx: { db: Host["db"]; actor: System; now: Date },
  recordId: string,
  clock: Clock,
): Step => event(ctx, { recordId, type: "complaint.clock_missed", details: { clock } });

async function wasMissed({ db }: Host, id: string, clock: Clock): Promise<boolean> {
  const before = await db.select().from(events).where(eq(events.recordId, id)).limit(300);
  return before.some(({ type, details }) => type === "complaint.clock_missed" && details?.clock === clock);
}

/** Reminds at the third and seventh working day of silence, and stops waiting at the tenth. */
export const silenceSteps = (ctx: { db: Host["db"]; now: Date }, id: string): Step[] =>
  [3, 7, silenceDays].map((days) => {
    const since = ctx.now.getTime();
    const dueAt = officeEnd(addWorkdays(businessDate(ctx.now), days));
    return job(ctx, `silence ${id} ${days} ${since}`, "complaint.silence", { id, days, since }, dueAt);
  });

export async function breakSilence(host: Host, input: Input, now: Date) {
  const told = await read(host, String(input.id));
  const since = told?.complaint.waitingSince?.getTime();
  if (told?.complaint.status !== "awaiting_customer" || since !== Number(input.since)) return;
  const ctx = { ...host, actor: system, now };
  if (Number(input.days) < silenceDays) {
    const { reference } = told.complaint;
    await write(
      ctx,
      await tellComplainant(ctx, told, `complaint.reminded_${input.days}`, stillWaiting(reference)),
    );
    return;
  }
  await giveUp(ctx, told);
}

type At = Pick<Host, "db" | "settings"> & { now: Date; actor: System };

async function giveUp(ctx: At, told: Told) {
  const { id, status, version, reference } = told.complaint;
  const to = statusAfter(told.complaint, "give_up");
  const set = { status: to, closedAt: ctx.now, waitingSince: null, resumeStatus: null, version: version + 1 };
  await write(ctx, [
    ctx.db
      .update(complaints)
      .set(set)
      .where(and(eq(complaints.id, id), eq(complaints.version, version))),
    mustHaveChanged(ctx),
    event(ctx, { recordId: id, type: "complaint.closed_without_answer", from: status, to }),
    keepLink(ctx, id, true),
    ...(await tellComplainant(ctx, told, "complaint.closed_without_answer", closedUnanswered(reference))),
  ]);
}

type Read = Told & { keyAccount: boolean };

async function read({ db }: Host, id: string): Promise<Read | undefined> {
  const [found] = await db
    .select({ complaint: complaints, submitter: people, keyAccount: parties.keyAccount })
    .from(complaints)
    .leftJoin(people, eq(people.id, complaints.submittedBy))
    .leftJoin(parties, eq(parties.id, complaints.partyId))
    .where(eq(complaints.id, id));
  return found && { ...found, keyAccount: found.keyAccount ?? false };
}
