import type { Ctx } from "../context";
import { job, type Step } from "../write";
import type { Clock, Running } from "./clocks";

/** How much of a clock's time is gone when somebody is told. */
export const rungs = [75, 100, 150] as const;
export type Rung = (typeof rungs)[number];

/** Looks at the clock when most of its time is gone, when all is, and when half as much again is. */
export function clockSteps(
  ctx: Pick<Ctx, "db" | "now">,
  id: string,
  clock: Clock,
  from: Date,
  due: Date,
): Step[] {
  const span = due.getTime() - from.getTime();
  return rungs.map((rung) => {
    const at = new Date(from.getTime() + (span * rung) / 100);
    // The due time is part of the name: a clock that was moved is watched anew.
    const name = `clock ${id} ${clock} ${rung} ${due.getTime()}`;
    return job(ctx, name, "complaint.clock", { id, clock, rung, due: due.getTime() }, at);
  });
}

/** The same for all clocks that an accepted complaint runs on. */
export const runningSteps = (
  ctx: Pick<Ctx, "db" | "now">,
  id: string,
  from: Date,
  due: Partial<Running>,
): Step[] =>
  [
    due.preliminaryBy ? clockSteps(ctx, id, "preliminary", from, due.preliminaryBy) : [],
    due.proposeBy ? clockSteps(ctx, id, "propose", from, due.proposeBy) : [],
    due.closeBy ? clockSteps(ctx, id, "close", from, due.closeBy) : [],
  ].flat();
