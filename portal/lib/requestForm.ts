import type { DeliveredLine } from "#worker/api";
import { blankForm, type Form } from "./form";
import type { Refused } from "./send";

export type RequestForm = Form<Record<string, string | string[]>>;

/** Named by the line and not by its place, which may move while somebody types. */
export const quantityField = (line: string) => `quantity.${line}`;

/** The form over these delivered lines; one chosen before stands in it with all that is left. */
export function requestForm(lines: DeliveredLine[], chosen: string | null, complaint: string): RequestForm {
  const quantities = lines.map(({ id, returnableMilli }) => [
    quantityField(id),
    id === chosen ? String(returnableMilli / 1_000) : "",
  ]);
  const own = { id: crypto.randomUUID(), reason: "", kind: "return_refund", note: "", complaint };
  return blankForm({ ...own, fileIds: [] as string[], ...Object.fromEntries(quantities) });
}

const named = ({ values }: RequestForm, lines: DeliveredLine[]) =>
  lines
    .map(({ id }) => ({ shipmentLineId: id, quantityMilli: String(values[quantityField(id)] ?? "").trim() }))
    .filter(({ quantityMilli }) => quantityMilli !== "");

/** What the API wants to hear: only the lines with a quantity. */
export function requestSaid(form: RequestForm, lines: DeliveredLine[]) {
  const { id, reason, kind, note, complaint, fileIds } = form.values;
  return { id, reason, kind, note, complaint, fileIds, lines: named(form, lines) };
}

/** The API counts the lines as they were sent; the form knows its fields by the line. */
export function refusedRequest(form: RequestForm, lines: DeliveredLine[], { refusal }: Refused): RequestForm {
  const sent = named(form, lines);
  const fields = Object.entries(refusal.fields).map(([path, message]) => {
    const at = /^lines\.(\d+)\./.exec(path)?.[1];
    const line = at === undefined ? lines[0]?.id : sent[Number(at)]?.shipmentLineId;
    return [path.startsWith("lines") && line ? quantityField(line) : path, message];
  });
  return { ...form, message: refusal.message, fields: Object.fromEntries(fields) };
}
