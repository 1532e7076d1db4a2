import type { ReturnView } from "#worker/api";
import { blankForm, type Form } from "./form";

export type MoveForm = Form<Record<string, string>>;
type Line = ReturnView["lines"][number];

/** The moves that need words or figures, the likeliest of a status first; the others are one click. */
export const saidMoves = ["approve", "receive", "send_back", "inspect", "decide", "reject"];

const parts = ["quantityMilli", "cartons", "disposition", "outcome", "note"] as const;
export const lineField = (at: number, part: (typeof parts)[number]) => `lines.${at}.${part}`;

/** The form of a move: the quantities before it stand in it, but what a scale shows is typed anew. */
export function moveForm(found: ReturnView, move: string): MoveForm {
  const lines = found.lines.flatMap((line, at) => [
    [lineField(at, "quantityMilli"), quantityBefore(line, move)],
    [lineField(at, "cartons"), ""],
    [lineField(at, "disposition"), line.disposition ?? ""],
    [lineField(at, "outcome"), line.outcome ?? ""],
    [lineField(at, "note"), ""],
  ]);
  const own = { version: String(found.version), reason: "", returnAddress: "", freightPayer: "seller" };
  return blankForm({ ...own, move, carrier: "", waybillNo: "", ...Object.fromEntries(lines) });
}

function quantityBefore({ requestedMilli, approvedMilli, receivedMilli }: Line, move: string): string {
  const before: Record<string, number | null> = {
    approve: requestedMilli,
    send_back: approvedMilli,
    inspect: Math.min(approvedMilli ?? 0, receivedMilli ?? 0),
  };
  const milli = before[move];
  return milli === null || milli === undefined ? "" : String(milli / 1_000);
}

/** What the API wants to hear of it: only what was filled in, and each line by its position. */
export function moveSaid({ values }: MoveForm, { lines }: ReturnView) {
  const { reason, returnAddress, freightPayer, carrier, waybillNo, version } = values;
  const rows = lines.map(({ position }, at) => {
    const said = parts.map((part) => [part, values[lineField(at, part)]?.trim() || undefined]);
    return { ...Object.fromEntries(said), position };
  });
  return { reason, returnAddress, freightPayer, carrier, waybillNo, lines: rows, version: Number(version) };
}

/** The move whose form is shown: the one asked for, or the likeliest; a decision is changed only on demand. */
export function chosenMove({ moves, status }: ReturnView, asked: string | null): string | undefined {
  const open = saidMoves.filter((name) => moves.some(({ move, open }) => move === name && open));
  return open.find((name) => name === asked) ?? (status === "decided" ? undefined : open[0]);
}

/** The other moves, those of one click first. */
export const othersThan = ({ moves }: ReturnView, shown: string | undefined) => {
  const others = moves.filter(({ move }) => move !== shown);
  const needsWords = ({ move }: { move: string }) => saidMoves.includes(move);
  return [...others.filter((each) => !needsWords(each)), ...others.filter(needsWords)];
};
