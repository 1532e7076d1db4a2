import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  afterAllocating,
  ageBands,
  allocate,
  type Credit,
  type Debt,
  daysOverdue,
  overdueBands,
  overdueMinor,
  unallocatedMinor,
} from "#worker/ageing";
import { amountInChinese } from "#worker/amountInWords";
import { dueDate } from "#worker/dueDate";
import { lineAmount, netOfTax } from "#worker/money";

const none = { not_due: 0, days_1_30: 0, days_31_60: 0, days_61_90: 0, days_91_180: 0, over_180: 0 };
const debt = (
  id: string,
  openMinor: number,
  effectiveDueOn: string | null,
  businessDate = "2026-01-01",
): Debt => ({
  id,
  openMinor,
  businessDate,
  effectiveDueOn,
});
const credit = (id: string, openMinor: number, businessDate = "2026-06-01", debtIds?: string[]): Credit => ({
  id,
  openMinor,
  businessDate,
  debtIds,
});

describe("the account of October 2026", () => {
  const delivered = (id: string, businessDate: string, grams: number, priceE4: number): Debt => {
    const due = dueDate("eom_1", { businessDate });
    return {
      id,
      businessDate,
      openMinor: lineAmount(grams, priceE4, "CNY"),
      effectiveDueOn: due?.effective ?? null,
    };
  };
  const debts = [
    debt("august", 60_000_00, "2026-09-30", "2026-08-31"),
    debt("september", 126_420_35, "2026-11-02", "2026-09-30"),
    delivered("d1", "2026-10-09", 5_120_400, 90_500),
    delivered("d2", "2026-10-14", 2_985_600, 91_500),
    delivered("d3", "2026-10-22", 4_032_750, 90_500),
  ];
  const credits = [
    credit("payment", 120_000_00, "2026-10-15"),
    credit("bill", 50_000_00, "2026-10-20"),
    credit("return", -lineAmount(-298_200, 90_500, "CNY"), "2026-10-27", ["d3"]),
    credit("allowance", 1_200_00, "2026-10-29", ["d3"]),
  ];
  const allocations = allocate(debts, credits);
  const open = afterAllocating(debts, allocations);

  test("is paid oldest debt first, and its credits go to their own delivery", () => {
    expect(allocations).toEqual([
      { creditId: "return", debtId: "d3", amountMinor: 2_698_71 },
      { creditId: "allowance", debtId: "d3", amountMinor: 1_200_00 },
      { creditId: "payment", debtId: "august", amountMinor: 60_000_00 },
      { creditId: "payment", debtId: "september", amountMinor: 60_000_00 },
      { creditId: "bill", debtId: "september", amountMinor: 50_000_00 },
    ]);
  });

  test("closes at the sum of what is open", () => {
    const closing = open.reduce((sum, { openMinor }) => sum + openMinor, 0);

    expect(closing).toBe(122_675_89);
    expect(unallocatedMinor(afterAllocating(credits, allocations))).toBe(0);
    expect(amountInChinese(closing, "CNY")).toBe("人民币壹拾贰万贰仟陆佰柒拾伍元捌角玖分");
  });

  test("is overdue by 16,420.35 for 21 days on 23 November", () => {
    const september = open.find(({ id }) => id === "september");

    expect(overdueMinor(open, "2026-11-23")).toBe(16_420_35);
    expect(september && daysOverdue(september, "2026-11-23")).toBe(21);
    expect(overdueBands(open, "2026-11-23")).toEqual({ ...none, not_due: 106_255_54, days_1_30: 16_420_35 });
    expect(overdueMinor(open, "2026-11-02")).toBe(0);
  });

  test("ages by when each debt arose", () => {
    expect(ageBands(open, "2026-10-31")).toEqual({ ...none, days_1_30: 106_255_54, days_31_60: 16_420_35 });
  });

  test("is taxed line by line", () => {
    const nets = debts.slice(2).map(({ openMinor }) => netOfTax(openMinor, 13).net);

    expect(nets).toEqual([41_008_51, 24_175_43, 32_297_69]);
  });
});

