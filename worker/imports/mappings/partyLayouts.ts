import { partyLimits } from "#schema/parties";
import { currencyWords } from "#schema/words/receivables";
import { levelWords, priceTermWords } from "#schema/words/trade";
import { isUscc } from "../../identifiers";
import { extra, type Layout, needed } from "../layout";
import { code, country, email, figure, maybe, oneOf, paymentTerm, type Rule, usually, words } from "../rules";

const name = words(partyLimits.name);
const text = words(partyLimits.text);
const partyCode = code(partyLimits.code);
const phone = maybe(words(partyLimits.phone));

const uscc: Rule<string> = (said) =>
  isUscc(said.toUpperCase())
    ? { value: said.toUpperCase() }
    : { wrong: { zh: "统一社会信用代码不正确。", en: "This is not a valid unified social credit code." } };

const port: Rule<string> = (said) =>
  /^[A-Z]{2}[A-Z2-9]{3}$/i.test(said)
    ? { value: said.toUpperCase() }
    : { wrong: { zh: "请填五位港口代码,例如 BDCGP。", en: "Use the five-letter port code, such as BDCGP." } };

/** Dealers and customers at home, as the department has kept them. */
export const domestic = {
  words: { zh: "内贸客户档案", en: "Domestic customer files" },
  columns: {
    name: needed(name, "公司名称", "Company name"),
    address: needed(maybe(text), "公司地址", "地址", "Address"),
    legalRepresentative: needed(maybe(name), "法定代表人", "Legal representative"),
    purchaser: needed(maybe(name), "采购人员", "Purchasing contact", "Purchaser"),
    code: extra(maybe(partyCode), "客户编号", "编号", "Code"),
    uscc: extra(maybe(uscc), "统一社会信用代码", "信用代码", "USCC", "Credit code"),
    phone: extra(phone, "联系电话", "电话", "Telephone", "Phone"),
    invoiceTitle: extra(maybe(name), "开票资料", "开票抬头", "Invoice title"),
    outlet: extra(maybe(name), "所属档口", "档口", "Outlet"),
    dealer: extra(maybe(name), "上级经销商", "Parent dealer"),
    territory: extra(maybe(text), "区域", "Territory"),
    salesperson: extra(maybe(name), "业务员", "Salesperson"),
    level: extra(maybe(oneOf(levelWords)), "级别", "客户级别", "Level", "Grade"),
    creditLimitMinor: extra(usually(figure(2), 0), "信用额度", "Credit limit"),
    term: extra(maybe(paymentTerm), "账期", "付款方式", "Payment term", "Payment terms"),
    priceLevel: extra(maybe(words(40)), "价格等级", "Price level"),
  },
} satisfies Layout;

/** Buyers abroad, in the order the department has always asked for them. */
export const abroad = {
  words: { zh: "外贸客户档案", en: "Export customer files" },
  columns: {
    name: needed(name, "客户名称", "Customer name"),
    country: needed(country, "国家", "Country"),
    port: needed(maybe(port), "港口", "Port"),
    contact: needed(maybe(name), "联系人", "Contact"),
    phone: needed(phone, "电话", "Telephone", "Phone"),
    email: needed(maybe(email), "邮箱", "E-mail", "Email"),
    level: needed(maybe(oneOf(levelWords)), "级别", "客户级别", "Level", "Grade"),
    code: extra(maybe(partyCode), "客户编号", "编号", "Code"),
    nameEn: extra(maybe(name), "英文全称", "Full English name"),
    addressEn: extra(maybe(text), "地址", "Address"),
    consignee: extra(maybe(text), "收货人", "Consignee"),
    notifyParty: extra(maybe(text), "通知人", "Notify party"),
    term: extra(maybe(paymentTerm), "付款方式", "Payment term", "Payment terms"),
    priceTerm: extra(maybe(oneOf(priceTermWords)), "贸易术语", "Price term", "Incoterm"),
    currency: extra(usually(oneOf(currencyWords), "USD" as const), "币种", "Currency"),
    salesperson: extra(maybe(name), "业务员", "Salesperson"),
  },
} satisfies Layout;
