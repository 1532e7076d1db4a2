import { sequences } from "#schema/events";
import { addresses, contacts, parties, partyParents } from "#schema/parties";
import { memberships, people, type Role } from "#schema/people";
import type { Db } from "#worker/host";

import { catalogue } from "./castCatalogue";

/** The day every world starts on: a Monday, 10:00 in Shanghai. */
export const firstMoment = new Date("2026-11-23T02:00:00Z");

/**
 * The same people in every test. Dora's firm is a tier-1 dealer under Tongxiang; Rita is her resale
 * sub-dealer, Anna and Ben her direct_bill customer. Rob is a rival dealer and Carl a customer, both under
 * Xiaoshan. Mona runs the contracted Tongxiang outlet. Erik buys abroad. The rest are staff.
 */
export const cast = {
  anna: { party: "C-0001", roles: ["owner"] },
  ben: { party: "C-0001", roles: ["finance"] },
  carl: { party: "C-0002", roles: ["owner"] },
  dora: { party: "D-0001", roles: ["owner"] },
  dan: { party: "D-0001", roles: ["buyer"] },
  dina: { party: "D-0001", roles: ["finance"] },
  rita: { party: "D-0003", roles: ["owner"] },
  rob: { party: "D-0002", roles: ["owner"] },
  mona: { party: "TX", roles: ["outlet_manager"] },
  erik: { party: "E-0001", roles: ["owner"] },
  sam: { party: "LX", roles: ["after_sales", "after_sales_lead"] },
  mei: { party: "LX", roles: ["sales_manager"] },
  sal: { party: "XS", roles: ["domestic_sales"] },
  xena: { party: "EX", roles: ["export_sales"] },
  fay: { party: "LX", roles: ["finance"] },
  lin: { party: "LX", roles: ["logistics"] },
  quin: { party: "LX", roles: ["qc"] },
  kai: { party: "LX", roles: ["catalog_editor"] },
  gus: { party: "LX", roles: ["general_manager"] },
  ada: { party: "LX", roles: ["admin"] },
} as const satisfies Record<string, { party: string; roles: readonly Role[] }>;
export type Person = keyof typeof cast;

const names = Object.keys(cast) as Person[];
const at = new Date("2025-01-02T00:00:00Z");

type PartyRow = typeof parties.$inferInsert;
const partyRows: PartyRow[] = [
  {
    id: "company",
    code: "LX",
    kind: "company",
    nameZh: "浙江岚序化纤有限公司",
    nameEn: "Zhejiang Lanxu Chemical Fibre Co., Ltd.",
    createdAt: at,
  },
  {
    id: "TX",
    code: "TX",
    kind: "outlet",
    outletKind: "stall",
    operation: "contracted",
    nameZh: "桐乡档口",
    nameEn: "Tongxiang stall",
    createdAt: at,
  },
  {
    id: "XS",
    code: "XS",
    kind: "outlet",
    outletKind: "stall",
    operation: "direct",
    nameZh: "萧山档口",
    nameEn: "Xiaoshan stall",
    createdAt: at,
  },
  {
    id: "EX",
    code: "EX",
    kind: "outlet",
    outletKind: "office",
    operation: "direct",
    nameZh: "外贸部",
    nameEn: "Export department",
    createdAt: at,
  },
  {
    id: "D-0001",
    code: "D-0001",
    kind: "dealer",
    nameZh: "朵拉纱线（示例）",
    nameEn: "Dora Yarns",
    priceLevel: "dealer",
    paymentTerm: "eom_1",
    createdAt: at,
  },
  {
    id: "D-0002",
    code: "D-0002",
    kind: "dealer",
    nameZh: "罗布化纤（示例）",
    nameEn: "Rob Fibres",
    priceLevel: "dealer",
    paymentTerm: "eom_1",
    createdAt: at,
  },
  {
    id: "D-0003",
    code: "D-0003",
    kind: "dealer",
    tradingModel: "resale",
    nameZh: "丽塔贸易（示例）",
    nameEn: "Rita Trading",
    createdAt: at,
  },
  {
    id: "C-0001",
    code: "C-0001",
    kind: "customer",
    tradingModel: "direct_bill",
    nameZh: "安娜织造（示例）",
    nameEn: "Anna Weaving",
    priceLevel: "customer",
    paymentTerm: "eom_1",
    createdAt: at,
  },
  {
    id: "C-0002",
    code: "C-0002",
    kind: "customer",
    nameZh: "卡尔针织（示例）",
    nameEn: "Carl Knitting",
    priceLevel: "customer",
    paymentTerm: "eom_1",
    createdAt: at,
  },
  {
    id: "E-0001",
    code: "E-0001",
    kind: "export_buyer",
    nameEn: "Erik Demo Textiles Ltd.",
    country: "BD",
    port: "BDCGP",
    currency: "USD",
    taxIncluded: false,
    priceLevel: "export",
    paymentTerm: "tt_split",
    createdAt: at,
  },
];

const parents: Record<string, string> = {
  TX: "company",
  XS: "company",
  EX: "company",
  "D-0001": "TX",
  "D-0002": "XS",
  "D-0003": "D-0001",
  "C-0001": "D-0001",
  "C-0002": "XS",
  "E-0001": "EX",
};

/** Every row the cast needs, in an order that keeps foreign keys. */
export const castRows = (db: Db) => [
  db.insert(people).values(
    names.map((id) => ({
      id,
      name: id[0]?.toUpperCase() + id.slice(1),
      email: `${id}@test.example`,
      emailVerified: true,
      language: id === "erik" || id === "xena" ? ("en" as const) : ("zh" as const),
      createdAt: at,
      updatedAt: at,
    })),
  ),
  ...partyRows.map((row) => db.insert(parties).values(row)),
  db
    .insert(partyParents)
    .values(
      Object.entries(parents).map(([partyId, parentId]) => ({ partyId, parentId, validFrom: "2025-01-01" })),
    ),
  db.insert(contacts).values({
    id: "contact-anna",
    partyId: "C-0001",
    name: "安娜",
    role: "purchaser",
    phone: "+8613800138000",
  }),
  db.insert(addresses).values({
    id: "address-anna",
    partyId: "C-0001",
    kind: "delivery",
    consignee: "安娜织造",
    lines: "浙江省嘉兴市桐乡市示例路 1 号",
  }),
  db.insert(memberships).values(
    names.map((id) => ({
      id: `m-${id}`,
      personId: id,
      partyId: cast[id].party === "LX" ? "company" : cast[id].party,
      roles: [...cast[id].roles] as Role[],
      validFrom: "2025-01-01",
    })),
  ),
  db.insert(sequences).values([
    { key: "C", last: 2 },
    { key: "D", last: 3 },
    { key: "E", last: 1 },
  ]),
  ...catalogue(db),
];
