import { and, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { notices } from "#schema/events";
import type { Role } from "#schema/people";
import { isSignedIn } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { after, type PageOf, page } from "../page";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import type { Step } from "../write";
import type { NoticeQuery } from "./input";
import type { NoticeRow } from "./output";

type Told = {
  type: `${string}.${string}`;
  noun: string;
  /** A number that is allocated in the same batch is an expression. */
  reference: string | SQL;
  partyId: string;
  roles: readonly Role[];
};

/** A line in the inbox of everyone who acts for a party in one of these roles, but whoever did it. */
export function noticeSteps(ctx: Pick<Ctx, "db" | "now" | "actor">, told: Told): Step[] {
  const today = businessDate(ctx.now);
  const self = isSignedIn(ctx.actor) ? ctx.actor.personId : "";
  const roles = sql.join(
    told.roles.map((role) => sql`${role}`),
    sql`, `,
  );
  return [
    ctx.db.run(sql`insert into notices (id, person_id, party_id, type, noun, reference, at)
      select lower(hex(randomblob(16))), m.person_id, m.party_id, ${told.type}, ${told.noun},
        ${told.reference}, ${ctx.now.getTime()}
      from memberships m join people p on p.id = m.person_id
      where m.party_id = ${told.partyId} and m.person_id <> ${self} and p.disabled_at is null
        and m.valid_from <= ${today} and (m.valid_to is null or m.valid_to >= ${today})
        and exists (select 1 from json_each(m.roles) r where r.value in (${roles}))`),
  ];
}

/** What I was told in the party I act for; what concerns another firm is read there. */
export function mine(ctx: Pick<Ctx, "actor">): SQL | undefined {
  const { personId, seat } = signedIn(ctx);
  return and(eq(notices.personId, personId), or(isNull(notices.partyId), eq(notices.partyId, seat.partyId)));
}

export async function listNotices(ctx: Ctx, query: NoticeQuery): Promise<PageOf<NoticeRow>> {
  const rows = await ctx.db
    .select()
    .from(notices)
    .where(
      and(
        mine(ctx),
        query.unread ? isNull(notices.readAt) : undefined,
        after(query.cursor, notices.at, notices.id),
      ),
    )
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(query.limit + 1);
  return page(rows, query.limit, ({ at, id }) => [at.getTime(), id]);
}

export async function readNotice(ctx: Ctx, id: string): Promise<void> {
  const read = await ctx.db
    .update(notices)
    .set({ readAt: sql`coalesce(${notices.readAt}, ${ctx.now.getTime()})` })
    .where(and(mine(ctx), eq(notices.id, id)));
  if (!read.rowsAffected)
    throw new Refusal("not_found", { zh: "没有找到这条通知。", en: "We could not find that notice." });
}

export async function readAllNotices(ctx: Ctx): Promise<void> {
  await ctx.db
    .update(notices)
    .set({ readAt: ctx.now })
    .where(and(mine(ctx), isNull(notices.readAt)));
}
