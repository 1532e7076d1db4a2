import { priceLines, priceLists } from "../products";
import type { Catalogue } from "./catalogue";
import { addDays, addMonths, clock, lastDay, monthOf } from "./days";
import type { Demo } from "./demo";
import type { Ware } from "./wares";

/** Thousandths of the level of specs at which each level of party buys. */
const factors = { outlet: 985, dealer: 1000, customer: 1030, list: 1060 } as const;
type PriceLevel = keyof typeof factors | "export";
const dollarsPer1000Yuan = 140;

export type Prices = {
  /** Ten-thousandths of the currency for a kilogram, on a day. */
  of(ware: Ware, level: PriceLevel, day: string): number;
  lists: Partial<Record<PriceLevel, string>>;
};

/**
 * Prices walk from month to month within a few percent. They stand at their level in the month of the worked
 * example and since, so that its figures are also today's.
 */
export function pricesOf(demo: Demo, still: string): Prices {
  const luck = demo.chance("price walk");
  const walk = new Map<string, number>();
  let index = 1000;
  for (
    let month = addMonths(still, -1);
    month >= addMonths(monthOf(demo.since), -1);
    month = addMonths(month, -1)
  ) {
    index = Math.min(1120, Math.max(900, index + luck.int(-40, 40)));
    walk.set(month, index);
  }
  const of: Prices["of"] = (ware, level, day) => {
    const yuan = (ware.spec.level * (1000 + ware.markup) * (walk.get(monthOf(day)) ?? 1000)) / 1_000_000;
    if (level === "export") return Math.round(((yuan / 1.13) * dollarsPer1000Yuan) / 1000 + 60) * 10;
    return Math.round((yuan * factors[level]) / 1000 / 50) * 500;
  };
  return { of, lists: {} };
}

const words: Record<PriceLevel, { zh: string; en: string }> = {
  outlet: { zh: "承包档口价", en: "Contracted outlet prices" },
  dealer: { zh: "经销商价", en: "Dealer prices" },
  customer: { zh: "直接客户价", en: "Direct customer prices" },
  list: { zh: "基础价", en: "Base prices" },
  export: { zh: "出口价 FOB 宁波", en: "Export prices FOB Ningbo" },
};

/** A list for each level: today's, the one before, and for dealers the next one as a draft. */
export function putPriceLists(demo: Demo, { wares }: Catalogue, prices: Prices) {
  const thisMonth = monthOf(demo.today);
  for (const level of Object.keys(words) as PriceLevel[]) {
    for (const [month, status] of [
      [demo.lastMonth, "superseded"],
      [thisMonth, "published"],
    ] as const) {
      const id = putList(demo, level, month, status);
      if (status === "published") prices.lists[level] = id;
      putLines(demo, id, wares, (ware) => prices.of(ware, level, `${month}-01`));
    }
  }
  const next = putList(demo, "dealer", addMonths(thisMonth, 1), "draft");
  putLines(demo, next, wares.slice(0, 20), (ware) => prices.of(ware, "dealer", demo.today) + 500);
}

function putList(
  demo: Demo,
  level: PriceLevel,
  month: string,
  status: "superseded" | "published" | "draft",
): string {
  const abroad = level === "export";
  const createdAt = clock(status === "draft" ? demo.today : addDays(`${month}-01`, -2), 9);
  const id = demo.chance(`list ${level} ${month}`).id(createdAt);
  demo.press.put(priceLists, {
    id,
    reference: `PL-${level.toUpperCase()}-${month.slice(2).replace("-", "")}`,
    kind: level === "list" ? "list" : "level",
    level: level === "list" ? null : level,
    nameZh: `${words[level].zh} ${month}`,
    nameEn: `${words[level].en} ${month}`,
    currency: abroad ? "USD" : "CNY",
    taxIncluded: !abroad,
    priceTerm: abroad ? "FOB" : "ex_works",
    termPlace: abroad ? "Ningbo" : null,
    taxRateBp: abroad ? 0 : 1300,
    validFrom: `${month}-01`,
    validTo: status === "superseded" ? lastDay(month) : null,
    status,
    createdAt,
  });
  return id;
}

/** Raw white costs a little less by the truck. */
function putLines(demo: Demo, priceListId: string, wares: Ware[], priceOf: (ware: Ware) => number) {
  const luck = demo.chance(`lines ${priceListId}`);
  const at = demo.now;
  for (const ware of wares) {
    const unitPriceE4 = priceOf(ware);
    const line = { priceListId, skuId: ware.skuId };
    demo.press.put(priceLines, { id: luck.id(at), ...line, fromMilli: 0, unitPriceE4 });
    if (ware.spec.colourMode === "raw_white" && ware.markup === 0) {
      demo.press.put(priceLines, {
        id: luck.id(at),
        ...line,
        fromMilli: 10_000_000,
        unitPriceE4: unitPriceE4 - 500,
      });
    }
  }
}
