import type { Party } from "#schema/parties";
import type { Actor } from "../actor";
import { allow, Refusal } from "../refusal";
import { parseMoney } from "../typed";
import { invoicingFields, type PartyFields, trustFields } from "./input";
import { mayChangeInvoicing, mayKeepFiles, mayTrust } from "./policy";

const says = (said: PartyFields, fields: readonly (keyof PartyFields)[]) =>
  fields.some((field) => said[field] !== undefined);

/** Every field that is said must be the actor's to say. */
export function allowFields(actor: Actor, said: PartyFields) {
  const others = (Object.keys(said) as (keyof PartyFields)[]).filter(
    (field) => !isOneOf(trustFields, field) && !isOneOf(invoicingFields, field),
  );
  allow(!says(said, others) || mayKeepFiles(actor));
  allow(!says(said, trustFields) || mayTrust(actor));
  allow(!says(said, invoicingFields) || mayChangeInvoicing(actor));
}

const isOneOf = (fields: readonly string[], field: string) => fields.includes(field);

type Before = Pick<Party, "currency" | "paymentTerm" | "paymentDays">;

/** What was said, as the columns hold it. */
export function columnsOf(said: PartyFields, before: Before): Partial<Party> {
  const { depositPercent, plusPercent, minusPercent, creditLimit, paymentDays, ...plain } = said;
  const paymentTerm = said.paymentTerm ?? before.paymentTerm;
  const days = paymentTerm.endsWith("_n") ? (paymentDays ?? before.paymentDays) : null;
  if (paymentTerm.endsWith("_n") && !days) throw daysMissing();
  return defined({
    ...plain,
    depositBp: depositPercent,
    plusBp: plusPercent,
    minusBp: minusPercent,
    paymentDays: days === before.paymentDays ? undefined : days,
    creditLimitMinor:
      creditLimit === undefined ? undefined : minorOf(creditLimit, said.currency ?? before.currency),
    taxIncluded: said.country === undefined ? undefined : said.country === "CN",
  });
}

function minorOf(typed: string, currency: string): number {
  const minor = typed.trim() === "" ? 0 : parseMoney(typed, currency);
  if (minor !== null && minor >= 0 && minor <= 1e13) return minor;
  const words = { zh: "请填写信用额度,例如 100000。", en: "Enter a credit limit such as 100000." };
  throw new Refusal("invalid", words, { creditLimit: words });
}

function daysMissing() {
  const words = { zh: "请填写该付款条件的天数。", en: "Enter the number of days of this payment term." };
  return new Refusal("invalid", words, { paymentDays: words });
}

const defined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
