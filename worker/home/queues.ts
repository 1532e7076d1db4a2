import { and, eq, inArray, isNull, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import { complaints, complaintTasks } from "#schema/complaints";
import { enquiries } from "#schema/enquiries";
import { followUps } from "#schema/followUps";
import { imports } from "#schema/imports";
import { orders } from "#schema/orders";
import { returns } from "#schema/returns";
import { shipments } from "#schema/shipments";
import { disputes, statements } from "#schema/statements";
import { departments } from "#schema/words/quality";
import type { ReturnStatus } from "#schema/words/statuses";
import { isStaff, type Staff } from "../actor";
import { businessDate } from "../calendar";
import { finished } from "../complaints/lifecycle";
import { departmentRoles, mayWorkOn, visibleComplaints } from "../complaints/policy";
import type { Ctx } from "../context";
import { mayMove as mayMoveEnquiry, visibleEnquiries } from "../enquiries/policy";
import { mayCall, visibleFollowUps } from "../follow-ups/policy";
import { mayImport } from "../imports/policy";
import { mayMove as mayMoveOrder, visibleOrders } from "../orders/policy";
import type { Move as ReturnMove } from "../returns/lifecycle";
import { mayMove as mayMoveReturn, visibleReturns } from "../returns/policy";
import { reservingStatuses } from "../shipments/lifecycle";
import { mayPlan, visibleShipments } from "../shipments/policy";
import { mayAnswerDisputes, mayIssue, visibleStatements } from "../statements/policy";
import type { QueueName } from "./output";

type Queue = {
  /** Whether this is this person's work at all. */
  mine: boolean;
  from: SQL;
  at: SQL;
  where: SQL | undefined;
};

/** What waits for the house, each through the reach of its noun and for the roles that do it. */
export function queuesOf(actor: Staff, now: Date): Record<QueueName, Queue> {
  return {
    ...complaintQueues(actor, now),
    ...tradeQueues(actor),
    ...returnQueues(actor),
    ...otherQueues(actor, now),
  };
}

function complaintQueues(actor: Staff, now: Date) {
  const seen = visibleComplaints(actor);
  const open = notInArray(complaints.status, finished);
  const departmentsOfMine = departments.filter((one) => isStaff(actor, ...departmentRoles[one]));
  const queue = (where: SQL | undefined): Queue => ({
    mine: mayWorkOn(actor),
    from: sql`${complaints}`,
    at: sql`${complaints.receivedAt}`,
    where: and(seen, where),
  });
  return {
    complaints_late: queue(and(open, isNull(complaints.waitingSince), late(now))),
    complaints_to_accept: queue(eq(complaints.status, "submitted")),
    complaints_open: queue(open),
    complaint_tasks: {
      mine: departmentsOfMine.length > 0,
      from: sql`${complaintTasks} join ${complaints} on ${complaints.id} = ${complaintTasks.complaintId}`,
      at: sql`${complaintTasks.dueAt}`,
      where: and(
        seen,
        open,
        isNull(complaintTasks.doneAt),
        inArray(complaintTasks.department, departmentsOfMine),
      ),
    },
  };
}

/** One of the clocks has run out and was not met. */
function late(now: Date): SQL | undefined {
  const { acknowledgeBy, acknowledgedAt, preliminaryBy, preliminaryAt, proposeBy, repliedAt, closeBy } =
    complaints;
  return or(
    and(lte(acknowledgeBy, now), isNull(acknowledgedAt)),
    and(lte(preliminaryBy, now), isNull(preliminaryAt)),
    and(lte(proposeBy, now), isNull(repliedAt)),
    lte(closeBy, now),
  );
}

function tradeQueues(actor: Staff) {
  const anyOrder = { partyId: "", billToId: "", status: "pending_confirmation" } as const;
  const ordersIn = (...statuses: (typeof orders.$inferSelect)["status"][]) => ({
    from: sql`${orders}`,
    at: sql`${orders.orderedAt}`,
    where: and(visibleOrders(actor), inArray(orders.status, statuses)),
  });
  return {
    orders_to_confirm: {
      mine: mayMoveOrder(actor, anyOrder, "confirm"),
      ...ordersIn("pending_confirmation", "pending_deposit"),
    },
    orders_on_credit: {
      mine: mayMoveOrder(actor, anyOrder, "approve_credit"),
      ...ordersIn("pending_credit"),
    },
    shipments_to_send: {
      mine: mayPlan(actor),
      from: sql`${shipments}`,
      at: sql`${shipments.at}`,
      where: and(visibleShipments(actor), inArray(shipments.status, reservingStatuses)),
    },
    statements_unanswered: {
      mine: mayIssue(actor) || isStaff(actor, "sales_manager", "domestic_sales", "export_sales"),
      from: sql`${statements}`,
      at: sql`${statements.issuedAt}`,
      where: and(
        visibleStatements(actor),
        inArray(statements.status, ["issued", "viewed", "unconfirmed_overdue"]),
      ),
    },
    disputes_open: {
      mine: mayAnswerDisputes(actor),
      from: sql`${disputes} join ${statements} on ${statements.id} = ${disputes.statementId}`,
      at: sql`${disputes.raisedAt}`,
      where: and(visibleStatements(actor), inArray(disputes.status, ["open", "under_review"])),
    },
  };
}

function returnQueues(actor: Staff) {
  const queue = (move: ReturnMove, ...statuses: ReturnStatus[]): Queue => ({
    mine: mayMoveReturn(actor, { billToId: "" }, move),
    from: sql`${returns}`,
    at: sql`${returns.requestedAt}`,
    where: and(visibleReturns(actor), inArray(returns.status, statuses)),
  });
  return {
    returns_to_review: queue("review", "requested", "reviewing"),
    returns_to_receive: queue("receive", "approved", "in_transit"),
    returns_to_inspect: queue("inspect", "received", "inspecting"),
    returns_to_decide: queue("decide", "inspected"),
    returns_to_credit: queue("execute", "decided"),
  };
}

function otherQueues(actor: Staff, now: Date) {
  const today = businessDate(now);
  return {
    follow_ups_due: {
      mine: mayCall(actor, null),
      from: sql`${followUps}`,
      at: sql`${followUps.at}`,
      where: and(
        visibleFollowUps(actor),
        inArray(followUps.status, ["due", "attempted"]),
        lte(followUps.dueOn, today),
      ),
    },
    enquiries_new: {
      mine: mayMoveEnquiry(actor),
      from: sql`${enquiries}`,
      at: sql`${enquiries.receivedAt}`,
      where: and(visibleEnquiries(actor, today), eq(enquiries.status, "new")),
    },
    imports_waiting: {
      mine: mayImport(actor),
      from: sql`${imports}`,
      at: sql`${imports.at}`,
      where: eq(imports.status, "dry_run"),
    },
  };
}

export const queueQuery = (ctx: Pick<Ctx, "db">, { from, at, where }: Queue) =>
  ctx.db
    .select({ count: sql<number>`count(*)`, oldest: sql<number | null>`min(${at})` })
    .from(sql`${from}`)
    .where(where);
