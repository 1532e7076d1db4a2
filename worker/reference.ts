import { businessDate } from "./calendar";

/** The first part of every document number; the words for people are in the glossary. */
export const numberPrefixes = {
  quotation: "QT",
  proformaInvoice: "PI",
  contract: "SC",
  order: "SO",
  channelRequest: "CR",
  specialOrder: "SP",
  sample: "SM",
  enquiry: "EQ",
  deliveryNote: "DN",
  exportShipment: "EXS",
  commercialInvoice: "CI",
  packingList: "PL",
  statement: "ST",
  receipt: "RC",
  creditNote: "CN",
  allowance: "AL",
  claim: "CL",
  complaint: "CP",
  return: "RT",
  appraisal: "TA",
  eightD: "8D",
  improvement: "IP",
  followUp: "FU",
  import: "IM",
} as const;
export type NumberPrefix = (typeof numberPrefixes)[keyof typeof numberPrefixes];

/** What a serial counts under: SO-TX-2611 counts from 1 again in the next Shanghai month. */
export function numberKey(prefix: NumberPrefix, org: string | null, at: Date): string {
  const yearMonth = businessDate(at).slice(2, 7).replace("-", "");
  return [prefix, org, yearMonth].filter(Boolean).join("-");
}

/** Four digits, five once a month has seen more than 9,999. */
export function documentNumber(key: string, serial: number): string {
  return `${key}-${String(serial).padStart(4, "0")}`;
}

/** ST-D0107-CNY-202610-V1: a statement is named by what it is about, not by a serial. */
export function statementNumber(of: {
  partyCode: string;
  currency: string;
  period: string;
  version: number;
}): string {
  const party = of.partyCode.replaceAll("-", "");
  return `ST-${party}-${of.currency}-${of.period.replace("-", "")}-V${of.version}`;
}

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const trackingLength = 10;

/** A guest's code: it cannot be guessed from another and cannot be misread aloud. */
export function trackingCode(bytes = crypto.getRandomValues(new Uint8Array(trackingLength))): string {
  return Array.from(bytes, (byte) => crockford[byte % crockford.length]).join("");
}

/** The code as a guest typed it, with the letters people mistake for digits; null when it cannot be one. */
export function readTrackingCode(typed: string): string | null {
  const code = typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "");
  const digits = code.replaceAll("O", "0").replace(/[IL]/g, "1");
  const isCode = digits.length === trackingLength && [...digits].every((sign) => crockford.includes(sign));
  return isCode ? digits : null;
}
