import { putCompany, putTrader } from "./company";
import type { Demo } from "./demo";
import { putPerson, type Staff } from "./people";
import { dealerTrade, putCustomers, putDealers, putProspects } from "./roster";
import { type Settle, settled, settledBuyer } from "./settled";
import type { Trader } from "./trader";

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
  putCustomers(demo, { ...outlets, HQ: company }, settle);
  for (let at = 1; at < demo.scale.buyers; at += 1) traders.push(settledBuyer(demo, outlets.EX, staff, at));
  putProspects(demo, company, settle);
  for (const trader of traders) if (trader !== outlets.TX) putTrader(demo, trader);
  return { staff, company, outlets, padma, traders, ...family };
}

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
