import { z } from "zod";
import { Refusal } from "./refusal";

/** What an actor may do next; a blocked move says why. */
export const MoveView = z
  .object({
    move: z.string(),
    open: z.boolean(),
    reason: z.object({ zh: z.string(), en: z.string() }).nullable(),
  })
  .meta({ id: "Move" });
export type MoveView = z.infer<typeof MoveView>;

/** The move named in the address, or a refusal: nothing else is a move of this noun. */
export function moveParam<Move extends string>(name: string, moves: readonly Move[]): Move {
  const move = moves.find((one) => one === name);
  if (!move) throw new Refusal("conflict", { zh: "没有这种操作。", en: "There is no such move." });
  return move;
}
