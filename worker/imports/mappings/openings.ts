import { ledgerLimits } from "#schema/ledger";
import { partyLimits } from "#schema/parties";
import { currencyWords } from "#schema/words/receivables";
import { decimalsOf } from "../../money";
import type { EntryDraft } from "../drafts";
import { extra, fault, type Layout, mappingOf, needed, type Row, repeats } from "../layout";
import { code, day, figure, maybe, oneOf, usually, words } from "../rules";

const most = 1e13;

const balances = {
  words: { zh: "期初余额", en: "Opening balances" },
  columns: {
    party: needed(code(partyLimits.code), "客户编号", "Customer code"),
    amount: needed(figure(3, { least: -most, most }), "期初余额", "余额", "Opening balance", "Balance"),
    on: needed(day, "日期", "截止日期", "Date", "As of"),
    currency: extra(usually(oneOf(currencyWords), "CNY" as const), "币种", "Currency"),
    dueOn: extra(maybe(day), "到期日", "Due date", "Due on"),
    docNo: extra(maybe(words(40)), "单号", "凭证号", "Document", "Document no"),
    memo: extra(maybe(words(ledgerLimits.memo)), "备注", "Remarks"),
  },
} satisfies Layout;

type Balance = Row<typeof balances>;

/** What customers owed, or had paid ahead, on the day the books move here. */
export const openings = mappingOf({
  name: "openings",
  words: { zh: "期初余额", en: "Opening balances" },
  layouts: { balances },
  draft: ({ balances: rows }) => ({
    drafts: rows.map(entryOf),
    faults: [
      ...repeats(
        rows.map((row) => ({ at: row.at, party: refOf(row) })),
        "party",
      ),
      ...rows.filter((row) => row.amount % unitOf(row) !== 0).map(tooFine),
    ],
  }),
});

/** A customer may bring several open documents; without a number there is one balance. */
const refOf = ({ party, currency, docNo, on }: Balance) => `openings:${party}:${currency}:${docNo ?? on}`;

/** Cells are read in thousandths, the finest any of our currencies has. */
const unitOf = ({ currency }: Balance) => 10 ** (3 - decimalsOf(currency));

const tooFine = ({ at, currency }: Balance) =>
  fault(at, "amount", {
    zh: `${currency} 的金额小数位过多。`,
    en: `An amount in ${currency} has fewer decimals.`,
  });

const entryOf = (row: Balance): EntryDraft => ({
  noun: "entry",
  ref: refOf(row),
  at: row.at,
  needs: [{ kind: "party", key: row.party, field: "party", at: row.at }],
  party: row.party,
  currency: row.currency,
  amountMinor: row.amount / unitOf(row),
  businessDate: row.on,
  dueOn: row.dueOn,
  docNo: row.docNo,
  memo: row.memo,
});
