import { and, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { accounts, closedPeriods, type Entry, entries } from "#schema/ledger";
import { parties } from "#schema/parties";
import { statements } from "#schema/statements";
import type { PaymentTerm } from "#schema/words/receivables";
import { isSignedIn } from "../actor";
import { addMonths, firstDay, monthOf } from "../calendar";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { type Guard, must, type Step } from "../write";
import { type Due, dueOf } from "./due";

type Told =
  | "quantityMilli"
  | "unitPriceE4"
  | "orderId"
  | "orderRef"
  | "customerPo"
  | "item"
  | "colourNo"
  | "lotNo";
type Linked = "cartons" | "shipmentId" | "shipmentLineId" | "returnId" | "complaintId" | "memo" | "maturesOn";
type Traced = "reversalOf" | "approvedBy" | "createdBy" | "source" | "externalRef";

/** A fact for the ledger. Debit is positive: the customer owes us. */
export type Posting = Pick<Entry, "id" | "type" | "businessDate" | "amountMinor"> &
  Partial<Pick<Entry, Told | Linked | Traced>> & {
    partyId: string;
    currency: string;
    /** A reference allocated in the same batch is an expression. */
    docNo?: string | SQL<string> | null;
    /** Of the order where there is one; otherwise the party's own term counts. */
    paymentTerm?: PaymentTerm | null;
    paymentDays?: number | null;
    /** Only where a debt keeps a due date of its own: an opening balance, a bounced bill. */
    dueOn?: string | null;
  };

export type Posted = { id: string; steps: (Step | Guard)[] };
type Reader = Pick<Ctx, "db" | "now" | "actor">;

/** One account per party and currency, named so that two writers mean the same one. */
export const accountIdOf = (partyId: string, currency: string) => `LX:${partyId}:${currency}`;

/** The steps that put a fact into the ledger: into its own month, or flagged into the first one still open. */
export async function postingOf(ctx: Reader, posting: Posting): Promise<Posted> {
  const [posted] = await postingsOf(ctx, [posting]);
  if (!posted) throw new Error("a posting without steps");
  return posted;
}

/** The same for many facts, with one look at the database. */
export async function postingsOf(ctx: Reader, postings: Posting[]): Promise<Posted[]> {
  const { closedThrough, termOf } = await standing(ctx, postings);
  return postings.map((posting) => {
    const closed = closedThrough(accountIdOf(posting.partyId, posting.currency));
    const period = monthOf(posting.businessDate);
    const late = closed !== null && period <= closed;
    const postingDate = late ? firstDay(addMonths(closed, 1)) : posting.businessDate;
    const due = dueOf(posting, termOf(posting));
    return {
      id: posting.id,
      steps: entrySteps(ctx, posting, { postingDate, adjustsPeriod: late ? period : null }, due),
    };
  });
}

type Place = { postingDate: string; adjustsPeriod: string | null };

function entrySteps(ctx: Reader, posting: Posting, place: Place, due: Due): (Step | Guard)[] {
  return [
    ...accountSteps(ctx, posting),
    stillOpen(ctx, accountIdOf(posting.partyId, posting.currency), monthOf(place.postingDate)),
    insertion(ctx, posting, place, due),
  ];
}

/** For a month under a statement that its next version replaces: the caller guards that none is confirmed. */
export function correctionSteps(ctx: Reader, posting: Posting, postingDate: string): Step[] {
  return [
    insertion(
      ctx,
      posting,
      { postingDate, adjustsPeriod: null },
      dueOf(posting, { term: "prepaid", days: null }),
    ),
  ];
}

const accountSteps = (ctx: Reader, { partyId, currency }: Posting): Step[] => [
  ctx.db
    .insert(accounts)
    .values({ id: accountIdOf(partyId, currency), partyId, currency, createdAt: ctx.now })
    .onConflictDoNothing(),
];

function insertion(ctx: Reader, posting: Posting, place: Place, due: Due): Step {
  const { partyId, currency, paymentTerm: _term, paymentDays: _days, docNo, dueOn: _due, ...told } = posting;
  return ctx.db.insert(entries).values({
    createdBy: isSignedIn(ctx.actor) ? ctx.actor.personId : null,
    ...told,
    // Drizzle takes an expression where its types say a text.
    docNo: docNo as string | null | undefined,
    accountId: accountIdOf(partyId, currency),
    ...place,
    ...due,
    recordedAt: ctx.now,
  });
}

/** The month must still be open when the batch runs: a statement may have been issued meanwhile. */
export function stillOpen(ctx: Pick<Ctx, "db">, accountId: string, period: string): Guard {
  const refusal = new Refusal("conflict", {
    zh: `${period} 的对账单刚刚开出或已关账,请重试。`,
    en: `${period} has just been closed or put on a statement. Please try again.`,
  });
  return must(
    ctx,
    sql`not exists (select 1 from statements where account_id = ${accountId} and period >= ${period}
        and status not in ('superseded', 'void'))
      and not exists (select 1 from closed_periods where period >= ${period})`,
    refusal,
  );
}

/** Through which month each account is closed, and on which terms each party pays. */
async function standing(ctx: Reader, postings: Posting[]) {
  const accountIds = unique(postings.map(({ partyId, currency }) => accountIdOf(partyId, currency)));
  const partyIds = unique(postings.map(({ partyId }) => partyId));
  const [[company], issued, payers] = await ctx.db.batch([
    ctx.db.select({ period: sql<string | null>`max(${closedPeriods.period})` }).from(closedPeriods),
    ctx.db
      .select({ accountId: statements.accountId, period: sql<string>`max(${statements.period})` })
      .from(statements)
      .where(
        and(inArray(statements.accountId, accountIds), notInArray(statements.status, ["superseded", "void"])),
      )
      .groupBy(statements.accountId)
      .limit(accountIds.length),
    ctx.db
      .select({ id: parties.id, term: parties.paymentTerm, days: parties.paymentDays })
      .from(parties)
      .where(inArray(parties.id, partyIds))
      .limit(partyIds.length),
  ]);
  const months = new Map(issued.map(({ accountId, period }) => [accountId, period]));
  const terms = new Map(payers.map(({ id, ...term }) => [id, term]));
  return {
    closedThrough: (accountId: string) => later(company?.period ?? null, months.get(accountId) ?? null),
    termOf: ({ partyId, paymentTerm, paymentDays }: Posting) => {
      const own = terms.get(partyId);
      return { term: paymentTerm ?? own?.term ?? "prepaid", days: paymentDays ?? own?.days ?? null };
    },
  };
}

const unique = (values: string[]) => [...new Set(values)];
const later = (a: string | null, b: string | null) => (a !== null && (b === null || a > b) ? a : b);
