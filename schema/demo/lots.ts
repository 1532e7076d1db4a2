import { lots } from "../shipments";
import { addDays, clock, daysBetween } from "./days";
import type { Demo } from "./demo";
import type { Ware } from "./wares";

export type Lot = { id: string; lotNo: string; dyeLotNo: string | null; skuId: string; producedOn: string };
export type Lots = ReturnType<typeof newLots>;

const daysPerLot = 12;
const epoch = "2020-01-05";

/** Every SKU runs lot after lot, so that many customers receive goods of the same one. */
export function newLots(demo: Demo) {
  const known = new Map<string, Lot>();

  /** The lot that was on the shelf that day. */
  function on(ware: Ware, day: string): Lot {
    const producedOn = addDays(epoch, Math.floor((daysBetween(epoch, day) - 3) / daysPerLot) * daysPerLot);
    const luck = demo.chance(`lot ${ware.code} ${producedOn}`);
    const line = `${luck.pick(["A", "B", "C"])}${String(luck.int(1, 12)).padStart(2, "0")}`;
    const day6 = producedOn.slice(2).replaceAll("-", "");
    const dyed = ware.spec.colourMode !== "raw_white";
    return put(
      ware,
      `${day6}-${line}-${luck.int(1, 3)}`,
      producedOn,
      dyed ? `G${day6}${luck.int(10, 99)}` : null,
    );
  }

  function put(ware: Ware, lotNo: string, producedOn: string, dyeLotNo: string | null, stopped = false): Lot {
    const key = `${lotNo} ${ware.skuId}`;
    const found = known.get(key);
    if (found) return found;
    const id = demo.chance(`lot ${key}`).id(clock(producedOn, 8));
    const lot = { id, lotNo, dyeLotNo, skuId: ware.skuId, producedOn };
    known.set(key, lot);
    demo.press.put(lots, {
      ...lot,
      grade: ware.markup < 0 ? "A" : "AA",
      qcStatus: stopped ? "stopped" : "passed",
    });
    return lot;
  }
  return { on, put };
}
