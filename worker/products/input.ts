import { z } from "zod";
import { productLimits as limits } from "#schema/products";
import { catalogueStatuses } from "#schema/words/paperStatuses";
import {
  attributes,
  categories,
  colourModes,
  crossSections,
  fibres,
  grades,
  interminglings,
  lustres,
} from "#schema/words/products";
import { maybeQuantity, maybeWhole, Percent } from "../fields";
import { expectedVersion, Id, maybeDay, maybeWords, words } from "../http";
import { PageQuery } from "../page";
import { say } from "../say";

export const ProductQuery = PageQuery.extend({
  q: z.string().trim().max(80).optional(), // Name, model, alias, colour or SKU code, in either language.
  family: z.string().max(limits.code).optional(),
  category: z.enum(categories).optional(),
  fibre: z.enum(fibres).optional(),
  lustre: z.enum(lustres).optional(),
  colourMode: z.enum(colourModes).optional(),
  intermingling: z.enum(interminglings).optional(),
  denier: z.coerce.number().int().positive().optional(),
  filaments: z.coerce.number().int().positive().optional(),
  status: z.enum(catalogueStatuses).optional(), // Staff.
  live: z.enum(["true"]).optional(), // Staff too see only what is on show.
  language: z.enum(["zh", "en"]).optional(), // en: only what has English words.
});
export type ProductQuery = z.infer<typeof ProductQuery>;
export const ProductLanguage = ProductQuery.pick({ language: true, live: true });
export type ProductLanguage = z.infer<typeof ProductLanguage>;

/** Codes of a list, where a form sends an empty choice for none. */
const maybeOf = <Code extends string>(codes: [Code, ...Code[]]) =>
  z
    .enum([...codes, ""])
    .nullish()
    .transform((code) => (code ? (code as Code) : null)); // Only "" was added to the codes.

const fibreTwice = say("同一种纤维请只填一次。", "Name each fibre once.");
const Composition = z
  .array(z.strictObject({ fibre: z.enum(fibres, say("请选择纤维。", "Select a fibre.")), percent: Percent }))
  .max(8)
  .refine((parts) => new Set(parts.map(({ fibre }) => fibre)).size === parts.length, fibreTwice)
  .transform((parts) => parts.map(({ fibre, percent }) => ({ fibre, pct10: percent })));

const short = z.string().trim().max(limits.model);
const Technical = z
  .array(
    z.strictObject({
      name: z.enum(attributes, say("请选择物性指标。", "Select a property.")),
      target: short.min(1, say("请填写指标值。", "Enter the target value.")),
      tolerance: short.default(""),
      unit: short.default(""),
      method: short.default(""),
    }),
  )
  .max(24);

const Certificates = z
  .array(
    z.strictObject({
      name: short.min(1, say("请填写证书名称。", "Enter the name of the certificate.")),
      number: short.default(""),
      expiresOn: maybeDay,
    }),
  )
  .max(12);

const oneName = say("请填写中文名称或英文名称。", "Enter a name in Chinese or English.");

const wording = {
  model: maybeWords(limits.model), // Left out: built from the attributes.
  nameZh: maybeWords(limits.name),
  nameEn: maybeWords(limits.name),
  descriptionZh: maybeWords(limits.text),
  descriptionEn: maybeWords(limits.text),
  usageZh: maybeWords(limits.text),
  usageEn: maybeWords(limits.text),
  packingZh: maybeWords(limits.text),
  packingEn: maybeWords(limits.text),
  aliases: z.array(short.min(1)).max(20).default([]),
  category: z.enum(categories, say("请选择类别。", "Select a category.")),
  composition: Composition.default([]),
  denier: maybeWhole,
  filaments: maybeWhole,
  plies: maybeWhole,
  twist: maybeWords(limits.model),
  intermingling: maybeOf(interminglings),
  lustre: maybeOf(lustres),
  crossSection: maybeOf(crossSections),
  colourMode: maybeOf(colourModes),
  technical: Technical.default([]),
  hsCode: z
    .string()
    .trim()
    .regex(
      /^(\d{4}\.?\d{2}(\.?\d{2,4})?)?$/,
      say("海关编码是 6 到 10 位数字。", "An HS code has 6 to 10 digits."),
    )
    .nullish()
    .transform((code) => code || null),
  moq: maybeQuantity,
  leadTimeDays: maybeWhole,
  uom: z.enum(["kg", "m", "pc"]).default("kg"),
  certificates: Certificates.default([]),
};

/** To whom the catalogue can be shown; `selected` needs a list of parties, which nobody keeps yet. */
export const audiences = ["public", "registered", "domestic", "export", "staff"] as const;
const visibility = z.enum(audiences, say("请选择可见范围。", "Select who may see it."));
const family = words(limits.code, say("请选择系列。", "Select a family."));

export const CreateProduct = z
  .strictObject({ id: Id, family, visibility, ...wording })
  .refine(({ nameZh, nameEn }) => nameZh || nameEn, { error: oneName, path: ["nameZh"] });
export type CreateProduct = z.infer<typeof CreateProduct>;

export const EditProduct = z
  .strictObject({ family, visibility, ...wording, version: expectedVersion })
  .refine(({ nameZh, nameEn }) => nameZh || nameEn, { error: oneName, path: ["nameZh"] });
export type EditProduct = z.infer<typeof EditProduct>;

export const MoveProduct = z.strictObject({
  reason: maybeWords(400),
  visibility: visibility.optional(), // Publishing may change who sees it.
  version: expectedVersion,
});
export type MoveProduct = z.infer<typeof MoveProduct>;

const aCode = say("请填写编码，只用字母、数字和连字符。", "Enter a code of letters, digits and hyphens.");
const Code = z
  .string({ error: aCode })
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9./-]*$/, aCode)
  .max(limits.code);

export const AddSku = z.strictObject({
  id: Id,
  code: Code,
  colourNo: maybeWords(limits.code),
  colourZh: maybeWords(limits.model),
  colourEn: maybeWords(limits.model),
  swatch: z
    .string()
    .regex(/^(#[0-9a-fA-F]{6})?$/, say("请填写颜色，例如 #1a2b3c。", "Enter a colour such as #1a2b3c."))
    .nullish()
    .transform((colour) => colour || null),
  grade: maybeOf(grades),
  carton: maybeQuantity,
  conesPerCarton: maybeWhole,
});
export type AddSku = z.infer<typeof AddSku>;

export const AddFamily = z.strictObject({
  id: Id,
  code: Code,
  nameZh: words(limits.name, say("请填写中文名称。", "Enter the Chinese name.")),
  nameEn: words(limits.name, say("请填写英文名称。", "Enter the English name.")),
});
export type AddFamily = z.infer<typeof AddFamily>;
