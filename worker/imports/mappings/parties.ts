import type { Need, PartyDraft } from "../drafts";
import { mappingOf, type Place, type Row, repeats } from "../layout";
import { abroad, domestic } from "./partyLayouts";

/** Our own customer files, as the office keeps them in Excel. */
export const parties = mappingOf({
  name: "parties",
  words: { zh: "客户档案", en: "Customer files" },
  layouts: { domestic, abroad },
  draft: (tables) => ({
    drafts: [...tables.domestic.map(domesticOf), ...tables.abroad.map(abroadOf)],
    faults: [
      ...[...repeats(tables.domestic, "name"), ...repeats(tables.domestic, "code")],
      ...[...repeats(tables.domestic, "uscc"), ...repeats(tables.abroad, "name")],
      ...repeats(tables.abroad, "code"),
    ],
  }),
});

/** A file is known by its code, and one without a code by its name. */
const refOf = (code: string | null, name: string) => `parties:${code ?? name}`;

function domesticOf(row: Row<typeof domestic>): PartyDraft {
  const { at, code, name, legalRepresentative, uscc, level, creditLimitMinor, priceLevel, invoiceTitle } =
    row;
  const below = row.dealer ?? row.outlet;
  return {
    noun: "party",
    ref: refOf(code, name),
    at,
    needs: [
      ...need(at, "party", below, row.dealer ? "dealer" : "outlet"),
      ...salesperson(at, row.salesperson),
    ],
    code,
    byName: code === null,
    kind: code?.startsWith("D-") ? "dealer" : "customer",
    below,
    since: null,
    salesperson: row.salesperson,
    file: {
      ...{
        nameZh: name,
        address: row.address,
        legalRepresentative,
        uscc,
        level,
        priceLevel,
        creditLimitMinor,
      },
      ...{ invoiceTitle, ...termOf(row.term) },
      territory: row.territory?.split(/[\s,，、;；]+/).filter(Boolean) ?? [],
      // Below a dealer the rule is resale: the dealer owes, unless the office says otherwise later.
      tradingModel: row.dealer ? "resale" : null,
    },
    contacts: row.purchaser ? [{ name: row.purchaser, role: "purchaser", phone: row.phone }] : [],
  };
}

function abroadOf(row: Row<typeof abroad>): PartyDraft {
  const { at, code, name, country, port, level, addressEn, consignee, notifyParty, priceTerm, currency } =
    row;
  const isChinese = /\p{Script=Han}/u.test(name);
  return {
    noun: "party",
    ref: refOf(code, name),
    at,
    needs: salesperson(at, row.salesperson),
    code,
    byName: code === null,
    kind: "export_buyer",
    below: "EX",
    since: null,
    salesperson: row.salesperson,
    file: {
      ...{ country, port, level, addressEn, consignee, notifyParty, priceTerm, currency, taxIncluded: false },
      nameZh: isChinese ? name : null,
      nameEn: row.nameEn ?? (isChinese ? null : name),
      ...termOf(row.term),
    },
    contacts: row.contact
      ? [{ name: row.contact, role: "purchaser", phone: row.phone, email: row.email, language: "en" }]
      : [],
  };
}

type Term = Row<typeof abroad>["term"];
const termOf = (term: Term) => (term ? { paymentTerm: term.term, paymentDays: term.days } : {});

const need = (at: Place, kind: Need["kind"], key: string | null, field: string): Need[] =>
  key ? [{ kind, key, field, at }] : [];
const salesperson = (at: Place, name: string | null) => need(at, "person", name, "salesperson");
