import { isFixedHoliday, official, type WorkingCalendar } from "./calendarDays";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const shanghaiMs = 8 * hourMs;

/** The calendar date in Asia/Shanghai (UTC+8, no summer time) of an instant, YYYY-MM-DD. */
export const businessDate = (at: Date): string => dayOf(at.getTime() + shanghaiMs);

/** The instant at which a Shanghai date begins. */
export const startOf = (day: string): Date => new Date(Date.parse(day) - shanghaiMs);

const dayOf = (utcMs: number) => new Date(utcMs).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => dayOf(Date.parse(day) + days * dayMs);
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

export const monthOf = (day: string): string => day.slice(0, 7);
export const addMonths = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return dayOf(Date.UTC(year, number - 1 + months, 1)).slice(0, 7);
};
export const firstDay = (month: string): string => `${month}-01`;
export const lastDay = (month: string): string => addDays(firstDay(addMonths(month, 1)), -1);

/** Nobody has announced this year's holidays yet: what is computed from it may still move. */
export const isProvisional = (day: string, calendar: WorkingCalendar = official): boolean =>
  !calendar.years.has(day.slice(0, 4));

export function isWorkday(day: string, calendar: WorkingCalendar = official): boolean {
  const kind = calendar.kinds.get(day);
  if (kind) return kind === "makeup_workday";
  if (isProvisional(day, calendar) && isFixedHoliday(day)) return false;
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day itself if it is worked, otherwise the next one that is. */
export function nextWorkday(day: string, calendar: WorkingCalendar = official): string {
  let found = day;
  for (let tried = 0; !isWorkday(found, calendar); tried++) {
    if (tried > 366) throw new Error("a calendar without working days");
    found = addDays(found, 1);
  }
  return found;
}

/** The day that many working days later; zero moves off a day of rest only. */
export function addWorkdays(day: string, count: number, calendar: WorkingCalendar = official): string {
  let found = nextWorkday(day, calendar);
  for (let left = count; left > 0; left--) found = nextWorkday(addDays(found, 1), calendar);
  return found;
}

// Office hours 08:30–12:00 and 13:00–17:30 in Shanghai, as milliseconds after its midnight.
const shifts = [
  [8.5 * hourMs, 12 * hourMs],
  [13 * hourMs, 17.5 * hourMs],
] as const;
export const businessHoursPerDay = 8;

/** The stretches of office time from an instant on, as UTC milliseconds. */
function* openFrom(startMs: number, calendar: WorkingCalendar): Generator<[number, number]> {
  const first = nextWorkday(businessDate(new Date(startMs)), calendar);
  for (let day = first; ; day = nextWorkday(addDays(day, 1), calendar)) {
    const midnight = startOf(day).getTime();
    for (const [opens, closes] of shifts) {
      const from = Math.max(startMs, midnight + opens);
      if (from < midnight + closes) yield [from, midnight + closes];
    }
  }
}

/** The instant that many office hours after another; the clock stands still outside office time. */
export function addBusinessHours(start: Date, hours: number, calendar: WorkingCalendar = official): Date {
  let left = Math.round(hours * hourMs);
  if (left < 0) throw new Error("office time runs forward only");
  if (left === 0) return start;
  for (const [from, to] of openFrom(start.getTime(), calendar)) {
    if (left <= to - from) return new Date(from + left);
    left -= to - from;
  }
  throw new Error("office time ends");
}

/** How many office hours lie between two instants; zero when the second is not later. */
export function businessHoursBetween(start: Date, end: Date, calendar: WorkingCalendar = official): number {
  let sum = 0;
  for (const [from, to] of openFrom(start.getTime(), calendar)) {
    if (from >= end.getTime()) return sum / hourMs;
    sum += Math.min(to, end.getTime()) - from;
  }
  return sum / hourMs;
}
