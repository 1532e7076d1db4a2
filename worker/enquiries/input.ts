import { z } from "zod";
import { enquiryLimits as limits } from "#schema/enquiries";
import { countries } from "#schema/words/countries";
import { enquiryStatuses } from "#schema/words/statuses";
import { languages } from "#schema/words/words";
import { maybeQuantity } from "../fields";
import { expectedVersion, Id, maybeWords } from "../http";
import { PageQuery } from "../page";
import { say } from "../say";

export const EnquiryQuery = PageQuery.extend({
  status: z.enum(enquiryStatuses).optional(),
  open: z.enum(["true"]).optional(), // Neither won nor lost, spam nor duplicate.
  q: z.string().trim().max(60).optional(), // Reference, company, person or text.
});
export type EnquiryQuery = z.infer<typeof EnquiryQuery>;

export const SendEnquiry = z.strictObject({
  id: Id,
  language: z.enum(languages).optional(), // In which the answer is wanted.
  product: maybeWords(limits.company), // Its reference.
  quantity: maybeQuantity,
  body: maybeWords(limits.text), // Must be there; asked for together with what a stranger must add.
  name: maybeWords(limits.name),
  company: maybeWords(limits.company),
  country: z
    .enum([...countries, ""])
    .nullish()
    .transform((code) => code || null),
  email: z
    .union([
      z.literal(""),
      z.email(say("请填写正确的邮箱地址。", "Enter an e-mail address such as name@firm.com.")),
    ])
    .nullish()
    .transform((email) => email || null),
  phone: z
    .string()
    .trim()
    .regex(/^([+()0-9 -]{6,30})?$/, say("请填写正确的电话号码。", "Enter a telephone number."))
    .nullish()
    .transform((phone) => phone || null),
});
export type SendEnquiry = z.infer<typeof SendEnquiry>;

export const MoveEnquiry = z.strictObject({
  answer: maybeWords(limits.text),
  reason: maybeWords(400),
  version: expectedVersion,
});
export type MoveEnquiry = z.infer<typeof MoveEnquiry>;
