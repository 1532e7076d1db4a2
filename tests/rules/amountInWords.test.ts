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
])("%d fen are written %s", (minor, words) => expect(amountInChinese(minor, "CNY")).toBe(words));

test.each([
  [18_250_40, "US DOLLARS EIGHTEEN THOUSAND TWO HUNDRED AND FIFTY AND CENTS FORTY ONLY"],
  [100_00, "US DOLLARS ONE HUNDRED ONLY"],
  [1_000_021_00, "US DOLLARS ONE MILLION TWENTY-ONE ONLY"],
])("%d cents are written %s", (minor, words) => expect(amountInEnglish(minor, "USD")).toBe(words));
