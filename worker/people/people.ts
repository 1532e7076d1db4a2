import { and, eq, gt, gte, isNull, or, type SQL, sql } from "drizzle-orm";
import { type SQLiteColumn, unionAll } from "drizzle-orm/sqlite-core";
import { type Party, parties } from "#schema/parties";
import { invitations, memberships, people, sessions, throttles } from "#schema/people";
import { type Actor, isStaff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { hashOf } from "../identity";
import { beyond, type PageOf, page } from "../page";
import { partyInReach } from "../parties/parties";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { triesOf } from "../throttle";
import type { PeopleQuery } from "./input";
import type { PeopleRow, PersonPage } from "./output";
import { mayReadPeople, oursInSql, visiblePeople } from "./policy";

/** Who may act for a party, and who has been asked to, by name. */
export async function listPeople(ctx: Ctx, query: PeopleQuery): Promise<PageOf<PeopleRow>> {
  const which = await whose(ctx, query);
  const today = businessDate(ctx.now);
  const named = (name: SQLiteColumn, email: SQLiteColumn) =>
    query.q
      ? or(...[name, email].map((column) => sql`instr(lower(${column}), lower(${query.q})) > 0`))
      : undefined;
  const members = ctx.db
    .select(memberRow)
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(parties, eq(parties.id, memberships.partyId))
    .where(
      and(
        which,
        current(today),
        named(people.name, people.email),
        beyond(query.cursor, people.name, memberships.id),
      ),
    );
  const invited = ctx.db
    .select(invitedRow)
    .from(invitations)
    .innerJoin(parties, eq(parties.id, invitations.partyId))
    .where(
      and(
        which,
        stillOpen(ctx.now),
        named(invitations.name, invitations.email),
        beyond(query.cursor, invitations.name, invitations.id),
      ),
    );
  const rows = await unionAll(members, invited)
    .orderBy(sql`name`, sql`id`)
    .limit(query.limit + 1);
  return page(rows.map(split), query.limit, ({ name, id }) => [name, id]);
}

/** The condition on `parties` that the question means, once the actor may ask it. */
async function whose(ctx: Ctx, { party: code, staff }: PeopleQuery): Promise<SQL> {
  const actor = signedIn(ctx);
  if (staff) {
    allow(isStaff(actor));
    return oursInSql;
  }
  const party = await partyInReach(ctx, code || actor.seat.code);
  allow(mayReadPeople(actor, party));
  return eq(parties.id, party.id);
}

const partyColumns = {
  partyId: parties.id,
  code: parties.code,
  nameZh: parties.nameZh,
  nameEn: parties.nameEn,
  kind: parties.kind,
  operation: parties.operation,
  partyStatus: parties.status,
};
// Both halves of a union name the same columns in the same order, and it is sorted by their names.
const memberRow = {
  name: sql<string>`${people.name}`.as("name"),
  id: sql<string>`${memberships.id}`.as("id"),
  personId: memberships.personId,
  email: people.email,
  roles: memberships.roles,
  since: memberships.validFrom,
  until: memberships.validTo,
  disabled: sql<number | null>`${people.disabledAt}`.as("disabled"),
  ...partyColumns,
};
const dayOf = (moment: SQLiteColumn) => sql<string>`date(${moment} / 1000, 'unixepoch', '+8 hours')`;
const invitedRow = {
  name: invitations.name,
  id: invitations.id,
  personId: sql<string>`null`.as("person_id"),
  email: invitations.email,
  roles: invitations.roles,
  since: dayOf(invitations.createdAt).as("valid_from"),
  until: dayOf(invitations.expiresAt).as("valid_to"),
  disabled: sql<number | null>`null`.as("disabled"),
  ...partyColumns,
};

type Flat = Omit<PeopleRow, "party"> &
  Pick<Party, "code" | "nameZh" | "nameEn" | "kind" | "operation"> & {
    partyId: string;
    partyStatus: Party["status"];
  };

function split({ partyId, code, nameZh, nameEn, kind, operation, partyStatus, ...row }: Flat): PeopleRow {
  return { ...row, party: { id: partyId, code, nameZh, nameEn, kind, operation, status: partyStatus } };
}

/** Those who may act today or have been told from when. */
const current = (today: string) => or(isNull(memberships.validTo), gte(memberships.validTo, today));

export const stillOpen = (now: Date) =>
  and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now));

/** One person as a member of one party, where they are signed in, and what has happened to them. */
export async function findPerson(ctx: Ctx, id: string): Promise<PersonPage> {
  const { row, person } = await memberInReach(ctx, id);
  const key = await hashOf(triesOf(person.email));
  const [devices, tries, happened] = await ctx.db.batch([
    ctx.db
      .select()
      .from(sessions)
      .where(
        and(
          eq(sessions.userId, person.id),
          gt(sessions.expiresAt, ctx.now),
          actsFor(ctx.actor, row.party.id),
        ),
      )
      .limit(50),
    ctx.db
      .select({ one: sql`1` })
      .from(throttles)
      .where(and(eq(throttles.key, key), gt(throttles.until, ctx.now), sql`${throttles.count} >= 5`))
      .limit(1),
    eventsOf(ctx, sql`${id}`),
  ]);
  return { row, person, devices, events: eventRows(happened), locked: tries.length > 0 };
}

/** Somebody may act for two firms; the owner of one does not see where they sit for the other. */
export const actsFor = (actor: Actor, partyId: string): SQL | undefined =>
  isStaff(actor, "admin") ? undefined : or(eq(sessions.partyId, partyId), isNull(sessions.partyId));

/** A membership that the actor may know of, with its person: where every verb on people starts. */
export async function memberInReach(ctx: Ctx, id: string) {
  signedIn(ctx);
  const [found] = await ctx.db
    .select({ row: memberRow, person: people })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(parties, eq(parties.id, memberships.partyId))
    .where(and(eq(memberships.id, id), current(businessDate(ctx.now)), visiblePeople(ctx.actor, ctx.now)))
    .limit(1);
  if (!found) throw new Refusal("not_found", { zh: "没有找到此人。", en: "We could not find that person." });
  return { row: split(found.row), person: found.person };
}
