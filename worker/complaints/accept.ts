import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Complaint } from "#schema/complaints";
import { companyId } from "#schema/parties";
import { memberships, people } from "#schema/people";
import { defectsOf } from "#schema/words/defects";
import type { ComplaintClass, Severity } from "#schema/words/quality";
import type { Words } from "#schema/words/words";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, mustHaveChanged } from "../write";
import { runningSteps } from "./clockSteps";
import { clocksOf } from "./clocks";
import { findComplaint } from "./find";
import type { MoveComplaint } from "./input";
import { refuseFields } from "./intake";
import { accepted } from "./letters";
import { leadsOn } from "./lifecycle";
import { changeStep, type Plan } from "./move";
import type { ComplaintPage } from "./output";
import { isLead } from "./policy";
import { isLower } from "./severity";
import { noticeStep, tellComplainant } from "./tell";

/** Class, severity and owner are set, the clocks start from the receipt, the complainant is told by whom and when. */
export async function acceptPlan(ctx: Ctx, page: ComplaintPage, input: MoveComplaint): Promise<Plan> {
  const { row, inside } = page;
  const { complaint } = row;
  const kind = input.class ?? complaint.class;
  const { severity } = input;
  refuseFields(wrong(ctx, input, { kind, proposed: inside.proposedSeverity }));
  if (!kind || !severity) throw new Error("an acceptance without class or severity");
  const owner = await ownerOf(ctx, page, input.ownerId);
  const coOwner = severity === "S1" || inside.keyAccount ? await managerOf(ctx) : null;
  const clocks = clocksOf(severity, complaint.receivedAt, marketOf(page));
  const set = {
    class: kind,
    subClass: input.subClass ?? complaint.subClass,
    severity,
    ownerId: owner.id,
    coOwnerId: coOwner?.id ?? null,
    acknowledgedAt: ctx.now,
    ...clocks,
  };
  const line = {
    key: `complaint.accepted ${complaint.id}`,
    type: "complaint.accepted",
    reference: complaint.reference,
  };
  const theirs = [owner, coOwner].flatMap((one) =>
    one ? [noticeStep(ctx, { ...line, personId: one.id, partyId: null })] : [],
  );
  const letter = accepted(complaint.reference, owner.name, clocks.preliminaryBy);
  return {
    set,
    reason: null,
    details: { severity, class: kind, reason: input.reason },
    steps: [
      runningSteps(ctx, complaint.id, complaint.receivedAt, clocks),
      theirs,
      await tellComplainant(ctx, told(page), "complaint.accepted", letter),
    ],
  };
}

export const told = ({ row: { complaint }, submitter }: ComplaintPage) => ({ complaint, submitter });
export const marketOf = ({ row: { party } }: ComplaintPage) =>
  party && party.country !== "CN" ? "export" : "domestic";

type Proposed = { kind: ComplaintClass | null; proposed: Severity };

function wrong(
  ctx: Ctx,
  { severity, subClass, reason }: MoveComplaint,
  { kind, proposed }: Proposed,
): Record<string, Words | false> {
  const lowered = severity !== null && isLower(severity, proposed);
  return {
    class: kind === null && { zh: "请选择类别。", en: "Choose the kind." },
    severity:
      severity === null
        ? { zh: "请选择严重程度。", en: "Choose how severe it is." }
        : lowered && !isLead(ctx.actor) && onlyLead,
    reason: lowered && !reason && { zh: "请填写降低等级的原因。", en: "Enter why it is less severe." },
    subClass: subClass !== null && kind !== null && !defectsOf[kind].includes(subClass) && notOfClass,
  };
}

const onlyLead = {
  zh: "只有售后主管可以降低等级。",
  en: "Only the after-sales lead may lower the severity.",
};
const notOfClass = { zh: "该问题不属于所选类别。", en: "This fault does not belong to that kind." };

/** Whoever was named, or whoever accepts it, among those who listen to customers. */
async function ownerOf(ctx: Ctx, { inside }: ComplaintPage, ownerId: string | null) {
  const id = ownerId ?? signedIn(ctx).personId;
  const owner = inside.owners.find((one) => one.id === id);
  const words = { zh: "请选择售后人员作为负责人。", en: "Choose somebody in after-sales as the owner." };
  if (!owner) throw new Refusal("invalid", words, { ownerId: words });
  return owner;
}

const isManager = sql`exists (select 1 from json_each(${memberships.roles}) where value = 'sales_manager')`;

/** The sales manager answers for critical cases and key accounts too. */
async function managerOf({ db }: Ctx) {
  const [manager] = await db
    .select({ id: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.partyId, companyId),
        isNull(memberships.validTo),
        isNull(people.disabledAt),
        isManager,
      ),
    )
    .orderBy(asc(people.id))
    .limit(1);
  return manager ?? null;
}

/** The same thing told twice becomes one case, whose clock starts with the first telling. */
export async function mergePlan(
  ctx: Ctx,
  page: ComplaintPage,
  { master, reason }: MoveComplaint,
): Promise<Plan> {
  const { complaint } = page.row;
  const words = {
    zh: "请填写要并入的未结投诉编号。",
    en: "Enter the number of the open complaint that it belongs to.",
  };
  const refused = new Refusal("invalid", words, { master: words });
  if (!master || master === complaint.reference) throw refused;
  const target = (await findComplaint(ctx, master)).row.complaint;
  if (!leadsOn(target.status, "merge") && !leadsOn(target.status, "withdraw")) throw refused;
  const first = target.receivedAt < complaint.receivedAt ? target.receivedAt : complaint.receivedAt;
  return {
    set: { mergedIntoId: target.id },
    reason,
    details: { master },
    steps: [
      changeStep(ctx, target, earlier(target, first)),
      mustHaveChanged(ctx),
      event(ctx, {
        recordId: target.id,
        type: "complaint.joined_by",
        reason: complaint.reference,
        forCustomer: false,
      }),
    ],
  };
}

/** The clocks of a case that turns out to have been told of earlier. */
function earlier(target: Complaint, receivedAt: Date): Partial<Complaint> {
  if (receivedAt.getTime() === target.receivedAt.getTime() || !target.severity) return { receivedAt };
  return { receivedAt, ...clocksOf(target.severity, receivedAt, "domestic") };
}
