import { addDays, addMonths } from "#worker/calendar";

export {
  addDays,
  addMonths,
  addWorkdays,
  businessDate,
  daysBetween,
  monthOf,
  nextWorkday,
} from "#worker/calendar";

export const lastDay = (month: string) => addDays(`${addMonths(month, 1)}-01`, -1);
export const isSunday = (day: string) => new Date(day).getUTCDay() === 0;

/** A day of a month, or its last where the month is shorter. */
export function dayIn(month: string, day: number): string {
  const wanted = addDays(`${month}-01`, day - 1);
  return wanted > lastDay(month) ? lastDay(month) : wanted;
}

/** A time of the clock on the wall in Shanghai. */
export const clock = (day: string, hour: number, minute = 0) =>
  new Date(Date.parse(day) + ((hour - 8) * 60 + minute) * 60_000);
