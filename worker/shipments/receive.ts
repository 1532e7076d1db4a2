import { eq } from "drizzle-orm";
import { type ShipmentLine, shipmentEvents, shipmentLines } from "#schema/shipments";
import type { Words } from "#schema/words/words";
import { isStaff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, write } from "../write";
import type { MoveShipment } from "./input";
import { statusAfter } from "./lifecycle";
import { type Loaded, orderSteps } from "./load";
import { changeShipment } from "./transport";

type Counted = Pick<ShipmentLine, "signedMilli" | "signedCartons" | "difference" | "differenceNote">;
type Signature = {
  signedBy: string | null;
  podGrade: number;
  note: string | null;
  sourceKind: "staff" | "customer" | "carrier";
};

/** The receiver says what came, in full or with differences; the debt stays as dispatched until a case decides. */
export async function receiveShipment(ctx: Ctx, loaded: Loaded, input: MoveShipment): Promise<void> {
  const counted = new Map(loaded.parts.map(({ line }) => [line.id, countedLine(line, input)]));
  await write(ctx, signatureSteps(ctx, loaded, counted, signatureOf(ctx, input)));
}

/** What a signature of any kind does, to the shipment, its lines and their orders. */
export function signatureSteps(
  ctx: Ctx,
  loaded: Loaded,
  counted: Map<string, Counted>,
  { signedBy, podGrade, note, sourceKind }: Signature,
) {
  const { shipment, parts } = loaded;
  const exception = !isWithinScale(loaded, counted);
  const status = statusAfter(shipment, "receive", exception);
  return [
    changeShipment(ctx, shipment, {
      status,
      signedBy,
      podGrade,
      signedAt: ctx.now,
      signedNote: note,
      deliveredOn: shipment.deliveredOn ?? businessDate(ctx.now),
    }),
    ...parts.map(({ line }) =>
      ctx.db
        .update(shipmentLines)
        .set(counted.get(line.id) ?? inFull(line))
        .where(eq(shipmentLines.id, line.id)),
    ),
    ctx.db.insert(shipmentEvents).values({
      id: crypto.randomUUID(),
      shipmentId: shipment.id,
      at: ctx.now,
      code: status,
      sourceKind,
      recordedAt: ctx.now,
      recordedBy: sourceKind === "carrier" ? null : signedIn(ctx).personId,
    }),
    event(ctx, {
      recordId: shipment.id,
      type: "shipment.received",
      from: shipment.status,
      to: status,
      reason: note,
      details: { podGrade, exception },
    }),
    orderSteps(ctx, loaded, (orderLine, { line }) => {
      const signed = counted.get(line.id)?.signedMilli ?? line.quantityMilli;
      return {
        receivedMilli: orderLine.receivedMilli + signed,
        missingMilli: orderLine.missingMilli + Math.max(0, line.quantityMilli - signed),
      };
    }),
  ];
}

function signatureOf(ctx: Ctx, { signedBy, podGrade, reason }: MoveShipment): Signature {
  const { actor } = ctx;
  if (!isStaff(actor))
    return { signedBy: signedBy ?? signedIn(ctx).name, podGrade: 4, note: reason, sourceKind: "customer" };
  const fields: Record<string, Words> = {
    ...(signedBy ? {} : { signedBy: whoSigned }),
    ...(podGrade ? {} : { podGrade: whichPaper }),
  };
  if (!signedBy || !podGrade) throw new Refusal("invalid", problem, fields);
  return { signedBy, podGrade, note: reason, sourceKind: "staff" };
}

export const inFull = ({ quantityMilli, cartons }: ShipmentLine): Counted => ({
  signedMilli: quantityMilli,
  signedCartons: cartons,
  difference: null,
  differenceNote: null,
});

function countedLine(line: ShipmentLine, { lines }: MoveShipment): Counted {
  const said = lines.find(({ position }) => position === line.position);
  if (!said) return inFull(line);
  const signedCartons = said.cartons ?? line.cartons;
  const signedMilli = said.quantity ?? byCartons(line, signedCartons);
  const differs = signedMilli !== line.quantityMilli || signedCartons !== line.cartons;
  const at = `lines.${line.position - 1}`;
  if (differs && !said.difference) throw new Refusal("invalid", problem, { [`${at}.difference`]: whichKind });
  const missing = signedMilli < line.quantityMilli || signedCartons < line.cartons;
  if (said.difference?.startsWith("short_") && !missing)
    throw new Refusal("invalid", problem, { [`${at}.quantity`]: howMuch });
  return {
    signedMilli,
    signedCartons,
    difference: said.difference ?? null,
    differenceNote: said.note ?? null,
  };
}

/** Whoever counts cartons need not weigh them. */
const byCartons = ({ quantityMilli, cartons }: ShipmentLine, signed: number) =>
  cartons > 0 && signed !== cartons ? Math.round((quantityMilli * signed) / cartons) : quantityMilli;

/** Two scales never agree: a little less weight in all cartons is no exception. */
function isWithinScale({ shipment, parts }: Loaded, counted: Map<string, Counted>): boolean {
  const differing = [...counted.values()].filter(({ difference }) => difference !== null);
  if (differing.some(({ difference }) => difference !== "short_weight")) return false;
  const missing = parts.reduce(
    (sum, { line }) => sum + line.quantityMilli - (counted.get(line.id)?.signedMilli ?? line.quantityMilli),
    0,
  );
  const noCartonMissing = parts.every(
    ({ line }) => (counted.get(line.id)?.signedCartons ?? line.cartons) >= line.cartons,
  );
  return noCartonMissing && missing * 1_000 <= shipment.netMilli * scaleTolerancePerMille;
}

const scaleTolerancePerMille = 3;

const problem = { zh: "请检查标出的内容。", en: "There is a problem. Check what is marked." };
const whichKind = {
  zh: "数量与发货不一致，请选择差异类型。",
  en: "The count differs from what was sent: say what kind of difference it is.",
};
const howMuch = { zh: "请填写实收的数量或件数。", en: "Enter how much, or how many cartons, you received." };
const whoSigned = { zh: "请填写签收人。", en: "Enter who signed." };
const whichPaper = { zh: "请选择签收凭证。", en: "Select the proof that you hold." };
