import { z } from "zod";
import { productLimits as limits } from "#schema/products";
import { catalogueStatuses } from "#schema/words/paperStatuses";
import { currencies } from "#schema/words/receivables";
import { priceListKinds, priceTerms } from "#schema/words/trade";
import { maybeQuantity, UnitPrice } from "../fields";
import { Day, expectedVersion, Id, maybeDay, maybeWords, words } from "../http";
import { PageQuery } from "../page";
import { say } from "../say";

export const PriceListQuery = PageQuery.extend({
  status: z.enum(catalogueStatuses).optional(),
  kind: z.enum(priceListKinds).optional(),
  q: z.string().trim().max(60).optional(), // Reference, name, party code or name.
});
export type PriceListQuery = z.infer<typeof PriceListQuery>;

const aCode = say(
  "请填写编号，只用字母、数字和连字符。",
  "Enter a reference of letters, digits and hyphens.",
);

const fields = z.strictObject({
  kind: z.enum(priceListKinds, say("请选择类型。", "Select a kind.")),
  level: maybeWords(limits.code),
  party: maybeWords(limits.code), // Its code.
  nameZh: words(limits.name, say("请填写中文名称。", "Enter the Chinese name.")),
  nameEn: words(limits.name, say("请填写英文名称。", "Enter the English name.")),
  currency: z.enum(currencies, say("请选择币种。", "Select a currency.")),
  priceTerm: z
    .enum([...priceTerms, ""])
    .nullish()
    .transform((code) => code || null),
  termPlace: maybeWords(limits.name),
  taxIncluded: z
    .union([z.boolean(), z.enum(["true", "false", ""])])
    .default(false)
    .transform((said) => said === true || said === "true"),
  validFrom: Day,
  validTo: maybeDay,
  lines: z
    .array(
      z.strictObject({
        sku: z
          .string()
          .trim()
          .toUpperCase()
          .min(1, say("请填写规格编码。", "Enter the code of an SKU."))
          .max(limits.code),
        from: maybeQuantity, // From this quantity on.
        unitPrice: UnitPrice,
      }),
    )
    .max(2_000, say("一份价格表最多 2,000 行。", "A price list has at most 2,000 lines."))
    .refine(
      (lines) => new Set(lines.map(({ sku, from }) => `${sku} ${from ?? 0}`)).size === lines.length,
      say("同一规格同一起订量只能有一个价格。", "Give one price per SKU and quantity."),
    ),
});
type Fields = z.infer<typeof fields>;

const needed = {
  level: say("级别价须填写级别。", "A level list needs a level."),
  party: say("合同价和客户价须填写往来单位编号。", "A contract or party list needs the code of a party."),
  validTo: say("截止日不能早于起始日。", "The last day cannot be before the first."),
};

/** What one field asks of another. */
function agrees(
  { kind, level, party, validFrom, validTo }: Fields,
  refuse: (field: keyof typeof needed) => void,
) {
  if (kind === "level" && !level) refuse("level");
  if ((kind === "contract" || kind === "party") && !party) refuse("party");
  if (validTo && validTo < validFrom) refuse("validTo");
}

const refusing = (ctx: z.core.$RefinementCtx) => (field: keyof typeof needed) =>
  void ctx.issues.push({ code: "custom", message: needed[field], path: [field], input: undefined });

const reference = z
  .string({ error: aCode })
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9-]*$/, aCode)
  .max(limits.code);

export const CreatePriceList = fields
  .extend({ id: Id, reference })
  .superRefine((list, ctx) => agrees(list, refusing(ctx)));
export type CreatePriceList = z.infer<typeof CreatePriceList>;

export const EditPriceList = fields
  .extend({ version: expectedVersion })
  .superRefine((list, ctx) => agrees(list, refusing(ctx)));
export type EditPriceList = z.infer<typeof EditPriceList>;

export const MovePriceList = z.strictObject({ reason: maybeWords(400), version: expectedVersion });
export type MovePriceList = z.infer<typeof MovePriceList>;
