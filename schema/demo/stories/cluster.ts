import { putComplaint } from "../complaints";
import { type Trouble, troubles } from "../complaintWords";
import { addMonths, clock, dayIn } from "../days";
import { putOrder } from "../orders";
import { isAbroad, type Trader } from "../trader";
import type { World } from "../world";
import { deliver, unlessOld, wareOf } from "./tell";
import { tellXijin } from "./xijin";

/** Five receivers of one lot complain of bars; what is left of it is stopped. */
export function tellCluster(world: World) {
  const { xijin, chengsuo, outlets, traders, directXijin } = world.cast;
  const trouble = troubles.find(({ defect }) => defect === "dye_streak");
  if (!trouble) throw new Error("no trouble with dyeing");
  const ware = wareOf(world, "DTY-150D-48F-SD-RW-NIM-AA");
  const september = addMonths(world.storyMonth, -1);
  const lot = world.lots.put(ware, "260905-B03-1", dayIn(september, 5), null, true);
  const clustered = tellXijin(world, lot);
  const customer = traders.find((trader) => trader.row.kind === "customer" && trader !== xijin);
  const others = [chengsuo, outlets.TX, directXijin, customer].filter(
    (trader): trader is Trader => trader !== undefined && !isAbroad(trader),
  );
  const sents = others.map((trader, index) => {
    const told = deliver(world, {
      trader,
      ware,
      orderedOn: dayIn(september, 8 + index),
      on: dayIn(september, 12 + index),
      kg: 2_994 + index * 600,
      orderedKg: 3_000 + index * 600,
      lot,
    });
    putOrder(world, told.order);
    return told.sent;
  });
  for (const [index, sent] of [clustered.sent, ...sents].entries()) complain(world, { sent, trouble, index });
}

type Told = { sent: ReturnType<typeof deliver>["sent"]; trouble: Trouble; index: number };

function complain(world: World, { sent, trouble, index }: Told) {
  const [line] = sent.lines;
  const at = clock(dayIn(world.storyMonth, 24 + index), 9 + index, 12);
  const stages = ["replied", "investigating", "routed", "analysing", "accepted"] as const;
  if (!line) return;
  putComplaint(world, {
    at,
    goods: { sent, line },
    trouble,
    until: unlessOld(world, at, stages[index] ?? "accepted", "closed"),
    severity: "S2",
    grams: 900_000,
    channel: index === 0 ? "portal" : "phone",
    row:
      index === 0
        ? { validity: "valid", responsible: "manufacturer", outcome: "allowance", outcomeMinor: 90_000 }
        : {},
  });
}
