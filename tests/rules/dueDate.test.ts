import { describe, expect, test } from "vitest";
import { paymentTerms } from "#schema/words/receivables";
import { dueDate } from "#worker/dueDate";

describe("a delivery", () => {
  test.each([
    {
      on: "2026-01-31",
      term: "eom_1",
      days: 0,
      due: "2026-02-28",
      effective: "2026-02-28",
      provisional: false,
    },
    {
      on: "2026-02-01",
      term: "eom_1",
      days: 0,
      due: "2026-03-31",
      effective: "2026-03-31",
      provisional: false,
    },
    {
      on: "2026-03-15",
      term: "eom_1",
      days: 0,
      due: "2026-04-30",
      effective: "2026-04-30",
      provisional: false,
    },
    {
      on: "2026-09-01",
      term: "net_n",
      days: 30,
      due: "2026-10-01",
      effective: "2026-10-08",
      provisional: false,
    },
    {
      on: "2026-01-20",
      term: "net_n",
      days: 30,
      due: "2026-02-19",
      effective: "2026-02-24",
      provisional: false,
    },
    {
      on: "2026-09-15",
      term: "eom_1",
      days: 0,
      due: "2026-10-31",
      effective: "2026-11-02",
      provisional: false,
    },
    {
      on: "2026-11-30",
      term: "eom_3",
      days: 0,
      due: "2027-02-28",
      effective: "2027-03-01",
      provisional: true,
    },
    {
      on: "2026-11-30",
      term: "eom_2",
      days: 0,
      due: "2027-01-31",
      effective: "2027-02-01",
      provisional: true,
    },
    {
      on: "2026-09-01",
      term: "oa_n",
      days: 60,
      due: "2026-10-31",
      effective: "2026-11-02",
      provisional: false,
    },
    {
      on: "2026-09-01",
      term: "prepaid",
      days: 0,
      due: "2026-09-01",
      effective: "2026-09-01",
      provisional: false,
    },
    {
      on: "2026-12-29",
      term: "lc_sight",
      days: 0,
      due: "2027-01-08",
      effective: "2027-01-08",
      provisional: true,
    },
  ] as const)(
    "of $on at $term/$days is due on $due, effectively $effective",
    ({ on, term, days, ...expected }) => {
      expect(dueDate(term, { businessDate: on, days })).toEqual(expected);
    },
  );

  test("on invoice terms is not due before the invoice has arrived", () => {
    const delivered = { businessDate: "2026-09-01", days: 30 };

    expect(dueDate("inv_n", delivered)).toBeNull();
    expect(dueDate("inv_n", { ...delivered, invoicedOn: "2026-09-10" })?.due).toBe("2026-10-10");
  });

  test("follows the later fact of its term once that is known", () => {
    const shipped = { businessDate: "2026-11-02", days: 30 };

    expect(dueDate("cod", shipped)?.due).toBe("2026-11-02");
    expect(dueDate("cod", { ...shipped, receivedOn: "2026-11-05" })?.due).toBe("2026-11-05");
    expect(dueDate("dp", { ...shipped, presentedOn: "2026-11-12" })?.due).toBe("2026-11-12");
    expect(dueDate("lc_sight", { ...shipped, presentedOn: "2026-11-12" })?.due).toBe("2026-11-23");
    expect(dueDate("da_n", { ...shipped, acceptedOn: "2026-11-20" })?.due).toBe("2026-12-20");
    expect(dueDate("lc_n", shipped)?.due).toBe("2026-12-02");
  });

  test.each(paymentTerms)("on %s is effective on a workday, never before it is due", (term) => {
    for (let day = 1; day <= 28; day += 1) {
      const businessDate = `2026-09-${String(day).padStart(2, "0")}`;
      const due = dueDate(term, { businessDate, days: 30, invoicedOn: businessDate });
      expect(due && due.effective >= due.due && due.due >= businessDate).toBe(true);
    }
  });
});
