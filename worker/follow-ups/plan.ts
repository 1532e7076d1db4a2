import type { Complaint } from "#schema/complaints";
import { followUps } from "#schema/followUps";
import { addDays, addWorkdays, businessDate, nextWorkday } from "../calendar";
import type { Ctx } from "../context";
import { reachSteps } from "../reach";
import { numberKey } from "../reference";
import { event, nextReference, type Step } from "../write";

const firstAfterWorkdays = 2;
const secondAfterDays = 10;

/** Two calls after a complaint was resolved: soon, and again when the customer has run new goods. */
export function planFollowUps(ctx: Pick<Ctx, "db" | "actor" | "now">, complaint: Complaint): Step[] {
  const today = businessDate(ctx.now);
  return [
    ...planned(ctx, complaint, "complaint_1", addWorkdays(today, firstAfterWorkdays)),
    ...planned(ctx, complaint, "complaint_2", nextWorkday(addDays(today, secondAfterDays))),
  ];
}

type Kind = "complaint_1" | "complaint_2";

function planned(
  ctx: Pick<Ctx, "db" | "actor" | "now">,
  complaint: Complaint,
  kind: Kind,
  dueOn: string,
): Step[] {
  const { db, now } = ctx;
  const id = crypto.randomUUID();
  const { partyId } = complaint;
  const number = nextReference(ctx, numberKey("FU", null, now));
  return [
    number.step,
    db.insert(followUps).values({
      id,
      reference: number.reference,
      kind,
      status: "due",
      partyId,
      complaintId: complaint.id,
      dueOn,
      assignedTo: complaint.ownerId,
      at: now,
    }),
    ...reachSteps(ctx, { noun: "follow_up", recordId: id, at: now, partyId }),
    event(ctx, { recordId: id, type: "follow_up.planned", to: "due", forCustomer: false }),
  ];
}
