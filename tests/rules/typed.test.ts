import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencies } from "#schema/words/receivables";
import { parseDate, parseDecimal, parseMoney, parseWeight } from "#worker/typed";
import { formatAmount, formatMoney, formatWeight } from "#worker/wording";

describe("a weight", () => {
  test.each([
    { typed: "1.2吨", grams: 1_200_000 },
    { typed: "12,000 公斤", grams: 12_000_000 },
    { typed: "１２，０００．５ＫＧ", grams: 12_000_500 },
    { typed: "24斤", grams: 12_000 },
    { typed: "0.5 t", grams: 500_000 },
    { typed: "3 MT", grams: 3_000_000 },
    { typed: "5120.40", grams: 5_120_400 },
    { typed: "0.001", grams: 1 },
    { typed: "250 g", grams: 250 },
  ])("typed as $typed is $grams g", ({ typed, grams }) => {
    expect(parseWeight(typed)).toBe(grams);
  });

  test.each(["", "kg", "12,00", "1.2.3", "-5 kg", "0.0001", "5 lb", "5 toString", "9".repeat(20), "1e3"])(
    "typed as %j is none",
    (typed) => {
      expect(parseWeight(typed)).toBeNull();
    },
  );

  test("without a unit is in the unit the form asks for", () => {
    expect(parseWeight("1.5", "t")).toBe(1_500_000);
    expect(parseWeight("1.5kg", "t")).toBe(1_500);
  });

  test("we print is read back", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (grams) => {
        expect(parseWeight(formatWeight(grams, "zh"))).toBe(grams);
      }),
    );
  });
});

describe("an amount of money", () => {
  test.each([
    { typed: "¥122,675.89", currency: "CNY", minor: 12_267_589 },
    { typed: "￥１２２，６７５．８９", currency: "CNY", minor: 12_267_589 },
    { typed: "RMB 12", currency: "CNY", minor: 1_200 },
    { typed: "-12.5元", currency: "CNY", minor: -1_250 },
    { typed: "(2,698.71)", currency: "CNY", minor: -269_871 },
    { typed: "¥-3", currency: "CNY", minor: -300 },
    { typed: "usd 18,250.40", currency: "USD", minor: 1_825_040 },
    { typed: "1200", currency: "JPY", minor: 1_200 },
    { typed: "1.005", currency: "KWD", minor: 1_005 },
    { typed: "-0.00", currency: "CNY", minor: 0 },
  ])("typed as $typed is $minor", ({ typed, currency, minor }) => {
    expect(parseMoney(typed, currency)).toBe(minor);
  });

  test.each([
    { typed: "1.005", currency: "CNY" },
    { typed: "1.5", currency: "JPY" },
    { typed: "USD 5", currency: "CNY" },
    { typed: "¥5", currency: "USD" },
    { typed: "--5", currency: "CNY" },
    { typed: "(-5)", currency: "CNY" },
    { typed: "", currency: "CNY" },
    { typed: "1,22,675", currency: "CNY" },
    { typed: "100000000000.01", currency: "CNY" }, // A slip of the keyboard, beyond any trade of ours.
  ])("typed as $typed is none in $currency", ({ typed, currency }) => {
    expect(parseMoney(typed, currency)).toBeNull();
  });

  test("we print is read back in every currency and both languages", () => {
    const language = fc.constantFrom("zh" as const, "en" as const);
    fc.assert(
      fc.property(
        fc.maxSafeInteger().map((minor) => minor % 10_000_000_000_000),
        fc.constantFrom(...currencies),
        language,
        (minor, currency, tongue) => {
          expect(parseMoney(formatMoney(minor, currency, tongue), currency)).toBe(minor);
          expect(parseMoney(formatAmount(minor, currency), currency)).toBe(minor);
        },
      ),
    );
  });
});

test("a price has at most four decimals", () => {
  expect(parseDecimal("9.05", 4)).toBe(90_500);
  expect(parseDecimal("9.050000", 4)).toBe(90_500);
  expect(parseDecimal("9.05001", 4)).toBeNull();
});

describe("a date", () => {
  test.each([
    "2026-11-23",
    "2026.11.23",
    "2026/11/23",
    "2026年11月23日",
    "２０２６／１１／２３",
    "20261123",
    " 2026年 11月 23号 ",
  ])("typed as %j is understood", (typed) => {
    expect(parseDate(typed)).toBe("2026-11-23");
  });

  test.each(["2026-02-29", "2026.13.01", "2026-1/2", "23.11.2026", "2026-00-10", "", "today"])(
    "typed as %j is none",
    (typed) => {
      expect(parseDate(typed)).toBeNull();
    },
  );

  test("may leave out a zero and knows leap years", () => {
    expect(parseDate("2028.2.29")).toBe("2028-02-29");
    expect(parseDate("2026年1月5日")).toBe("2026-01-05");
  });
});
