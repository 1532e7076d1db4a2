import { businessDate } from "#worker/calendar";
import { type FollowUp, followUps } from "../followUps";
import type { FollowUpKind } from "../words/quality";
import type { Chance } from "./chance";
import type { Case } from "./complaints";
import { addDays, addWorkdays, clock } from "./days";
import { putReach } from "./reach";
import type { Sent } from "./shipments";
import type { Trader } from "./trader";
import type { World } from "./world";

type Call = {
  kind: FollowUpKind;
  dueOn: string;
  party: Trader | null;
  doneAt: Date | null;
  complaintId?: string;
  shipmentId?: string;
  row?: Partial<FollowUp>;
};

/** One call, made or still to be made; the salesperson never makes it. */
function putCall(world: World, { kind, dueOn, party, doneAt, complaintId, shipmentId, row }: Call) {
  const at = clock(dueOn, 9);
  const reference = world.number("FU", null, at);
  const luck = world.chance(`call ${reference}`);
  const caller = world.cast.staff["aftersales.calls"];
  const id = luck.id(at);
  const reached = doneAt !== null && luck.odds(0.92);
  const given =
    doneAt === null
      ? ("due" as const)
      : reached
        ? ("done" as const)
        : luck.pick(["refused", "skipped"] as const);
  const status = complaintId && doneAt ? ("done" as const) : given;
  world.press.put(followUps, {
    id,
    reference,
    kind,
    status,
    partyId: party?.id ?? null,
    complaintId: complaintId ?? null,
    shipmentId: shipmentId ?? null,
    dueOn,
    at,
    assignedTo: caller,
    attempts: doneAt ? luck.int(1, 2) : 0,
    ...(status === "done" && scores(luck)),
    doneAt,
    doneBy: doneAt ? caller : null,
    waivedReason: status === "skipped" ? "三次未接通，售后主管同意免回访" : null,
    ...row,
  });
  putReach(world, { noun: "follow_up", recordId: id, at, party });
}

const score = (luck: Chance) =>
  luck.weighted([
    [5, 41],
    [4, 45],
    [3, 10],
    [2, 3],
    [1, 1],
  ] as const);

function scores(luck: Chance): Partial<FollowUp> {
  const overallScore = score(luck);
  return {
    productScore: score(luck),
    serviceScore: score(luck),
    salespersonScore: score(luck),
    overallScore,
    problem: overallScore <= 2 ? "对处理速度不满意" : null,
    needs: luck.odds(0.15) ? "想了解再生丝报价" : null,
    suggestion: luck.odds(0.1) ? "希望外箱标签印大一点" : null,
  };
}

/** The two calls after a complaint: within three working days, and when the new goods have run. */
export function putCalls(world: World, { row, party, at }: Case) {
  const { resolvedAt } = row;
  if (!resolvedAt) return;
  const day = businessDate(resolvedAt);
  const calls = [
    ["complaint_1", addWorkdays(day, 2), at("followup_1_done")],
    ["complaint_2", addDays(day, 10), at("followup_2_done")],
  ] as const;
  for (const [kind, dueOn, doneAt] of calls)
    putCall(world, { kind, dueOn, party, doneAt, complaintId: row.id });
}

/** A week after some deliveries somebody asks how it went. */
export function callAfter(world: World, { row, trader }: Sent) {
  if (!row.deliveredOn || !row.signedAt) return;
  const luck = world.chance(`call after ${row.reference}`);
  if (!luck.odds(world.scale.followedUp)) return;
  const dueOn = addDays(row.deliveredOn, 7);
  if (dueOn > addDays(world.today, 3)) return;
  const doneAt = clock(addDays(dueOn, luck.int(0, 2)), luck.int(9, 16), luck.int(0, 59));
  putCall(world, {
    kind: "delivery",
    dueOn,
    party: trader,
    doneAt: doneAt < world.now ? doneAt : null,
    shipmentId: row.id,
  });
}
