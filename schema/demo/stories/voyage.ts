import { addDays, clock } from "../days";
import { partsOf } from "../domestic";
import { advance, newOrder, putOrder, wish } from "../orders";
import { putShipment } from "../shipments";
import type { World } from "../world";
import { wareOf } from "./tell";

/** An L/C order whose container was rolled: the latest date of shipment comes close. */
export function tellVoyage(world: World) {
  const trader = world.cast.traders.find(({ row }) => row.country === "TR");
  if (!trader) return;
  const etd = addDays(world.today, 4);
  const order = newOrder(world, {
    trader,
    at: clock(addDays(world.today, -30), 10),
    leadDays: 27,
    wishes: [wish(wareOf(world, "DTY-150D-48F-SD-RW-NIM-AA"), 20_400)],
    row: {
      paymentTerm: "lc_sight",
      remarks: `L/C latest shipment ${addDays(etd, 2)}`,
      plusBp: 500,
      minusBp: 500,
    },
  });
  advance(order, "ready");
  const at = clock(addDays(world.today, -8), 10);
  const home = { place: "Ningbo", locode: "CNNGB" };
  putShipment(world, order, {
    at,
    status: "rolled",
    parts: partsOf(world, order, { day: addDays(world.today, -5), share: 1, short: false }),
    steps: [
      { at, code: "booked", ...home },
      { at: clock(addDays(world.today, -6), 15), code: "space_confirmed", ...home },
      {
        at: clock(addDays(world.today, -2), 18),
        code: "rolled",
        ...home,
        noteZh: "船公司甩柜，改配下一班，请关注信用证最迟装运期",
        noteEn: "Rolled by the carrier to the next vessel; mind the latest date of shipment",
      },
    ],
    row: {
      carrierKind: "vessel",
      carrier: "Demo Ocean Line",
      vessel: "DEMO MERIDIAN",
      voyage: "418W",
      portOfLoading: "CNNGB",
      portOfDischarge: trader.row.port,
      transportRef: "BK204418",
      etd,
      eta: addDays(etd, 30),
      plannedOn: addDays(world.today, -3),
      freightPayer: "buyer",
    },
  });
  putOrder(world, order);
}
