import { and, asc, eq, gte, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { addresses, contacts, type Party, parties, partyParents } from "#schema/parties";
import { people } from "#schema/people";
import { type Actor, isStaff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { beyond, type PageOf, page } from "../page";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import type { PartyQuery } from "./input";
import type { PartyListRow, PartyPage } from "./output";
import { visibleParties } from "./policy";

const parents = alias(parties, "parents");

/** The parties in reach with who stands above each today, by code. */
export async function listParties(ctx: Ctx, query: PartyQuery): Promise<PageOf<PartyListRow>> {
  const actor = signedIn(ctx);
  const rows = await rowsOf(ctx)
    .where(
      and(
        visibleParties(actor, ctx.now),
        ...filters(actor, query),
        beyond(query.cursor, parties.code, parties.id),
      ),
    )
    .orderBy(asc(parties.code), asc(parties.id))
    .limit(query.limit + 1);
  return page(rows, query.limit, ({ party }) => [party.code, party.id]);
}

/** Outsiders do not look one another up by registration: only the names that they may read are searched. */
function filters(actor: Actor, { kind, status, q }: PartyQuery): (SQL | undefined)[] {
  const { code, nameZh, nameEn, shortName, initials, uscc } = parties;
  const columns = [code, nameZh, nameEn, ...(isStaff(actor) ? [shortName, initials, uscc] : [])];
  return [
    kind ? eq(parties.kind, kind) : undefined,
    status && isStaff(actor) ? eq(parties.status, status) : undefined,
    q ? or(...columns.map((column) => holds(column, q))) : undefined,
  ];
}

const holds = (column: SQLiteColumn, text: string) => sql`instr(lower(${column}), lower(${text})) > 0`;

function rowsOf(ctx: Ctx) {
  const today = businessDate(ctx.now);
  return ctx.db
    .select({ party: parties, parent: parents, salesperson: people.name })
    .from(parties)
    .leftJoin(partyParents, and(eq(partyParents.partyId, parties.id), holdsOn(today)))
    .leftJoin(parents, eq(parents.id, partyParents.parentId))
    .leftJoin(people, eq(people.id, parties.salespersonId));
}

const holdsOn = (day: string) => sql`${partyParents.validFrom} <= ${day}
  and (${partyParents.validTo} is null or ${partyParents.validTo} >= ${day})`;

/** One party with its contacts, addresses, places in the tree and history, in one round trip. */
export async function findParty(ctx: Ctx, code: string): Promise<PartyPage> {
  signedIn(ctx);
  const which = and(eq(parties.code, code), visibleParties(ctx.actor, ctx.now));
  const id = sql`(${ctx.db.select({ id: parties.id }).from(parties).where(which)})`;
  const [[head], met, places, history, below, happened] = await ctx.db.batch([
    rowsOf(ctx).where(which).limit(1),
    ctx.db
      .select()
      .from(contacts)
      .where(
        and(
          eq(contacts.partyId, id),
          or(isNull(contacts.validTo), gte(contacts.validTo, businessDate(ctx.now))),
        ),
      )
      .limit(100),
    ctx.db.select().from(addresses).where(eq(addresses.partyId, id)).limit(100),
    ctx.db
      .select({
        parent: parents,
        validFrom: partyParents.validFrom,
        validTo: partyParents.validTo,
        reason: partyParents.reason,
      })
      .from(partyParents)
      .innerJoin(parents, eq(parents.id, partyParents.parentId))
      .where(eq(partyParents.partyId, id))
      .orderBy(asc(partyParents.validFrom))
      .limit(50),
    childrenOf(ctx, id),
    eventsOf(ctx, id),
  ]);
  if (!head) throw noSuchParty();
  return { ...head, contacts: met, addresses: places, history, below, events: eventRows(happened) };
}

const mostBelow = 200;

/** Who stands directly below a party today, of those in reach. */
function childrenOf(ctx: Ctx, id: SQL) {
  const today = businessDate(ctx.now);
  const children = ctx.db
    .select({ id: partyParents.partyId })
    .from(partyParents)
    .where(and(eq(partyParents.parentId, id), holdsOn(today)));
  return ctx.db
    .select()
    .from(parties)
    .where(and(inArray(parties.id, children), visibleParties(ctx.actor, ctx.now)))
    .orderBy(asc(parties.code))
    .limit(mostBelow);
}

/** The bare row of a party in reach, for verbs that go on to change something. */
export async function partyInReach(ctx: Ctx, code: string): Promise<Party> {
  signedIn(ctx);
  const which = and(eq(parties.code, code), visibleParties(ctx.actor, ctx.now));
  const [party] = await ctx.db.select().from(parties).where(which).limit(1);
  if (!party) throw noSuchParty();
  return party;
}

/** The code of a party that the caller has just written or been told of. */
export async function thatParty(ctx: Ctx, id: string): Promise<string> {
  const [party] = await ctx.db
    .select({ code: parties.code })
    .from(parties)
    .where(eq(parties.id, id))
    .limit(1);
  if (!party) throw noSuchParty();
  return party.code;
}

export const noSuchParty = () =>
  new Refusal("not_found", { zh: "没有找到该往来单位。", en: "We could not find that party." });
