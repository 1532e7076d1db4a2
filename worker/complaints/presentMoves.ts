import { type Actor, isSignedIn } from "../actor";
import type { MoveView } from "../moves";
import { approvalsBy } from "./approvals";
import { missing, type OnRecord } from "./guards";
import { type Move, openMoves } from "./lifecycle";
import type { ComplaintPage } from "./output";
import { mayMove } from "./policy";

/** What this actor may do next; what something is still missing for says so. */
export function presentMoves(actor: Actor, page: ComplaintPage): MoveView[] {
  const { complaint } = page.row;
  return openMoves(complaint.status)
    .filter((move) => mayMove(actor, complaint, move) && counts(actor, page, move))
    .map((move) => {
      const reason = missing(move, onRecord(page));
      return { move, open: reason === null, reason };
    });
}

/** An approval is offered to those whose yes is still needed. */
function counts(actor: Actor, { inside: { approvals } }: ComplaintPage, move: Move): boolean {
  if (move !== "approve" || !isSignedIn(actor)) return true;
  const waiting = approvals.needed.filter((approval) => !approvals.given.includes(approval));
  return approvalsBy(actor.seat.roles, waiting).length > 0;
}

export const onRecord = ({ row: { complaint }, inside, now }: ComplaintPage): OnRecord => ({
  complaint,
  openTasks: inside.tasks.filter(({ doneAt }) => doneAt === null).length,
  appraisals: inside.appraisals.length,
  openReturns: inside.returns.filter(({ status }) => !finishedReturns.includes(status)).length,
  now,
});

const finishedReturns = ["executed", "closed", "cancelled", "expired", "rejected"];
