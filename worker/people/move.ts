import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { memberships, people, type Role, sessions } from "#schema/people";
import { isStaff } from "../actor";
import { addDays, businessDate } from "../calendar";
import type { Ctx } from "../context";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { forgetTries, triesOf } from "../throttle";
import { event, type Guard, must, mustHaveChanged, type Step, write } from "../write";
import type { MovePerson } from "./input";
import { mustFitRoles } from "./invite";
import type { PeopleRow } from "./output";
import { actsFor, memberInReach } from "./people";
import { hasHeadRole, headRoles, mayDisable, mayKeepPeople, sameHouse } from "./policy";

export const moves = ["roles", "end", "sign_out", "unlock", "disable", "enable"] as const;
export type Move = (typeof moves)[number];

type Member = Awaited<ReturnType<typeof memberInReach>>;

export async function movePerson(ctx: Ctx, id: string, move: Move, input: MovePerson): Promise<void> {
  const member = await memberInReach(ctx, id);
  allow(mayKeepPeople(ctx.actor, member.row.party));
  if (move === "roles") return changeRoles(ctx, member, input);
  if (move === "end") return endMembership(ctx, member, input.reason);
  if (move === "sign_out") return signOutPerson(ctx, member, input.session);
  if (move === "unlock") return unlockPerson(ctx, member);
  return setDisabled(ctx, member, move === "disable", input.reason);
}

async function changeRoles(ctx: Ctx, { row }: Member, { roles }: MovePerson) {
  if (!roles) {
    const words = { zh: "请至少选择一个角色。", en: "Choose at least one role." };
    throw new Refusal("invalid", words, { roles: words });
  }
  mustFitRoles(row.party, roles);
  await write(ctx, [
    hasHeadRole(row.party, roles) ? [] : anotherHead(ctx, row),
    ctx.db
      .update(memberships)
      .set({ roles })
      .where(and(eq(memberships.id, row.id), eq(memberships.roles, row.roles))),
    mustHaveChanged(ctx),
    event(ctx, { recordId: row.id, type: "person.roles_changed", details: { from: row.roles, to: roles } }),
  ]);
}

/** Ends at once: the last day was yesterday, for today's next request must not pass. */
async function endMembership(ctx: Ctx, { row }: Member, reason: string | null) {
  const yesterday = addDays(businessDate(ctx.now), -1);
  await write(ctx, [
    anotherHead(ctx, row),
    ctx.db
      .update(memberships)
      .set({ validTo: yesterday })
      .where(and(eq(memberships.id, row.id), isNull(memberships.validTo))),
    mustHaveChanged(ctx),
    event(ctx, { recordId: row.id, type: "person.ended", reason, forCustomer: false }),
    event(ctx, { recordId: row.party.id, type: "party.person_left", details: { membership: row.id } }),
  ]);
}

/** The last owner cannot leave, nor the last admin of the house: nobody could let the next one in. */
function anotherHead(ctx: Ctx, { id, party, roles }: PeopleRow): Guard[] {
  if (!hasHeadRole(party, roles)) return [];
  const last = {
    zh: "这是最后一位负责人。请先邀请或指定另一位。",
    en: "This is the last person in charge. Invite or name another first.",
  };
  return [
    must(ctx, headsBesides(ctx, sql`${memberships.id} <> ${id}`, party), new Refusal("conflict", last)),
  ];
}

function headsBesides(ctx: Ctx, besides: SQL, party: PeopleRow["party"]): SQL {
  const today = businessDate(ctx.now);
  const heads = sql.join(
    headRoles(party).map((role: Role) => sql`${role}`),
    sql`, `,
  );
  return sql`exists (select 1 from ${memberships} join ${people} on ${people.id} = ${memberships.personId}
    where ${besides} and ${sameHouse(party)} and ${people.disabledAt} is null
      and ${memberships.validFrom} <= ${today}
      and (${memberships.validTo} is null or ${memberships.validTo} >= ${today})
      and exists (select 1 from json_each(${memberships.roles}) r where r.value in (${heads})))`;
}

/** Ends one session or all of them, as far as they act for this party. */
async function signOutPerson(ctx: Ctx, { row, person }: Member, session: string | null) {
  const which = and(
    eq(sessions.userId, person.id),
    actsFor(ctx.actor, row.party.id),
    session ? eq(sessions.id, session) : undefined,
  );
  const gone = { zh: "没有这次登录。", en: "There is no such session." };
  await write(ctx, [
    ctx.db.delete(sessions).where(which),
    session ? must(ctx, sql`changes() = 1`, new Refusal("not_found", gone)) : [],
    event(ctx, { recordId: row.id, type: "person.signed_out", forCustomer: false }),
  ]);
}

async function unlockPerson(ctx: Ctx, { row, person }: Member) {
  await forgetTries(ctx, triesOf(person.email));
  await write(ctx, [event(ctx, { recordId: row.id, type: "person.unlocked", forCustomer: false })]);
}

/** Stops somebody everywhere, for every party, or lets them in again. */
async function setDisabled(ctx: Ctx, { row, person }: Member, disabled: boolean, reason: string | null) {
  allow(mayDisable(ctx.actor) && isStaff(ctx.actor) && signedIn(ctx).personId !== person.id);
  const out: Step[] = disabled ? [ctx.db.delete(sessions).where(eq(sessions.userId, person.id))] : [];
  await write(ctx, [
    ctx.db
      .update(people)
      .set({ disabledAt: disabled ? ctx.now : null, updatedAt: ctx.now })
      .where(
        and(
          eq(people.id, person.id),
          disabled ? isNull(people.disabledAt) : sql`${people.disabledAt} is not null`,
        ),
      ),
    mustHaveChanged(ctx),
    out,
    event(ctx, {
      recordId: row.id,
      type: disabled ? "person.disabled" : "person.enabled",
      reason,
      forCustomer: false,
    }),
  ]);
}
