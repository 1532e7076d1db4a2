import type { CatalogueStatus } from "#schema/words/paperStatuses";
import { catalogueStatusWords } from "#schema/words/paperStatuses";
import { Refusal } from "../refusal";

/** Each move that a person makes, and the fact it leaves behind. */
export const facts = {
  submit: "submitted",
  publish: "published",
  return: "returned",
  withdraw: "withdrawn",
} as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[];

/** Where the newest wording stands; what people see is the product's live revision. Editing leads to draft. */
const next: Record<CatalogueStatus, Partial<Record<Move | "edit", CatalogueStatus>>> = {
  draft: { edit: "draft", submit: "in_review", withdraw: "withdrawn" },
  in_review: { publish: "published", return: "draft", withdraw: "withdrawn" },
  published: { edit: "draft", withdraw: "withdrawn" },
  superseded: {},
  withdrawn: { edit: "draft" },
};

export const openMoves = (status: CatalogueStatus): Move[] => moves.filter((move) => next[status][move]);

/** The status after a move, or a refusal that names what is in the way. */
export function statusAfter(status: CatalogueStatus, move: Move | "edit"): CatalogueStatus {
  const after = next[status][move];
  if (after) return after;
  const { zh, en } = catalogueStatusWords[status];
  throw new Refusal("conflict", {
    zh: `产品目前是“${zh}”，不能进行此操作。`,
    en: `The product is “${en}” now, so this is not possible.`,
  });
}
