import type { Book } from "../books";
import { putComplaint } from "../complaints";
import { troubles } from "../complaintWords";
import { addDays, addMonths, clock, dayIn } from "../days";
import { putOrder } from "../orders";
import { putReturn } from "../returns";
import type { World } from "../world";
import { tellCluster } from "./cluster";
import { tellGuest } from "./guest";
import { deliver, wareOf } from "./tell";
import { tellVoyage } from "./voyage";

/** The stories that every profile holds, and those that want a full company. */
export async function tellStories(world: World) {
  tellCluster(world);
  await tellGuest(world);
  if (world.profile === "tiny") return;
  tellVoyage(world);
  tellKeyAccount(world);
  tellLateReturn(world);
}

/** A key account's machines stand still: the sales manager is in it from the first minute. */
function tellKeyAccount(world: World) {
  const trader = world.cast.traders.find(({ row }) => row.keyAccount);
  const trouble = troubles.find(({ defect }) => defect === "broken_filament");
  if (!trader || !trouble) return;
  const day = addDays(world.today, -9);
  const { order, sent } = deliver(world, {
    trader,
    ware: wareOf(world, "DTY-75D-36F-SD-RW-NIM-AA"),
    orderedOn: addDays(day, -4),
    on: day,
    kg: 8_970,
    orderedKg: 9_000,
  });
  const [line] = sent.lines;
  if (line)
    putComplaint(world, {
      at: clock(addDays(world.today, -2), 9, 5),
      goods: { sent, line },
      trouble,
      until: "investigating",
      severity: "S1",
      channel: "phone",
      grams: 5_400_000,
    });
  putOrder(world, order);
}

/** The goods came back after their month was confirmed: the credit stands in this month, flagged. */
function tellLateReturn(world: World) {
  const { chengsuo } = world.cast;
  const month = addMonths(world.lastMonth, -1);
  const { order, sent } = deliver(world, {
    trader: chengsuo,
    ware: wareOf(world, "DTY-150D-48F-SD-RW-HIM-AA"),
    orderedOn: dayIn(month, 18),
    on: dayIn(month, 23),
    kg: 5_980,
    orderedKg: 6_000,
  });
  const [line] = sent.lines;
  const at = clock(addDays(world.today, -14), 10);
  if (line)
    putReturn(world, {
      goods: { sent, line },
      at,
      grams: 600_000,
      until: "executed",
      reason: "wrong_lot",
      adjusts: month,
      row: { lateObjection: true },
    });
  putOrder(world, order);
}

/** Facts of the ledger that only make sense once everybody has paid. */
export function tellDebts(world: World) {
  if (world.profile === "tiny") return;
  for (const book of world.books.values()) if (bounce(world, book)) break;
}

/** An acceptance bill given months ago was refused: the debt is back, overdue at once. */
function bounce(world: World, book: Book): boolean {
  const [early, late] = [addDays(world.today, -230), addDays(world.today, -150)];
  const bill = book.posts.find(
    ({ type, businessDate }) => type === "acceptance_bill" && businessDate > early && businessDate < late,
  );
  if (!bill || book.told) return false;
  const businessDate = addDays(world.today, -12);
  book.posts.push({
    type: "bill_dishonour",
    businessDate,
    amountMinor: -bill.amountMinor,
    docNo: bill.docNo,
    dueOn: bill.businessDate,
    effectiveDueOn: bill.businessDate,
    memo: "承兑到期拒付，恢复应收",
  });
  return true;
}
