import { returnReasonWords } from "#schema/words/returns";
import { returnStatusWords } from "#schema/words/statuses";
import { type Column, nameOf, plainMoney, plainQuantity } from "../table";
import type { ReturnBrief } from "./output";

export const returnColumns: Column<ReturnBrief>[] = [
  { words: { zh: "退货单号", en: "Return" }, value: ({ reference }) => reference },
  {
    words: { zh: "状态", en: "Status" },
    value: ({ status }, language) => returnStatusWords[status][language],
  },
  { words: { zh: "客户编号", en: "Customer code" }, value: ({ party }) => party.code },
  { words: { zh: "客户", en: "Customer" }, value: ({ party }, language) => nameOf(party, language) },
  {
    words: { zh: "原因", en: "Reason" },
    value: ({ reason }, language) => returnReasonWords[reason][language],
  },
  {
    words: { zh: "申请数量", en: "Asked for" },
    value: ({ requestedMilli }) => plainQuantity(requestedMilli),
  },
  { words: { zh: "接受数量", en: "Accepted" }, value: ({ acceptedMilli }) => plainQuantity(acceptedMilli) },
  { words: { zh: "单位", en: "Unit" }, value: ({ uom }) => uom },
  { words: { zh: "币种", en: "Currency" }, value: ({ currency }) => currency },
  {
    words: { zh: "冲账金额", en: "Credit" },
    value: ({ creditMinor, currency }) => plainMoney(creditMinor, currency),
  },
];
