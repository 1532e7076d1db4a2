import { describe, expect, test } from "vitest";
import type { PriceListKind } from "#schema/words/trade";
import { pricesFor } from "#worker/price-lists/pricesFor";
import { type PriceLine, priceAt, priceSteps } from "#worker/price-lists/resolve";
import { listPrices } from "../build/priceLists";
import { newWorld, type World } from "../world";

const line = (kind: PriceListKind, unitPriceE4: number, given: Partial<PriceLine> = {}): PriceLine => ({
  skuId: "sku",
  fromMilli: 0,
  unitPriceE4,
  priceListId: kind,
  kind,
  currency: "CNY",
  taxIncluded: true,
  priceTerm: null,
  termPlace: null,
  validFrom: "2026-01-01",
  validTo: null,
  ...given,
});

describe("the price of one SKU", () => {
  const order: PriceListKind[] = ["contract", "party", "promo", "level", "list"];

  test.each(order.map((kind, at) => ({ kind, left: order.slice(at) })))(
    "comes from the $kind when nothing nearer is there",
    ({ kind, left }) => {
      const lines = left.map((one, at) => line(one, at + 1)).reverse();

      expect(priceAt(lines, 0)?.kind).toBe(kind);
    },
  );

  test("is on request when no list has it", () => {
    expect(priceAt([], 1_000)).toBeUndefined();
    expect(priceSteps([])).toEqual([]);
  });

  test("comes from the newer of two lists of one kind", () => {
    const lines = [
      line("level", 90_000, { priceListId: "old" }),
      line("level", 91_000, { priceListId: "new", validFrom: "2026-11-20" }),
    ];

    expect(priceAt(lines, 0)?.unitPriceE4).toBe(91_000);
  });

  test("falls with the quantity", () => {
    const lines = [line("level", 90_000), line("level", 88_000, { fromMilli: 1_000_000 })];

    expect([0, 999_999, 1_000_000].map((quantity) => priceAt(lines, quantity)?.unitPriceE4)).toEqual([
      90_000, 90_000, 88_000,
    ]);
  });

  test("comes from a promotion only from the quantity that it asks for", () => {
    const lines = [line("level", 90_000), line("promo", 85_000, { fromMilli: 5_000_000 })];

    expect(priceAt(lines, 1_000_000)?.kind).toBe("level");
    expect(priceSteps(lines).map(({ fromMilli, unitPriceE4 }) => [fromMilli, unitPriceE4])).toEqual([
      [0, 90_000],
      [5_000_000, 85_000],
    ]);
  });

  test("is not repeated where a step changes nothing", () => {
    const lines = [line("contract", 80_000), line("level", 88_000, { fromMilli: 1_000_000 })];

    expect(priceSteps(lines)).toHaveLength(1);
  });
});

describe("the prices that apply to a party", () => {
  const dora = { partyId: "D-0001", priceLevel: "dealer", currency: "CNY", tradingModel: null };
  const rita = { partyId: "D-0003", priceLevel: "dealer", currency: "CNY", tradingModel: "resale" as const };
  const erik = { partyId: "E-0001", priceLevel: "export", currency: "USD", tradingModel: null };

  async function priceFor(world: World, party: Parameters<typeof pricesFor>[1], on = "2026-11-23") {
    const prices = await pricesFor(world.host, party, { skuIds: ["sku-rw"], on });
    return priceAt(prices.get("sku-rw") ?? [], 0)?.unitPriceE4;
  }

  test("are those of its level", async () => {
    const world = await newWorld();

    expect(await priceFor(world, dora)).toBe(90_500);
    expect(await priceFor(world, erik)).toBe(12_850);
  });

  test("are its own before those of its level", async () => {
    const world = await newWorld();
    await listPrices(world, { kind: "promo", prices: { "sku-rw": 89_000 } });
    expect(await priceFor(world, dora)).toBe(89_000);

    await listPrices(world, { kind: "party", partyId: "D-0001", prices: { "sku-rw": 88_000 } });
    expect(await priceFor(world, dora)).toBe(88_000);

    await listPrices(world, { kind: "contract", partyId: "D-0001", prices: { "sku-rw": 87_000 } });
    expect(await priceFor(world, dora)).toBe(87_000);
  });

  test("fall back on the base list where its level has none", async () => {
    const world = await newWorld();
    await listPrices(world, { kind: "list", prices: { "sku-rw": 99_000 } });

    expect(await priceFor(world, { ...dora, priceLevel: null })).toBe(99_000);
    expect(await priceFor(world, dora)).toBe(90_500);
  });

  test.each([
    { list: "another party's contract", given: { kind: "contract" as const, partyId: "D-0002" } },
    { list: "another level's promotion", given: { kind: "promo" as const, level: "customer" } },
    { list: "a promotion for another party", given: { kind: "promo" as const, partyId: "D-0002" } },
    { list: "a list in another currency", given: { kind: "promo" as const, currency: "USD" } },
    { list: "a draft", given: { kind: "promo" as const, status: "draft" as const } },
    { list: "a withdrawn list", given: { kind: "promo" as const, status: "withdrawn" as const } },
    { list: "a list that begins tomorrow", given: { kind: "promo" as const, validFrom: "2026-11-24" } },
    { list: "a list that ended yesterday", given: { kind: "promo" as const, validTo: "2026-11-22" } },
  ])("are not touched by $list", async ({ given }) => {
    const world = await newWorld();
    await listPrices(world, { ...given, prices: { "sku-rw": 11_111 } });

    expect(await priceFor(world, dora)).toBe(90_500);
  });

  test("hold on the last day of a list and not on the next", async () => {
    const world = await newWorld();
    await listPrices(world, { kind: "promo", validTo: "2026-11-23", prices: { "sku-rw": 80_000 } });

    expect([await priceFor(world, dora), await priceFor(world, dora, "2026-11-24")]).toEqual([
      80_000, 90_500,
    ]);
  });

  test("are none for a resale sub-dealer, whatever lists there are", async () => {
    const world = await newWorld();
    await listPrices(world, { kind: "list", prices: { "sku-rw": 99_000 } });
    await listPrices(world, { kind: "party", partyId: "D-0003", prices: { "sku-rw": 88_000 } });

    expect(await priceFor(world, rita)).toBeUndefined();
  });
});
