import { addDays, addMonths, monthOf } from "./days";
import type { Demo } from "./demo";
import { dealerTrades, houses, millTrades } from "./names";
import type { Sketch } from "./partyFile";
import type { Settle } from "./settled";
import { parentOn, type Trader } from "./trader";

type Outlets = Record<"TX" | "XS" | "JJ", Trader>;

/** Fourteen at the first level and twenty below them, with the fates that files have. */
export function putDealers(demo: Demo, outlets: Outlets, settle: Settle) {
  const { dealersPerOutlet, subDealers } = demo.scale;
  const first: Trader[] = [];
  let count = 0;
  for (const town of ["TX", "XS", "JJ"] as const) {
    const named = town === "JJ" ? 0 : 1; // Xijin and Chengsuo are there already.
    for (let at = named; at < dealersPerOutlet[town]; at += 1) {
      count += 1;
      first.push(
        settle(sketchOf(count, { kind: "dealer", town, first: 300 }), {
          above: outlets[town],
          ...habitsOf(demo, count, 5),
        }),
      );
    }
  }
  for (let at = 2; at < subDealers; at += 1) {
    const above = first[at % first.length];
    if (!above) continue;
    count += 1;
    const town =
      (["TX", "XS", "JJ"] as const).find((code) => outlets[code] === above.parents[0]?.trader) ?? "TX";
    const row =
      at % 10 < 7
        ? { tradingModel: "resale" as const, priceLevel: null }
        : { tradingModel: "direct_bill" as const };
    const trader = settle(sketchOf(count, { kind: "dealer", town, first: 300 }), {
      above,
      ...habitsOf(demo, count, 1.2),
      row,
    });
    if (at === 5 || at === 6) first.push(trader); // Two more stand below one of these: the third tier.
  }
  if (demo.profile !== "tiny") putFates(demo, first, outlets);
}

/** What happens to files over the years. */
function putFates(demo: Demo, dealers: Trader[], { TX, XS }: Outlets) {
  const since = `${addMonths(monthOf(demo.today), -4)}-01`;
  const fates = ["suspended", "suspended", "blacklisted", "dormant", "dormant", "dormant"] as const;
  fates.forEach((status, at) => {
    const dealer = dealers.at(-1 - at);
    if (!dealer) return;
    Object.assign(dealer, { quietFrom: since, weight: 0.3 });
    Object.assign(dealer.row, {
      status,
      holdReason: status === "dormant" ? null : "逾期货款未清，停止赊销发货",
    });
  });
  const [moved, renamed] = dealers;
  const july = `${demo.today.slice(5) >= "07-01" ? demo.today.slice(0, 4) : Number(demo.today.slice(0, 4)) - 1}-07-01`;
  if (moved && parentOn(moved, demo.today) === TX) {
    moved.parents = [
      { trader: TX, from: demo.since, to: addDays(july, -1) },
      { trader: XS, from: july, to: null },
    ];
    moved.row.territory = ["330109"];
  }
  if (renamed) renamed.row.formerNames = [`${renamed.row.shortName}旧号经营部（示例）`];
}

export function putCustomers(demo: Demo, outlets: Outlets & { HQ: Trader }, settle: Settle) {
  const places = [
    ["HQ", outlets.HQ],
    ["XS", outlets.XS],
    ["JJ", outlets.JJ],
    ["TX", outlets.TX],
    ["XS", outlets.XS],
  ] as const;
  let first: Trader | null = null;
  for (let at = 1; at <= demo.scale.customers; at += 1) {
    const [town, above] = places[at % places.length] ?? ["HQ", outlets.HQ];
    const keyAccount = at <= Math.max(1, demo.scale.customers * 0.15);
    const row = keyAccount ? { keyAccount, level: "A" as const, creditLimitMinor: 300_000_000 } : {};
    const trader = settle(sketchOf(at, { kind: "customer", town, first: 0 }), {
      above,
      ...habitsOf(demo, at, keyAccount ? 6 : 2),
      row,
    });
    first ??= trader;
    // Somebody opened the same file a second time; it waits to be merged.
    if (at === demo.scale.customers && demo.profile !== "tiny") {
      Object.assign(trader, { weight: 0 });
      Object.assign(trader.row, {
        uscc: first.row.uscc,
        taxNo: first.row.taxNo,
        nameZh: first.row.nameZh?.replace("（示例）", "(示例)"),
        shortName: first.row.shortName,
      });
    }
  }
}

export function putProspects(demo: Demo, company: Trader, settle: Settle) {
  for (let at = 1; at <= demo.scale.prospects; at += 1) {
    settle(sketchOf(at + 17, { kind: "prospect", town: "HQ", first: 0 }), {
      above: company,
      row: { status: "prospect", level: "N", paymentTerm: "prepaid", creditLimitMinor: 0, priceLevel: null },
    });
  }
}

/** Pareto: a fifth of them buys two thirds of it; most pay about on time. */
function habitsOf(demo: Demo, at: number, weight: number) {
  const luck = demo.chance(`habits ${at} ${weight}`);
  return {
    weight: (weight * 3) / (at + 2),
    lagDays: luck.weighted([
      [-1, 34],
      [2, 26],
      [8, 14],
      [24, 12],
      [45, 7],
      [75, 4],
      [130, 3],
    ] as const),
  };
}

const letters = { dealer: "D", customer: "C", prospect: "P" } as const;

function sketchOf(
  at: number,
  { kind, town, first }: { kind: keyof typeof letters; town: Sketch["town"]; first: number },
): Sketch {
  const step = { dealer: 0, customer: 23, prospect: 41 }[kind];
  const house = houses[(at + step) % houses.length] ?? ["无名", "wu ming"];
  const trades = kind === "dealer" ? dealerTrades : millTrades;
  const trade = trades[(at + Math.floor(at / houses.length)) % trades.length] ?? dealerTrade(0);
  const slug = `${house[1].replaceAll(" ", "")}-${letters[kind].toLowerCase()}${at}`;
  return { code: `${letters[kind]}-${String(first + at).padStart(4, "0")}`, kind, house, trade, town, slug };
}

export const dealerTrade = (at: number) =>
  dealerTrades[at % dealerTrades.length] ?? { zh: "贸易", en: "Trading" };
