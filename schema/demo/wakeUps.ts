import { rungs } from "#worker/complaints/clockSteps";
import { clockTimes } from "#worker/complaints/clocks";
import { finished } from "#worker/complaints/lifecycle";
import type { Complaint } from "../complaints";
import { jobs } from "../events";
import type { Return } from "../returns";
import type { Statement } from "../statements";
import { addDays, clock } from "./days";
import type { Sent } from "./shipments";
import type { World } from "./world";

/** What the site would have to look at later, had these papers been made on it; what is past stays past. */
function wake(world: World, id: string, kind: string, input: Record<string, unknown>, dueAt: Date) {
  if (dueAt > world.now) world.press.put(jobs, { id, kind, input, dueAt });
}

const midnightAfter = (day: string) => clock(addDays(day, 1), 0);

export function wakeForStatement(
  world: World,
  { id, status, confirmBy }: Pick<Statement, "id" | "status" | "confirmBy">,
) {
  if (status !== "issued" && status !== "viewed") return;
  wake(world, `statement deadline ${id}`, "statements.deadline", { id }, midnightAfter(confirmBy));
}

/** Nobody signs: a week after a delivery at home the carrier's record counts. */
export function wakeForReceipt(world: World, { row }: Sent) {
  const { id, status, deliveredOn, eta, market } = row;
  const abroad = market === "export" && row.dispatchedOn && status !== "confirmed" && eta;
  const from = abroad
    ? addDays(eta, 30)
    : status === "delivered" && deliveredOn
      ? addDays(deliveredOn, 7)
      : null;
  if (from) wake(world, `receipt ${id}`, "shipments.receipt", { id }, clock(from, 12));
}

export function wakeForReturn(world: World, { id, reference, status, validUntil }: Return) {
  if (status === "approved" && validUntil)
    wake(world, `return expires ${id}`, "return.expire", { reference }, midnightAfter(validUntil));
}

/** The clocks that an open complaint still runs on. */
export function wakeForComplaint(world: World, complaint: Complaint) {
  const { id, receivedAt, status } = complaint;
  if (finished.includes(status)) return;
  for (const [name, { due, met }] of Object.entries(clockTimes(complaint))) {
    if (!due || met) continue;
    const span = due.getTime() - receivedAt.getTime();
    for (const rung of rungs) {
      const input = { id, clock: name, rung, due: due.getTime() };
      wake(
        world,
        `clock ${id} ${name} ${rung} ${due.getTime()}`,
        "complaint.clock",
        input,
        new Date(receivedAt.getTime() + (span * rung) / 100),
      );
    }
  }
}
