import { and, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
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
      .select({ sessionId: sessions.id, seatId: sessions.partyId, ...personColumns })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.userId))
      .where(and(eq(sessions.token, token), gt(sessions.expiresAt, now), isNull(people.disabledAt))),
    db
      .select({ roles: memberships.roles, ...seatColumns })
      .from(memberships)
      .innerJoin(parties, eq(parties.id, memberships.partyId))
      .where(
        and(
          eq(memberships.personId, sql`(${mine})`),
          ne(parties.status, "closed"),
          sql`${memberships.validFrom} <= ${today}`,
          or(isNull(memberships.validTo), sql`${memberships.validTo} >= ${today}`),
        ),
      )
      .orderBy(parties.code)
      .limit(50),
  ]);
  const seats = rows.map(seatOf);
  const seat = seats.find(({ partyId }) => partyId === session?.seatId) ?? seats[0];
  if (!session || !seat) return { kind: "visitor" };
  const { seatId: _, ...person } = session;
  return { kind: seat.staff ? "staff" : "partner", ...person, seat, seats };
}

const personColumns = {
  personId: people.id,
  name: people.name,
  email: people.email,
  language: people.language,
};

// Named one by one: this is read at every request, and a party's file is long.
const seatColumns = {
  partyId: parties.id,
  code: parties.code,
  nameZh: parties.nameZh,
  nameEn: parties.nameEn,
  kind: parties.kind,
  operation: parties.operation,
  tradingModel: parties.tradingModel,
  currency: parties.currency,
  priceLevel: parties.priceLevel,
};

type SeatRow = Omit<Seat, "staff"> & { operation: "direct" | "contracted" | null };

const seatOf = ({ operation, ...seat }: SeatRow): Seat => ({
  ...seat,
  staff: seat.kind === "company" || (seat.kind === "outlet" && operation === "direct"),
});

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
