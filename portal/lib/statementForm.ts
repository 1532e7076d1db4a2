import type { StatementView } from "#worker/api";
import { blankForm, type Form } from "./form";
import type { Refused } from "./send";

export type AnswerForm = Form<Record<string, string>>;

const parts = ["reason", "figure", "note"] as const;
export const fieldName = (position: number, part: (typeof parts)[number]) => `disputes.${position}.${part}`;

/** A line can be disputed once, and not if the party has agreed to it in an earlier version. */
export const canBeDisputed = ({ agreedBefore, dispute }: StatementView["lines"][number]) =>
  !agreedBefore && !dispute;

/** The answer to a statement: what is wrong with each line, if anything, and what about the rest. */
export function answerForm(statement: StatementView): AnswerForm {
  const lines = statement.lines.filter(canBeDisputed);
  const fields = lines.flatMap(({ position }) => parts.map((part) => [fieldName(position, part), ""]));
  const version = String(statement.version);
  const own = {
    move: "",
    version,
    rest: "",
    method: "",
    note: "",
    position: "",
    outcome: "",
    reply: "",
    figure: "",
  };
  return blankForm({ ...own, ...Object.fromEntries(fields) });
}

/** The positions of the lines in which something was filled in. */
const disputedPositions = ({ values }: AnswerForm): number[] =>
  Object.keys(values)
    .map((name) => /^disputes\.(\d+)\.reason$/.exec(name)?.[1])
    .filter((position) => position !== undefined)
    .map(Number)
    .filter((position) => parts.some((part) => values[fieldName(position, part)]));

/** What the API wants to hear of a filled form. */
export function answerSaid(form: AnswerForm) {
  const { values } = form;
  return {
    version: Number(values.version),
    rest: values.rest || undefined,
    disputes: disputedPositions(form).map((position) => ({
      position,
      reason: values[fieldName(position, "reason")],
      figure: values[fieldName(position, "figure")],
      note: values[fieldName(position, "note")],
    })),
  };
}

/** The API counts disputes as they were sent; the form knows its lines by their position. */
export function refusedAnswer(form: AnswerForm, { refusal }: Refused): AnswerForm {
  const positions = disputedPositions(form);
  const fields = Object.entries(refusal.fields).map(([path, message]) => {
    const [, index, part = "reason"] = /^disputes\.(\d+)\.(\w+)$/.exec(path) ?? [];
    const position = index === undefined ? undefined : positions[Number(index)];
    return [
      position === undefined ? path : `disputes.${position}.${part === "position" ? "reason" : part}`,
      message,
    ];
  });
  return { ...form, message: refusal.message, fields: Object.fromEntries(fields) };
}
