import type { Chance } from "./chance";
import { addDays, clock, daysBetween, isSunday, monthOf } from "./days";
import type { Wish } from "./orders";
import { isAbroad, type Trader } from "./trader";
import type { Ware } from "./wares";
import type { World } from "./world";

export type SaleKind = "stall" | "dealer" | "dyed" | "export";
/** Who orders what kind of thing when: the bare bones of an order. */
export type Sale = { kind: SaleKind; trader: Trader; at: Date; day: string };

/** How busy each month is, January first: the peaks of spring and autumn, the valley of the Spring Festival. */
const season = [85, 45, 120, 115, 100, 88, 82, 95, 125, 120, 105, 100];

/** All sales of the demo's months up to yesterday, in the order in which they came. */
export function plannedSales(world: World): Sale[] {
  const luck = world.chance("sales");
  const days = busyDays(world);
  const home = shares(
    world.cast.traders.filter((trader) => !isAbroad(trader) && trader.row.kind !== "prospect"),
  );
  const dealers = home.filter(([{ row }]) => row.kind !== "customer" && row.tradingModel === undefined);
  const small = home.filter(([{ row }]) => row.kind !== "outlet");
  const abroad = shares(world.cast.traders.filter(isAbroad));
  const draw = (kind: SaleKind, among: typeof home): Sale | null => {
    const day = luck.weighted(days);
    const trader = luck.weighted(among);
    if (trader.quietFrom !== null && day >= trader.quietFrom) return null;
    const late = kind === "stall" ? 19 : 17;
    return { kind, trader, day, at: clock(day, luck.int(8, late), luck.int(0, 59)) };
  };
  const sales: (Sale | null)[] = [];
  for (let at = 0; at < world.scale.domesticOrders; at += 1) {
    const kind = luck.weighted([
      ["stall", 55],
      ["dealer", 33],
      ["dyed", 12],
    ] as const);
    sales.push(draw(kind, kind === "dealer" ? dealers : small));
  }
  for (let at = 0; at < world.scale.exportOrders; at += 1) sales.push(draw("export", abroad));
  return sales.filter((sale) => sale !== null).sort((a, b) => a.at.getTime() - b.at.getTime());
}

const shares = (traders: Trader[]) =>
  traders.filter(({ weight }) => weight > 0).map((trader) => [trader, trader.weight] as const);

/** Every day of the demo with its weight: by season, and the stalls sell most at the weekend. */
function busyDays({ firstMonth, today }: World): (readonly [string, number])[] {
  const days: (readonly [string, number])[] = [];
  for (let day = `${firstMonth}-01`; day < today; day = addDays(day, 1)) {
    const month = season[Number(monthOf(day).slice(5)) - 1] ?? 100;
    const holiday = /-(10-0[1-4]|05-0[1-3]|01-01)$/.test(day) ? 0.1 : 1;
    days.push([day, month * holiday * (isSunday(day) ? 0.7 : 1)]);
  }
  return days;
}

/** What somebody wants, in whole cartons. */
export function wishesOf({ catalogue }: World, { kind }: Sale, luck: Chance): Wish[] {
  const from = kind === "dyed" ? catalogue.dyed : kind === "export" ? catalogue.abroad : catalogue.raw;
  const count =
    kind === "stall"
      ? luck.int(1, 2)
      : kind === "export"
        ? luck.int(1, 2)
        : luck.weighted([
            [1, 5],
            [2, 3],
            [3, 2],
          ] as const);
  const [least, most] = (
    { stall: [10, 50], dealer: [80, 360], dyed: [34, 170], export: [300, 700] } as const
  )[kind];
  const wares = new Set<Ware>();
  for (let at = 0; at < count; at += 1) wares.add(favourite(from, luck));
  return [...wares].map((ware) => ({ ware, grams: luck.int(least, most) * ware.cartonMilli }));
}

/** A few specs sell most. */
function favourite(wares: Ware[], luck: Chance): Ware {
  const ware = wares[Math.floor(luck.next() ** 2 * wares.length)];
  return ware ?? luck.pick(wares);
}

export const age = ({ today }: World, day: string) => daysBetween(day, today);
