import { z } from "zod";
import { partyLimits as limits } from "#schema/parties";
import { countries } from "#schema/words/countries";
import { currencies, paymentTerms } from "#schema/words/receivables";
import { partyStatuses } from "#schema/words/statuses";
import {
  contactRoles,
  levels,
  outletKinds,
  outletOperations,
  partyKinds,
  priceTerms,
  taxpayerKinds,
  tradingModels,
} from "#schema/words/trade";
import { Day, expectedVersion, Id, maybeWords, words } from "../http";
import { isUscc, phoneOf } from "../identifiers";
import { PageQuery } from "../page";
import { say } from "../say";
import { parseDecimal } from "../typed";

export const PartyQuery = PageQuery.extend({
  kind: z.enum(partyKinds).or(z.literal("")).optional(),
  status: z.enum(partyStatuses).or(z.literal("")).optional(),
  q: z.string().trim().max(60).optional(), // Code, name, initials; staff also USCC.
});
export type PartyQuery = z.infer<typeof PartyQuery>;

const tooLong = (max: number) => say(`请不要超过 ${max} 个字。`, `Use ${max} characters or fewer.`);

// A field that is left out of a change stays as it is; a blank one is emptied. So none of these is optional.
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, tooLong(max))
    .nullable()
    .transform((said) => said || null);
const oneOf = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  z
    .enum(codes)
    .or(z.literal(""))
    .nullable()
    .transform((said) => said || null);
const day = Day.or(z.literal(""))
  .nullable()
  .transform((said) => said || null);
/** As JSON says it, or a box of a form. */
const ticked = z
  .union([z.boolean(), z.enum(["on", "true", "false", ""])])
  .transform((said) => said === true || said === "on" || said === "true");
const figure = (places: number, most: number, message: string) =>
  z
    .union([z.number(), z.string().max(20)])
    .transform((said) =>
      String(said).trim() === "" ? 0 : (parseDecimal(String(said), places) ?? Number.NaN),
    )
    .pipe(z.int({ error: message }).max(most, message));
const percent = figure(2, 10_000, say("请填写 0 到 100 的百分比。", "Enter a percentage from 0 to 100."));

const Uscc = text(30)
  .transform((said) => said?.toUpperCase() ?? null)
  .refine(
    (said) => said === null || isUscc(said),
    say(
      "统一社会信用代码不正确,请核对营业执照上的 18 位代码。",
      "This is not a valid unified social credit code. Copy the 18 characters from the licence.",
    ),
  );
const markets = z
  .union([z.array(z.string().trim().max(40)).max(50), z.string().max(2_000)])
  .transform((said) => (typeof said === "string" ? said.split(/[\s,，、;；]+/) : said).filter(Boolean));

/** Who it is, where it is and how it buys: what sales keep. */
const identity = {
  nameZh: text(limits.name),
  nameEn: text(limits.name),
  shortName: text(limits.name),
  legalRepresentative: text(limits.name),
  uscc: Uscc,
  taxpayerKind: oneOf(taxpayerKinds),
  establishedOn: day,
  licenceExpiresOn: day,
  country: z.enum(countries, say("请选择国家。", "Choose the country.")),
  registrationNo: text(limits.text),
  address: text(limits.text),
  addressEn: text(limits.text),
  port: text(10),
  portOfLoading: text(10),
  consignee: text(limits.text),
  notifyParty: text(limits.text),
  shippingMarks: text(limits.text),
  forwarder: text(limits.name),
  priceLevel: text(40),
  priceTerm: oneOf(priceTerms),
  termPlace: text(limits.name),
  currency: z.enum(currencies, say("请选择币种。", "Choose the currency.")),
  depositPercent: percent,
  plusPercent: percent,
  minusPercent: percent,
  singleLot: ticked,
  shareAmountsWithParent: ticked,
  territory: markets,
  salespersonId: text(40),
  afterSalesOwnerId: text(40),
  creditControllerId: text(40),
} as const;

