import { and, eq } from "drizzle-orm";
import { type Return, type ReturnLine, returnLines, returns } from "#schema/returns";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { event, type Guard, mustHaveChanged, type Step } from "../write";
import type { MoveReturn } from "./input";
import { facts, type Move, statusAfter } from "./lifecycle";

/** The moves whose reason is written for the customer; what we say to each other stays with us. */
const told: readonly Move[] = ["reject", "send_back", "cancel", "expire"];

type Change = Partial<typeof returns.$inferInsert>;

/** The row as it was seen becomes what the move makes of it, with its fact; the caller adds the rest. */
export function changeSteps(
  ctx: Ctx,
  row: Return,
  move: Move,
  change: Change,
  reason?: string | null,
): (Step | Guard)[] {
  const status = statusAfter(row.status, move);
  return [
    ctx.db
      .update(returns)
      .set({ ...change, status, version: row.version + 1 })
      .where(and(eq(returns.id, row.id), eq(returns.version, row.version))),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: row.id,
      type: `return.${facts[move]}`,
      from: row.status,
      to: status,
      reason: told.includes(move) ? reason : null,
      details: reason && !told.includes(move) ? { note: reason } : undefined,
    }),
  ];
}

export const changeLine = (
  ctx: Ctx,
  line: ReturnLine,
  change: Partial<typeof returnLines.$inferInsert>,
): Step => ctx.db.update(returnLines).set(change).where(eq(returnLines.id, line.id));

type Said = MoveReturn["lines"][number];

/** Each line of the return with what was said about it, and where; one left out said nothing. */
export const saidOf = (
  lines: ReturnLine[],
  { lines: said }: MoveReturn,
): { line: ReturnLine; said?: Said; at: number }[] =>
  lines.map((line) => {
    const at = said.findIndex(({ position }) => position === line.position);
    return { line, said: said[at], at: at < 0 ? line.position - 1 : at };
  });

/** The quantity said for a line, or a refusal beside its field. */
export function quantityOf(
  { said, at, line }: { said?: Said; at: number; line: ReturnLine },
  most?: number,
): number {
  const quantity = said?.quantityMilli;
  const field = `lines.${at}.quantityMilli`;
  const missing = {
    zh: `请填写第 ${line.position} 行的数量。`,
    en: `Enter the quantity of line ${line.position}.`,
  };
  if (quantity === undefined) throw new Refusal("invalid", missing, { [field]: missing });
  if (most === undefined || quantity <= most) return quantity;
  const tooMuch = {
    zh: `第 ${line.position} 行最多 ${most / 1000}。`,
    en: `Line ${line.position}: at most ${most / 1000}.`,
  };
  throw new Refusal("invalid", tooMuch, { [field]: tooMuch });
}
