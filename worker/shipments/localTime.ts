/** Whether the runtime knows a time zone by that name. */
export function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

/** How far the clocks of a zone are ahead of UTC at an instant, in minutes. */
export function offsetMinutes(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
  return Math.round((shown - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000);
}

/** The instant at which the clocks of a zone show `local` (2026-11-23T14:05). */
export function instantOf(local: string, zone: string): Date {
  const asUtc = new Date(`${local}:00Z`);
  // Twice, because the first guess may lie on the other side of a change to summer time.
  const guess = new Date(asUtc.getTime() - offsetMinutes(asUtc, zone) * 60_000);
  return new Date(asUtc.getTime() - offsetMinutes(guess, zone) * 60_000);
}

/** What the clocks of a zone show, with the zone as an offset: abbreviations such as CST are ambiguous. */
export function localTime(at: Date, zone: string): { local: string; offset: string } {
  const minutes = offsetMinutes(at, zone);
  const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, 16);
  const size = Math.abs(minutes);
  const half = size % 60 ? `:${String(size % 60).padStart(2, "0")}` : "";
  return { local, offset: `UTC${minutes < 0 ? "-" : "+"}${Math.floor(size / 60)}${half}` };
}
