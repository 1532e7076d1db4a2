import type { SQL } from "drizzle-orm";
import type { Role } from "#schema/people";
import { type Return, returns } from "#schema/returns";
import type { Words } from "#schema/words/words";
import { type Actor, isPartner, isSignedIn, isStaff } from "../actor";
import { inReach } from "../reach";
import type { Move } from "./lifecycle";

/** The returns this actor may know exist. Every query on returns carries it. */
export const visibleReturns = (actor: Actor): SQL => inReach(actor, "return", returns.id);

const care = ["after_sales", "after_sales_lead", "outlet_manager", "sales_manager"] as const;
const sales = ["domestic_sales", "export_sales"] as const;

/** Whose yes the ladder asks for besides the sales side. */
const experts = ["qc", "technical", "finance"] as const;

const staffFor: Record<Exclude<Move, "expire">, readonly Role[]> = {
  review: [...care, ...sales, "qc"],
  // Who may say yes to how much is the ladder's to tell; these may say anything at all.
  approve: [...care, ...sales, ...experts, "general_manager"],
  reject: [...care, "general_manager"],
  send_back: [...care, ...sales],
  receive: ["logistics", "outlet_manager", "outlet_clerk", "after_sales"],
  start_inspection: ["qc", "technical"],
  inspect: ["qc", "technical"],
  decide: ["after_sales_lead", "sales_manager", ...experts, "general_manager"],
  execute: ["finance"],
  close: ["after_sales_lead", "sales_manager"],
  cancel: [...care, ...sales],
};
const ownMoves: readonly Move[] = ["send_back", "cancel"];
const requesters = ["owner", "buyer", "service", "receiver", "outlet_manager"] as const;

/** Buyers ask for their own party; staff take it down for them. A resale child goes through its parent. */
export const mayRequest = (actor: Actor) =>
  isStaff(actor, ...care, ...sales) || isPartner(actor, ...requesters);

/** Sending back and giving up are the payer's, who asked: a resale child only looks on. */
export function mayMove(actor: Actor, row: Pick<Return, "billToId">, move: Move): boolean {
  if (move === "expire") return actor.kind === "system";
  if (isStaff(actor)) return isStaff(actor, ...staffFor[move]);
  const own = isPartner(actor, ...requesters) && actor.seat.partyId === row.billToId;
  return own && ownMoves.includes(move);
}

/** Four eyes: whoever asked cannot also say yes to it or to its amount. */
export function blockedBecause(actor: Actor, row: Pick<Return, "requestedBy">, move: Move): Words | null {
  const decides = move === "approve" || move === "decide";
  return decides && isSignedIn(actor) && actor.personId === row.requestedBy ? notOwn : null;
}

const notOwn = {
  zh: "不能批准自己提交的退货申请。",
  en: "You cannot approve a return you asked for yourself.",
};
