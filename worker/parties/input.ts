import { z } from "zod";
import { partyLimits as limits } from "#schema/parties";
import { countries } from "#schema/words/countries";
import { currencies, paymentTerms } from "#schema/words/receivables";
import { partyStatuses } from "#schema/words/statuses";
import { contactRoles, levels, partyKinds, priceTerms, taxpayerKinds } from "#schema/words/trade";
import { expectedVersion, Id, maybeDay, maybeWords, words } from "../http";
import { isUscc } from "../identifiers";
import { PageQuery } from "../page";
import { say } from "../say";

export const PartyQuery = PageQuery.extend({
  kind: z.enum(partyKinds).optional(),
  status: z.enum(partyStatuses).optional(),
  q: z.string().trim().max(60).optional(), // Code, name, initials or USCC.
});
export type PartyQuery = z.infer<typeof PartyQuery>;

const badUscc = say(
  "统一社会信用代码不正确,请核对营业执照上的 18 位代码。",
  "This is not a valid unified social credit code. Copy the 18 characters from the licence.",
);
const Uscc = z
  .string()
  .trim()
  .toUpperCase()
  .refine((text) => text === "" || isUscc(text), badUscc)
  .nullish()
  .transform((text) => text || null);

const bp = z.number().int().min(0).max(10_000);

/** Every field of a party's file that staff keep. */
const file = {
  nameZh: maybeWords(limits.name),
  nameEn: maybeWords(limits.name),
  shortName: maybeWords(limits.name),
  legalRepresentative: maybeWords(limits.name),
  uscc: Uscc,
  taxpayerKind: z.enum(taxpayerKinds).nullish(),
  licenceExpiresOn: maybeDay,
  country: z.enum(countries),
  registrationNo: maybeWords(limits.text),
  address: maybeWords(limits.text),
  addressEn: maybeWords(limits.text),
  port: maybeWords(10),
  portOfLoading: maybeWords(10),
  consignee: maybeWords(limits.text),
  notifyParty: maybeWords(limits.text),
  shippingMarks: maybeWords(limits.text),
  forwarder: maybeWords(limits.name),
  level: z.enum(levels).nullish(),
  keyAccount: z.boolean(),
  priceLevel: maybeWords(40),
  priceTerm: z.enum(priceTerms).nullish(),
  termPlace: maybeWords(limits.name),
  currency: z.enum(currencies),
  paymentTerm: z.enum(paymentTerms),
  depositBp: bp,
  plusBp: bp,
  minusBp: bp,
  singleLot: z.boolean(),
  creditLimitMinor: z.number().int().min(0).max(1e12),
  holdReason: maybeWords(limits.text),
  territory: z.array(z.string().trim().max(40)).max(50),
  salespersonId: maybeWords(40),
} as const;

const enterName = say("请填写中文或英文名称。", "Enter the name in Chinese or English.");
const named = { message: enterName, path: ["nameZh"] };

export const CreateParty = z
  .strictObject({
    id: Id,
    kind: z.enum(partyKinds).exclude(["company"]),
    parent: words(limits.code, say("请选择上级单位。", "Choose the party above it.")),
    outletKind: z.enum(["stall", "office"]).nullish(),
    operation: z.enum(["direct", "contracted"]).nullish(),
    tradingModel: z.enum(["resale", "direct_bill"]).nullish(),
    ...z.object(file).partial().shape,
    country: z.enum(countries).default("CN"),
  })
  .refine(({ nameZh, nameEn }) => nameZh || nameEn, named);
export type CreateParty = z.infer<typeof CreateParty>;

export const ChangeParty = z.strictObject({ ...file, status: z.enum(partyStatuses), version: expectedVersion }).partial();
export type ChangeParty = z.infer<typeof ChangeParty>;

export const MoveParty = z.strictObject({
  parent: words(limits.code, say("请选择新的上级单位。", "Choose the new party above it.")),
  from: z.iso.date(say("请填写生效日期。", "Enter the day from which it holds.")),
  reason: words(limits.text, say("请填写调整原因。", "Enter the reason.")),
});
export type MoveParty = z.infer<typeof MoveParty>;

export const AddContact = z.strictObject({
  id: Id,
  name: words(limits.name, say("请填写联系人姓名。", "Enter the contact's name.")),
  role: z.enum(contactRoles),
  phone: maybeWords(limits.phone),
  mobile: maybeWords(limits.phone),
  email: maybeWords(limits.email),
  wechat: maybeWords(limits.name),
  language: z.enum(["zh", "en"]).default("zh"),
});
export type AddContact = z.infer<typeof AddContact>;

export const AddAddress = z.strictObject({
  id: Id,
  kind: z.enum(["delivery", "invoice", "sample"]).default("delivery"),
  consignee: words(limits.name, say("请填写收货人。", "Enter the consignee.")),
  phone: maybeWords(limits.phone),
  lines: words(limits.text, say("请填写地址。", "Enter the address.")),
  conditions: maybeWords(limits.text),
});
export type AddAddress = z.infer<typeof AddAddress>;
