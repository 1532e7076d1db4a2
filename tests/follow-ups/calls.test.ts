import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { notices } from "#schema/events";
import { parties } from "#schema/parties";
import { type FollowUpStatus, followUpStatuses } from "#schema/words/statuses";
import { moves, statusAfter } from "#worker/follow-ups/lifecycle";
import { Refusal } from "#worker/refusal";
import { fileComplaint, procedureOf } from "../build/complaints";
import { callFor, planCall } from "../build/followUps";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

const aCall = (said: object = {}) => ({ id: crypto.randomUUID(), result: "reached", overall: 5, ...said });

describe("a follow-up call", () => {
  test("keeps the answers to the six questions, with its event", async () => {
    const world = await newWorld();
    const { reference, id } = await planCall(world);
    const answers = {
      product: "5",
      service: "4",
      salesperson: 4,
      timely: 5,
      care: 3,
      overall: 4,
      needs: "75D 样品",
      suggestion: "标签再清楚些",
    };

    const called = await world.as("sam").post(`/follow-ups/${reference}/calls`, aCall(answers));

    expect(await called.json()).toMatchObject({
      status: "done",
      product: 5,
      service: 4,
      salesperson: 4,
      timely: 5,
      care: 3,
      overall: 4,
      needs: "75D 样品",
      doneBy: "Sam",
      mayCall: false,
    });
    expect(await world.events("follow_up.done", id)).toHaveLength(1);
  });

  test("sent twice is one call; another call after it is refused", async () => {
    const world = await newWorld();
    const { reference } = await planCall(world);
    const call = aCall();
    const url = `/follow-ups/${reference}/calls`;

    const statuses = [];
    for (const one of [call, call, { ...call, overall: 1 }, aCall()])
      statuses.push((await world.as("sam").post(url, one)).status);

    expect(statuses).toEqual([200, 200, 409, 409]);
    expect(await world.events("call.recorded")).toHaveLength(1);
  });

  test("is tried on three days, then waits for the lead to let it go", async () => {
    const world = await newWorld();
    const { reference } = await planCall(world);
    const url = `/follow-ups/${reference}`;
    const due = [];
    for (let n = 0; n < 3; n += 1) {
      const reply = await world.as("sam").post(`${url}/calls`, aCall({ result: "no_answer", overall: null }));
      due.push((await reply.json()).dueOn);
      world.later({ days: 1 });
    }

    const waived = await world.as("sam").post(`${url}/moves/waive`, { reason: "三次未接通，已发短信" });

    expect(due).toEqual(["2026-11-24", "2026-11-25", "2026-11-25"]);
    expect(await waived.json()).toMatchObject({
      status: "skipped",
      attempts: 3,
      waivedReason: "三次未接通，已发短信",
    });
  });

  test("can be put off to another day, and be declined", async () => {
    const world = await newWorld();
    const later = await planCall(world);
    const never = await planCall(world);

    const deferred = await world
      .as("sam")
      .post(`/follow-ups/${later.reference}/calls`, aCall({ result: "deferred", deferTo: "2026-11-30" }));
    const refused = await world
      .as("sam")
      .post(`/follow-ups/${never.reference}/calls`, aCall({ result: "refused" }));

    expect(await deferred.json()).toMatchObject({ status: "due", dueOn: "2026-11-30" });
    expect(await refused.json()).toMatchObject({ status: "refused" });
  });

  test("what is missing or no score is refused by its field", async () => {
    const world = await newWorld();
    const { reference } = await planCall(world);
    const fieldsOf = async (call: object) => {
      const reply = await world.as("sam").post(`/follow-ups/${reference}/calls`, call);
      return Object.keys((await reply.json()).fields);
    };

    expect(await fieldsOf(aCall({ result: "" }))).toEqual(["result"]);
    expect(await fieldsOf(aCall({ overall: "" }))).toEqual(["overall"]);
    expect(await fieldsOf(aCall({ product: 6, timely: "x" }))).toEqual(["product", "timely"]);
    expect(await fieldsOf(aCall({ problem: "毛丝" }))).toEqual(["problemClass"]);
    expect(await fieldsOf(aCall({ result: "deferred" }))).toEqual(["deferTo"]);
  });

  test.each([
    { person: "sam", list: 200, call: 200, waive: 200 },
    { person: "mei", list: 200, call: 200, waive: 200 },
    { person: "sal", list: 200, call: 404, waive: 404 },
    { person: "quin", list: 200, call: 403, waive: 403 },
    { person: "anna", list: 403, call: 403, waive: 403 },
    { person: "nobody", list: 401, call: 401, waive: 401 },
  ] as { person: Person; list: number; call: number; waive: number }[])(
    "$person gets $list for the list, $call to call, $waive to waive",
    async ({ person, list, call, waive }) => {
      const world = await newWorld();
      const { reference } = await planCall(world);
      const other = await planCall(world);

      expect((await world.as(person).get("/follow-ups")).status).toBe(list);
      expect((await world.as(person).post(`/follow-ups/${reference}/calls`, aCall())).status).toBe(call);
      const waived = await world
        .as(person)
        .post(`/follow-ups/${other.reference}/moves/waive`, { reason: "无需" });
      expect(waived.status).toBe(waive);
    },
  );

  test("a salesperson does not ask customers about himself", async () => {
    const world = await newWorld();
    const own = await planCall(world, { partyId: "C-0002" });
    await world.db.update(parties).set({ salespersonId: "sal" }).where(eq(parties.id, "C-0002"));

    const refused = await world.as("sal").post(`/follow-ups/${own.reference}/calls`, aCall());
    await world.db.update(parties).set({ salespersonId: "xena" }).where(eq(parties.id, "C-0002"));
    const allowed = await world.as("sal").post(`/follow-ups/${own.reference}/calls`, aCall());

    expect([refused.status, allowed.status]).toEqual([403, 200]);
  });
});

