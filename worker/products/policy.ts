import { and, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { productRevisions, products } from "#schema/products";
import type { Visibility } from "#schema/words/trade";
import { type Actor, isPartner, isStaff } from "../actor";
import { seesAmounts } from "../orders/policy";
import type { Move } from "./lifecycle";

/** The products this actor may know exist; staff also drafts and withdrawn ones. */
export function visibleProducts(actor: Actor): SQL | undefined {
  if (actor.kind === "staff" || actor.kind === "system") return sql`1`;
  return and(onShow, inArray(products.visibility, audiencesOf(actor)), abroad(actor) ? inEnglish : undefined);
}

/** A product is offered as long as it has a revision on show. */
export const onShow = isNotNull(products.liveRevisionId);

/** Its revision on show has English words: only then it appears to whoever reads English. */
export const inEnglish = sql`exists (select 1 from ${productRevisions} r
  where r.id = ${products.liveRevisionId} and r.name_en is not null)`;

function audiencesOf(actor: Actor): Visibility[] {
  if (!isPartner(actor)) return ["public"];
  return ["public", "registered", abroad(actor) ? "export" : "domestic"];
}

const abroad = (actor: Actor) => isPartner(actor) && actor.seat.kind === "export_buyer";

/** A resale sub-dealer buys from its parent: our prices are none of its business. */
export const seesOwnPrice = (actor: Actor) =>
  isPartner(actor) &&
  actor.seat.tradingModel !== "resale" &&
  seesAmounts(actor, { billToId: actor.seat.partyId });

const editors = ["catalog_editor", "technical", "sales_manager", "admin"] as const;
const approvers = ["sales_manager", "technical"] as const;

export const mayEdit = (actor: Actor) => isStaff(actor, ...editors);

/** Whoever edited a draft may do anything with it but approve it: see `publishProduct`. */
export function mayMove(actor: Actor, move: Move): boolean {
  return move === "publish" ? isStaff(actor, ...approvers) : mayEdit(actor);
}
