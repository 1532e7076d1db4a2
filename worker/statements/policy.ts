import { and, eq, type SQL } from "drizzle-orm";
import { type Statement, statements } from "#schema/statements";
import { type Actor, isStaff } from "../actor";
import { keepsMoney, mayClose } from "../ledger/policy";
import { seesAmounts } from "../orders/policy";
import { inReach, nothing } from "../reach";
import type { Move } from "./lifecycle";

/** Whether this actor reads statements at all: whoever keeps a party's money, and staff who see amounts. */
export const readsStatements = (actor: Actor) =>
  actor.kind === "system" || keepsMoney(actor) || (isStaff(actor) && seesAmounts(actor, { billToId: "" }));

/** The statements this actor may know exist: a party's own, never a child's. */
export function visibleStatements(actor: Actor): SQL | undefined {
  if (!readsStatements(actor)) return nothing;
  const seen = inReach(actor, "statement", statements.id);
  return actor.kind === "partner" ? and(seen, eq(statements.partyId, actor.seat.partyId)) : seen;
}

export const mayIssue = (actor: Actor) => isStaff(actor, "finance");
/** A month runs over every account, those of other outlets too. */
export const mayRunMonth = (actor: Actor) => mayIssue(actor) && mayClose(actor);
export const mayAnswerDisputes = (actor: Actor) => isStaff(actor, "finance");

const ofTheParty: Move[] = ["view", "confirm", "dispute", "settle"];

/** The party answers; finance only records a paper answer, and issues the next version. */
export function mayMove(actor: Actor, statement: Statement, move: Move): boolean {
  const own = keepsMoney(actor) && actor.kind === "partner" && actor.seat.partyId === statement.partyId;
  if (own) return ofTheParty.includes(move);
  return isStaff(actor, "finance") && (move === "confirm" || move === "reissue");
}
