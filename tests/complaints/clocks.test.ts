import { describe, expect, test } from "vitest";
import { notices } from "#schema/events";
import type { Severity } from "#schema/words/quality";
import { approvalsFor } from "#worker/approvalLadder";
import { acknowledgeBy, clocksOf } from "#worker/complaints/clocks";
import { proposedSeverity } from "#worker/complaints/severity";
import { fileComplaint, procedureOf } from "../build/complaints";
import { placeOrder } from "../build/orders";
import { ship } from "../build/shipments";
import { newWorld, type World } from "../world";

const at = (local: string) => new Date(`${local}:00+08:00`);

describe("the clocks of a complaint", () => {
  test.each([
    { severity: "S2", received: "2026-09-24T16:50", due: "2026-09-28T09:50", why: "the eve of Mid-Autumn" },
    { severity: "S2", received: "2026-09-19T09:00", due: "2026-09-20T10:30", why: "a make-up Sunday" },
    { severity: "S2", received: "2026-11-21T10:00", due: "2026-11-23T10:30", why: "a plain Saturday" },
    { severity: "S3", received: "2026-11-20T11:30", due: "2026-11-20T16:30", why: "a lunch break" },
    {
      severity: "S1",
      received: "2026-11-20T11:30",
      due: "2026-11-20T13:30",
      why: "a critical case in office hours",
    },
    {
      severity: "S1",
      received: "2026-10-01T22:00",
      due: "2026-10-02T00:00",
      why: "a critical case on a holiday",
    },
  ] as { severity: Severity; received: string; due: string; why: string }[])(
    "$severity at $received is taken up by $due: $why",
    ({ severity, received, due }) => {
      expect(acknowledgeBy(severity, at(received))).toEqual(at(due));
    },
  );

  test.each([
    { severity: "S1", preliminary: "2026-11-24T09:00", propose: "2026-11-26T09:00" },
    { severity: "S2", preliminary: "2026-11-24T09:00", propose: "2026-11-26T09:00" },
    { severity: "S3", preliminary: "2026-11-25T09:00", propose: "2026-12-02T09:00" },
  ] as { severity: Severity; preliminary: string; propose: string }[])(
    "$severity gets a first reply by $preliminary and an answer by $propose",
    ({ severity, preliminary, propose }) => {
      expect(clocksOf(severity, at("2026-11-23T09:00"), "export")).toEqual({
        preliminaryBy: at(preliminary),
        proposeBy: at(propose),
        closeBy: at("2026-12-09T09:00"),
      });
    },
  );

  test("the laboratory gets its time", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);
    const { findOut, move } = procedureOf(world, reference);
    await findOut("S2");

    const { body } = await move("quin", "appraise");

    expect(body.clocks[2]).toMatchObject({ clock: "propose", due: "2026-12-02T02:00:00.000Z" });
  });

  test("one that runs out is told to the owner, then the lead, then the manager, and shown to Anna", async () => {
    const world = await newWorld();
    const { reference, id } = await filed(world);
    await procedureOf(world, reference).move("sam", "accept", { severity: "S3" });
    const heard: string[][] = [];
    for (const hours of [37, 13, 25]) {
      world.later({ hours });
      await world.runJobs();
      heard.push(await toldOf(world, "complaint.clock"));
    }

    expect(heard).toEqual([["sam"], ["sam", "sam"], ["mei", "sam", "sam", "sam"]]);
    expect((await world.events("complaint.clock_missed", id)).map(({ details }) => details?.clock)).toEqual([
      "preliminary",
    ]);
    expect((await procedureOf(world, reference).read("anna")).next).toMatchObject({
      step: "preliminary",
      late: true,
    });
  });

  test("one that was met in time is silent", async () => {
    const world = await newWorld();
    const { reference } = await filed(world);
    const { move } = procedureOf(world, reference);
    await move("sam", "accept", { severity: "S3" });
    await world
      .as("sam")
      .post(`/complaints/${reference}/messages`, { id: crypto.randomUUID(), body: "请停用" });

    world.later({ days: 3 });
    await world.runJobs();

    expect(await toldOf(world, "complaint.clock")).toEqual([]);
  });

  test("the desk's queue begins with what runs out first and ends with what waits for customers", async () => {
    const world = await newWorld();
    const soon = (hours: number) => new Date(world.clock.now.getTime() + hours * 3_600_000);
    const later = await fileComplaint(world, { acknowledgeBy: soon(9) });
    const waits = await fileComplaint(world, { status: "awaiting_customer", waitingSince: world.clock.now });
    const first = await fileComplaint(world, { acknowledgeBy: soon(-1) });
    await fileComplaint(world, { status: "closed", closedAt: world.clock.now });

    const { items } = await (await world.as("sam").get("/complaints/queue")).json();

    expect(items.map((item: { reference: string }) => item.reference)).toEqual([
      first.reference,
      later.reference,
      waits.reference,
    ]);
    expect(items[0].next.late).toBe(true);
    expect((await world.as("anna").get("/complaints/queue")).status).toBe(403);
  });
});

