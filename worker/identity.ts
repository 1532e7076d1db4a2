import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { links } from "#schema/files";
import { parties } from "#schema/parties";
import { memberships, people, sessions } from "#schema/people";
import type { Actor, Seat } from "./actor";
import { businessDate } from "./calendar";
import type { Db } from "./host";

/** Who stands behind a session token: person, party acted for and all parties they may act for, in one round trip. */
export async function actorOfSession(db: Db, token: string, now: Date): Promise<Actor> {
  const today = businessDate(now);
  const mine = db.select({ id: sessions.userId }).from(sessions).where(eq(sessions.token, token));
  const [[session], rows] = await db.batch([
    db
      .select({ id: sessions.id, seatId: sessions.partyId, person: people })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.userId))
      .where(and(eq(sessions.token, token), gt(sessions.expiresAt, now), isNull(people.disabledAt))),
    db
      .select({ roles: memberships.roles, party: parties })
      .from(memberships)
      .innerJoin(parties, eq(parties.id, memberships.partyId))
      .where(
        and(
          eq(memberships.personId, sql`(${mine})`),
          sql`${memberships.validFrom} <= ${today}`,
          or(isNull(memberships.validTo), sql`${memberships.validTo} >= ${today}`),
        ),
      )
      .orderBy(parties.code)
      .limit(50),
  ]);
  const seats = rows.filter(({ party }) => party.status !== "closed").map(seatOf);
  const seat = seats.find(({ partyId }) => partyId === session?.seatId) ?? seats[0];
  if (!session || !seat) return { kind: "visitor" };
  const { id: personId, name, email, language } = session.person;
  return {
    kind: seat.staff ? "staff" : "partner",
    personId,
    name,
    email,
    language,
    sessionId: session.id,
    seat,
    seats,
  };
}

function seatOf({ roles, party }: { roles: Seat["roles"]; party: typeof parties.$inferSelect }): Seat {
  const { code, nameZh, nameEn, kind, tradingModel, currency, priceLevel } = party;
  const staff = kind === "company" || (kind === "outlet" && party.operation === "direct");
  return { partyId: party.id, code, nameZh, nameEn, kind, tradingModel, currency, priceLevel, staff, roles };
}

/** A guest's private link: one live row by the hash of its secret. */
export async function actorOfLink(db: Db, secret: string, now: Date): Promise<Actor> {
  const [link] = await db
    .select()
    .from(links)
    .where(and(eq(links.tokenHash, await hashOf(secret)), gt(links.expiresAt, now), isNull(links.revokedAt)))
    .limit(1);
  if (!link) return { kind: "visitor" };
  const { id, noun, recordId, moves } = link;
  return { kind: "guest", link: { id, noun, recordId, moves } };
}

/** SHA-256 in hex: what is stored of a secret that a link carries. */
export async function hashOf(said: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof said === "string" ? new TextEncoder().encode(said) : said;
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** 160 bits nobody can guess, safe in a URL. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
