import { z } from "zod";
import type { Job } from "#schema/events";
import { type JobStatus, jobStatuses } from "#schema/words/statuses";
import { iso } from "../http";
import { MoveView } from "../moves";

export const JobView = z
  .object({
    id: z.string(),
    kind: z.string(),
    status: z.enum(jobStatuses),
    to: z.string().nullable(), // Of a mail; its text may hold a link that is nobody else's.
    subject: z.string().nullable(),
    dueAt: z.string(),
    attempts: z.number().int(),
    doneAt: z.string().nullable(),
    lastError: z.string().nullable(),
    moves: z.array(MoveView),
  })
  .meta({ id: "Job" });
export type JobView = z.infer<typeof JobView>;

export function statusOf({ doneAt, failedAt, leaseUntil, attempts }: Job, now: Date): JobStatus {
  if (doneAt) return "done";
  if (failedAt) return "dead";
  if (leaseUntil && leaseUntil > now) return "running";
  return attempts > 0 ? "failed" : "waiting";
}

export function presentJob(job: Job, now: Date): JobView {
  const { id, kind, input, dueAt, attempts, doneAt, lastError } = job;
  const status = statusOf(job, now);
  const said = (key: string) => (kind === "mail" && typeof input[key] === "string" ? input[key] : null);
  return {
    id,
    kind,
    status,
    to: said("to"),
    subject: said("subject"),
    dueAt: dueAt.toISOString(),
    attempts,
    doneAt: iso(doneAt),
    lastError,
    moves: status === "dead" || status === "failed" ? [{ move: "retry", open: true, reason: null }] : [],
  };
}
