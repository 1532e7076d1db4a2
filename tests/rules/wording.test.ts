import { describe, expect, test } from "vitest";
import {
  formatAmount,
  formatCount,
  formatDate,
  formatLongDate,
  formatMoment,
  formatMoney,
  formatMonth,
  formatPercent,
  formatQuantity,
  formatRoundMoney,
  formatTime,
  formatTonnes,
  formatUnitPrice,
  formatWeight,
} from "#worker/wording";

describe("an amount", () => {
  test.each([
    { minor: 12_267_589, currency: "CNY", zh: "¥122,675.89", en: "CNY 122,675.89" },
    { minor: -269_871, currency: "CNY", zh: "-¥2,698.71", en: "-CNY 2,698.71" },
    { minor: 1_825_040, currency: "USD", zh: "USD 18,250.40", en: "USD 18,250.40" },
    { minor: 1_825_040, currency: "JPY", zh: "JPY 1,825,040", en: "JPY 1,825,040" },
    { minor: 1_005, currency: "KWD", zh: "KWD 1.005", en: "KWD 1.005" },
    { minor: 5, currency: "CNY", zh: "¥0.05", en: "CNY 0.05" },
    { minor: 0, currency: "CNY", zh: "¥0.00", en: "CNY 0.00" },
    {
      minor: 900_719_925_474_099,
      currency: "CNY",
      zh: "¥9,007,199,254,740.99",
      en: "CNY 9,007,199,254,740.99",
    },
  ])("of $minor in $currency reads $zh and $en", ({ minor, currency, zh, en }) => {
    expect(formatMoney(minor, currency, "zh")).toBe(zh);
    expect(formatMoney(minor, currency, "en")).toBe(en);
  });

  test("stands alone under a heading that names the currency", () => {
    expect(formatAmount(-269_871, "CNY")).toBe("-2,698.71");
  });

  test.each([
    { minor: 12_267_589, zh: "¥12.27万", en: "CNY 122.68k" },
    { minor: -12_267_589, zh: "-¥12.27万", en: "-CNY 122.68k" },
    { minor: 99_999_499, zh: "¥100.00万", en: "CNY 999.99k" },
    { minor: 99_999_500, zh: "¥100.00万", en: "CNY 1.00M" },
    { minor: 12_345_678_901, zh: "¥1.23亿", en: "CNY 123.46M" },
    { minor: 4_999, zh: "¥0.00万", en: "CNY 49.99" },
    { minor: 5_000, zh: "¥0.01万", en: "CNY 50.00" },
  ])("of $minor fits a dashboard as $zh and $en", ({ minor, zh, en }) => {
    expect(formatRoundMoney(minor, "CNY", "zh")).toBe(zh);
    expect(formatRoundMoney(minor, "CNY", "en")).toBe(en);
  });
});

describe("a unit price", () => {
  test.each([
    { e4: 90_500, currency: "CNY", uom: "kg", zh: "9.0500 元/kg", en: "CNY 9.0500/kg" },
    { e4: 90_500, currency: "CNY", uom: "t", zh: "9,050 元/吨", en: "CNY 9,050/t" },
    { e4: 90_505, currency: "CNY", uom: "t", zh: "9,050.5 元/吨", en: "CNY 9,050.5/t" },
    { e4: 12_850, currency: "USD", uom: "kg", zh: "USD 1.2850/kg", en: "USD 1.2850/kg" },
    { e4: 123_000, currency: "CNY", uom: "m", zh: "12.3000 元/米", en: "CNY 12.3000/m" },
  ])("of $e4 per $uom reads $zh and $en", ({ e4, currency, uom, zh, en }) => {
    expect(formatUnitPrice(e4, currency, uom, "zh")).toBe(zh);
    expect(formatUnitPrice(e4, currency, uom, "en")).toBe(en);
  });
});

describe("a quantity", () => {
  test("of yarn is in kilograms, with the third decimal only where a scale gave it", () => {
    expect(formatWeight(5_120_400, "zh")).toBe("5,120.40 kg");
    expect(formatWeight(5_120_405, "en")).toBe("5,120.405 kg");
    expect(formatWeight(-298_200, "zh")).toBe("-298.20 kg");
  });

  test("in tonnes has three decimals", () => {
    expect(formatTonnes(5_120_400, "zh")).toBe("5.120 t");
    expect(formatTonnes(5_120_500, "en")).toBe("5.121 t");
  });

  test("in another unit drops idle zeros and names the unit", () => {
    expect(formatQuantity(1_200_000, "m", "zh")).toBe("1,200 米");
    expect(formatQuantity(1_500, "m", "en")).toBe("1.5 m");
    expect(formatQuantity(20_000, "pc", "zh")).toBe("20 件");
    expect(formatQuantity(5_120_400, "kg", "zh")).toBe("5,120.40 kg");
    expect(formatCount(12_000)).toBe("12,000");
  });

  test("as a rate is a percentage, and a dash where there is none", () => {
    expect(formatPercent(5_808, "zh")).toBe("58.08%");
    expect(formatPercent(5_808, "en")).toBe("58.08 %");
    expect(formatPercent(-5, "zh")).toBe("-0.05%");
    expect(formatPercent(null, "zh")).toBe("—");
  });
});

describe("a date", () => {
  test("reads as its language writes it", () => {
    expect(formatDate("2026-11-03", "zh")).toBe("2026-11-03");
    expect(formatDate("2026-11-03", "en")).toBe("3 Nov 2026");
    expect(formatLongDate("2026-11-03", "zh")).toBe("2026年11月3日");
    expect(formatLongDate("2026-11-03", "en")).toBe("3 Nov 2026");
    expect(formatMonth("2026-10", "zh")).toBe("2026年10月");
    expect(formatMonth("2026-10", "en")).toBe("Oct 2026");
  });

  test("of an instant is the Shanghai one, and abroad the zone is named", () => {
    const at = new Date("2026-10-31T16:30:00Z");

    expect(formatMoment(at, "zh")).toBe("2026-11-01 00:30");
    expect(formatMoment(at, "en")).toBe("1 Nov 2026, 00:30 UTC+8");
    expect(formatTime(at, "zh")).toBe("00:30 (北京时间)");
    expect(formatTime(at, "en")).toBe("00:30 (UTC+8)");
  });
});
