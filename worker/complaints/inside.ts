import { z } from "zod";
import type { appraisals, complaintTasks } from "#schema/complaints";
import {
  departments,
  outcomes,
  responsibilities,
  type Severity,
  severities,
  validities,
} from "#schema/words/quality";
import type { Actor } from "../actor";
import { FileView, presentFile } from "../files/output";
import { iso } from "../http";
import type { Approvals } from "./approvals";
import type { ComplaintPage } from "./output";
import { mayAnswerTask, mayAppraise, mayWorkOn, readsAmounts } from "./policy";

const conclusions = ["conforms", "deviates", "not_reproduced"] as const;
const TaskView = z.object({
  id: z.string(),
  department: z.enum(departments),
  question: z.string(),
  dueAt: z.string(),
  finding: z.string().nullable(),
  doneAt: z.string().nullable(),
  doneBy: z.string().nullable(),
  mayAnswer: z.boolean(),
});
const AppraisalView = z.object({
  reference: z.string(),
  samples: z.string(),
  tests: z.array(z.object({ item: z.string(), method: z.string(), result: z.string(), spec: z.string() })),
  conclusion: z.enum(conclusions),
  reproduction: z.string().nullable(),
  laboratory: z.string().nullable(),
  testedBy: z.string(),
  at: z.string(),
});

/** What only staff read: who is to blame, what we think, what waits for approval. */
export const InsideView = z.object({
  proposedSeverity: z.enum(severities),
  keyAccount: z.boolean(),
  subClass: z.string().nullable(),
  coOwnerName: z.string().nullable(),
  contact: z.object({
    name: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  }),
  validity: z.enum(validities).nullable(),
  responsible: z.enum(responsibilities).nullable(),
  responsibleNote: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
  amountMinor: z.number().int().nullable(),
  quantity: z.number().int().nullable(),
  approvals: z.array(z.object({ approval: z.string(), given: z.boolean() })),
  tasks: z.array(TaskView),
  appraisals: z.array(AppraisalView),
  notes: z.array(
    z.object({
      id: z.string(),
      body: z.string(),
      at: z.string(),
      by: z.string().nullable(),
      files: z.array(FileView),
    }),
  ),
  returns: z.array(z.object({ reference: z.string(), status: z.string() })),
  sameLot: z.array(z.object({ reference: z.string(), party: z.string().nullable() })),
  owners: z.array(z.object({ id: z.string(), name: z.string() })),
  mayWorkOn: z.boolean(),
  mayAppraise: z.boolean(),
});

export type Task = typeof complaintTasks.$inferSelect & { doneByName: string | null };
export type Inside = {
  proposedSeverity: Severity;
  keyAccount: boolean;
  coOwnerName: string | null;
  contact: { name: string | null; phone: string | null; email: string | null };
  tasks: Task[];
  appraisals: (typeof appraisals.$inferSelect)[];
  returns: { reference: string; status: string }[];
  sameLot: { reference: string; party: string | null }[];
  owners: { id: string; name: string }[];
  approvals: Approvals;
};

export function presentInside(
  actor: Actor,
  { row: { complaint }, billToId, messages, files, inside }: ComplaintPage,
): z.infer<typeof InsideView> {
  const { subClass, validity, responsible, responsibleNote, outcome, outcomeMinor, outcomeMilli } = complaint;
  const { proposedSeverity, keyAccount, coOwnerName, contact, returns, sameLot, owners, approvals } = inside;
  return {
    proposedSeverity,
    keyAccount,
    coOwnerName,
    contact,
    returns,
    sameLot,
    owners,
    subClass,
    validity,
    responsible,
    responsibleNote,
    outcome,
    amountMinor: readsAmounts(actor, billToId) ? outcomeMinor : null,
    quantity: outcomeMilli,
    approvals: approvals.needed.map((approval) => ({ approval, given: approvals.given.includes(approval) })),
    tasks: inside.tasks.map((task) => ({
      id: task.id,
      department: task.department,
      question: task.question,
      finding: task.finding,
      dueAt: task.dueAt.toISOString(),
      doneAt: iso(task.doneAt),
      doneBy: task.doneByName,
      mayAnswer: !task.doneAt && mayAnswerTask(actor, task.department),
    })),
    appraisals: inside.appraisals.map(({ id: _id, complaintId: _complaintId, at, ...sheet }) => ({
      ...sheet,
      at: at.toISOString(),
    })),
    notes: messages
      .filter(({ kind }) => kind === "internal")
      .map(({ id, body, at, authorName, fileIds }) => ({
        id,
        body,
        at: at.toISOString(),
        by: authorName,
        files: files.filter((file) => fileIds.includes(file.id)).map(presentFile),
      })),
    mayWorkOn: mayWorkOn(actor),
    mayAppraise: mayAppraise(actor),
  };
}
