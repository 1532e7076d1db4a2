import type { FollowUp } from "#schema/followUps";

export type Called = Pick<
  FollowUp,
  | "partyId"
  | "status"
  | "doneAt"
  | "overallScore"
  | "productScore"
  | "serviceScore"
  | "salespersonScore"
  | "timelyScore"
  | "careScore"
  | "problem"
> & { solved: boolean };

const enough = 5;

/** A share in hundredths of a percent, half away from zero; null when there is nothing to share. */
const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((part * 10_000) / whole));
const scoreOf = ({ overallScore }: Called) => overallScore ?? 0;
const isValid = ({ status, overallScore }: Called) =>
  (status === "done" || status === "escalated") && overallScore !== null;

/** Calls with a 4 or 5 of all that were answered; an index of 100 means that all said 5. */
export function satisfactionOf(calls: Called[]) {
  const valid = calls.filter(isValid);
  const counts = [5, 4, 3, 2, 1].map((score) => valid.filter((call) => scoreOf(call) === score).length);
  const content = (counts[0] ?? 0) + (counts[1] ?? 0);
  const sum = valid.reduce((total, call) => total + scoreOf(call), 0);
  return {
    valid: valid.length,
    counts,
    rateBp: share(content, valid.length),
    indexBp: share(sum, 5 * valid.length),
    enough: valid.length >= enough,
  };
}

/** The month as the report's first line tells it: one customer is one vote, the latest one. */
export function figuresOf(calls: Called[]) {
  const problems = calls.filter(({ problem }) => problem !== null);
  const reached = calls.filter(({ status }) => status === "done" || status === "escalated");
  const asked = calls.filter(({ status }) => status !== "skipped");
  return {
    due: asked.length,
    reached: reached.length,
    callBp: share(reached.length, asked.length),
    perCall: satisfactionOf(calls),
    headline: satisfactionOf(latestPerCustomer(calls)),
    averages: {
      product: average(reached.map(({ productScore }) => productScore)),
      service: average(reached.map(({ serviceScore }) => serviceScore)),
      salesperson: average(reached.map(({ salespersonScore }) => salespersonScore)),
      timely: average(reached.map(({ timelyScore }) => timelyScore)),
      care: average(reached.map(({ careScore }) => careScore)),
    },
    problems: problems.length,
    solved: problems.filter(({ solved }) => solved).length,
    solvedBp: share(problems.filter(({ solved }) => solved).length, problems.length),
  };
}

function latestPerCustomer(calls: Called[]): Called[] {
  const latest = new Map<string, Called>();
  const inOrder = calls.filter(isValid).toSorted((a, b) => timeOf(a) - timeOf(b));
  for (const [index, call] of inOrder.entries()) latest.set(call.partyId ?? `guest ${index}`, call);
  return [...latest.values()];
}
const timeOf = ({ doneAt }: Called) => doneAt?.getTime() ?? 0;

/** In hundredths of a point. */
function average(scores: (number | null)[]): number | null {
  const given = scores.filter((score) => score !== null);
  if (given.length === 0) return null;
  return Math.round((given.reduce((sum, score) => sum + score, 0) * 100) / given.length);
}
