import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { type Party, parties } from "#schema/parties";
import { credentials, invitations, memberships, type Person, people, sessions } from "#schema/people";
import { isSignedIn } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { invalid } from "../http";
import { actorOfSession, hashOf } from "../identity";
import { noticeSteps } from "../notices/notices";
import { presentBrief } from "../parties/brief";
import { type Opened, openSession, signedIn } from "../session/session";
import { takeTry } from "../throttle";
import { duplicateOf, event, must, type Step, write } from "../write";
import { type AcceptInvitation, Name, NewPassword } from "./input";
import { alreadyIn, belongs, noSuchInvitation } from "./invite";
import type { InvitationView } from "./output";
import { stillOpen } from "./people";
import { headRoles } from "./policy";

type Asked = { invitation: typeof invitations.$inferSelect; party: Party; person: Person | null };

/** What an invitation says to whoever holds its link. */
export async function showInvitation(ctx: Ctx, token: string): Promise<InvitationView> {
  const { invitation, party, person } = await openInvitation(ctx, token);
  const { name, email, roles, language, expiresAt } = invitation;
  return {
    party: presentBrief(party),
    name,
    email,
    roles,
    language,
    expiresAt: expiresAt.toISOString(),
    known: person !== null,
    mine: isMine(ctx, person),
  };
}

const isMine = ({ actor }: Ctx, person: Person | null) =>
  person !== null && isSignedIn(actor) && actor.personId === person.id;

async function openInvitation(ctx: Ctx, token: string): Promise<Asked> {
  await takeTry(ctx, [{ key: `invitation from ${ctx.address}`, limit: { tries: 60, minutes: 15 } }]);
  const [found] = await ctx.db
    .select({ invitation: invitations, party: parties, person: people })
    .from(invitations)
    .innerJoin(parties, eq(parties.id, invitations.partyId))
    .leftJoin(people, eq(people.email, invitations.email))
    .where(and(eq(invitations.tokenHash, await hashOf(token)), stillOpen(ctx.now)))
    .limit(1);
  if (!found || found.person?.disabledAt) throw noSuchInvitation();
  return found;
}

/** Joins the party: as a new person with a password of their own, or as the one the address belongs to. */
export async function acceptInvitation(
  ctx: Ctx,
  token: string,
  said: AcceptInvitation,
  userAgent: string,
): Promise<Opened> {
  const asked = await openInvitation(ctx, token);
  const { email } = asked.invitation;
  if (isMine(ctx, asked.person)) {
    const { personId, sessionId } = signedIn(ctx);
    await joinAs(ctx, asked, personId, []);
    return openedAt(ctx, { headers: new Headers(), sessionId }, asked.party);
  }
  if (asked.person) {
    const password = z.string().min(1).safeParse(said.password).data ?? "";
    const opened = await openSession(ctx, { email, password }, userAgent);
    await joinAs(ctx, asked, asked.person.id, []);
    return openedAt(ctx, opened, asked.party);
  }
  const { name, password } = newcomer(said, asked.invitation.name);
  const personId = crypto.randomUUID();
  await joinAs(ctx, asked, personId, await birth(ctx, { ...asked, personId, name, password, said }));
  return openedAt(ctx, await openSession(ctx, { email, password }, userAgent), asked.party);
}

function newcomer(said: AcceptInvitation, invitedAs: string) {
  const parsed = z
    .object({ name: Name, password: NewPassword })
    .safeParse({ name: said.name ?? invitedAs, password: said.password ?? "" });
  if (!parsed.success) throw invalid(parsed.error.issues);
  return parsed.data;
}

type Born = Asked & { personId: string; name: string; password: string; said: AcceptInvitation };

/** The mail that brought the link proves the address. */
async function birth(ctx: Ctx, { invitation, personId, name, password, said }: Born): Promise<Step[]> {
  const { password: library } = await ctx.auth.$context;
  const written = { createdAt: ctx.now, updatedAt: ctx.now };
  const { email } = invitation;
  const language = said.language ?? invitation.language;
  const hashed = await library.hash(password);
  return [
    ctx.db.insert(people).values({ id: personId, name, email, emailVerified: true, language, ...written }),
    ctx.db.insert(credentials).values({
      id: crypto.randomUUID(),
      accountId: personId,
      providerId: "credential",
      userId: personId,
      password: hashed,
      ...written,
    }),
  ];
}

/** One batch spends the link and makes the membership: of two who click at once, one joins. */
async function joinAs(ctx: Ctx, { invitation, party }: Asked, personId: string, birthSteps: Step[]) {
  const { id, roles, email } = invitation;
  const today = businessDate(ctx.now);
  const membershipId = crypto.randomUUID();
  const asPerson = { ...ctx, actor: { kind: "visitor" } as const };
  try {
    await write(ctx, [
      ctx.db
        .update(invitations)
        .set({ acceptedAt: ctx.now })
        .where(and(eq(invitations.id, id), stillOpen(ctx.now))),
      must(ctx, sql`changes() = 1`, noSuchInvitation()),
      must(ctx, sql`not ${belongs(email, party.id, today)}`, alreadyIn()),
      // Before the newcomer is one of them: nobody is told of himself.
      noticeSteps(asPerson, {
        type: "person.joined",
        noun: "person",
        reference: membershipId,
        partyId: party.id,
        roles: headRoles(party),
      }),
      birthSteps,
      ctx.db
        .insert(memberships)
        .values({ id: membershipId, personId, partyId: party.id, roles, validFrom: today }),
      event(asPerson, {
        recordId: membershipId,
        type: "person.joined",
        details: { invitation: id, personId },
      }),
      event(asPerson, {
        recordId: party.id,
        type: "party.person_joined",
        details: { membership: membershipId },
      }),
    ]);
  } catch (error) {
    // Another invitation made the same account a moment ago.
    if (duplicateOf(error) === "people.email") throw noSuchInvitation();
    throw error;
  }
}

/** Lets the session act for the party that was just joined. */
async function openedAt(
  ctx: Ctx,
  session: { headers: Headers; token?: string; sessionId?: string },
  party: Party,
): Promise<Opened> {
  const { headers, token, sessionId } = session;
  const which = token ? eq(sessions.token, token) : eq(sessions.id, sessionId ?? "");
  const [moved] = await ctx.db.update(sessions).set({ partyId: party.id }).where(which).returning();
  const actor = await actorOfSession(ctx.db, moved?.token ?? "", ctx.now);
  return { headers, actor: signedIn({ actor }) };
}
