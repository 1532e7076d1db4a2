import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  country,
  day,
  figure,
  oneOf,
  paymentTerm,
  quantity,
  type Rule,
  rate,
  yesNo,
} from "#worker/imports/rules";
import { discountedAmount, lineAmount } from "#worker/money";

const read = (rule: Rule<unknown>, text: string) => {
  const said = rule(text);
  return "value" in said ? said.value : "refused";
};

describe("a cell", () => {
  test.each([
    {
      what: "a database's date with its time",
      rule: day,
      text: "1996-07-04 00:00:00.000",
      value: "1996-07-04",
    },
    { what: "a date with dots", rule: day, text: "2026.11.23", value: "2026-11-23" },
    { what: "a day that does not exist", rule: day, text: "2026-02-30", value: "refused" },
    { what: "a price", rule: figure(4), text: "14.00", value: 140_000 },
    { what: "a price with thousands", rule: figure(2), text: "1,234.5", value: 123_450 },
    { what: "full-width digits", rule: figure(0), text: "１２", value: 12 },
    { what: "a figure below zero where none may be", rule: figure(2), text: "-1", value: "refused" },
    { what: "a figure below zero where it may", rule: figure(2, { least: -100 }), text: "-1", value: -100 },
    { what: "an exponent", rule: figure(2), text: "1e3", value: "refused" },
    { what: "tonnes", rule: quantity, text: "1.2吨", value: 1_200_000 },
    { what: "no quantity", rule: quantity, text: "0", value: "refused" },
    { what: "a discount", rule: rate, text: "0.15", value: 1_500 },
    { what: "yes", rule: yesNo, text: "是", value: true },
    { what: "perhaps", rule: yesNo, text: "maybe", value: "refused" },
    { what: "a country by its usual name", rule: country, text: "UK", value: "GB" },
    { what: "a country in Chinese", rule: country, text: "孟加拉国", value: "BD" },
    { what: "a country by code", rule: country, text: "bd", value: "BD" },
    {
      what: "a choice by its words",
      rule: oneOf({ a: { zh: "甲", en: "First" } }),
      text: "first",
      value: "a",
    },
    {
      what: "a term by its words",
      rule: paymentTerm,
      text: "月结30天",
      value: { term: "eom_1", days: null },
    },
    { what: "a term with days", rule: paymentTerm, text: "赊销60天", value: { term: "oa_n", days: 60 } },
    { what: "a term in English", rule: paymentTerm, text: "L/C 90 days", value: { term: "lc_n", days: 90 } },
    { what: "bare days", rule: paymentTerm, text: "45", value: { term: "net_n", days: 45 } },
    { what: "a term of nobody", rule: paymentTerm, text: "soon", value: "refused" },
    { what: "nothing", rule: day, text: "", value: "refused" },
  ])("that holds $what is read as it is meant", ({ rule, text, value }) => {
    expect(read(rule, text)).toEqual(value);
  });

  test("is refused in both languages with what it holds, cut short", () => {
    const said = day("x".repeat(60));

    if ("value" in said) throw new Error("the cell was taken");
    expect(said.wrong.zh).toBe(`“${"x".repeat(40)}…”不是有效的日期。`);
    expect(said.wrong.en).toBe(`“${"x".repeat(40)}…” is not a date.`);
  });
});

describe("a discounted line", () => {
  test("is rounded once, half away from zero", () => {
    expect(discountedAmount({ quantityMilli: 5_000, unitPriceE4: 21_000, discountBp: 1_500 }, "USD")).toBe(
      893,
    );
    expect(discountedAmount({ quantityMilli: 1_000, unitPriceE4: 63_000, discountBp: 300 }, "USD")).toBe(611);
    expect(discountedAmount({ quantityMilli: 1_000, unitPriceE4: 63_000, discountBp: 10_000 }, "USD")).toBe(
      0,
    );
  });

  test("without a discount is a line as any other", () => {
    const whole = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(whole(1e9), whole(1e7), (quantityMilli, unitPriceE4) => {
        const line = { quantityMilli, unitPriceE4, discountBp: 0 };
        expect(discountedAmount(line, "CNY")).toBe(lineAmount(quantityMilli, unitPriceE4, "CNY"));
      }),
    );
  });
});
