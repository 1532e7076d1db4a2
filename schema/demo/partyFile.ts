import { addresses, contacts } from "../parties";
import { countryWords } from "../words/countries";
import type { PaymentTerm } from "../words/receivables";
import type { Chance } from "./chance";
import { creditCode, mobileNo } from "./codes";
import { clock } from "./days";
import type { Demo } from "./demo";
import { type Buyer, foreignNames, personName, type Trade, towns } from "./names";
import type { PartyRow, Trader } from "./trader";

export type Sketch = {
  code: string;
  kind: PartyRow["kind"];
  /** Chinese name and its reading, a word for each syllable. */
  house: readonly [string, string];
  trade: Trade;
  town: "TX" | "XS" | "JJ" | "HQ";
  slug: string;
};

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** The file of a domestic party as the office keeps it, complete. */
export function domesticRow(demo: Demo, { code, kind, house, trade, town }: Sketch): PartyRow {
  const [short, reading] = house;
  const luck = demo.chance(`file ${code}`);
  const at = clock(demo.since, 9);
  const place = towns[town] ?? towns.HQ;
  const nameZh = `${short}${trade.zh}（示例）`;
  const uscc = creditCode(kind === "dealer" ? "individual" : "enterprise", luck);
  return {
    id: luck.id(at),
    code,
    kind,
    nameZh,
    nameEn: `${capital(reading.replaceAll(" ", ""))} ${trade.en} (Demo)`,
    shortName: short,
    initials: initialsOf(reading),
    legalRepresentative: personName(luck).zh,
    uscc,
    taxpayerKind: luck.odds(0.7) ? "general" : "small_scale",
    establishedOn: `20${luck.int(10, 22)}-0${luck.int(1, 9)}-15`,
    licenceExpiresOn: `20${luck.int(32, 42)}-12-31`,
    address: `${place?.zh}${luck.pick(place?.streets ?? [""])}${luck.int(1, 99)}号`,
    level: luck.weighted([
      ["A", 12],
      ["B", 33],
      ["C", 40],
      ["D", 10],
      ["N", 5],
    ] as const),
    priceLevel: kind === "dealer" ? "dealer" : "customer",
    priceTerm: kind === "dealer" ? "ex_works" : "delivered",
    paymentTerm: termOf(luck),
    creditLimitMinor: luck.int(20, 150) * 1_000_000,
    territory: [town === "JJ" ? "350582" : town === "XS" ? "330109" : town === "TX" ? "330483" : "330603"],
    invoiceTitle: nameZh,
    taxNo: uscc,
    bank: `示例银行${place?.zh.slice(-3)}支行`,
    bankAccount: `9900${luck.int(1e9, 9e9)}${luck.int(1000, 9999)}`,
    invoiceKind: "special",
    source: "staff",
    createdAt: at,
  };
}

const termOf = (luck: Chance) =>
  luck.weighted<PaymentTerm>([
    ["eom_1", 72],
    ["eom_2", 12],
    ["prepaid", 12],
    ["cod", 4],
  ]);

const initialsOf = (reading: string) =>
  reading
    .split(" ")
    .map((syllable) => syllable.slice(0, 1).toUpperCase())
    .join("");

/** The file of a buyer abroad, with the papers' blocks exactly as they are printed. */
export function foreignRow(
  demo: Demo,
  code: string,
  { name, country, port, city }: Buyer,
  row: Partial<PartyRow>,
): PartyRow {
  const luck = demo.chance(`file ${code}`);
  const at = clock(demo.since, 9);
  const land = countryWords[country as keyof typeof countryWords].en; // The list of buyers names known countries.
  const addressEn = `${luck.int(1, 99)} Demo Road, ${city}, ${land}`;
  return {
    id: luck.id(at),
    code,
    kind: "export_buyer",
    nameEn: name,
    shortName: name.split(" ").slice(0, 2).join(" "),
    initials: name
      .split(" ")
      .map((word) => word.slice(0, 1))
      .join("")
      .toUpperCase(),
    country,
    port,
    portOfLoading: luck.odds(0.7) ? "CNNGB" : "CNSHA",
    addressEn,
    registrationNo: `DEMO-${luck.int(10_000, 99_999)}`,
    consignee: country === "BD" ? "TO ORDER OF DEMO BANK" : `${name}\n${addressEn}`,
    notifyParty: `${name}\n${addressEn}`,
    shippingMarks: `${name.split(" ")[0]?.toUpperCase()}\n${port}\nC/NO. 1-UP\nMADE IN CHINA`,
    forwarder: "示例货代 Demo Forwarding",
    level: luck.weighted([
      ["A", 20],
      ["B", 40],
      ["C", 40],
    ] as const),
    priceLevel: "export",
    priceTerm: luck.weighted([
      ["FOB", 48],
      ["CFR", 30],
      ["CIF", 22],
    ] as const),
    termPlace: "Ningbo",
    currency: "USD",
    taxIncluded: false,
    paymentTerm: luck.weighted<PaymentTerm>([
      ["tt_split", 62],
      ["lc_sight", 24],
      ["dp", 14],
    ]),
    depositBp: 3_000,
    plusBp: 500,
    minusBp: 500,
    creditLimitMinor: luck.int(5, 30) * 1_000_000,
    territory: [country],
    invoiceKind: "export_commercial",
    source: "staff",
    createdAt: at,
    ...row,
  };
}

/** Those whom the office calls, and where the goods go. */
export function putContacts(demo: Demo, row: PartyRow, slug: string): Trader["shipTo"] {
  const luck = demo.chance(`contacts ${row.code}`);
  const abroad = row.kind === "export_buyer";
  const id = () => luck.id(row.createdAt);
  const purchaser = abroad ? { zh: luck.pick(foreignNames), en: null } : personName(luck);
  const mobile = mobileNo(luck);
  const language = abroad ? ("en" as const) : ("zh" as const);
  demo.press.put(
    contacts,
    {
      id: id(),
      partyId: row.id,
      name: purchaser.zh,
      nameEn: purchaser.en,
      role: "purchaser",
      mobile,
      email: `purchasing@${slug}.example`,
      language,
    },
    {
      id: id(),
      partyId: row.id,
      name: abroad ? luck.pick(foreignNames) : personName(luck).zh,
      role: "finance",
      mobile: mobileNo(luck),
      email: `accounts@${slug}.example`,
      language,
    },
  );
  const shipTo = {
    consignee: row.nameZh ?? row.nameEn ?? "",
    phone: mobile,
    lines: row.address ?? row.addressEn ?? "",
    conditions: abroad ? null : luck.pick(["叉车卸货，8:00–17:00", "人工卸货，请提前电话", null]),
  };
  demo.press.put(addresses, { id: id(), partyId: row.id, kind: "delivery", ...shipTo });
  return shipTo;
}
