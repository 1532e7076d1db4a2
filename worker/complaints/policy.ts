import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Complaint, complaints } from "#schema/complaints";
import type { Department } from "#schema/words/quality";
import type { StaffRole } from "#schema/words/trade";
import { type Actor, isPartner, isStaff } from "../actor";
import { seesAmounts } from "../orders/policy";
import { inReach } from "../reach";
import type { Move } from "./lifecycle";

/** The complaints this actor may know exist. Every query on complaints carries it. */
export const visibleComplaints = (actor: Actor): SQL => inReach(actor, "complaint", complaints.id);

/** One complaint by what people call it; the holder of a link may call it by the link's code. */
export function called(actor: Actor, reference: string): SQL {
  const byCode = actor.kind === "guest" && actor.link.id === reference;
  const which = byCode ? eq(complaints.id, actor.link.recordId) : eq(complaints.reference, reference);
  return sql`${and(which, visibleComplaints(actor))}`;
}

const partnersWhoComplain = [
  "owner",
  "buyer",
  "approver",
  "receiver",
  "service",
  "outlet_manager",
  "outlet_clerk",
] as const;
const staffWhoListen = [
  "after_sales",
  "after_sales_lead",
  "sales_manager",
  "domestic_sales",
  "export_sales",
  "outlet_manager",
  "outlet_clerk",
] as const;

export const mayComplain = (actor: Actor) => isPartner(actor, ...partnersWhoComplain);
export const mayTypeIn = (actor: Actor) => isStaff(actor, ...staffWhoListen);

/** Whose complaint it is: those who complain for its own party, and the guest who holds its link. */
export function isComplainant(actor: Actor, complaint: Complaint): boolean {
  if (actor.kind === "guest") return actor.link.noun === "complaint" && actor.link.recordId === complaint.id;
  return mayComplain(actor) && actor.kind === "partner" && actor.seat.partyId === complaint.partyId;
}

/** Who may read the words between us and the complainant: those above a party learn only where it stands. */
export function readsAnswers(actor: Actor, complaint: Complaint, billToId: string | null): boolean {
  if (actor.kind === "partner") {
    return actor.seat.partyId === complaint.partyId || actor.seat.partyId === billToId;
  }
  return actor.kind !== "visitor";
}

/** Amounts go to whoever is credited; a guest's go along the chain of those who sold. */
export function readsAmounts(actor: Actor, billToId: string | null): boolean {
  return actor.kind !== "guest" && seesAmounts(actor, { billToId: billToId ?? "" });
}

const afterSales = ["after_sales", "after_sales_lead", "sales_manager"] as const;
const approvers = [
  "after_sales_lead",
  "domestic_sales",
  "export_sales",
  "outlet_manager",
  "sales_manager",
  "qc",
  "technical",
  "finance",
  "general_manager",
] as const;

const staffMoves: Record<Move, readonly StaffRole[]> = {
  accept: afterSales,
  analyse: afterSales,
  route: afterSales,
  investigate: afterSales,
  set_liability: [...afterSales, "qc"],
  appraise: [...afterSales, "qc", "technical"],
  propose: afterSales,
  approve: approvers,
  decline: approvers,
  reply: afterSales,
  customer_accept: afterSales, // On behalf, as told on the phone.
  customer_reject: afterSales,
  execute: [...afterSales, "logistics", "finance"],
  resolve: afterSales,
  close: ["after_sales_lead", "sales_manager"],
  ask: afterSales,
  merge: afterSales,
  withdraw: afterSales,
  reopen: afterSales,
};

export const complainantMoves: readonly Move[] = ["customer_accept", "customer_reject", "withdraw", "reopen"];

export function mayMove(actor: Actor, complaint: Complaint, move: Move): boolean {
  // Whoever answers for a grave case or a key account approves what we write to them.
  if (move === "reply" && complaint.coOwnerId) return isStaff(actor, "sales_manager", "general_manager");
  if (isStaff(actor, ...staffMoves[move])) return true;
  const told = actor.kind !== "guest" || actor.link.moves.includes(move);
  return complainantMoves.includes(move) && told && isComplainant(actor, complaint);
}

export const mayWorkOn = (actor: Actor) => isStaff(actor, ...afterSales);
export const isLead = (actor: Actor) =>
  isStaff(actor, "after_sales_lead", "sales_manager", "general_manager");
export const mayAppraise = (actor: Actor) => isStaff(actor, "technical", "qc", "rnd", ...afterSales);

/** Who answers for a department. */
export const departmentRoles: Record<Department, readonly StaffRole[]> = {
  production: ["production_planner"],
  qc: ["qc"],
  technical: ["technical"],
  rnd: ["rnd"],
  logistics: ["logistics"],
  warehouse: ["logistics"],
  sales: ["domestic_sales", "export_sales", "sales_manager"],
  finance: ["finance"],
  marketing: ["catalog_editor"],
};

/** A department answers for itself; after-sales may write down what it said. */
export const mayAnswerTask = (actor: Actor, department: Department) =>
  mayWorkOn(actor) || isStaff(actor, ...departmentRoles[department]);
