import type { OrderView, ShipmentView } from "#worker/api";
import { blankForm, type Form } from "./form";
import { receiptValues } from "./receipt";
import { cartonsTyped, containersTyped, fieldsOfRows } from "./typedRows";

export type DeskForm = Form<Record<string, string>>;

const transport = [
  "carrierKind",
  "carrier",
  "waybillNo",
  "plateNo",
  "driver",
  "driverPhone",
  "freightPayer",
  "vessel",
  "voyage",
  "blNo",
  "portOfLoading",
  "portOfDischarge",
  "etd",
  "eta",
] as const;

type Transport = Pick<ShipmentView, (typeof transport)[number] | "containers">;

/** How the goods travel, as the form shows it. */
export function transportValues(shipment: Partial<Transport>): Record<string, string> {
  const containers = (shipment.containers ?? []).map(({ no, type, sealNo }) =>
    [no, type, sealNo].join(" ").trim(),
  );
  return {
    ...Object.fromEntries(transport.map((name) => [name, shipment[name] ?? ""])),
    containers: containers.join("\n"),
  };
}

export const transportBody = ({ values }: DeskForm) => ({
  ...Object.fromEntries(transport.map((name) => [name, values[name] ?? ""])),
  containers: containersTyped(values.containers ?? ""),
});

/** Two lots may leave of each order line with one shipment. */
export const lotRows = [0, 1] as const;
const lotParts = ["lotNo", "dyeLotNo", "quantity", "cartons", "packing"] as const;
export const lotField = (position: number, row: number, part: (typeof lotParts)[number]) =>
  `lot${position}.${row}.${part}`;

/** The lines of which something is ready and not yet planned. */
export const readyLines = ({ lines }: OrderView) => lines.filter((line) => canLeave(line) > 0);
export const canLeave = ({ ready, shipped, planned }: OrderView["lines"][number]) =>
  ready - shipped - planned;

export function planForm(order: OrderView): DeskForm {
  const fields = order.lines.flatMap(({ position }) =>
    lotRows.flatMap((row) => lotParts.map((part) => [lotField(position, row, part), ""])),
  );
  const own = { id: crypto.randomUUID(), plannedOn: "", transportRef: "", consent: "" };
  return blankForm({ ...own, ...transportValues({}), ...Object.fromEntries(fields) });
}

/** The rows of lots in which something was filled in, in the order in which they are sent. */
function lotsSaid({ values }: DeskForm, { lines }: OrderView) {
  return lines.flatMap(({ id, position }) =>
    lotRows.flatMap((row) => {
      const said = Object.fromEntries(
        lotParts.map((part) => [part, values[lotField(position, row, part)] ?? ""]),
      );
      return Object.values(said).some((one) => one.trim()) ? [{ orderLineId: id, position, row, said }] : [];
    }),
  );
}

export function planBody(form: DeskForm, order: OrderView) {
  const { id, plannedOn, transportRef, consent } = form.values;
  const lines = lotsSaid(form, order).map(({ orderLineId, said }) => ({
    orderLineId,
    ...said,
    packing: cartonsTyped(said.packing ?? ""),
  }));
  return { id, plannedOn, transportRef, consent, ...transportBody(form), lines };
}

/** What is wrong with line 0 of what was sent is wrong with the first row of lots that was filled in. */
export function planFields(
  form: DeskForm,
  order: OrderView,
  row: (n: number) => string,
): Record<string, string> {
  const said = lotsSaid(form, order);
  const inRows = fieldsOfRows(form.fields, /^(lines\.\d+\.packing|containers)\.(\d+)\./, row);
  return Object.fromEntries(
    Object.entries(inRows).map(([name, words]) => {
      const [, index, part] = /^lines\.(\d+)\.(\w+)$/.exec(name) ?? [];
      const lot = said[Number(index)];
      const shown = lotParts.find((one) => one === part) ?? "quantity";
      return [lot ? lotField(lot.position, lot.row, shown) : name, words];
    }),
  );
}

const leaving = ["quantity", "cartons", "packing"] as const;
export const leavingField = (index: number, part: (typeof leaving)[number]) => `leaving.${index}.${part}`;

/** Everything that staff may say about a shipment, with what holds now filled in. */
export function deskForm(shipment: ShipmentView, localNow: string): DeskForm {
  const fields = shipment.lines.flatMap((_, index) => leaving.map((part) => [leavingField(index, part), ""]));
  const tracking = {
    id: crypto.randomUUID(),
    code: "",
    at: localNow,
    zone: "Asia/Shanghai",
    place: "",
    locode: "",
    noteZh: "",
    noteEn: "",
    supersedes: "",
  };
  const own = { part: "", on: "", consent: "", reason: "" };
  return blankForm({
    ...receiptValues(shipment),
    ...transportValues(shipment),
    ...tracking,
    ...own,
    ...Object.fromEntries(fields),
  });
}

export function dispatchBody({ values }: DeskForm, { lines }: ShipmentView) {
  const said = lines.map(({ position }, index) => ({
    position,
    quantity: values[leavingField(index, "quantity")],
    cartons: values[leavingField(index, "cartons")],
    packing: cartonsTyped(values[leavingField(index, "packing")] ?? ""),
  }));
  return { version: Number(values.version), on: values.on, consent: values.consent, lines: said };
}

/** The fields of the dispatch form are named apart from those of the receipt. */
export function dispatchFields(
  fields: Record<string, string>,
  row: (n: number) => string,
): Record<string, string> {
  const named = fieldsOfRows(fields, /^(lines\.\d+\.packing)\.(\d+)\./, row);
  return Object.fromEntries(
    Object.entries(named).map(([name, words]) => [name.replace(/^lines\./, "leaving."), words]),
  );
}

export function trackingBody({ values }: DeskForm) {
  const { id, code, at, zone, place, locode, noteZh, noteEn, supersedes, version } = values;
  return { id, code, at, zone, place, locode, noteZh, noteEn, supersedes, version: Number(version) };
}

/** What the clocks in Shanghai show, for a field of date and time. */
export const shanghaiNow = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16);
