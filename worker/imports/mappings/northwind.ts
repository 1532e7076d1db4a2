import type { Fault } from "#schema/imports";
import type { ContactRole } from "#schema/words/trade";
import { discountedAmount } from "../../money";
import type { FamilyDraft, LineDraft, OrderDraft, PartyDraft, ProductDraft, SkuDraft } from "../drafts";
import { fault, mappingOf, type Place, type Row, repeats } from "../layout";
import * as layouts from "./northwindLayouts";

type Customer = Row<typeof layouts.customers>;
type Order = Row<typeof layouts.orders>;
type Line = Row<typeof layouts.lines>;
type Product = Row<typeof layouts.products>;

const currency = "USD";
const refOf = (kind: string, id: string) => `northwind:${kind}:${id}`;

/** The export of a food wholesaler, as it has been passed around for decades: one file per table. */
export const northwind = mappingOf({
  name: "northwind",
  words: { zh: "Northwind 批发商导出", en: "Northwind wholesaler export" },
  layouts: { ...layouts },
  draft({ customers, categories, products, shippers, orders, lines }) {
    const linesOf = Map.groupBy(lines, ({ order }) => order);
    const carriers = new Map(shippers.map(({ id, name }) => [id, name]));
    const firstOrder = earliestOrders(orders);
    return {
      drafts: [
        ...categories.map(familyOf),
        ...products.map(productOf),
        ...products.map(skuOf),
        ...customers.map((row) => partyOf(row, firstOrder.get(row.id) ?? null)),
        ...orders.map((row) => orderOf(row, linesOf.get(row.id) ?? [], carriers)),
      ],
      faults: [
        ...[...repeats(customers, "id"), ...repeats(categories, "id"), ...repeats(products, "id")],
        ...[...repeats(shippers, "id"), ...repeats(orders, "id")],
        ...lost(lines, orders),
        ...twice(lines),
        ...orders.flatMap((row) => faultsOf(row, linesOf.has(row.id), carriers)),
      ],
    };
  },
});

/** Each customer has stood where it stands since its first order. */
function earliestOrders(orders: Order[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { customer, orderedOn } of orders) {
    const before = first.get(customer);
    if (!before || orderedOn < before) first.set(customer, orderedOn);
  }
  return first;
}

function familyOf({ at, id, name }: Row<typeof layouts.categories>): FamilyDraft {
  const ref = refOf("category", id);
  return { noun: "family", ref, at, needs: [], code: `NW-${id}`, nameZh: name, nameEn: name };
}

function productOf({ at, id, name, category, packing, discontinued }: Product): ProductDraft {
  const family = refOf("category", category);
  return {
    noun: "product",
    ref: refOf("product", id),
    at,
    needs: [{ kind: "family", key: family, shown: category, field: "category", at }],
    reference: `nw-${id.toLowerCase()}`,
    family,
    status: discontinued ? "withdrawn" : "published",
    visibility: "registered",
    wording: { model: `NW-${id}`, nameEn: name, packingEn: packing, category: "other", uom: "pc" },
  };
}

const skuOf = ({ at, id, discontinued }: Product): SkuDraft => ({
  noun: "sku",
  ref: refOf("sku", id),
  at,
  needs: [],
  code: `NW-${id}`,
  product: refOf("product", id),
  discontinued,
  colour: {},
});

function partyOf(row: Customer, since: string | null): PartyDraft {
  const abroad = row.country !== "CN";
  return {
    noun: "party",
    ref: refOf("customer", row.id),
    at: row.at,
    needs: [],
    code: null,
    byName: false, // By its key there; two firms may share a name.
    kind: abroad ? "export_buyer" : "customer",
    below: abroad ? "EX" : null,
    since,
    salesperson: null,
    file: {
      nameEn: row.company,
      country: row.country,
      addressEn: addressOf(row),
      currency,
      taxIncluded: false,
    },
    contacts: row.contact
      ? [{ name: row.contact, role: roleOf(row.title), phone: row.phone, fax: row.fax, language: "en" }]
      : [],
  };
}

function roleOf(title: string | null): ContactRole {
  if (title?.startsWith("Owner")) return "owner";
  return title?.startsWith("Accounting") ? "finance" : "purchaser";
}

type Address = {
  address: string | null;
  city: string | null;
  region: string | null;
  postcode: string | null;
};

const addressOf = ({ address, city, region, postcode }: Address) =>
  [address, [postcode, city].filter(Boolean).join(" "), region].filter(Boolean).join(", ");

function orderOf(row: Order, lines: Line[], carriers: Map<string, string>): OrderDraft {
  const customer = refOf("customer", row.customer);
  return {
    noun: "order",
    ref: refOf("order", row.id),
    at: row.at,
    needs: [
      { kind: "party", key: customer, shown: row.customer, field: "customer", at: row.at },
      ...lines.map(({ at, product }) => ({
        ...{ kind: "sku" as const, key: `NW-${product}`, shown: product, field: "product", at },
      })),
    ],
    reference: `NW-${row.id}`,
    party: customer,
    currency,
    orderedOn: row.orderedOn,
    requestedOn: row.requestedOn,
    customerPo: null,
    contractRef: null,
    shipTo: row.address
      ? {
          consignee: row.shipName ?? row.customer,
          phone: null,
          lines: [addressOf(row), row.country].filter(Boolean).join(", "),
        }
      : null,
    remarks: null,
    lines: lines.map(lineOf),
    shipped: row.shippedOn
      ? { on: row.shippedOn, carrier: carriers.get(row.shipper ?? "") ?? null, freightMinor: row.freight }
      : null,
  };
}

function lineOf({ order, product, quantity, price, discount }: Line): LineDraft {
  const figures = { quantityMilli: quantity * 1_000, unitPriceE4: price, discountBp: discount };
  return {
    ref: refOf("line", `${order}:${product}`),
    sku: `NW-${product}`,
    ...figures,
    amountMinor: discountedAmount(figures, currency),
  };
}

/** Lines of an order that is not in the files. */
function lost(lines: Line[], orders: Order[]): Fault[] {
  const known = new Set(orders.map(({ id }) => id));
  return lines
    .filter(({ order }) => !known.has(order))
    .map(({ at, order }) =>
      fault(at, "order", { zh: `文件中没有订单 ${order}。`, en: `There is no order ${order} in the files.` }),
    );
}

const twice = (lines: Line[]): Fault[] =>
  repeats(
    lines.map(({ at, order, product }) => ({ at, product: `${order}:${product}` })),
    "product",
  );

function faultsOf(
  { at, orderedOn, shippedOn, shipper }: Order,
  hasLines: boolean,
  carriers: Map<string, string>,
) {
  const faults: Fault[] = [];
  const say = (place: Place, field: string, zh: string, en: string) =>
    faults.push(fault(place, field, { zh, en }));
  if (!hasLines) say(at, "id", "该订单没有明细行。", "This order has no lines.");
  if (shipper && carriers.size > 0 && !carriers.has(shipper)) {
    say(at, "shipper", `文件中没有承运人 ${shipper}。`, `There is no shipper ${shipper} in the files.`);
  }
  if (shippedOn && shippedOn < orderedOn) {
    say(at, "shippedOn", "发货日期早于下单日期。", "The goods went out before they were ordered.");
  }
  return faults;
}
