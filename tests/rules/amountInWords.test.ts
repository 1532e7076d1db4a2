import { expect, test } from "vitest";
import { amountInChinese, amountInEnglish } from "#worker/amountInWords";

test.each([
  [0, "人民币零元整"],
  [5, "人民币伍分"],
  [50, "人民币伍角整"],
  [10_00, "人民币壹拾元整"],
  [10_50, "人民币壹拾元零伍角整"],
  [325_04, "人民币叁佰贰拾伍元零肆分"],
  [1_409_50, "人民币壹仟肆佰零玖元伍角整"],
  [1_680_32, "人民币壹仟陆佰捌拾元零叁角贰分"],
  [6_007_14, "人民币陆仟零柒元壹角肆分"],
  [16_409_02, "人民币壹万陆仟肆佰零玖元零贰分"],
  [86_537_90, "人民币捌万陆仟伍佰叁拾柒元玖角整"],
  [100_001_00, "人民币壹拾万零壹元整"],
  [107_000_53, "人民币壹拾万柒仟元零伍角叁分"],
  [122_675_89, "人民币壹拾贰万贰仟陆佰柒拾伍元捌角玖分"],
  [300_500_10, "人民币叁拾万零伍佰元零壹角整"],
  [1_005_000_00, "人民币壹佰万伍仟元整"],
  [1_010_101_01, "人民币壹佰零壹万零壹佰零壹元零壹分"],
  [20_000_010_05, "人民币贰仟万零壹拾元零伍分"],
  [100_000_000_00, "人民币壹亿元整"],
  [123_456_789_01, "人民币壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分"],
  [-3_256_70, "人民币负叁仟贰佰伍拾陆元柒角整"],
  [1_000_010_000_00, "人民币壹拾亿零壹万元整"],
  [100_000_001_00, "人民币壹亿零壹元整"],
  [1_000_100_000_000_00, "人民币壹万零壹亿元整"],
])("%d fen are written %s", (minor, words) => expect(amountInChinese(minor, "CNY")).toBe(words));

test.each([
  [18_250_40, "USD", "美元壹万捌仟贰佰伍拾元零肆角整"],
  [1_005, "KWD", "科威特第纳尔壹元零伍厘"],
  [999, "KWD", "科威特第纳尔玖角玖分玖厘"],
  [1_500, "JPY", "日元壹仟伍佰元整"],
])("%d minor units of %s are written %s", (minor, currency, words) => {
  expect(amountInChinese(minor, currency)).toBe(words);
});

test.each([
  [18_250_40, "US DOLLARS EIGHTEEN THOUSAND TWO HUNDRED AND FIFTY AND CENTS FORTY ONLY"],
  [100_00, "US DOLLARS ONE HUNDRED ONLY"],
  [1_000_021_00, "US DOLLARS ONE MILLION TWENTY-ONE ONLY"],
  [5, "US DOLLARS ZERO AND CENTS FIVE ONLY"],
  [-1_00, "MINUS US DOLLARS ONE ONLY"],
])("%d cents are written %s", (minor, words) => expect(amountInEnglish(minor, "USD")).toBe(words));

test.each([
  [
    122_675_89,
    "CNY",
    "RENMINBI YUAN ONE HUNDRED AND TWENTY-TWO THOUSAND SIX HUNDRED AND SEVENTY-FIVE AND FEN EIGHTY-NINE ONLY",
  ],
  [1_000_000, "JPY", "JAPANESE YEN ONE MILLION ONLY"],
  [1_005, "KWD", "KUWAITI DINARS ONE AND FILS FIVE ONLY"],
  [2_012_00, "GBP", "POUNDS STERLING TWO THOUSAND TWELVE ONLY"],
])("%d minor units of %s are written %s abroad", (minor, currency, words) => {
  expect(amountInEnglish(minor, currency)).toBe(words);
});

test("every amount is written in its own words", () => {
  const words = new Set<string>();
  for (let minor = 0; minor < 30_000; minor += 1) words.add(amountInChinese(minor * 37, "CNY"));

  expect(words.size).toBe(30_000);
  expect(
    [...words].filter((said) => /undefined|零零|零元.|零[拾佰仟万亿]/.test(said) && said !== "人民币零元整"),
  ).toEqual([]);
});

test("a currency we do not trade in is a bug", () => {
  expect(() => amountInChinese(1, "XAU")).toThrow("do not trade in");
});