/** How far it is trusted: for those who answer for the money. */
const trust = {
  level: oneOf(levels),
  keyAccount: ticked,
  paymentTerm: z.enum(paymentTerms),
  paymentDays: figure(0, 365, say("请填写天数,最多 365。", "Enter a number of days, 365 at most.")),
  creditLimit: z.union([z.number().nonnegative(), z.string().max(20)]).transform(String), // In whole units of its currency.
  holdReason: text(limits.text),
  silentConfirmClause: ticked,
} as const;

/** Where money and invoices go: for finance alone. */
const invoicing = {
  invoiceTitle: text(limits.name),
  taxNo: text(40),
  bank: text(limits.name),
  bankAccount: text(40),
  invoiceKind: oneOf(["special", "normal", "none", "export_commercial"]),
} as const;

export const trustFields = Object.keys(trust) as (keyof typeof trust)[];
export const invoicingFields = Object.keys(invoicing) as (keyof typeof invoicing)[];

export const PartyFields = z.object({ ...identity, ...trust, ...invoicing }).partial();
export type PartyFields = z.infer<typeof PartyFields>;

const enterName = say("请填写中文或英文名称。", "Enter the name in Chinese or English.");
const enterCode = say("请填写 2 到 4 个大写字母作为编号。", "Enter a code of 2 to 4 capital letters.");
const chooseOperation = say("请选择直营或承包。", "Choose company-run or contracted.");

export const CreateParty = z
  .strictObject({
    id: Id,
    kind: z.enum(partyKinds, say("请选择类别。", "Choose the kind.")).exclude(["company"]),
    parent: words(limits.code, say("请选择上级单位。", "Choose the party above it.")),
    code: maybeWords(4), // Outlets are known by letters; all others get a number.
    outletKind: oneOf(outletKinds).optional(),
    operation: oneOf(outletOperations).optional(),
    tradingModel: oneOf(tradingModels).optional(),
    anotherFirm: ticked.optional(), // Said after the warning that a file of the same name exists.
    ...PartyFields.shape,
  })
  .refine(({ nameZh, nameEn }) => nameZh || nameEn, { message: enterName, path: ["nameZh"] })
  .refine(({ kind, code }) => kind !== "outlet" || /^[A-Z]{2,4}$/.test(code ?? ""), {
    message: enterCode,
    path: ["code"],
  })
  .refine(({ kind, operation }) => kind !== "outlet" || operation, {
    message: chooseOperation,
    path: ["operation"],
  });
export type CreateParty = z.infer<typeof CreateParty>;

export const ChangeParty = z.strictObject({ ...PartyFields.shape, version: expectedVersion });
export type ChangeParty = z.infer<typeof ChangeParty>;

/** One body for all moves: `place` needs parent and from, the grave ones a reason. */
export const MoveParty = z.strictObject({
  parent: maybeWords(limits.code),
  from: Day.or(z.literal(""))
    .nullish()
    .transform((said) => said || null),
  tradingModel: oneOf(tradingModels).optional(),
  reason: maybeWords(limits.text),
  version: expectedVersion,
});
export type MoveParty = z.infer<typeof MoveParty>;

/** In E.164 where it can be told; a 400 number or an extension stays as it was typed. */
const phone = maybeWords(limits.phone).transform((said) => said && (phoneOf(said) ?? said));

export const AddContact = z.strictObject({
  id: Id,
  name: words(limits.name, say("请填写联系人姓名。", "Enter the contact's name.")),
  role: z.enum(contactRoles, say("请选择联系人职责。", "Choose what the contact does.")),
  phone,
  mobile: phone,
  email: z
    .email(
      say("请填写正确的邮箱,例如 name@example.com。", "Enter an e-mail address such as name@example.com."),
    )
    .or(z.literal(""))
    .nullish()
    .transform((said) => said || null),
  wechat: maybeWords(limits.name),
  language: z.enum(["zh", "en"]).default("zh"),
});
export type AddContact = z.infer<typeof AddContact>;

export const AddAddress = z.strictObject({
  id: Id,
  kind: z.enum(["delivery", "invoice", "sample"]).default("delivery"),
  consignee: words(limits.name, say("请填写收货人。", "Enter the consignee.")),
  phone,
  lines: words(limits.text, say("请填写地址。", "Enter the address.")),
  conditions: maybeWords(limits.text),
});
export type AddAddress = z.infer<typeof AddAddress>;
