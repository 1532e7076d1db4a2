import { z } from "zod";
import { complaintLimits as limits } from "#schema/complaints";
import { fileLimits } from "#schema/files";
import { defects } from "#schema/words/defects";
import {
  channels,
  complaintClasses,
  demands,
  departments,
  outcomes,
  responsibilities,
  severities,
  validities,
  whereFoundPlaces,
} from "#schema/words/quality";
import { complaintStatuses } from "#schema/words/statuses";
import { maybeQuantity } from "../fields";
import { expectedVersion, Id, maybeDay, maybeWords, words } from "../http";
import { PageQuery } from "../page";
import { say } from "../say";

export const ComplaintQuery = PageQuery.extend({
  status: z.enum(complaintStatuses).optional(),
  class: z.enum(complaintClasses).optional(),
  open: z.enum(["true"]).optional(),
  q: z.string().trim().max(60).optional(), // Reference, lot or item.
  party: z.string().max(40).optional(),
});
export type ComplaintQuery = z.infer<typeof ComplaintQuery>;

export const QueueQuery = z.object({ mine: z.enum(["true"]).optional() });
export type QueueQuery = z.infer<typeof QueueQuery>;

/** Of a list of codes; a form sends "" for a choice that was left alone. */
const maybeOf = <Code extends string>(codes: readonly [Code, ...Code[]]) =>
  z
    .union([z.enum(codes), z.literal("")])
    .nullish()
    .transform((code) => code || null);
const oneOf = <Code extends string>(codes: readonly [Code, ...Code[]], missing: string) =>
  z.enum(codes, { error: missing });
const ticked = z
  .union([z.boolean(), z.enum(["true", "on", ""])])
  .nullish()
  .transform((said) => said === true || said === "true" || said === "on");
const fileIds = z
  .array(Id)
  .max(
    fileLimits.perRecord,
    say(`最多 ${fileLimits.perRecord} 个文件。`, `Send ${fileLimits.perRecord} files at most.`),
  )
  .default([]);

const class_ = oneOf(complaintClasses, say("请选择问题类别。", "Choose what it is about."));
const description = words(limits.description, say("请填写发生了什么问题。", "Enter what happened."));

const WhatHappened = {
  id: Id,
  class: class_,
  description,
  complained: maybeQuantity,
  unopened: maybeQuantity,
  used: maybeQuantity,
  whereFound: maybeOf(whereFoundPlaces),
  machine: maybeWords(limits.text),
  demand: maybeOf(demands),
  demandAmount: maybeWords(40),
  machineStopped: ticked,
  lotNo: maybeWords(60),
  fileIds,
};

const aMoment = say(
  "请填写收到的日期和时间，例如 2026-11-23 和 09:30。",
  "Enter date and time such as 2026-11-23 and 09:30.",
);

/** From a signed-in person; staff say for whom, by which channel and when it came in. */
export const SubmitComplaint = z.strictObject({
  ...WhatHappened,
  shipmentLineId: maybeWords(60),
  party: maybeWords(40),
  channel: maybeOf(channels),
  receivedAt: z
    .union([z.iso.datetime({ offset: true }), z.literal("")], { error: aMoment })
    .nullish()
    .transform((at) => (at ? new Date(at) : null)),
});
export type SubmitComplaint = z.infer<typeof SubmitComplaint>;

const isPhone = (phone: string | null) => phone === null || /^[+\d][\d\s()-]{5,}$/.test(phone);

/** From someone without an account. */
export const GuestComplaint = z.strictObject({
  ...WhatHappened,
  name: words(60, say("请填写您的姓名。", "Enter your name.")),
  phone: maybeWords(40).refine(
    isPhone,
    say("请填写正确的电话号码。", "Enter a telephone number such as +86 138 0013 8000."),
  ),
  email: z
    .union([
      z.literal(""),
      z
        .string()
        .trim()
        .toLowerCase()
        .max(200)
        .pipe(
          z.email(
            say(
              "请填写正确的邮箱，例如 name@example.com。",
              "Enter an e-mail address such as name@example.com.",
            ),
          ),
        ),
    ])
    .nullish()
    .transform((email) => email || null),
  boughtFrom: maybeWords(120),
  item: maybeWords(120),
  language: z.enum(["zh", "en"]).default("zh"),
});
export type GuestComplaint = z.infer<typeof GuestComplaint>;

/** What any move may carry; each move checks what it needs. */
export const MoveComplaint = z.strictObject({
  version: expectedVersion,
  reason: maybeWords(limits.text),
  text: maybeWords(limits.message),
  channel: maybeOf(channels),
  class: maybeOf(complaintClasses),
  subClass: maybeOf(defects),
  severity: maybeOf(severities),
  ownerId: maybeWords(60),
  departments: z.array(z.enum(departments)).max(departments.length).default([]),
  dueOn: maybeDay,
  validity: maybeOf(validities),
  responsible: maybeOf(responsibilities),
  outcome: maybeOf(outcomes),
  amount: maybeWords(40),
  quantity: maybeQuantity,
  master: maybeWords(40),
});
export type MoveComplaint = z.infer<typeof MoveComplaint>;

const message = words(limits.message, say("请填写内容。", "Enter your message."));

/** To the customer, from the customer, and among ourselves: three doors, so that no word takes the wrong one. */
export const SendMessage = z.strictObject({ id: Id, body: message, fileIds });
export const SendAnswer = z.strictObject({ id: Id, body: message, fileIds });
export const WriteNote = z.strictObject({ id: Id, body: message, fileIds });
export type Said = z.infer<typeof SendMessage>;

export const AnswerTask = z.strictObject({
  finding: words(limits.message, say("请填写调查结果。", "Enter what you found.")),
});

export const RecordAppraisal = z.strictObject({
  id: Id,
  samples: words(limits.text, say("请填写样品。", "Enter which samples were tested.")),
  tests: z
    .array(
      z.strictObject({
        item: words(60, say("请填写检测项目。", "Enter what was tested.")),
        method: z.string().trim().max(120).default(""),
        result: z.string().trim().max(120).default(""),
        spec: z.string().trim().max(120).default(""),
      }),
    )
    .max(20)
    .default([]),
  conclusion: z.enum(["conforms", "deviates", "not_reproduced"], {
    error: say("请选择鉴定结论。", "Choose the conclusion."),
  }),
  reproduction: maybeWords(limits.text),
  laboratory: maybeWords(120),
  testedBy: words(60, say("请填写检测人。", "Enter who tested.")),
});
export type RecordAppraisal = z.infer<typeof RecordAppraisal>;
