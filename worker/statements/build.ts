import { and, asc, desc, eq, gte, isNull, lt, lte, notInArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { accounts, allocations, entries } from "#schema/ledger";
import { companyId, type Party, parties } from "#schema/parties";
import type { Person } from "#schema/people";
import { statements } from "#schema/statements";
import { businessDate, firstDay, lastDay } from "../calendar";
import type { Ctx } from "../context";

import { keepersOf } from "../ledger/keepers";
import { factColumns, type Standing, standingOf } from "../ledger/standing";
import { Refusal } from "../refusal";
import { replaced } from "./lifecycle";
import { type Figures, figuresOf, linesOf, type SnapshotLine } from "./snapshot";

type Reader = Pick<Ctx, "db" | "now">;

export type Built = {
  accountId: string;
  period: string;
  party: Party;
  currency: string;
  figures: Figures;
  lines: SnapshotLine[];
  standing: Standing;
  heading: Record<string, string | null>;
  readers: Person[];
  entryCount: number; // Of the account to the end of the month, so that the batch notices a newcomer.
};

const company = alias(parties, "company");
const mostLines = 5_000;
const mostEntries = 50_000;

/** A month of an account as its statement would say it; refuses figures that do not follow from the last one. */
export async function buildMonth(
  ctx: Reader,
  accountId: string,
  period: string,
  agreed: ReadonlySet<string> = new Set(),
): Promise<Built> {
  const [[head], month, facts, named, [last], members] = await read(ctx, accountId, period);
  if (!head) throw new Error(`no account ${accountId}`);
  const sum = (rows: { amountMinor: number }[]) => rows.reduce((total, row) => total + row.amountMinor, 0);
  const opening = facts.filter(({ postingDate }) => postingDate < firstDay(period));
  const lines = linesOf(sum(opening), month, agreed);
  const figures = figuresOf(sum(opening), lines);
  const since = opening.filter(({ postingDate }) => last && postingDate > lastDay(last.period));
  mustAddUp(figures, sum(facts), last && last.closingMinor + sum(since));
  return {
    accountId,
    period,
    party: head.party,
    currency: head.account.currency,
    figures,
    lines,
    standing: standingOf(facts, named, businessDate(ctx.now)),
    heading: headingOf(head.party, head.company),
    readers: members.map(({ person }) => person),
    entryCount: facts.length,
  };
}

function read({ db, now }: Reader, accountId: string, period: string) {
  const ofAccount = eq(entries.accountId, accountId);
  const byTheEnd = and(ofAccount, lte(entries.postingDate, lastDay(period)));
  const standing = notInArray(statements.status, replaced);
  return db.batch([
    db
      .select({ account: accounts, party: parties, company })
      .from(accounts)
      .innerJoin(parties, eq(parties.id, accounts.partyId))
      .innerJoin(company, eq(company.id, companyId))
      .where(eq(accounts.id, accountId))
      .limit(1),
    db
      .select()
      .from(entries)
      .where(and(byTheEnd, gte(entries.postingDate, firstDay(period))))
      .orderBy(asc(entries.postingDate), asc(entries.seq))
      .limit(mostLines),
    db
      .select(factColumns)
      .from(entries)
      .where(byTheEnd)
      .orderBy(asc(entries.postingDate), asc(entries.seq))
      .limit(mostEntries),
    db
      .select()
      .from(allocations)
      .where(and(eq(allocations.accountId, accountId), isNull(allocations.endedAt)))
      .limit(mostEntries),
    db
      .select({ period: statements.period, closingMinor: statements.closingMinor })
      .from(statements)
      .where(and(eq(statements.accountId, accountId), lt(statements.period, period), standing))
      .orderBy(desc(statements.period))
      .limit(1),
    keepersOf({ db }, sql`(select party_id from accounts where id = ${accountId})`, businessDate(now)),
  ]);
}

/** Opening and lines make the closing balance, and the last statement's closing is this one's opening. */
function mustAddUp(figures: Figures, closingMinor: number, followsMinor: number | undefined) {
  if (figures.closingMinor !== closingMinor) {
    throw new Refusal("conflict", {
      zh: "期初余额加本期明细不等于期末余额,未生成对账单。",
      en: "Opening balance and lines do not make the closing balance; no statement was made.",
    });
  }
  if (followsMinor !== undefined && followsMinor !== figures.openingMinor) {
    throw new Refusal("conflict", {
      zh: "期初余额与上期对账单的期末余额不一致,请先重新出具上期对账单。",
      en: "The opening balance does not follow from the last statement. Issue that month again first.",
    });
  }
}

/** Names and numbers as they are on the day of issue; a later change of name leaves the paper alone. */
const headingOf = (party: Party, us: Party) => ({
  companyZh: us.nameZh,
  companyEn: us.nameEn,
  companyTaxNo: us.uscc ?? us.taxNo,
  companyAddress: us.address,
  companyAddressEn: us.addressEn,
  companyBank: us.bank,
  companyBankAccount: us.bankAccount,
  partyCode: party.code,
  partyZh: party.nameZh,
  partyEn: party.nameEn,
  partyTaxNo: party.uscc ?? party.taxNo,
  partyAddress: party.address,
  partyAddressEn: party.addressEn,
  paymentTerm: party.paymentTerm,
});
