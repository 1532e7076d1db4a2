import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { basisPoints, day, flag, json, minor, moment, origin, version } from "./columns";
import { people } from "./people";
import type { PaymentTerm } from "./words/receivables";
import type { PartyStatus } from "./words/statuses";
import type { ContactRole, Level, PartyKind, PriceTerm } from "./words/trade";

export const partyLimits = { name: 120, code: 20, text: 400, phone: 40, email: 200 } as const;
/** The one party that is ourselves. */
export const companyId = "company";

export const parties = sqliteTable(
  "parties",
  {
    id: text("id").primaryKey(),
    code: text("code").notNull().unique(), // D-0107; outlets TX, XS, JJ, EX.
    kind: text("kind").$type<PartyKind>().notNull(),
    outletKind: text("outlet_kind", { enum: ["stall", "office"] }),
    operation: text("operation", { enum: ["direct", "contracted"] }), // Outlets only.
    tradingModel: text("trading_model", { enum: ["resale", "direct_bill"] }), // Sub-dealers only.
    shareAmountsWithParent: flag("share_amounts_with_parent").notNull().default(false),
    status: text("status").$type<PartyStatus>().notNull().default("active"),

    nameZh: text("name_zh"),
    nameEn: text("name_en"),
    shortName: text("short_name"),
    formerNames: json<string[]>("former_names").notNull().default([]),
    initials: text("initials").notNull().default(""), // Pinyin initials, for search.

    legalRepresentative: text("legal_representative"),
    uscc: text("uscc"),
    taxpayerKind: text("taxpayer_kind", { enum: ["general", "small_scale", "individual", "none"] }),
    establishedOn: day("established_on"),
    licenceExpiresOn: day("licence_expires_on"),
    country: text("country").notNull().default("CN"), // ISO 3166-1 alpha-2.
    registrationNo: text("registration_no"),
    taxIds: json<{ type: string; value: string }[]>("tax_ids").notNull().default([]),
    address: text("address"),
    addressEn: text("address_en"),

    port: text("port"), // UN/LOCODE of the port of destination.
    portOfLoading: text("port_of_loading"),
    consignee: text("consignee"),
    notifyParty: text("notify_party"),
    shippingMarks: text("shipping_marks"),
    forwarder: text("forwarder"),

    level: text("level").$type<Level>(), // Internal grade A–D or N: never shown to the party.
    keyAccount: flag("key_account").notNull().default(false),
    priceLevel: text("price_level"), // Name of its price list level; the party may see it.
    priceTerm: text("price_term").$type<PriceTerm>(),
    termPlace: text("term_place"),
    currency: text("currency").notNull().default("CNY"),
    taxIncluded: flag("tax_included").notNull().default(true),
    paymentTerm: text("payment_term").$type<PaymentTerm>().notNull().default("prepaid"),
    paymentDays: integer("payment_days"), // The n of the terms that have one.
    depositBp: basisPoints("deposit_bp").notNull().default(0),
    plusBp: basisPoints("plus_bp").notNull().default(300),
    minusBp: basisPoints("minus_bp").notNull().default(300),
    singleLot: flag("single_lot").notNull().default(false),
    silentConfirmClause: flag("silent_confirm_clause").notNull().default(false),

    creditLimitMinor: minor("credit_limit_minor").notNull().default(0),
    holdReason: text("hold_reason"), // Staff words; why nothing is dispatched on credit.

    territory: json<string[]>("territory").notNull().default([]),
    salespersonId: text("salesperson_id").references(() => people.id),
    afterSalesOwnerId: text("after_sales_owner_id").references(() => people.id),
    creditControllerId: text("credit_controller_id").references(() => people.id),

    invoiceTitle: text("invoice_title"),
    taxNo: text("tax_no"),
    bank: text("bank"),
    bankAccount: text("bank_account"),
    invoiceKind: text("invoice_kind", { enum: ["special", "normal", "none", "export_commercial"] }),

    ...origin(),
    createdAt: moment("created_at").notNull(),
    version: version(),
  },
  (t) => [
    uniqueIndex("parties_by_external_ref").on(t.source, t.externalRef),
    index("parties_by_kind").on(t.kind, t.code),
  ],
);
export type Party = typeof parties.$inferSelect;

/** Who stood above whom, from when to when; history is never rewritten. */
export const partyParents = sqliteTable(
  "party_parents",
  {
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id),
    parentId: text("parent_id")
      .notNull()
      .references(() => parties.id),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"), // The last day; open when null.
    reason: text("reason"),
  },
  (t) => [primaryKey({ columns: [t.partyId, t.validFrom] }), index("party_parents_by_parent").on(t.parentId)],
);

export const contacts = sqliteTable(
  "contacts",
  {
    id: text("id").primaryKey(),
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id),
    name: text("name").notNull(),
    nameEn: text("name_en"),
    role: text("role").$type<ContactRole>().notNull(),
    phone: text("phone"),
    mobile: text("mobile"),
    email: text("email"),
    wechat: text("wechat"),
    fax: text("fax"),
    language: text("language", { enum: ["zh", "en"] })
      .notNull()
      .default("zh"),
    validTo: day("valid_to"), // Someone who left is ended, not deleted.
  },
  (t) => [index("contacts_by_party").on(t.partyId)],
);

export const addresses = sqliteTable(
  "addresses",
  {
    id: text("id").primaryKey(),
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id),
    kind: text("kind", { enum: ["delivery", "invoice", "sample"] }).notNull(),
    consignee: text("consignee").notNull(),
    phone: text("phone"),
    lines: text("lines").notNull(),
    conditions: text("conditions"), // Forklift, working hours, unloading.
  },
  (t) => [index("addresses_by_party").on(t.partyId)],
);
export type Address = typeof addresses.$inferSelect;

export type ShipTo = { consignee: string; phone: string | null; lines: string; conditions?: string | null };
