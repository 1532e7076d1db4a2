import { and, asc, desc, eq, getTableColumns, inArray, isNull, like, or, type SQL, sql } from "drizzle-orm";
import { accounts, allocations, entries } from "#schema/ledger";
import { parties } from "#schema/parties";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { after, beyond, type PageOf, page } from "../page";
import { Refusal } from "../refusal";
import { holds } from "../searchText";
import { signedIn } from "../session/session";
import type { AccountQuery, EntryQuery } from "./input";
import type { AccountRow, EntryRow } from "./output";
import { visibleAccounts } from "./policy";
import { factColumns, standingOf } from "./standing";

/** One account's entries, newest first, each with the balance it left behind. */
export async function listEntries(ctx: Ctx, query: EntryQuery): Promise<PageOf<EntryRow>> {
  const { seat, kind } = signedIn(ctx);
  const party = query.party ?? (kind === "partner" ? seat.code : undefined);
  if (!party) throw new Refusal("invalid", whose, { party: whose });
  const lines = linesOf(ctx, accountFor(ctx, party, query.currency));
  const rows = await ctx.db
    .select()
    .from(lines)
    .where(
      and(
        query.type && eq(lines.type, query.type),
        query.period ? like(lines.postingDate, `${query.period}-%`) : undefined,
        after(query.cursor, lines.postingDate, lines.seq),
      ),
    )
    .orderBy(desc(lines.postingDate), desc(lines.seq))
    .limit(query.limit + 1);
  const found = rows.map(({ currency, balanceMinor, reversedBy, ...entry }) => ({
    entry,
    currency,
    balanceMinor,
    reversedBy,
  }));
  return page(found, query.limit, ({ entry }) => [entry.postingDate, String(entry.seq)]);
}

export async function findEntry(ctx: Ctx, id: string): Promise<EntryRow> {
  signedIn(ctx);
  const own = ctx.db
    .select({ id: entries.accountId })
    .from(entries)
    .innerJoin(accounts, eq(accounts.id, entries.accountId))
    .where(and(eq(entries.id, id), visibleAccounts(ctx.actor, ctx.now)));
  const lines = linesOf(ctx, sql`(${own})`);
  const [row] = await ctx.db.select().from(lines).where(eq(lines.id, id)).limit(1);
  if (!row) throw new Refusal("not_found", { zh: "没有找到该笔账。", en: "We could not find that entry." });
  const { currency, balanceMinor, reversedBy, ...entry } = row;
  return { entry, currency, balanceMinor, reversedBy };
}

/** The entries of an account with what it stood at after each. */
const linesOf = (ctx: Ctx, accountId: SQL) =>
  ctx.db
    .select({
      ...getTableColumns(entries),
      currency: sql<string>`(select currency from accounts where id = entries.account_id)`.as("currency"),
      balanceMinor:
        sql<number>`sum(${entries.amountMinor}) over (order by ${entries.postingDate}, ${entries.seq})`.as(
          "balance_minor",
        ),
      reversedBy: sql<string | null>`(select r.id from entries r where r.reversal_of = entries.id)`.as(
        "reversed_by",
      ),
    })
    .from(entries)
    .where(eq(entries.accountId, accountId))
    .as("lines");

/** The account that a party code and a currency name; without a currency the party's own. */
function accountFor(ctx: Ctx, code: string, currency: string | undefined): SQL {
  const found = ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(parties, eq(parties.id, accounts.partyId))
    .where(
      and(
        eq(parties.code, code),
        currency ? eq(accounts.currency, currency) : undefined,
        visibleAccounts(ctx.actor, ctx.now),
      ),
    )
    .orderBy(desc(sql`${accounts.currency} = ${parties.currency}`), asc(accounts.currency))
    .limit(1);
  return sql`(${found})`;
}

/** The accounts in my reach, by party code, each as it stands today. */
export async function listAccounts(ctx: Ctx, query: AccountQuery): Promise<PageOf<AccountRow>> {
  signedIn(ctx);
  const { q, party } = query;
  const rows = await ctx.db
    .select({ account: accounts, party: parties })
    .from(accounts)
    .innerJoin(parties, eq(parties.id, accounts.partyId))
    .where(
      and(
        visibleAccounts(ctx.actor, ctx.now),
        party ? eq(parties.code, party) : undefined,
        q
          ? or(...[parties.code, parties.nameZh, parties.nameEn].map((column) => holds(column, q)))
          : undefined,
        beyond(query.cursor, parties.code, accounts.currency),
      ),
    )
    .orderBy(asc(parties.code), asc(accounts.currency))
    .limit(query.limit + 1);
  const found = page(rows, query.limit, ({ party, account }) => [party.code, account.currency]);
  const standings = await standingsOf(
    ctx,
    found.items.map(({ account }) => account.id),
  );
  return { ...found, items: found.items.map((row) => ({ ...row, standing: standings(row.account.id) })) };
}

const mostEntries = 50_000;

/** How accounts stand today, from their entries and from what payers have named; any account not visible is left out before. */
async function standingsOf(ctx: Ctx, accountIds: string[]) {
  const [rows, named] = await ctx.db.batch([
    ctx.db
      .select(factColumns)
      .from(entries)
      .where(inArray(entries.accountId, accountIds))
      .orderBy(asc(entries.postingDate), asc(entries.seq))
      .limit(mostEntries),
    ctx.db
      .select()
      .from(allocations)
      .where(and(inArray(allocations.accountId, accountIds), isNull(allocations.endedAt)))
      .limit(mostEntries),
  ]);
  const today = businessDate(ctx.now);
  return (accountId: string) =>
    standingOf(
      rows.filter((row) => row.accountId === accountId),
      named.filter((one) => one.accountId === accountId),
      today,
    );
}

const whose = { zh: "请说明是哪个往来单位的账。", en: "Say whose account you want to read." };
