import { and, eq, isNull, sql } from "drizzle-orm";
import { type Party, parties } from "#schema/parties";
import { invitations, memberships, people } from "#schema/people";
import { partnerRoleWords, staffRoleWords } from "#schema/words/trade";
import type { Language } from "#schema/words/words";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { hashOf, newSecret } from "../identity";
import { mailStep } from "../mail";
import { once } from "../once";
import { partyInReach } from "../parties/parties";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { nameOf } from "../table";
import { takeTry } from "../throttle";
import { event, must, mustHaveChanged, write } from "../write";
import type { InvitePerson } from "./input";
import { stillOpen } from "./people";
import { mayHavePeople, mayKeepPeople, rolesOf, visibleHouses } from "./policy";

const daysOpen = 7;
const perInviter = { tries: 60, minutes: 60 };

/** Asks somebody in by a link that only their mail holds; an earlier link to the same address is dead. */
export async function invitePerson(ctx: Ctx, input: InvitePerson): Promise<void> {
  const actor = signedIn(ctx);
  const party = await partyInReach(ctx, input.party);
  allow(mayKeepPeople(actor, party));
  if (!mayHavePeople(party)) throw noLogin();
  mustFitRoles(party, input.roles);
  await once(ctx, { id: input.id, input }, async (said) => {
    await takeTry(ctx, [{ key: `invites of ${actor.personId}`, limit: perInviter }]);
    await invite(ctx, party, input, said);
  });
}

async function invite(ctx: Ctx, party: Party, input: InvitePerson, said: string) {
  const { id, name, email, roles, language } = input;
  const { personId: invitedBy, name: inviter } = signedIn(ctx);
  const secret = newSecret();
  const open = and(eq(invitations.partyId, party.id), eq(invitations.email, email), stillOpen(ctx.now));
  await write(ctx, [
    must(ctx, sql`not ${belongs(email, party.id, businessDate(ctx.now))}`, alreadyIn()),
    ctx.db.update(invitations).set({ revokedAt: ctx.now }).where(open),
    ctx.db.insert(invitations).values({
      id,
      tokenHash: await hashOf(secret),
      partyId: party.id,
      email,
      name,
      roles,
      language,
      invitedBy,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + daysOpen * 86_400_000),
    }),
    event(ctx, { recordId: id, type: "person.invited", details: { said } }),
    event(ctx, { recordId: party.id, type: "party.person_invited", details: { invitation: id } }),
    mailStep(
      ctx,
      `invitation ${id}`,
      { email, language },
      letter({ name, roles, inviter, party }, linkOf(ctx, secret)),
    ),
  ]);
}

const linkOf = (ctx: Ctx, secret: string) => `${ctx.settings.publicUrl}/invitation/${secret}`;

/** Whoever belongs to the party today, or will, by the address they sign in with. */
export const belongs = (email: string, partyId: string, today: string) => sql`exists (
  select 1 from ${memberships} join ${people} on ${people.id} = ${memberships.personId}
  where ${people.email} = ${email} and ${memberships.partyId} = ${partyId}
    and (${memberships.validTo} is null or ${memberships.validTo} >= ${today}))`;

export function alreadyIn() {
  const words = { zh: "此人已在该单位的人员中。", en: "This person belongs to the party already." };
  return new Refusal("conflict", words, { email: words });
}

const noLogin = () =>
  new Refusal("conflict", { zh: "该单位不能开设登录账号。", en: "People of this party cannot sign in." });

export function mustFitRoles(party: Party | Parameters<typeof rolesOf>[0], roles: readonly string[]) {
  const allowed: readonly string[] = rolesOf(party);
  if (roles.every((role) => allowed.includes(role))) return;
  const words = { zh: "该单位的人员不能有此角色。", en: "People of this party cannot have this role." };
  throw new Refusal("invalid", words, { roles: words });
}

type Letter = Pick<InvitePerson, "name" | "roles"> & { inviter: string; party: Party };

function letter({ name, inviter, party, roles }: Letter, link: string) {
  const asked = (language: Language) =>
    roles.map((role) => roleWords[role][language]).join(language === "zh" ? "、" : ", ");
  return {
    zh: {
      subject: `邀请您登录 ${nameOf(party, "zh")} 的账号`,
      text: `您好,${name}:\n\n${inviter} 邀请您代表 ${nameOf(party, "zh")} 使用客户门户,角色:${asked("zh")}。\n请在 ${daysOpen} 天内打开此链接,链接只能使用一次:\n${link}\n\n如不认识邀请人,请忽略本邮件。`,
    },
    en: {
      subject: `You are invited to act for ${nameOf(party, "en")}`,
      text: `Dear ${name},\n\n${inviter} invites you to act for ${nameOf(party, "en")} in the customer portal, as: ${asked("en")}.\nOpen this link within ${daysOpen} days; it works once:\n${link}\n\nIf you do not know the sender, ignore this mail.`,
    },
  };
}

const roleWords = { ...staffRoleWords, ...partnerRoleWords };

/** Takes an invitation back before it is used. */
export async function revokeInvitation(ctx: Ctx, id: string) {
  signedIn(ctx);
  const [found] = await ctx.db
    .select({ party: parties })
    .from(invitations)
    .innerJoin(parties, eq(parties.id, invitations.partyId))
    .where(and(eq(invitations.id, id), visibleHouses(ctx.actor, ctx.now)))
    .limit(1);
  if (!found) throw noSuchInvitation();
  allow(mayKeepPeople(ctx.actor, found.party));
  await write(ctx, [
    ctx.db
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.revokedAt))),
    mustHaveChanged(ctx),
    event(ctx, { recordId: id, type: "person.invitation_revoked" }),
    event(ctx, { recordId: found.party.id, type: "party.invitation_revoked", details: { invitation: id } }),
  ]);
}

export const noSuchInvitation = () =>
  new Refusal("not_found", {
    zh: "此邀请已失效。请联系邀请人重新发送。",
    en: "This invitation no longer works. Ask for a new one.",
  });
