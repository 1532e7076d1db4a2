import { partyLimits } from "#schema/parties";
import { productLimits } from "#schema/products";
import { extra, type Layout, needed } from "../layout";
import { code, country, day, figure, maybe, rate, usually, words, yesNo } from "../rules";

const name = words(partyLimits.name);
const text = words(partyLimits.text);
const key = code(productLimits.code);
const nullWord = "NULL";

export const customers = {
  words: { zh: "客户", en: "Customers" },
  columns: {
    id: needed(key, "customerID"),
    company: needed(name, "companyName"),
    contact: needed(maybe(name), "contactName"),
    title: needed(maybe(name), "contactTitle"),
    address: needed(text, "address"),
    city: needed(maybe(name), "city"),
    region: needed(maybe(name), "region"),
    postcode: needed(maybe(name), "postalCode"),
    country: needed(country, "country"),
    phone: needed(maybe(words(partyLimits.phone)), "phone"),
    fax: needed(maybe(words(partyLimits.phone)), "fax"),
  },
  overflow: "address",
  nullWord,
} satisfies Layout;

export const categories = {
  words: { zh: "产品类别", en: "Categories" },
  columns: { id: needed(key, "categoryID"), name: needed(words(productLimits.name), "categoryName") },
  nullWord,
} satisfies Layout;

export const products = {
  words: { zh: "产品", en: "Products" },
  columns: {
    id: needed(key, "productID"),
    name: needed(words(productLimits.name), "productName"),
    category: needed(key, "categoryID"),
    packing: needed(maybe(words(productLimits.name)), "quantityPerUnit"),
    discontinued: needed(yesNo, "discontinued"),
  },
  nullWord,
} satisfies Layout;

export const shippers = {
  words: { zh: "承运人", en: "Shippers" },
  columns: {
    id: needed(key, "shipperID"),
    name: needed(name, "companyName"),
    phone: needed(maybe(name), "phone"),
  },
  nullWord,
} satisfies Layout;

export const orders = {
  words: { zh: "订单", en: "Orders" },
  columns: {
    id: needed(key, "orderID"),
    customer: needed(key, "customerID"),
    orderedOn: needed(day, "orderDate"),
    requestedOn: needed(maybe(day), "requiredDate"),
    shippedOn: needed(maybe(day), "shippedDate"),
    shipper: needed(maybe(key), "shipVia"),
    freight: needed(maybe(figure(2)), "freight"),
    shipName: needed(maybe(name), "shipName"),
    address: needed(maybe(text), "shipAddress"),
    city: needed(maybe(name), "shipCity"),
    region: needed(maybe(name), "shipRegion"),
    postcode: needed(maybe(name), "shipPostalCode"),
    country: needed(maybe(name), "shipCountry"),
  },
  overflow: "address",
  nullWord,
} satisfies Layout;

export const lines = {
  words: { zh: "订单明细", en: "Order details" },
  columns: {
    order: needed(key, "orderID"),
    product: needed(key, "productID"),
    price: needed(figure(4, { most: 1e11 }), "unitPrice"),
    quantity: needed(figure(0, { least: 1, most: 1e7 }), "quantity"),
    discount: extra(usually(rate, 0), "discount"),
  },
  nullWord,
} satisfies Layout;