describe("the two calls after a complaint", () => {
  test("are planned when it is resolved: soon, and again after new goods were run", async () => {
    const { world } = await resolved();

    const { items } = await (await world.as("sam").get("/follow-ups?open=true")).json();

    expect(items.map(({ kind, dueOn }: { kind: string; dueOn: string }) => [kind, dueOn]).sort()).toEqual([
      ["complaint_1", "2026-11-25"],
      ["complaint_2", "2026-12-03"],
    ]);
  });

  test("come in their order", async () => {
    const { world, reference } = await resolved();

    expect((await callFor(world, reference, "complaint_2", { overall: 5 })).status).toBe(409);
  });

  test.each([
    { what: "a low score", said: { overall: 2 } },
    { what: "one low score among good ones", said: { overall: 5, timely: 1 } },
    { what: "a problem", said: { overall: 5, problem: "还有毛丝", problemClass: "quality" } },
  ])("$what sends the complaint back and alarms the lead and the manager at once", async ({ said }) => {
    const { world, reference, id } = await resolved();

    const call = await callFor(world, reference, "complaint_1", said);

    expect((await call.json()).status).toBe("escalated");
    expect((await procedureOf(world, reference).read("sam")).status).toBe("investigating");
    expect(await world.events("complaint.found_unsolved", id)).toMatchObject([{ fromStatus: "resolved" }]);
    const told = await world.db.select().from(notices).where(eq(notices.type, "follow_up.escalated"));
    expect(told.map(({ personId }) => personId).sort()).toEqual(["mei", "sam"]);
    expect((await (await world.as("sam").get("/follow-ups?open=true")).json()).items).toEqual([]);
  });

  test("a second try after that plans its calls anew", async () => {
    const { world, reference } = await resolved();
    await callFor(world, reference, "complaint_1", { overall: 1 });
    const { move, settle, resolve } = procedureOf(world, reference);

    await move("sam", "set_liability", { responsible: "manufacturer", validity: "valid" });
    await settle();
    await resolve();

    expect((await (await world.as("sam").get("/follow-ups?open=true")).json()).items).toHaveLength(2);
  });

  test("one that is declined or waived still counts, so that the case can be closed", async () => {
    const { world, reference } = await resolved();
    await callFor(world, reference, "complaint_1", { result: "refused" });
    const { items } = await (await world.as("sam").get("/follow-ups?open=true")).json();

    await world.as("sam").post(`/follow-ups/${items[0].reference}/moves/waive`, { reason: "客户不便" });

    expect((await procedureOf(world, reference).move("sam", "close")).body.status).toBe("closed");
  });
});

describe("where a follow-up stands", () => {
  const open = {
    satisfy: "done",
    escalate: "escalated",
    miss: "attempted",
    refuse: "refused",
    waive: "skipped",
  };
  const table: Record<FollowUpStatus, Record<string, string>> = {
    due: { ...open, defer: "due" },
    attempted: { ...open, defer: "attempted" },
    done: {},
    refused: {},
    escalated: {},
    skipped: {},
  };
  const cells = followUpStatuses.flatMap((from) =>
    moves.map((move) => ({ from, move, to: table[from][move] ?? "nowhere" })),
  );

  test.each(cells)("$from + $move = $to", ({ from, move, to }) => {
    if (to === "nowhere") {
      expect(() => statusAfter({ status: from }, move)).toThrow(Refusal);
    } else expect(statusAfter({ status: from }, move)).toBe(to);
  });
});

async function resolved(): Promise<{ world: World; reference: string; id: string }> {
  const world = await newWorld();
  const { reference, id } = await fileComplaint(world);
  const { findOut, settle, resolve } = procedureOf(world, reference);
  await findOut();
  await settle();
  await resolve();
  return { world, reference, id };
}
