import type { Complaint } from "#schema/complaints";
import type { Ctx } from "../context";
import { event, mustHaveChanged } from "../write";
import { type Consequence, consequences, statusAfter } from "./lifecycle";
import { changeStep } from "./move";

type After = Extract<Consequence, "first_follow_up" | "second_follow_up" | "dissatisfied">;

/** What a follow-up call does to the complaint that it was about. */
export function afterCall(ctx: Ctx, complaint: Complaint, by: After) {
  const { id, status } = complaint;
  const to = statusAfter(complaint, by);
  const told = {
    first_follow_up: { firstFollowUpAt: ctx.now },
    second_follow_up: { secondFollowUpAt: ctx.now },
  };
  const undone = { resolvedAt: null, firstFollowUpAt: null, secondFollowUpAt: null };
  return [
    changeStep(ctx, complaint, { status: to, ...(by === "dissatisfied" ? undone : told[by]) }),
    mustHaveChanged(ctx),
    event(ctx, { recordId: id, type: `complaint.${consequences[by]}`, from: status, to }),
  ];
}