describe("a payment", () => {
  const debts = [debt("old", 100, "2026-03-01"), debt("new", 100, "2026-05-01")];

  test("goes where the customer says, although an older debt is overdue", () => {
    expect(allocate(debts, [credit("c", 120, "2026-06-01", ["new"])])).toEqual([
      { creditId: "c", debtId: "new", amountMinor: 100 },
      { creditId: "c", debtId: "old", amountMinor: 20 },
    ]);
  });

  test("that was meant for a debt is not overtaken by an earlier one that was not", () => {
    expect(
      allocate(debts, [credit("any", 150, "2026-01-01"), credit("meant", 100, "2026-06-01", ["old"])]),
    ).toEqual([
      { creditId: "meant", debtId: "old", amountMinor: 100 },
      { creditId: "any", debtId: "new", amountMinor: 100 },
    ]);
  });

  test("beyond all debts stays as an advance, below zero", () => {
    const credits = [credit("c", 250)];
    const allocations = allocate(debts, credits);

    expect(unallocatedMinor(afterAllocating(credits, allocations))).toBe(-50);
    expect(afterAllocating(debts, allocations)).toEqual([]);
  });

  test("comes last to a debt whose invoice never came, which is never overdue", () => {
    const waiting = debt("waiting", 100, null, "2025-01-01");

    expect(allocate([waiting, ...debts], [credit("c", 150)]).map(({ debtId }) => debtId)).toEqual([
      "old",
      "new",
    ]);
    expect(overdueBands([waiting], "2026-11-23")).toEqual({ ...none, not_due: 100 });
  });

  test("for a debt of someone else pays the own ones", () => {
    expect(allocate(debts, [credit("c", 10, "2026-06-01", ["elsewhere"])])).toEqual([
      { creditId: "c", debtId: "old", amountMinor: 10 },
    ]);
  });
});

test.each([
  ["2026-06-01", "not_due"],
  ["2026-05-31", "days_1_30"],
  ["2026-05-02", "days_1_30"],
  ["2026-05-01", "days_31_60"],
  ["2026-03-03", "days_61_90"],
  ["2026-03-02", "days_91_180"],
  ["2025-12-03", "days_91_180"],
  ["2025-12-02", "over_180"],
] as const)("a debt due on %s is in %s on 1 June", (dueOn, band) => {
  expect(overdueBands([debt("d", 7, dueOn)], "2026-06-01")).toEqual({ ...none, [band]: 7 });
});

test("whatever is paid, nothing is paid twice and both views tie to the balance", () => {
  const day = fc.nat(700).map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  const debts = fc
    .array(fc.tuple(amount, fc.option(day), day), { maxLength: 12 })
    .map((rows) => rows.map(([open, due, on], at) => debt(`d${at}`, open, due, on)));
  const meant = fc.array(
    fc.nat(12).map((at) => `d${at}`),
    { maxLength: 3 },
  );
  const credits = fc
    .array(fc.tuple(amount, day, meant), { maxLength: 12 })
    .map((rows) => rows.map(([open, on, ids], at) => credit(`c${at}`, open, on, ids)));
  const sum = (items: { openMinor: number }[]) =>
    items.reduce((total, { openMinor }) => total + openMinor, 0);
  fc.assert(
    fc.property(debts, credits, day, (owed, paid, asOf) => {
      const allocations = allocate(owed, paid);
      const open = afterAllocating(owed, allocations);
      const left = afterAllocating(paid, allocations);
      const balance = sum(owed) - sum(paid);

      expect([...open, ...left].every(({ openMinor }) => openMinor > 0)).toBe(true);
      expect(open.length === 0 || left.length === 0).toBe(true);
      for (const bands of [overdueBands(open, asOf), ageBands(open, asOf)]) {
        expect(Object.values(bands).reduce((total, minor) => total + minor) + unallocatedMinor(left)).toBe(
          balance,
        );
      }
    }),
  );
});
