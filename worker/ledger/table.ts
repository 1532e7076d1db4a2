import { type EntryType, entryTypeWords } from "#schema/words/receivables";
import type { Column } from "../table";
import { plainMoney, plainQuantity } from "../table";
import type { EntryView } from "./output";

/** What a line of an account shows on screen, on paper and in a file. */
export type AccountLine = {
  date: string;
  type: EntryType;
  docNo: string | null;
  orderRef: string | null;
  customerPo: string | null;
  item: string | null;
  colourNo: string | null;
  lotNo: string | null;
  cartons: number | null;
  quantityMilli: number | null;
  unitPriceE4: number | null;
  debitMinor: number;
  creditMinor: number;
  balanceMinor: number;
  invoiceNo: string | null;
  dueOn: string | null;
  memo: string | null;
  currency: string;
};

/** The seventeen columns of a statement, in the order the trade expects. */
export const accountColumns: Column<AccountLine>[] = [
  { words: { zh: "日期", en: "Date" }, value: (line) => line.date },
  { words: { zh: "类型", en: "Type" }, value: (line, language) => entryTypeWords[line.type][language] },
  { words: { zh: "单据号", en: "Doc no." }, value: (line) => line.docNo },
  { words: { zh: "订单/合同号", en: "Order/Contract" }, value: (line) => line.orderRef },
  { words: { zh: "客户单号", en: "Customer PO" }, value: (line) => line.customerPo },
  { words: { zh: "品名规格", en: "Item" }, value: (line) => line.item },
  { words: { zh: "色号", en: "Colour" }, value: (line) => line.colourNo },
  { words: { zh: "批号/缸号", en: "Lot" }, value: (line) => line.lotNo },
  { words: { zh: "件数", en: "Ctns" }, value: (line) => line.cartons },
  { words: { zh: "数量(kg)", en: "Qty kg" }, value: (line) => plainQuantity(line.quantityMilli) },
  { words: { zh: "含税单价", en: "Price" }, value: (line) => plainPrice(line.unitPriceE4) },
  { words: { zh: "应收", en: "Debit" }, value: (line) => plainMoney(line.debitMinor || null, line.currency) },
  {
    words: { zh: "已收/冲减", en: "Credit" },
    value: (line) => plainMoney(line.creditMinor || null, line.currency),
  },
  { words: { zh: "余额", en: "Balance" }, value: (line) => plainMoney(line.balanceMinor, line.currency) },
  { words: { zh: "发票号", en: "Invoice" }, value: (line) => line.invoiceNo },
  { words: { zh: "到期日", en: "Due" }, value: (line) => line.dueOn },
  { words: { zh: "备注", en: "Note" }, value: (line) => line.memo },
];

export const entryColumns: Column<EntryView>[] = accountColumns.map(({ words, value }) => ({
  words,
  value: (entry, language) => value({ ...entry, date: entry.postingDate }, language),
}));

const plainPrice = (priceE4: number | null) => (priceE4 === null ? null : priceE4 / 10_000);
