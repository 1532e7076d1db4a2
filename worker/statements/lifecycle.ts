import { type StatementStatus, statementStatusWords } from "#schema/words/statuses";
import { Refusal } from "../refusal";

/** Each move, and the fact it leaves behind. The party makes the first four, the office the rest. */
export const facts = {
  view: "viewed",
  confirm: "confirmed",
  dispute: "disputed",
  settle: "partly_confirmed", // Agrees to all that is not disputed.
  resolve: "disputes_answered", // Every dispute is answered, and none of the answers changes this month.
  adjust: "adjusted", // Every dispute is answered, and an answer changed this month.
  reissue: "superseded",
  lapse: "left_unanswered",
  deem: "confirmed_by_clause",
} as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[]; // keyof is all the object holds.

const answers = { confirm: "confirmed", dispute: "disputed", settle: "partially_confirmed" } as const;
const unanswered = { ...answers, reissue: "superseded", lapse: "unconfirmed_overdue" } as const;
const deemed = { deem: "confirmed_by_clause" } as const;

const next: Record<StatementStatus, Partial<Record<Move, StatementStatus>>> = {
  draft: {},
  issued: { view: "viewed", ...unanswered, ...deemed },
  viewed: { ...unanswered, ...deemed },
  unconfirmed_overdue: { ...answers, reissue: "superseded" },
  disputed: { dispute: "disputed", settle: "partially_confirmed", resolve: "viewed", adjust: "adjusted" },
  partially_confirmed: { confirm: "confirmed", resolve: "partially_confirmed", adjust: "adjusted" },
  adjusted: { reissue: "superseded" },
  confirmed: {},
  confirmed_by_clause: {},
  superseded: {},
  void: {},
};

export const openMoves = (status: StatementStatus): Move[] => moves.filter((move) => next[status][move]);

/** The status after a move, or a refusal that names what is in the way. */
export function statusAfter(status: StatementStatus, move: Move): StatementStatus {
  const after = next[status][move];
  if (after) return after;
  const { zh, en } = statementStatusWords[status];
  throw new Refusal("conflict", {
    zh: `对账单目前是“${zh}”,不能进行此操作。`,
    en: `The statement is “${en}” now, so this is not possible.`,
  });
}

/** Statuses that no longer count as the month's statement. */
export const replaced: StatementStatus[] = ["superseded", "void"];
export const sealed: StatementStatus[] = ["confirmed", "confirmed_by_clause"];

/** Whose answer a statement waits for. */
export function waitsFor(status: StatementStatus, openDisputes: number): "party" | "us" | null {
  if (status === "adjusted" || openDisputes > 0) return "us";
  return next[status].confirm ? "party" : null;
}
