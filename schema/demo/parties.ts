import { putCompany, putTrader } from "./company";
import { addDays, addMonths, monthOf } from "./days";
import type { Demo } from "./demo";
import { buyers, dealerTrades, houses, millTrades } from "./names";
import { domesticRow, foreignRow, putContacts, type Sketch } from "./partyFile";
import { putPerson, type Staff } from "./people";
import { type PartyRow, parentOn, type Trader } from "./trader";

export type Cast = {
  staff: Staff;
  company: Trader;
  outlets: Record<"TX" | "XS" | "JJ" | "EX", Trader>;
  xijin: Trader;
  subXijin: Trader;
  directXijin: Trader;
  chengsuo: Trader;
  padma: Trader;
  /** Everybody who buys, those of the stories with weight 0. */
  traders: Trader[];
};

type Place = Partial<Pick<Trader, "weight" | "lagDays" | "quietFrom">> & {
  above: Trader;
  row?: Partial<PartyRow>;
};
type Settle = (sketch: Sketch, place: Place) => Trader;

/** The company, its outlets and everybody who buys from them, with their people. */
export function putParties(demo: Demo): Cast {
  const { company, outlets, staff } = putCompany(demo);
  const traders: Trader[] = [outlets.TX];
  const settle: Settle = (sketch, place) => {
    const trader = settled(demo, staff, sketch, place);
    traders.push(trader);
    return trader;
  };
  const family = putFamily(demo, outlets, settle);
  const padma = settledBuyer(demo, outlets.EX, staff, 0);
  traders.push(padma);
  putDealers(demo, outlets, settle);
  putCustomers(demo, company, outlets, settle);
  for (let at = 1; at < demo.scale.buyers; at += 1) traders.push(settledBuyer(demo, outlets.EX, staff, at));
  putProspects(demo, company, settle);
  for (const trader of traders) if (trader !== outlets.TX) putTrader(demo, trader);
  return { staff, company, outlets, padma, traders, ...family };
}

const dealerTrade = (at: number) =>
  dealerTrades[at % dealerTrades.length] ?? { zh: "贸易", en: "Trading", use: "dealer" };

/** Xijin under Tongxiang with its two sub-dealers, and Chengsuo, its rival under Xiaoshan. */
function putFamily(demo: Demo, { TX, XS }: Cast["outlets"], settle: Settle) {
  const xijin = settle(
    {
      code: "D-0107",
      kind: "dealer",
      house: ["汐锦", "xi jin"],
      trade: dealerTrade(0),
      town: "TX",
      slug: "xijin",
    },
    { above: TX, row: { level: "B", paymentTerm: "eom_1", creditLimitMinor: 30_000_000, status: "active" } },
  );
  const subXijin = settle(
    {
      code: "D-0201",
      kind: "dealer",
      house: ["汐畔", "xi pan"],
      trade: dealerTrade(2),
      town: "TX",
      slug: "sub.xijin",
    },
    { above: xijin, row: { tradingModel: "resale", priceLevel: null, level: "C", creditLimitMinor: 0 } },
  );
  const directXijin = settle(
    {
      code: "D-0202",
      kind: "dealer",
      house: ["汐岸", "xi an"],
      trade: dealerTrade(3),
      town: "TX",
      slug: "direct.xijin",
    },
    { above: xijin, weight: 3, row: { tradingModel: "direct_bill", level: "C", paymentTerm: "eom_1" } },
  );
  const chengsuo = settle(
    {
      code: "D-0111",
      kind: "dealer",
      house: ["澄梭", "cheng suo"],
      trade: dealerTrade(4),
      town: "XS",
      slug: "chengsuo",
    },
    {
      above: XS,
      weight: 8,
      lagDays: 3,
      row: { level: "A", paymentTerm: "eom_1", creditLimitMinor: 200_000_000 },
    },
  );
  for (const role of ["buyer", "finance"] as const) {
    const name = role === "buyer" ? "汐锦采购" : "汐锦财务";
    const id = putPerson(demo, {
      email: `${role}@xijin.example`,
      name,
      seats: [{ partyId: xijin.id, roles: [role] }],
    });
    if (role === "finance") xijin.financeId = id;
  }
  // One accountant keeps the books of two firms and never sees them mixed.
  const seats = [xijin, directXijin].map(({ id }) => ({ partyId: id, roles: ["finance" as const] }));
  putPerson(demo, { email: "accountant@xijin.example", name: "汐锦代账会计", seats });
  return { xijin, subXijin, directXijin, chengsuo };
}

