import type { OrderView } from "#worker/api";
import { blankForm, type Form } from "./form";

export type DeskForm = Form<Record<string, string | string[]>>;
type Line = OrderView["lines"][number];

export const counted = ["scheduled", "produced", "finished", "ready"] as const;
const ownReason: Record<string, string> = {
  promise: "promiseReason",
  short_close: "closeReason",
  confirm: "note",
};
const reasonField = (move: string) => ownReason[move] ?? "otherReason";

/** As a person would type it. */
const plain = (figure: number | null, scale: number) => (figure === null ? "" : String(figure / scale));
export const lineField = (index: number, name: string) => `lines.${index}.${name}`;

/** Everything that staff may say about an order, with what holds now filled in. */
export function deskForm(order: OrderView): DeskForm {
  const lines = order.lines.flatMap((line, index) => [
    [lineField(index, "unitPrice"), plain(line.unitPriceE4, 10_000)],
    [
      lineField(index, "promisedOn"),
      order.status === "pending_confirmation" ? (line.promisedOn ?? order.requestedOn ?? "") : "",
    ],
    ...counted.map((name) => [lineField(index, name), plain(line[name], 1_000)]),
  ]);
  const own = {
    move: "",
    version: String(order.version),
    promiseReason: "",
    closeReason: "",
    otherReason: "",
    note: "",
  };
  return blankForm({ ...own, closed: [] as string[], ...Object.fromEntries(lines) });
}

const said = (form: DeskForm, name: string) => String(form.values[name] ?? "");

/** The move that a form asks for, and its input as the API wants it. */
export function deskMove(form: DeskForm, order: OrderView) {
  const move = said(form, "move");
  const json = {
    version: Number(said(form, "version")),
    reason: said(form, reasonField(move)),
    lines: linesOf(move, form, order),
  };
  return { move, json };
}

function linesOf(move: string, form: DeskForm, { lines }: OrderView): Record<string, unknown>[] {
  const value = (index: number, name: string) => said(form, lineField(index, name));
  const of = (names: readonly string[]) =>
    lines.map(({ position }, index) => ({
      position,
      ...Object.fromEntries(names.map((name) => [name, value(index, name)])),
    }));
  if (move === "confirm") return of(["unitPrice", "promisedOn"]);
  if (move === "progress") return of(counted);
  if (move === "promise") return of(["promisedOn"]);
  if (move === "short_close")
    return [form.values.closed ?? []].flat().map((position) => ({ position: Number(position) }));
  return [];
}

/** The refusal's fields under the names that this page gives them. */
export function deskFields(move: string, fields: Record<string, string>): Record<string, string> {
  const named = (name: string) =>
    name === "reason" ? reasonField(move) : name === "lines.0.position" ? "closed" : name;
  return Object.fromEntries(Object.entries(fields).map(([name, words]) => [named(name), words]));
}

export const leftOf = ({ ordered, cancelled, shipped }: Line) => ordered - cancelled - shipped;
