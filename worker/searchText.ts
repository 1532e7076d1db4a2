import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

const hanRun = /\p{Script=Han}+/gu;
const word = /[\p{L}\p{N}]+/gu;
const mostTerms = 12;

/**
 * Text for FTS5's unicode61: Han runs become overlapping pairs, because Chinese has no spaces to split at,
 * and end with their last character, so that a single character finds any place of a run.
 */
export function indexText(text: string): string {
  const spaced = folded(text).replace(hanRun, (run) => ` ${[...pairsOf(run), lastOf(run)].join(" ")} `);
  return spaced.replace(/\s+/g, " ").trim();
}

/** An FTS5 expression for what a person typed, every term required; null when nothing can be looked for. */
export function matchQuery(typed: string): string | null {
  const terms = folded(typed)
    .split(/(\p{Script=Han}+)/u)
    .flatMap((piece) => (piece.match(hanRun) ? [hanTerm(piece)] : latinTerms(piece)));
  return terms.length > 0 ? terms.slice(0, mostTerms).join(" AND ") : null;
}

/** Quoting each term leaves no way to write an operator. */
function latinTerms(piece: string): string[] {
  return Array.from(piece.matchAll(word), ([found]) => `"${found}"*`);
}

function hanTerm(run: string): string {
  const pairs = pairsOf(run);
  return pairs.length > 0 ? `"${pairs.join(" ")}"` : `"${run}"*`;
}

function pairsOf(run: string): string[] {
  const signs = [...run];
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
}

function lastOf(run: string): string {
  return [...run].at(-1) ?? "";
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** Looks for the very signs that were typed, in any case: to LIKE a % or _ would be anything. */
export const holds = (text: SQLWrapper, typed: string): SQL => sql`${placeOf(text, typed)} > 0`;
export const startsWith = (text: SQLWrapper, typed: string): SQL => sql`${placeOf(text, typed)} = 1`;
const placeOf = (text: SQLWrapper, typed: string) => sql`instr(lower(${text}), lower(${typed}))`;
