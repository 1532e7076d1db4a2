import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencies } from "#schema/words/receivables";
import { decimalsOf, isCurrency, lineAmount, netOfTax, share } from "#worker/money";

describe("a line amount", () => {
  test.each([
    { grams: 5_120_400, priceE4: 90_500, minor: 4_633_962 },
    { grams: 2_985_600, priceE4: 91_500, minor: 2_731_824 },
    { grams: 4_032_750, priceE4: 90_500, minor: 3_649_639 },
    { grams: -298_200, priceE4: 90_500, minor: -269_871 },
  ])("of $grams g at $priceE4 is $minor fen", ({ grams, priceE4, minor }) => {
    expect(lineAmount(grams, priceE4, "CNY")).toBe(minor);
  });

  test("rounds halves away from zero on both sides", () => {
    expect(lineAmount(1_000, 50, "CNY")).toBe(1);
    expect(lineAmount(-1_000, 50, "CNY")).toBe(-1);
    expect(lineAmount(1_000, 49, "CNY")).toBe(0);
  });

  test("keeps the decimals of its currency", () => {
    expect(lineAmount(1_500, 12_850_000, "JPY")).toBe(1_928);
    expect(lineAmount(1_500, 12_345, "KWD")).toBe(1_852);
  });

  test("beyond exact numbers is a bug, not a wrong figure", () => {
    expect(() => lineAmount(Number.MAX_SAFE_INTEGER, 1_000_000, "CNY")).toThrow("beyond exact numbers");
  });

  test("is the opposite of the same return", () => {
    const grams = fc.integer({ min: 0, max: 1_000_000_000 });
    const price = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(grams, price, fc.constantFrom(...currencies), (g, p, currency) => {
        expect(lineAmount(-g, p, currency) + lineAmount(g, p, currency)).toBe(0);
      }),
    );
  });
});

describe("the tax of a line", () => {
  test("is taken line by line, so the document is the sum of its lines", () => {
    const nets = [4_633_962, 2_731_824, 3_649_639].map((gross) => netOfTax(gross, 13).net);

    expect(nets).toEqual([4_100_851, 2_417_543, 3_229_769]);
    expect(nets.reduce((sum, net) => sum + net)).toBe(9_748_163);
    expect(netOfTax(11_015_425, 13).net).toBe(9_748_164);
  });

  test("and its net always make the gross", () => {
    const gross = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(gross, fc.constantFrom(0, 1, 3, 5.5, 6, 9, 13), (minor, rate) => {
        const { net, tax } = netOfTax(minor, rate);
        expect(net + tax).toBe(minor);
        expect(Math.abs(net * (1 + rate / 100) - minor)).toBeLessThan(1);
      }),
    );
  });
});

describe("a shared amount", () => {
  test("gives the odd cent to the largest remainder, then to the earlier", () => {
    expect(share(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(share(100, [1, 2, 3])).toEqual([17, 33, 50]);
    expect(share(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(share(5, [0, 1])).toEqual([0, 5]);
  });

  test("without any weight is a bug", () => {
    expect(() => share(100, [0, 0])).toThrow("positive weight");
    expect(() => share(100, [3, -1])).toThrow("positive weight");
  });

  test("always sums to the total and is never a whole unit off", () => {
    const weights = fc
      .array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 })
      .filter((w) => w.some(Boolean));
    fc.assert(
      fc.property(fc.integer(), weights, (total, shares) => {
        const parts = share(total, shares);
        const whole = shares.reduce((sum, weight) => sum + weight);
        expect(parts.reduce((sum, part) => sum + part)).toBe(total);
        for (const [at, part] of parts.entries()) {
          expect(Math.abs(part - (total * (shares[at] ?? 0)) / whole)).toBeLessThan(1.001);
        }
      }),
    );
  });
});

test("an unknown currency is not ours", () => {
  expect(isCurrency("CNY")).toBe(true);
  expect(isCurrency("toString")).toBe(false);
  expect(() => decimalsOf("XAU")).toThrow("do not trade in");
});
