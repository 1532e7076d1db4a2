import { type SQL, sql } from "drizzle-orm";
import type { Complaint } from "#schema/complaints";
import { notices } from "#schema/events";
import { companyId } from "#schema/parties";
import type { Person, Role } from "#schema/people";
import type { Words } from "#schema/words/words";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { mailStep } from "../mail";
import type { Step } from "../write";
import { guestLink } from "./guestLink";

type At = Pick<Ctx, "db" | "now">;
export type Told = { complaint: Complaint; submitter: Pick<Person, "id" | "email" | "language"> | null };

/** A mail and, to whoever has an account, a notice: in the complainant's language, with the way to the case. */
export async function tellComplainant(
  ctx: At & Pick<Ctx, "settings">,
  { complaint, submitter }: Told,
  type: `complaint.${string}`,
  letter: Words,
): Promise<Step[]> {
  const { id, version, reference, guestEmail, language } = complaint;
  const key = `${type} ${id} ${version}`;
  const to = submitter ?? (guestEmail && { email: guestEmail, language });
  const where = await wayTo(ctx, complaint);
  const letterIn = (one: "zh" | "en") => ({
    subject: `${subject[one]} ${reference}`,
    text: `${letter[one]}\n\n${where}`,
  });
  return [
    ...(submitter
      ? [noticeStep(ctx, { personId: submitter.id, key, type, reference, partyId: complaint.partyId })]
      : []),
    ...(to ? [mailStep(ctx, key, to, { zh: letterIn("zh"), en: letterIn("en") })] : []),
  ];
}

const subject: Words = { zh: "您的投诉", en: "Your complaint" };

async function wayTo(ctx: Pick<Ctx, "settings">, { id, partyId, reference, language }: Complaint) {
  const { publicUrl } = ctx.settings;
  if (partyId) return `${publicUrl}/complaints/${reference}`;
  const { code, secret } = await guestLink(ctx, id);
  return `${publicUrl}/${language}/track/${code}?key=${secret}`;
}

type Line = { key: string; type: string; reference: string; noun?: string };

export const noticeStep = (
  { db, now }: At,
  {
    personId,
    partyId,
    key,
    type,
    reference,
    noun = "complaint",
  }: Line & { personId: string; partyId: string | null },
): Step =>
  db
    .insert(notices)
    .values({ id: `${key} ${personId}`, personId, partyId, type, noun, reference, at: now })
    .onConflictDoNothing();

/** The same line for all staff in these roles; the same key is told once. */
export const noticeToRoles = ({ db, now }: At, roles: readonly Role[], line: Line): Step =>
  db.run(sql`insert or ignore into notices (id, person_id, party_id, type, noun, reference, at)
    select distinct ${line.key} || ' ' || m.person_id, m.person_id, m.party_id, ${line.type},
      ${line.noun ?? "complaint"}, ${line.reference}, ${now.getTime()}
    from memberships m
    where m.party_id = ${companyId} and (m.valid_to is null or m.valid_to >= ${businessDate(now)})
      and exists (select 1 from json_each(m.roles) r where r.value in (${list(roles)}))`);

/** The owner learns what the customer did; while there is none, the lead. */
export function tellOwner(ctx: At, { id, reference, ownerId, version }: Complaint, type: string): Step {
  const line = { key: `${type} ${id} ${version}`, type, reference };
  if (ownerId) return noticeStep(ctx, { ...line, personId: ownerId, partyId: null });
  return noticeToRoles(ctx, ["after_sales_lead"], line);
}

const list = (roles: readonly string[]): SQL =>
  sql.join(
    roles.map((role) => sql`${role}`),
    sql`, `,
  );
