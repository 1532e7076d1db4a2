const shanghaiMs = 8 * 3_600_000;

/** The calendar date in Asia/Shanghai (UTC+8, no summer time) of an instant, YYYY-MM-DD. */
export function businessDate(at: Date): string {
  return new Date(at.getTime() + shanghaiMs).toISOString().slice(0, 10);
}
