import { type ImportStatus, importStatusWords } from "#schema/words/statuses";
import type { Words } from "#schema/words/words";
import { Refusal } from "../refusal";

/** Each move that a person makes, and the fact it leaves behind. */
export const facts = { apply: "started" } as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[];

/** One that was cut short may be applied again: what is written already stays as it is. */
const next: Partial<Record<ImportStatus, Partial<Record<Move, ImportStatus>>>> = {
  dry_run: { apply: "applying" },
  applying: { apply: "applying" },
  partly_applied: { apply: "applying" },
};

/** Why a move is closed, or null when it is open. */
export function blockOf(status: ImportStatus, move: Move): Words | null {
  if (next[status]?.[move]) return null;
  if (status === "refused")
    return {
      zh: "文件有问题,未导入任何内容。请更正后重新上传。",
      en: "The files have faults, so nothing was imported. Correct them and upload them again.",
    };
  const { zh, en } = importStatusWords[status];
  return { zh: `该批次目前是“${zh}”。`, en: `This import is “${en}” now.` };
}

export function statusAfter(status: ImportStatus, move: Move): ImportStatus {
  const after = next[status]?.[move];
  if (!after) throw new Refusal("conflict", blockOf(status, move) ?? importStatusWords[status]);
  return after;
}
