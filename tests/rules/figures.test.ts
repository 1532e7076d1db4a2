import { describe, expect, test } from "vitest";
import {
  collectionRate,
  countBackTenths,
  dsoTenths,
  onTimeRate,
  periodOf,
  rate,
  salesCashRate,
} from "#worker/figures";

const period = (openingMinor: number, netSalesMinor: number, receiptsMinor: number) => ({
  openingMinor,
  netSalesMinor,
  receiptsMinor,
});

describe("the collection rate", () => {
  test("of October 2026 is 58.08 %", () => {
    const october = periodOf(186_420_35, [
      { type: "shipment", amountMinor: 46_339_62 },
      { type: "shipment", amountMinor: 27_318_24 },
      { type: "payment", amountMinor: -120_000_00 },
      { type: "acceptance_bill", amountMinor: -50_000_00 },
      { type: "shipment", amountMinor: 36_496_39 },
      { type: "return_credit", amountMinor: -2_698_71 },
      { type: "allowance", amountMinor: -1_200_00 },
    ]);

    expect(october).toEqual(period(186_420_35, 106_255_54, 170_000_00));
    expect(collectionRate(october)).toBe(58_08);
  });

  test("of a quarter is its own, not the mean of its months", () => {
    const months = [period(100, 80, 90), period(90, 120, 70), period(140, 60, 130)];

    expect(months.map(collectionRate)).toEqual([50_00, 33_33, 65_00]);
    expect(collectionRate(period(100, 260, 290))).toBe(80_56);
  });

  test("falls when a bill is dishonoured or money goes back, and ignores what is no receipt", () => {
    const month = periodOf(1_000, [
      { type: "payment", amountMinor: -500 },
      { type: "bill_dishonour", amountMinor: 200 },
      { type: "refund", amountMinor: 100 },
      { type: "netting", amountMinor: -50 },
      { type: "write_off", amountMinor: -50 },
      { type: "bank_charge", amountMinor: -5 },
    ]);

    expect(month).toEqual(period(1_000, 0, 200));
    expect(collectionRate(month)).toBe(20_00);
  });

  test("does not exist where nothing was owed or sold", () => {
    expect(collectionRate(period(0, 0, 500))).toBeNull();
    expect(collectionRate(period(-600, 500, 500))).toBeNull();
    expect(collectionRate(periodOf(0, []))).toBeNull();
  });
});

test("the cash rate may exceed all sales, and a month without sales has none", () => {
  expect(salesCashRate(period(100, 80, 90))).toBe(112_50);
  expect(salesCashRate(period(100, 0, 90))).toBeNull();
});

test("the on-time rate counts what was due by then", () => {
  expect(onTimeRate({ paidMinor: 60, overdueMinor: 20, fallingDueMinor: 70 })).toBe(66_67);
  expect(onTimeRate({ paidMinor: 0, overdueMinor: 0, fallingDueMinor: 0 })).toBeNull();
});

test("a rate is exact to a hundredth of a percent, halves away from zero", () => {
  expect(rate(1, 80_000)).toBe(0);
  expect(rate(1, 20_000)).toBe(1);
  expect(rate(-1, 20_000)).toBe(-1);
});

describe("days of sales outstanding", () => {
  const quarter = [
    { salesMinor: 150, days: 30 },
    { salesMinor: 160, days: 31 },
    { salesMinor: 140, days: 30 },
  ];

  test("are 72.8 by the classic formula and 71.7 counted back", () => {
    expect(dsoTenths(360, 450, 91)).toBe(728);
    expect(countBackTenths(360, quarter)).toBe(717);
  });

  test("end with a whole month when that is all that is owed", () => {
    expect(countBackTenths(310, quarter)).toBe(610);
    expect(countBackTenths(450, quarter)).toBe(910);
    expect(countBackTenths(0, quarter)).toBe(0);
  });

  test("pass over a month without sales, and cannot be told when more is owed than was sold", () => {
    expect(
      countBackTenths(50, [
        { salesMinor: 0, days: 30 },
        { salesMinor: 100, days: 31 },
      ]),
    ).toBe(455);
    expect(countBackTenths(451, quarter)).toBeNull();
    expect(dsoTenths(360, 0, 91)).toBeNull();
  });
});
