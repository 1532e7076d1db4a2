/** What the State Council announced: days off, and weekend days that are worked instead. */
export type DayKind = "holiday" | "makeup_workday" | "company_closure";
export type Override = { date: string; kind: DayKind };

const runs: [string, string][] = [
  ["2025-01-01", "2025-01-01"],
  ["2025-01-28", "2025-02-04"],
  ["2025-04-04", "2025-04-06"],
  ["2025-05-01", "2025-05-05"],
  ["2025-05-31", "2025-06-02"],
  ["2025-10-01", "2025-10-08"],
  ["2026-01-01", "2026-01-03"],
  ["2026-02-15", "2026-02-23"],
  ["2026-04-04", "2026-04-06"],
  ["2026-05-01", "2026-05-05"],
  ["2026-06-19", "2026-06-21"],
  ["2026-09-25", "2026-09-27"],
  ["2026-10-01", "2026-10-07"],
];
const worked = [
  "2025-01-26",
  "2025-02-08",
  "2025-04-27",
  "2025-09-28",
  "2025-10-11",
  "2026-01-04",
  "2026-02-14",
  "2026-02-28",
  "2026-05-09",
  "2026-09-20",
  "2026-10-10",
];
/** In a year not announced yet only the days that never move are known. */
const fixed = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];

const dayMs = 86_400_000;
const daysOf = ([from, to]: [string, string]): string[] => {
  const last = Date.parse(to);
  const days: string[] = [];
  for (let at = Date.parse(from); at <= last; at += dayMs) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
};

export const announced: Override[] = [
  ...runs.flatMap(daysOf).map((date) => ({ date, kind: "holiday" as const })),
  ...worked.map((date) => ({ date, kind: "makeup_workday" as const })),
];

export type WorkingCalendar = { kinds: Map<string, DayKind>; years: Set<string> };

/** A calendar of official and own days; a later row for the same day wins. */
export function calendarFrom(overrides: readonly Override[]): WorkingCalendar {
  const kinds = new Map(overrides.map(({ date, kind }) => [date, kind]));
  const years = new Set([...kinds.keys()].map((date) => date.slice(0, 4)));
  return { kinds, years: new Set([...years].filter((year) => isWhole(year, kinds))) };
}

/** Every announcement names New Year's Day and National Day; a single day loaded by hand makes no year. */
const isWhole = (year: string, kinds: Map<string, DayKind>) =>
  ["01-01", "10-01"].every((day) => kinds.get(`${year}-${day}`) === "holiday");

export const official = calendarFrom(announced);

export const isFixedHoliday = (day: string) => fixed.includes(day.slice(5));
