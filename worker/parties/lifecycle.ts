import { type PartyStatus, partyStatusWords } from "#schema/words/statuses";
import { Refusal } from "../refusal";

/** Each move of a party's standing, and the fact it leaves behind. */
export const facts = {
  activate: "activated",
  watch: "watched",
  suspend: "suspended",
  blacklist: "blacklisted",
  rest: "rested",
  close: "closed",
} as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[];

const next: Record<PartyStatus, Partial<Record<Move, PartyStatus>>> = {
  prospect: { activate: "active", blacklist: "blacklisted", close: "closed" },
  active: {
    watch: "on_watch",
    suspend: "suspended",
    blacklist: "blacklisted",
    rest: "dormant",
    close: "closed",
  },
  on_watch: {
    activate: "active",
    suspend: "suspended",
    blacklist: "blacklisted",
    rest: "dormant",
    close: "closed",
  },
  suspended: { activate: "active", blacklist: "blacklisted", close: "closed" },
  blacklisted: { activate: "active", close: "closed" },
  dormant: { activate: "active", blacklist: "blacklisted", close: "closed" },
  closed: { activate: "active" },
};

/** Outsiders may come to feel these, so each leaves its reason in the file. */
export const needsReason = (move: Move) => move !== "activate" && move !== "rest";

export const openMoves = (status: PartyStatus): Move[] => moves.filter((move) => next[status][move]);

/** The status after a move, or a refusal that names what is in the way. */
export function statusAfter(status: PartyStatus, move: Move): PartyStatus {
  const after = next[status][move];
  if (after) return after;
  const { zh, en } = partyStatusWords[status];
  throw new Refusal("conflict", {
    zh: `该单位目前是“${zh}”,不能进行此操作。`,
    en: `The party is “${en}” now, so this is not possible.`,
  });
}
