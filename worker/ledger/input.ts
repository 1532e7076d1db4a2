import { z } from "zod";
import { ledgerLimits } from "#schema/ledger";
import { partyLimits } from "#schema/parties";
import { currencies, entryTypes } from "#schema/words/receivables";
import { Day, Id, maybeDay, maybeWords, words } from "../http";
import { PageQuery } from "../page";
import { say } from "../say";
import { parseMoney } from "../typed";
import { handTypes, ruleOf } from "./sides";

export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, say("请填写月份,例如 2026-10。", "Enter a month such as 2026-10."));

const partyCode = z.string().trim().max(partyLimits.code);

export const EntryQuery = PageQuery.extend({
  party: partyCode.optional(), // Staff name the party; partners read their own.
  currency: z.enum(currencies).optional(),
  type: z.enum(entryTypes).optional(),
  period: Month.optional(),
});
export type EntryQuery = z.infer<typeof EntryQuery>;

export const AccountQuery = PageQuery.extend({
  q: z.string().trim().max(60).optional(), // Code or name of the party.
  party: partyCode.optional(),
});
export type AccountQuery = z.infer<typeof AccountQuery>;

const aText = say("请填写金额,例如 1200.50。", "Enter an amount such as 1200.50.");

const EntryForm = z.strictObject({
  id: Id,
  party: words(partyLimits.code, say("请选择往来单位。", "Select the party.")),
  currency: z.enum(currencies, say("请选择币种。", "Select the currency.")),
  type: z.enum(handTypes, say("请选择类型。", "Select what kind of entry it is.")),
  businessDate: Day,
  amount: z.union([z.number(), z.string().max(40)], aText),
  direction: z.enum(["debit", "credit"]).nullish().or(z.literal("")),
  docNo: maybeWords(40),
  orderRef: maybeWords(40),
  memo: maybeWords(ledgerLimits.memo),
  maturesOn: maybeDay,
  settles: Id.nullish().or(z.literal("")), // The debt that the payer named.
});

const missing = {
  docNo: say("请填写单据号(银行流水、票据号等)。", "Enter the document number (bank slip, bill)."),
  maturesOn: say("请填写票据到期日。", "Enter when the bill matures."),
  memo: say("请写明原因。", "Say what it is for."),
};

export const EnterEntry = EntryForm.transform((said, ctx) => {
  const rule = ruleOf(said.type);
  const amountMinor = parseMoney(String(said.amount), said.currency);
  const problem = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
  if (amountMinor === null || amountMinor <= 0) problem("amount", aText);
  const side = rule.side === "either" ? said.direction || null : rule.side;
  if (!side) problem("direction", say("请选择应收或冲减。", "Select debit or credit."));
  for (const name of rule.needs ?? []) if (!said[name]) problem(name, missing[name]);
  const { amount: _amount, direction: _direction, settles, ...rest } = said;
  return { ...rest, settles: settles || null, amountMinor: amountMinor ?? 0, side: side ?? "debit" };
});
export type EnterEntry = z.infer<typeof EnterEntry>;

export const ReverseEntry = z.strictObject({
  id: Id,
  reason: words(ledgerLimits.memo, say("请写明冲销原因。", "Say why it is reversed.")),
});
export type ReverseEntry = z.infer<typeof ReverseEntry>;

export const ClosePeriod = z.strictObject({ period: Month });
export type ClosePeriod = z.infer<typeof ClosePeriod>;
