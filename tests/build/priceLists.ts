import { priceLines, priceLists } from "#schema/products";
import type { Host } from "#worker/host";

type Given = Partial<typeof priceLists.$inferInsert> & {
  /** Price per unit in ten-thousandths by SKU id, or by quantity in thousandths. */
  prices: Record<string, number | Record<number, number>>;
};

const at = new Date("2026-01-05T02:00:00Z");

/** A published price list, straight into the tables. */
export async function listPrices({ db }: Pick<Host, "db">, { prices, ...given }: Given) {
  const id = given.id ?? crypto.randomUUID();
  await db.insert(priceLists).values({
    id,
    reference: `PL-${id.slice(0, 8)}`,
    kind: "list",
    nameZh: "价格表",
    nameEn: "Price list",
    currency: "CNY",
    taxIncluded: true,
    validFrom: "2026-01-01",
    status: "published",
    createdAt: at,
    ...given,
  });
  const lines = Object.entries(prices).flatMap(([skuId, price]) => {
    const steps = typeof price === "number" ? { 0: price } : price;
    return Object.entries(steps).map(([from, unitPriceE4]) => ({
      id: crypto.randomUUID(),
      priceListId: id,
      skuId,
      fromMilli: Number(from),
      unitPriceE4,
    }));
  });
  await db.insert(priceLines).values(lines);
  return { id };
}

/** A price list as a form sends it. */
export const aPriceList = (given: Record<string, unknown> = {}) => ({
  id: crypto.randomUUID(),
  reference: "PL-TEST",
  kind: "level",
  level: "dealer",
  nameZh: "经销商价",
  nameEn: "Dealer prices",
  currency: "CNY",
  taxIncluded: true,
  validFrom: "2026-11-20",
  lines: [{ sku: "DTY150-48-RW", unitPrice: "8.88" }],
  ...given,
});
