import type { Language } from "#schema/words/words";
import { formatMonth } from "#worker/wording";

const shanghaiMs = 8 * 3_600_000;

/** The months before this one as options, latest first, by the Shanghai calendar. */
export function pastMonths(count: number, language: Language, includeThis = false) {
  const now = new Date(Date.now() + shanghaiMs);
  const first = includeThis ? 0 : 1;
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - index - first, 1));
    const value = at.toISOString().slice(0, 7);
    return { value, label: formatMonth(value, language) };
  });
}
