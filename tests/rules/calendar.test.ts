import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addBusinessHours,
  addDays,
  addMonths,
  addWorkdays,
  businessDate,
  businessHoursBetween,
  firstDay,
  isProvisional,
  isWorkday,
  lastDay,
  monthOf,
  nextWorkday,
} from "#worker/calendar";
import { announced, calendarFrom, type DayKind } from "#worker/calendarDays";

const shanghai = (text: string) => new Date(`${text.replace(" ", "T")}:00+08:00`);

describe("office hours", () => {
  test.each([
    ["2026-11-20 11:30", 2, "2026-11-20 14:30"],
    ["2026-11-21 10:00", 2, "2026-11-23 10:30"],
    ["2026-11-23 09:00", 8, "2026-11-24 09:00"],
    ["2026-11-23 09:00", 56, "2026-12-02 09:00"],
    ["2026-09-24 16:50", 2, "2026-09-28 09:50"],
    ["2026-09-30 17:10", 2, "2026-10-08 10:10"],
    ["2026-02-13 16:00", 2, "2026-02-14 09:00"],
    ["2026-02-14 16:00", 2, "2026-02-24 09:00"],
    ["2026-02-14 16:00", 24, "2026-02-26 16:00"],
    ["2026-09-19 09:00", 2, "2026-09-20 10:30"],
  ])("what starts %s and may take %d office hours is due %s", (start, hours, due) => {
    expect(addBusinessHours(shanghai(start), hours)).toEqual(shanghai(due));
  });

  test("an allowance ends with the shift, and without hours nothing moves", () => {
    expect(addBusinessHours(shanghai("2026-11-23 08:30"), 3.5)).toEqual(shanghai("2026-11-23 12:00"));
    expect(addBusinessHours(shanghai("2026-11-23 07:00"), 8)).toEqual(shanghai("2026-11-23 17:30"));
    expect(addBusinessHours(shanghai("2026-11-22 03:00"), 0)).toEqual(shanghai("2026-11-22 03:00"));
    expect(() => addBusinessHours(shanghai("2026-11-23 09:00"), -1)).toThrow("forward only");
  });

  test("no office time passes while the office is closed", () => {
    expect(businessHoursBetween(shanghai("2026-09-24 16:50"), shanghai("2026-09-28 09:50"))).toBe(2);
    expect(businessHoursBetween(shanghai("2026-11-21 00:00"), shanghai("2026-11-22 23:00"))).toBe(0);
    expect(businessHoursBetween(shanghai("2026-11-23 10:00"), shanghai("2026-11-23 09:00"))).toBe(0);
  });

  const instants = fc.date({
    min: shanghai("2025-01-01 00:00"),
    max: shanghai("2027-12-31 23:59"),
    noInvalidDate: true,
  });
  const minutes = fc.nat(6_000);

  test("two allowances one after the other are due when their sum is", () => {
    fc.assert(
      fc.property(instants, minutes, minutes, (start, a, b) => {
        const inTurn = addBusinessHours(addBusinessHours(start, a / 60), b / 60);
        expect(inTurn).toEqual(addBusinessHours(start, (a + b) / 60));
      }),
    );
  });

  test("the office hours until a due time are the allowance, and it falls on a working day", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 6_000 }), (start, allowed) => {
        const due = addBusinessHours(start, allowed / 60);
        expect(businessHoursBetween(start, due)).toBeCloseTo(allowed / 60, 6);
        expect(isWorkday(businessDate(due))).toBe(true);
      }),
    );
  });
});

test.each([
  [2025, 248],
  [2026, 248],
])("%d has %d working days", (year, count) => {
  let worked = 0;
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
    worked += isWorkday(day) ? 1 : 0;
  expect(worked).toBe(count);
});

test.each([
  ["2026-02-16", "2026-02-24"],
  ["2026-02-23", "2026-02-24"],
  ["2026-04-06", "2026-04-07"],
  ["2026-05-04", "2026-05-06"],
  ["2026-10-05", "2026-10-08"],
])("the weekly report of Monday %s is handed in on %s", (monday, day) => {
  expect(nextWorkday(monday)).toBe(day);
});

test("a payment at half past four in the afternoon of UTC belongs to the next day in Shanghai", () => {
  expect(businessDate(new Date("2026-10-31T16:30:00Z"))).toBe("2026-11-01");
  expect(lastDay("2028-02")).toBe("2028-02-29");
});

test("a year that nobody announced is worked out from weekends and fixed days, and says so", () => {
  expect(isProvisional("2027-03-01")).toBe(true);
  expect(isWorkday("2027-10-01")).toBe(false);
  expect(isWorkday("2027-03-01")).toBe(true);
});

describe("days that staff load", () => {
  const day = (date: string, kind: DayKind = "holiday") => ({ date, kind });

  test("count at once, but a single day does not make the year known", () => {
    const calendar = calendarFrom([...announced, day("2027-03-01", "company_closure")]);

    expect(isWorkday("2027-03-01", calendar)).toBe(false);
    expect(isProvisional("2027-03-01", calendar)).toBe(true);
    expect(isProvisional("2026-12-31", calendar)).toBe(false);
  });

  test("make a year known when the whole announcement is there", () => {
    const calendar = calendarFrom([
      ...announced,
      ...["2027-01-01", "2027-10-01", "2027-10-05"].map((date) => day(date)),
      day("2027-10-09", "makeup_workday"),
    ]);

    expect(isProvisional("2027-06-01", calendar)).toBe(false);
    expect(nextWorkday("2027-10-05", calendar)).toBe("2027-10-06");
    expect(isWorkday("2027-10-09", calendar)).toBe(true);
    expect(isWorkday("2027-05-03", calendar)).toBe(true);
  });

  test("may not close the office for ever", () => {
    const all = Array.from({ length: 400 }, (_, at) => day(addDays("2026-01-01", at)));

    expect(() => nextWorkday("2026-01-01", calendarFrom(all))).toThrow("without working days");
  });
});

test("working days are counted over holidays and make-up days", () => {
  expect(addWorkdays("2026-09-30", 1)).toBe("2026-10-08");
  expect(addWorkdays("2026-09-30", 3)).toBe("2026-10-10");
  expect(addWorkdays("2026-11-21", 0)).toBe("2026-11-23");
  expect(addWorkdays("2026-11-23", 7)).toBe("2026-12-02");
});

test("2026 works 21 16 22 21 19 21 23 21 22 18 21 23 days a month", () => {
  const months = Array(12).fill(0);
  for (let on = "2026-01-01"; on <= "2026-12-31"; on = addDays(on, 1)) {
    if (isWorkday(on)) months[Number(on.slice(5, 7)) - 1] += 1;
  }

  expect(months).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
});

test("months roll over the year in both directions", () => {
  expect(addMonths("2026-11", 3)).toBe("2027-02");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect([monthOf("2026-11-30"), firstDay("2026-02"), lastDay("2026-02")]).toEqual([
    "2026-11",
    "2026-02-01",
    "2026-02-28",
  ]);
});
