import { statementStatusWords } from "#schema/words/statuses";
import { type AccountLine, accountColumns } from "../ledger/table";
import type { Column } from "../table";
import { nameOf, plainMoney } from "../table";
import type { StatementBrief, StatementView } from "./output";

export const statementColumns: Column<StatementBrief>[] = [
  { words: { zh: "对账单号", en: "Statement no." }, value: (one) => one.reference },
  { words: { zh: "期间", en: "Period" }, value: (one) => one.period },
  { words: { zh: "客户编号", en: "Customer code" }, value: (one) => one.party.code },
  { words: { zh: "客户", en: "Customer" }, value: (one, language) => nameOf(one.party, language) },
  {
    words: { zh: "状态", en: "Status" },
    value: (one, language) => statementStatusWords[one.status][language],
  },
  { words: { zh: "币种", en: "Currency" }, value: (one) => one.currency },
  {
    words: { zh: "期初余额", en: "Opening balance" },
    value: (one) => plainMoney(one.openingMinor, one.currency),
  },
  { words: { zh: "应收", en: "Debit" }, value: (one) => plainMoney(one.debitMinor, one.currency) },
  { words: { zh: "已收/冲减", en: "Credit" }, value: (one) => plainMoney(one.creditMinor, one.currency) },
  {
    words: { zh: "期末余额", en: "Closing balance" },
    value: (one) => plainMoney(one.closingMinor, one.currency),
  },
  { words: { zh: "确认期限", en: "Confirm by" }, value: (one) => one.confirmBy },
];

type PaperLine = Omit<AccountLine, "type"> & { type: AccountLine["type"] | "forward" | "total" };

const headings = { forward: { zh: "上期结转", en: "Brought forward" }, total: { zh: "合计", en: "Total" } };

/** The columns of a statement, with words of their own for its first and last row. */
export const paperColumns: Column<PaperLine>[] = accountColumns.map(({ words, value }) => ({
  words,
  value: (line, language) => {
    const { type } = line;
    if (type !== "forward" && type !== "total") return value({ ...line, type }, language);
    return words.en === "Type" ? headings[type][language] : value({ ...line, type: "opening" }, language);
  },
}));

/** A statement as rows: brought forward, the lines, the totals with the closing balance. */
export function paperRows(statement: StatementView): PaperLine[] {
  const { period, currency, openingMinor, debitMinor, creditMinor, closingMinor, quantityMilli } = statement;
  const blank = { ...nothing, currency };
  return [
    { ...blank, type: "forward", date: `${period}-01`, balanceMinor: openingMinor },
    ...statement.lines.map((line) => ({ ...line, currency, memo: noted(line) })),
    { ...blank, type: "total", date: "", quantityMilli, debitMinor, creditMinor, balanceMinor: closingMinor },
  ];
}

const noted = ({ adjustsPeriod, memo }: StatementView["lines"][number]) =>
  [adjustsPeriod && `调整以前期间 Adjusts ${adjustsPeriod}`, memo].filter(Boolean).join(" ") || null;

const nothing = {
  ...{
    docNo: null,
    orderRef: null,
    customerPo: null,
    item: null,
    colourNo: null,
    lotNo: null,
    cartons: null,
  },
  ...{ quantityMilli: null, unitPriceE4: null, debitMinor: 0, creditMinor: 0, balanceMinor: 0 },
  ...{ invoiceNo: null, dueOn: null, memo: null },
};
