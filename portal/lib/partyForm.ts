import type { PartyView, PersonRow } from "#worker/api";
import type { Option } from "./field";
import { type Answers, blankForm, type Form } from "./form";
import type { Viewer } from "./viewer";

const identity = {
  nameZh: "",
  nameEn: "",
  shortName: "",
  legalRepresentative: "",
  uscc: "",
  taxpayerKind: "",
  establishedOn: "",
  licenceExpiresOn: "",
  country: "CN",
  registrationNo: "",
  address: "",
  addressEn: "",
  port: "",
  portOfLoading: "",
  consignee: "",
  notifyParty: "",
  shippingMarks: "",
  forwarder: "",
  priceLevel: "",
  priceTerm: "",
  termPlace: "",
  currency: "CNY",
  depositPercent: "0",
  plusPercent: "3",
  minusPercent: "3",
  singleLot: "",
  shareAmountsWithParent: "",
  territory: "",
  salespersonId: "",
  afterSalesOwnerId: "",
  creditControllerId: "",
};
const placing = {
  kind: "",
  parent: "",
  code: "",
  outletKind: "",
  operation: "",
  tradingModel: "",
  anotherFirm: "",
};

export const newPartyForm = (parent: string): Form =>
  blankForm<Answers>({ id: crypto.randomUUID(), ...placing, ...identity, parent });

function text(value: unknown): string {
  if (value === true) return "on";
  return Array.isArray(value) ? value.join(", ") : value ? String(value) : "";
}
const percent = (basisPoints: number) => String(basisPoints / 100);

/** The parts of a file as they stand, each in its own form, for they belong to different hands. */
export const parts = ["change", "trust", "invoice"] as const;
export type Part = (typeof parts)[number];

export function partForm(party: PartyView, part: Part): Form {
  const values = { change: identityOf, trust: trustOf, invoice: invoicingOf }[part](party);
  return blankForm<Answers>({ part, version: String(party.version), ...values });
}

function identityOf({ file, desk, nameZh, nameEn, country }: PartyView): Answers {
  if (!file) return { ...identity };
  const said: Record<string, unknown> = { ...file, ...desk, nameZh, nameEn, country };
  const named = Object.keys(identity).map((field) => [field, text(said[field])]);
  return {
    ...Object.fromEntries(named),
    depositPercent: percent(file.depositBp),
    plusPercent: percent(file.plusBp),
    minusPercent: percent(file.minusBp),
  };
}

function trustOf({ file, credit, trust }: PartyView): Answers {
  return {
    level: text(trust?.level),
    keyAccount: text(trust?.keyAccount),
    paymentTerm: text(file?.paymentTerm),
    paymentDays: text(file?.paymentDays),
    creditLimit: credit ? decimal(credit.limitMinor, credit.currency) : "",
    holdReason: text(trust?.holdReason),
    silentConfirmClause: text(trust?.silentConfirmClause),
  };
}

function invoicingOf({ invoicing }: PartyView): Answers {
  return {
    invoiceTitle: text(invoicing?.invoiceTitle),
    taxNo: text(invoicing?.taxNo),
    bank: text(invoicing?.bank),
    bankAccount: text(invoicing?.bankAccount),
    invoiceKind: text(invoicing?.invoiceKind),
  };
}

/** The figure of a field for typing, without a currency or commas. */
const decimal = (minor: number, currency: string) => {
  const places = ["JPY", "KRW", "VND"].includes(currency) ? 0 : currency === "KWD" ? 3 : 2;
  return (minor / 10 ** places).toFixed(places);
};

export const staffOptions = (staff: PersonRow[]): Option[] => {
  const named = new Map(staff.flatMap(({ personId, name }) => (personId ? [[personId, name] as const] : [])));
  return [...named].map(([value, label]) => ({ value, label }));
};

const keepers: readonly string[] = [
  "sales_manager",
  "domestic_sales",
  "export_sales",
  "outlet_manager",
  "admin",
];

/** Whether the way to a new file is shown; the API decides when it is sent. */
export const opensFiles = (viewer: Viewer | null) =>
  viewer?.side === "staff" && viewer.roles.some((role) => keepers.includes(role));

const boxes = ["singleLot", "shareAmountsWithParent", "keyAccount", "silentConfirmClause", "anotherFirm"];

/** A box that is not ticked is not sent, so nothing may stand in for it. */
export function unticked(form: Form): Form {
  const values = Object.entries(form.values).map(([name, value]) => [
    name,
    boxes.includes(name) ? "" : value,
  ]);
  return { ...form, values: Object.fromEntries(values) };
}