function settled(demo: Demo, staff: Staff, sketch: Sketch, { above, row, ...habits }: Place): Trader {
  const salesperson = {
    TX: staff.sales,
    XS: staff["sales.xiaoshan"],
    JJ: staff["sales.jinjiang"],
    HQ: staff["sales.keqiao"],
  };
  const file = domesticRow(demo, sketch);
  Object.assign(file, {
    salespersonId: sketch.row?.keyAccount ? staff["sales.key"] : salesperson[sketch.town],
    afterSalesOwnerId: staff.aftersales,
    creditControllerId: staff.finance,
    ...row,
  });
  const ownerId = putPerson(demo, {
    email: `owner@${sketch.slug}.example`,
    name: `${file.shortName}负责人`,
    seats: [{ partyId: file.id, roles: ["owner"] }],
  });
  return {
    id: file.id,
    row: file,
    parents: [{ trader: above, from: demo.since, to: null }],
    weight: 0,
    lagDays: 0,
    quietFrom: null,
    ownerId,
    financeId: ownerId,
    shipTo: putContacts(demo, file, sketch.slug),
    use: sketch.trade.use,
    ...habits,
  };
}

function settledBuyer(demo: Demo, above: Trader, staff: Staff, at: number): Trader {
  const round = Math.floor(at / buyers.length);
  const buyer = buyers[at % buyers.length];
  if (!buyer) throw new Error("no buyers abroad");
  const name =
    round === 0 ? buyer.name : buyer.name.replace(/(Demo|Örnek|Exemplo|Ejemplo)/, `$1 ${round + 1}`);
  const americas = ["BR", "MX"].includes(buyer.country);
  const file = foreignRow(
    demo,
    `E-${String(at + 1).padStart(4, "0")}`,
    { ...buyer, name },
    {
      salespersonId: at === 0 ? staff.export : americas ? staff["export.america"] : staff["export.asia"],
      afterSalesOwnerId: staff.aftersales,
      creditControllerId: staff["finance.export"],
      ...(at === 0 && { paymentTerm: "tt_split" as const, priceTerm: "FOB" as const }),
    },
  );
  const slug =
    at === 0
      ? "padma"
      : `${buyer.name.split(" ")[0]?.toLowerCase().replace("ö", "o")}${round ? round + 1 : ""}-${at}`;
  const ownerId = putPerson(demo, {
    email: `${at === 0 ? "buyer" : "owner"}@${slug}.example`,
    name: at === 0 ? "Rahim Uddin" : `${buyer.name} purchasing`,
    language: "en",
    seats: [{ partyId: file.id, roles: at === 0 ? ["owner", "buyer"] : ["owner"] }],
  });
  return {
    id: file.id,
    row: file,
    parents: [{ trader: above, from: demo.since, to: null }],
    weight: 1 / (at + 2),
    lagDays: at % 5 === 3 ? 20 : 2,
    quietFrom: null,
    ownerId,
    financeId: ownerId,
    shipTo: putContacts(demo, file, slug),
    use: "weaving",
  };
}

/** Fourteen at the first level and twenty below them, with the fates that files have. */
function putDealers(demo: Demo, outlets: Cast["outlets"], settle: Settle) {
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
function putFates(demo: Demo, dealers: Trader[], { TX, XS }: Cast["outlets"]) {
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

function putCustomers(demo: Demo, company: Trader, outlets: Cast["outlets"], settle: Settle) {
  const places = [
    ["HQ", company],
    ["XS", outlets.XS],
    ["JJ", outlets.JJ],
    ["TX", outlets.TX],
    ["XS", outlets.XS],
  ] as const;
  let first: Trader | null = null;
  for (let at = 1; at <= demo.scale.customers; at += 1) {
    const [town, above] = places[at % places.length] ?? ["HQ", company];
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

function putProspects(demo: Demo, company: Trader, settle: Settle) {
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
