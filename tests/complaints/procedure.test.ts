import { describe, expect, test } from "vitest";
import { fileComplaint, procedureOf } from "../build/complaints";
import { callFor } from "../build/followUps";
import { newWorld } from "../world";

describe("the way of a complaint", () => {
  test("it is accepted, found out, settled, answered, done, followed up twice and closed", async () => {
    const world = await newWorld();
    const { reference, id } = await fileComplaint(world);
    const { move, findOut, settle, resolve } = procedureOf(world, reference);

    await findOut();
    await settle();
    await resolve();
    await callFor(world, reference, "complaint_1", { overall: 5 });
    await callFor(world, reference, "complaint_2", { overall: 4 });
    const closed = await move("sam", "close", { text: "列入网络喷嘴改进" });

    expect(closed.body).toMatchObject({ status: "closed", stage: "closing", next: null });
    expect((await world.events(undefined, id)).map(({ type }) => type)).toEqual([
      "complaint.submitted",
      "complaint.accepted",
      "complaint.routed",
      "complaint.task_answered",
      "complaint.investigation_started",
      "complaint.liability_set",
      "complaint.resolution_proposed",
      "complaint.resolution_approved",
      "complaint.replied",
      "complaint.customer_accepted",
      "complaint.resolved",
      "complaint.first_follow_up_done",
      "complaint.second_follow_up_done",
      "complaint.closed",
    ]);
  });

  test("accepting sets class, severity, owner and clocks from the receipt, and tells Anna who and when", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);
    world.later({ hours: 1 });

    const { body } = await procedureOf(world, reference).move("sam", "accept", {
      severity: "S2",
      subClass: "barre",
    });
    await world.runJobs();

    expect(body).toMatchObject({
      status: "accepted",
      severity: "S2",
      ownerName: "Sam",
      inside: { subClass: "barre" },
    });
    expect(body.clocks).toMatchObject([
      { clock: "acknowledge", met: "2026-11-23T03:00:00.000Z" },
      { clock: "preliminary", due: "2026-11-24T02:00:00.000Z" },
      { clock: "propose", due: "2026-11-26T02:00:00.000Z" },
      { clock: "close", due: "2026-12-06T02:00:00.000Z" },
    ]);
    expect(world.mails[0]?.text).toContain("由 Sam 负责");
  });

  test("a critical case has the sales manager beside its owner, who alone may answer it", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, { class: "service", machineStopped: true });
    const { move, read, findOut } = procedureOf(world, reference);

    await findOut("S1");
    await move("sam", "propose", { outcome: "explanation" });
    await move("mei", "approve");

    expect((await read("sam")).inside.coOwnerName).toBe("Mei");
    expect((await move("sam", "reply", { text: "说明" })).status).toBe(403);
    expect((await move("mei", "reply", { text: "说明" })).status).toBe(200);
  });

  test("severity is proposed by the rules and lowered only by the lead, with a reason", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, { complainedMilli: 600_000 });
    const { move, read } = procedureOf(world, reference);

    expect((await read("sam")).inside.proposedSeverity).toBe("S2");
    expect(Object.keys((await move("sam", "accept", { severity: "S3" })).body.fields)).toEqual(["reason"]);
    expect((await move("sam", "accept", { severity: "S3", reason: "包装受潮，丝没有问题" })).status).toBe(
      200,
    );
  });
});

