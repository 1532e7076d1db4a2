import type { ShipmentView } from "#worker/api";
import type { Form } from "./form";

export type ReceiptFields = Form<Record<string, string>>;
const parts = ["difference", "cartons", "quantity", "note"] as const;
export const receiptField = (index: number, part: (typeof parts)[number]) => `lines.${index}.${part}`;

/** The blank answers of the receipt form. */
export function receiptValues({ lines, version }: ShipmentView): Record<string, string> {
  const fields = lines.flatMap((_, index) => parts.map((part) => [receiptField(index, part), ""]));
  const own = { move: "", version: String(version), signedBy: "", podGrade: "", receiptNote: "" };
  return { ...own, ...Object.fromEntries(fields) };
}

/** What the receiver said, as the API wants it; every line, so that a refusal names it by its place. */
export function receiptBody({ values }: ReceiptFields, { lines }: ShipmentView) {
  const answers = (index: number) =>
    Object.fromEntries(parts.map((part) => [part, values[receiptField(index, part)] ?? ""]));
  return {
    version: Number(values.version),
    signedBy: values.signedBy,
    reason: values.receiptNote,
    lines: lines.map(({ position }, index) => ({ position, ...answers(index) })),
    ...(values.podGrade ? { podGrade: values.podGrade } : {}),
  };
}

/** The refusal's fields under the names of the page. */
export const receiptFieldsOf = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, words]) => [name === "reason" ? "receiptNote" : name, words]),
  );
