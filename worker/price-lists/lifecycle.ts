import type { CatalogueStatus } from "#schema/words/paperStatuses";
import { catalogueStatusWords } from "#schema/words/paperStatuses";
import { Refusal } from "../refusal";

/** Each move that a person makes, and the fact it leaves behind. */
export const facts = { publish: "published", withdraw: "withdrawn" } as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[];

/** A published list is never edited: a new price is a new list with a later first day. */
const next: Record<CatalogueStatus, Partial<Record<Move | "edit", CatalogueStatus>>> = {
  draft: { edit: "draft", publish: "published", withdraw: "withdrawn" },
  in_review: {},
  published: { withdraw: "withdrawn" },
  superseded: {},
  withdrawn: {},
};

export const openMoves = (status: CatalogueStatus): Move[] => moves.filter((move) => next[status][move]);

/** The status after a move, or a refusal that names what is in the way. */
export function statusAfter(status: CatalogueStatus, move: Move | "edit"): CatalogueStatus {
  const after = next[status][move];
  if (after) return after;
  const { zh, en } = catalogueStatusWords[status];
  throw new Refusal("conflict", {
    zh: `价格表目前是“${zh}”，不能进行此操作。`,
    en: `The price list is “${en}” now, so this is not possible.`,
  });
}