describe("how severe a complaint is", () => {
  const plain = {
    class: "quality",
    machineStopped: false,
    complainedMilli: 100_000,
    demandMinor: null,
    currency: "CNY",
    keyAccount: false,
    repeated: false,
  } as const;

  test.each([
    { what: "a small fault", signs: {}, severity: "S3" },
    { what: "500 kg", signs: { complainedMilli: 500_000 }, severity: "S2" },
    { what: "10,000 yuan", signs: { demandMinor: 1_000_000 }, severity: "S2" },
    { what: "the second time in 90 days", signs: { repeated: true }, severity: "S2" },
    { what: "5 tonnes", signs: { complainedMilli: 5_000_000 }, severity: "S1" },
    { what: "20,000 dollars", signs: { demandMinor: 2_000_000, currency: "USD" }, severity: "S1" },
    { what: "machines that stand still", signs: { machineStopped: true }, severity: "S1" },
    { what: "a key account's quality", signs: { keyAccount: true }, severity: "S1" },
    {
      what: "a key account's invoice",
      signs: { keyAccount: true, class: "document" as const },
      severity: "S3",
    },
  ])("$what is $severity", ({ signs, severity }) => {
    expect(proposedSeverity({ ...plain, ...signs })).toBe(severity);
  });
});

describe("whose yes a settlement needs", () => {
  const fault = { currency: "CNY", validity: "valid", isQuality: true, isClaim: false, late: false } as const;

  test.each([
    { yuan: 0, given: {}, needed: ["service"] },
    { yuan: 5_000, given: {}, needed: ["sales"] },
    { yuan: 5_000, given: { validity: "partly_valid" as const }, needed: ["sales_manager"] },
    { yuan: 5_001, given: {}, needed: ["sales_manager"] },
    { yuan: 20_001, given: {}, needed: ["sales_manager", "quality", "finance"] },
    { yuan: 100_001, given: {}, needed: ["general_manager"] },
    { yuan: 50_001, given: { isClaim: true }, needed: ["general_manager"] },
    { yuan: 1, given: { validity: "customer_use" as const }, needed: ["general_manager"] },
    { yuan: 5_000, given: { late: true }, needed: ["sales_manager"] },
  ])("$yuan yuan, $given: $needed", ({ yuan, given, needed }) => {
    expect(approvalsFor({ ...fault, ...given, amountMinor: yuan * 100 })).toEqual(needed);
  });
});

/** Filed through the API, so that its clocks are watched. */
async function filed(world: World) {
  const { lines } = await ship(world, await placeOrder(world));
  const form = {
    id: crypto.randomUUID(),
    class: "packing",
    description: "箱破",
    shipmentLineId: lines[0]?.id,
  };
  return (await world.as("anna").post("/complaints", form)).json() as Promise<{
    id: string;
    reference: string;
  }>;
}

async function toldOf({ db }: World, type: string) {
  const all = await db.select().from(notices).orderBy(notices.personId);
  return all.filter((notice) => notice.type.startsWith(type)).map(({ personId }) => personId);
}