describe("what must be on record first", () => {
  test("no resolution is drafted while a department has not answered", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, {
      status: "liability_set",
      responsible: "carrier",
      severity: "S3",
    });
    const { move, read } = procedureOf(world, reference);
    await move("sam", "investigate");
    await move("sam", "route", { departments: ["qc", "logistics"], text: "请查" });
    await move("sam", "investigate");
    await move("sam", "set_liability", { responsible: "carrier", validity: "valid" });

    const refused = await move("sam", "propose", { outcome: "explanation" });

    expect(refused.status).toBe(409);
    expect((await read("sam")).moves).toContainEqual({
      move: "propose",
      open: false,
      reason: { zh: "还有部门没有答复。", en: "A department has not answered yet." },
    });
  });

  test("a serious complaint about quality needs an appraisal sheet", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);
    const { move, findOut } = procedureOf(world, reference);
    await findOut("S2");
    const without = await move("sam", "propose", { outcome: "explanation" });

    await move("quin", "appraise");
    const sheet = {
      id: crypto.randomUUID(),
      samples: "投诉样 2 筒",
      conclusion: "deviates",
      testedBy: "Quin",
    };
    await world.as("quin").post(`/complaints/${reference}/appraisals`, sheet);
    await world.as("quin").post(`/complaints/${reference}/appraisals`, sheet);

    expect(without.body.detail).toBe("还没有技术鉴定单。");
    const { body } = await move("sam", "propose", { outcome: "explanation" });
    expect(body).toMatchObject({
      status: "resolution_proposed",
      inside: { appraisals: [{ reference: "TA-2611-0001" }] },
    });
  });

  test("it cannot be closed without a responsible party, a reply and two follow-ups", async () => {
    const world = await newWorld();
    const done = {
      responsible: "manufacturer",
      reply: "说明",
      firstFollowUpAt: world.clock.now,
      secondFollowUpAt: world.clock.now,
    } as const;

    for (const missing of Object.keys(done)) {
      const complaint = await fileComplaint(world, { status: "followup_2_done", ...done, [missing]: null });
      expect((await procedureOf(world, complaint.reference).move("sam", "close")).status).toBe(409);
    }
    const complete = await fileComplaint(world, { status: "followup_2_done", ...done });
    expect((await procedureOf(world, complete.reference).move("sam", "close")).status).toBe(200);
  });

  test("it can be reopened for thirty days, under its own number", async () => {
    const world = await newWorld();
    const closed = { status: "closed", severity: "S3", closedAt: world.clock.now } as const;
    const early = await fileComplaint(world, closed);
    const late = await fileComplaint(world, closed);
    world.later({ days: 30 });
    const first = await procedureOf(world, early.reference).move("anna", "reopen", { reason: "又出现了" });

    world.later({ days: 1 });
    const second = await procedureOf(world, late.reference).move("anna", "reopen", { reason: "又出现了" });

    expect(first.body).toMatchObject({ status: "reopened", reference: early.reference });
    expect(second.status).toBe(409);
  });

  test("whoever was slower is told that it has changed", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);
    const { move } = procedureOf(world, reference);
    await move("sam", "accept", { severity: "S3", version: 1 });

    expect((await move("sam", "analyse", { version: 1 })).status).toBe(409);
  });

  test("each move says by field what it needs", async () => {
    const world = await newWorld();
    const fieldsOf = async (
      status: "submitted" | "accepted" | "investigating" | "resolution_approved",
      name: string,
    ) => {
      const { reference } = await fileComplaint(world, { status, severity: "S3", responsible: "carrier" });
      const { body } = await procedureOf(world, reference).move("sam", name);
      return Object.keys(body.fields ?? {});
    };

    expect(await fieldsOf("submitted", "accept")).toEqual(["severity"]);
    expect(await fieldsOf("accepted", "route")).toEqual(["departments", "text"]);
    expect(await fieldsOf("accepted", "ask")).toEqual(["text"]);
    expect(await fieldsOf("accepted", "merge")).toEqual(["master"]);
    expect(await fieldsOf("accepted", "withdraw")).toEqual(["reason"]);
    expect(await fieldsOf("investigating", "set_liability")).toEqual(["responsible", "validity"]);
    expect(await fieldsOf("resolution_approved", "propose")).toEqual(["outcome"]);
    expect(await fieldsOf("resolution_approved", "reply")).toEqual(["text"]);
  });
});
