import type { SQL } from "drizzle-orm";
import { type Order, orders } from "#schema/orders";
import type { OrderStatus } from "#schema/words/statuses";
import type { Words } from "#schema/words/words";
import { type Actor, isPartner, isStaff } from "../actor";
import { inReach } from "../reach";
import type { Move } from "./lifecycle";

/** The orders this actor may know exist. Every query on orders carries it. */
export const visibleOrders = (actor: Actor): SQL => inReach(actor, "order", orders.id);

/** Staff who see quantities only: the warehouse, the laboratory, the planner, the catalogue. */
const withoutPrices = [
  "logistics",
  "production_planner",
  "qc",
  "technical",
  "rnd",
  "catalog_editor",
] as const;
const partnersWithPrices = [
  "owner",
  "buyer",
  "approver",
  "finance",
  "viewer",
  "outlet_manager",
  "outlet_clerk",
] as const;

/** Amounts belong to whoever owes them: a resale sub-dealer never sees what its parent pays, nor a parent its child's bill. */
export function seesAmounts(actor: Actor, row: { billToId: string }): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "staff")
    return actor.seat.roles.some((role) => !withoutPrices.some((one) => one === role));
  return isPartner(actor, ...partnersWithPrices) && actor.seat.partyId === row.billToId;
}

/** Whom to ring at the gate is between us, the goods' own party and whoever pays; not for those above. */
export const readsContacts = (actor: Actor, row: { partyId: string; billToId: string }): boolean =>
  actor.kind !== "partner" || [row.partyId, row.billToId].includes(actor.seat.partyId);

export const maySeeInternal = (actor: Actor) => actor.kind === "staff" || actor.kind === "system";

/** That credit was questioned stays in the house. */
export function statusFor(actor: Actor, status: OrderStatus): OrderStatus {
  return status === "pending_credit" && !maySeeInternal(actor) ? "pending_confirmation" : status;
}

const sellers = [
  "sales_manager",
  "domestic_sales",
  "export_sales",
  "outlet_manager",
  "outlet_clerk",
] as const;
const buyers = ["owner", "buyer", "outlet_manager", "outlet_clerk"] as const;
const managers = ["sales_manager", "general_manager"] as const;

/** Buyers order for their own party, sales for those in their seat. */
export const mayPlace = (actor: Actor) => isPartner(actor, ...buyers) || maySell(actor);
export const maySell = (actor: Actor) => isStaff(actor, ...sellers);

type Moved = Pick<Order, "partyId" | "billToId" | "status">;

/** Who may make which move, wherever the order stands. */
export function mayMove(actor: Actor, order: Moved, move: Move): boolean {
  if (isPartner(actor, ...buyers)) return mayMoveOwn(actor.seat.partyId, order, move);
  if (!isStaff(actor)) return false;
  return isStaff(actor, ...movers[move]);
}

/** The payer forwards its sub-dealer's request; the buyer takes back what nobody has confirmed. */
function mayMoveOwn(partyId: string, order: Moved, move: Move): boolean {
  if (move === "submit") return partyId === order.billToId;
  const mine = partyId === order.partyId || (partyId === order.billToId && order.status === "draft");
  return (
    move === "cancel" && mine && ["draft", "pending_confirmation", "pending_credit"].includes(order.status)
  );
}

const movers: Record<Move, readonly Parameters<typeof isStaff>[1][]> = {
  submit: sellers,
  confirm: sellers,
  approve_credit: managers,
  receive_deposit: ["finance", "sales_manager"],
  reject: sellers,
  progress: ["production_planner", "qc", "logistics", "sales_manager", "outlet_manager", "outlet_clerk"],
  promise: [...sellers, "production_planner"],
  short_close: sellers,
  hold: [...managers, "finance"],
  release: [...managers, "finance"],
  cancel: sellers,
  close: ["sales_manager"],
  reopen: ["sales_manager"],
};

/** Which quantities of a line each role answers for. */
export function mayCount(actor: Actor, quantity: "scheduled" | "produced" | "finished" | "ready"): boolean {
  if (isStaff(actor, "sales_manager")) return true;
  if (quantity === "ready") return isStaff(actor, "qc", "logistics", "outlet_manager", "outlet_clerk");
  return isStaff(actor, "production_planner") || (quantity === "finished" && isStaff(actor, "qc"));
}

const afterStart: OrderStatus[] = ["in_production", "inspecting", "ready"];

/** Why a move that this actor may usually make is not theirs now. */
export function blockedBecause(actor: Actor, order: Pick<Order, "status">, move: Move): Words | null {
  if (move !== "cancel" || !afterStart.includes(order.status) || isStaff(actor, "sales_manager")) return null;
  return {
    zh: "已开始生产，取消需销售经理确认费用。",
    en: "Production has started: only the sales manager may cancel, with the cost agreed.",
  };
}
