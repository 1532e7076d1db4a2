import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addBusinessHours,
  addDays,
  businessDate,
  businessHoursBetween,
  isProvisional,
  isWorkday,
  lastDay,
  nextWorkday,
} from "#worker/calendar";
import { calendarFrom } from "#worker/calendarDays";

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

  const instants = fc.date({ min: new Date("2025-01-01"), max: new Date("2027-11-30"), noInvalidDate: true });
  test("two allowances one after the other are due when their sum is", () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 80 }),
        (start, a, b) => {
          expect(addBusinessHours(addBusinessHours(start, a), b)).toEqual(addBusinessHours(start, a + b));
        },
      ),
    );
  });

  test("the office hours until a due time are the allowance", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 80 }), (start, hours) => {
        expect(businessHoursBetween(start, addBusinessHours(start, hours))).toBeCloseTo(hours, 6);
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
  const announcedLater = calendarFrom([{ date: "2027-03-01", kind: "holiday" }]);
  expect([isProvisional("2027-03-02", announcedLater), isWorkday("2027-03-01", announcedLater)]).toEqual([
    false,
    false,
  ]);
});
