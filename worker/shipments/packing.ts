import type { Words } from "#schema/words/words";
import type { Packed } from "./input";

export type Weighed = {
  quantityMilli: number;
  cartons: number;
  cones: number | null;
  grossMilli: number | null;
};

/** What a line weighs: the sum of its cartons where they are listed, otherwise what was said. */
export function weighed({ quantity, cartons, cones, packing }: Packed): Weighed | { wrong: Words } {
  const net = packing.reduce((sum, { gross, tare }) => sum + gross - tare, 0);
  const quantityMilli = packing.length > 0 ? net : (quantity ?? 0);
  if (quantityMilli <= 0) return { wrong: aQuantity };
  if (packing.some(({ gross, tare }) => gross <= tare)) return { wrong: tareTooHigh };
  if (packing.length > 0 && quantity !== null && quantity !== net) return { wrong: notTheSum };
  if (packing.length > 0 && cartons !== null && cartons !== packing.length) return { wrong: notTheCount };
  const counted = packing.some((carton) => carton.cones !== null);
  return {
    quantityMilli,
    cartons: packing.length || (cartons ?? 0),
    cones: counted ? packing.reduce((sum, carton) => sum + (carton.cones ?? 0), 0) : cones,
    grossMilli: packing.length > 0 ? packing.reduce((sum, { gross }) => sum + gross, 0) : null,
  };
}

/** The rows of the 码单 for one line. */
export const cartonRows = (shipmentLineId: string, { packing }: Packed) =>
  packing.map(({ cartonNo, cones, gross, tare }) => ({
    id: crypto.randomUUID(),
    shipmentLineId,
    cartonNo,
    cones,
    grossMilli: gross,
    tareMilli: tare,
    netMilli: gross - tare,
  }));

const aQuantity = { zh: "请填写数量。", en: "Enter the quantity." };
const tareTooHigh = {
  zh: "码单中有箱的皮重不小于毛重。",
  en: "A carton's tare is not below its gross weight.",
};
const notTheSum = { zh: "数量与码单净重合计不一致。", en: "The quantity is not the sum of the cartons." };
const notTheCount = { zh: "件数与码单箱数不一致。", en: "The number of cartons is not that of the list." };
