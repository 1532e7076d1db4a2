import type { contacts, parties, ShipTo } from "#schema/parties";
import type { productRevisions, products, skus } from "#schema/products";
import type { PartyKind } from "#schema/words/trade";
import type { Words } from "#schema/words/words";
import type { Place } from "./layout";

/** A record that must be in the same files or here already. */
export type Need = {
  kind: "party" | "family" | "product" | "sku" | "person" | "price_list";
  key: string;
  field: string;
  at: Place;
  shown?: string; // As the file writes it, where our key is another.
  otherwise?: Words; // What to say when it is missing.
};

type Traced = {
  /** Its key in the source: one outside record is one of ours. */
  ref: string;
  at: Place;
  needs: Need[];
};

/** Keys name a party by its `ref`, its code or its name; an SKU by its code; a family by its code or name. */
export type PartyDraft = Traced & {
  noun: "party";
  code: string | null; // Null: the next number of its kind.
  byName: boolean; // Without a code it is known by its name, which no other file may carry then.
  kind: Exclude<PartyKind, "company">;
  below: string | null; // The party above it; without one here, the company.
  since: string | null; // From when it stands there; null: today.
  salesperson: string | null;
  file: Partial<Omit<typeof parties.$inferInsert, "id" | "code" | "kind">>;
  contacts: Omit<typeof contacts.$inferInsert, "id" | "partyId">[];
};

export type FamilyDraft = Traced & { noun: "family"; code: string; nameZh: string; nameEn: string };

export type ProductDraft = Traced & {
  noun: "product";
  reference: string;
  family: string;
  status: "draft" | "published" | "withdrawn";
  visibility: (typeof products.$inferInsert)["visibility"];
  wording: Omit<typeof productRevisions.$inferInsert, "id" | "productId" | "number" | "createdAt">;
};

export type SkuDraft = Traced & {
  noun: "sku";
  code: string;
  product: string;
  discontinued: boolean;
  colour: Partial<Omit<typeof skus.$inferInsert, "id" | "code" | "productId">>;
};

export type LineDraft = {
  ref: string;
  sku: string;
  quantityMilli: number;
  unitPriceE4: number;
  discountBp: number;
  amountMinor: number;
};

export type OrderDraft = Traced & {
  noun: "order";
  reference: string | null; // Null: the next number of its outlet and month.
  party: string;
  currency: string;
  orderedOn: string;
  requestedOn: string | null;
  customerPo: string | null;
  contractRef: string | null;
  shipTo: ShipTo | null;
  remarks: string | null;
  lines: LineDraft[];
  /** The whole order went out on one day; null when it has not. */
  shipped: { on: string; carrier: string | null; freightMinor: number | null } | null;
};

export type EntryDraft = Traced & {
  noun: "entry";
  party: string;
  currency: string;
  amountMinor: number;
  businessDate: string;
  dueOn: string | null;
  docNo: string | null;
  memo: string | null;
};

/** A price of a list that is still a draft. */
export type PriceDraft = Traced & {
  noun: "price";
  list: string;
  sku: string;
  fromMilli: number;
  unitPriceE4: number;
};

export type Draft = PartyDraft | FamilyDraft | ProductDraft | SkuDraft | OrderDraft | EntryDraft | PriceDraft;

/** About how many rows a draft becomes: a page of writing holds a bounded number of them. */
export function weightOf(draft: Draft): number {
  if (draft.noun === "party") return 3 + draft.contacts.length;
  if (draft.noun === "order")
    return 5 + draft.lines.length * (draft.shipped ? 3 : 1) + (draft.shipped ? 7 : 0);
  return draft.noun === "product" ? 4 : 3;
}
