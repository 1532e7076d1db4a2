import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { type Job, jobs, mails } from "#schema/events";
import { createAuth } from "./auth";
import { breakSilence, watchClock, welcomeComplaint } from "./complaints/work";
import { forgetLooseFile } from "./files/files";
import type { Host } from "./host";
import { finishImport } from "./imports/apply";
import { expireReturn } from "./returns/move";
import { receiveByRecord } from "./shipments/lapse";
import { endWaiting } from "./statements/deadline";
import { runSlice } from "./statements/run";

const leaseMs = 60_000;
const attemptsAllowed = 8;

/** What each kind of job does. A job may run twice after a crash, so each must be harmless to repeat. */
const work: Record<string, (host: Host, input: Record<string, unknown>, now: Date) => Promise<void>> = {
  mail: sendKeptMail,
  "statements.run": runSlice,
  "statements.deadline": endWaiting,
  reset: writeResetLetter,
  "shipments.receipt": (host, input, now) => receiveByRecord(host, String(input.id), now),
  "complaint.received": welcomeComplaint,
  "complaint.clock": watchClock,
  "complaint.silence": breakSilence,
  "return.expire": (host, input, now) => expireReturn(host, String(input.reference), now),
  "files.forget": (host, input) => forgetLooseFile(host, String(input.id)),
  "imports.finish": (host, input, now) => finishImport(host, String(input.id), now),
};

/** Claims what is due and does it; two runners never hold the same job. Returns how many were tried. */
export async function runDueJobs(host: Host, most = 20): Promise<number> {
  const now = host.now();
  const due = await claim(host, now, most);
  for (const one of due) await attempt(host, one, now);
  return due.length;
}

async function claim(host: Host, now: Date, most: number): Promise<Job[]> {
  const open = and(
    isNull(jobs.doneAt),
    isNull(jobs.failedAt),
    lte(jobs.dueAt, now),
    or(isNull(jobs.leaseUntil), lte(jobs.leaseUntil, now)),
  );
  const next = host.db.select({ id: jobs.id }).from(jobs).where(open).orderBy(asc(jobs.dueAt)).limit(most);
  return host.db
    .update(jobs)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs), attempts: sql`${jobs.attempts} + 1` })
    .where(and(inArray(jobs.id, next), open))
    .returning();
}

async function attempt(host: Host, one: Job, now: Date) {
  try {
    const doIt = work[one.kind];
    if (!doIt) throw new Error(`no work of kind ${one.kind}`);
    await doIt(host, one.input, now);
    await host.db.update(jobs).set({ doneAt: host.now(), leaseUntil: null }).where(eq(jobs.id, one.id));
  } catch (error) {
    const givenUp = one.attempts >= attemptsAllowed;
    await host.db
      .update(jobs)
      .set({
        leaseUntil: null,
        dueAt: new Date(now.getTime() + 2 ** one.attempts * 30_000),
        failedAt: givenUp ? now : null,
        lastError: error instanceof Error ? error.message : String(error),
      })
      .where(eq(jobs.id, one.id));
  }
}

/** The library looks up the address and writes the letter, if it belongs to somebody. */
async function writeResetLetter(host: Host, input: Record<string, unknown>) {
  await createAuth(host).api.requestPasswordReset({ body: { email: String(input.email) } });
}

async function sendKeptMail(host: Host, input: Record<string, unknown>, now: Date) {
  const mail = {
    id: String(input.id),
    to: String(input.to),
    subject: String(input.subject),
    text: String(input.text),
  };
  if (!host.settings.demo) await host.mailer.send(mail);
  await host.db
    .insert(mails)
    .values({ ...mail, at: now })
    .onConflictDoNothing();
}
