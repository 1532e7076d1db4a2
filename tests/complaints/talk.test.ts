import { describe, expect, test } from "vitest";
import { fileComplaint, procedureOf } from "../build/complaints";
import { anUpload } from "../build/files";
import { newWorld } from "../world";

const words = (body: string, given: object = {}) => ({ id: crypto.randomUUID(), body, ...given });

describe("words between us and Anna", () => {
  test("a message reaches her page, her inbox and her mail, and meets the clock of the first reply", async () => {
    const world = await newWorld();
    const { reference, id } = await fileComplaint(world, {
      status: "accepted",
      ownerId: "sam",
      severity: "S3",
    });

    await world.as("sam").post(`/complaints/${reference}/messages`, words("请停用该批"));
    await world.runJobs();
    const { messages, clocks } = await procedureOf(world, reference).read("anna");

    expect(messages).toMatchObject([{ kind: "to_customer", body: "请停用该批", mine: false, by: null }]);
    expect(clocks[1]).toMatchObject({ clock: "preliminary", met: world.clock.now.toISOString() });
    expect(world.mails[0]).toMatchObject({ to: "anna@test.example" });
    expect(await world.events("complaint.told", id)).toHaveLength(1);
  });

  test("a message sent twice is one; other words under its id are refused", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, { status: "accepted" });
    const message = words("布样已寄出");

    const statuses = [];
    for (const one of [message, message, { ...message, body: "别的话" }]) {
      statuses.push((await world.as("anna").post(`/complaints/${reference}/answers`, one)).status);
    }

    expect(statuses).toEqual([200, 200, 409]);
    expect((await procedureOf(world, reference).read("sam")).messages).toHaveLength(1);
  });

  test("her photos hang on her message, not on the complaint", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);
    const { id, form } = anUpload();
    await world.as("anna").post("/files", form);

    const sent = await world
      .as("anna")
      .post(`/complaints/${reference}/answers`, words("见照片", { fileIds: [id] }));

    expect(await sent.json()).toMatchObject({ files: [], messages: [{ files: [{ id }] }] });
  });

  test("what staff attach to a note stays with staff", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);
    const { id, form } = anUpload();
    await world.as("quin").post("/files", form);
    await world.as("quin").post(`/complaints/${reference}/notes`, words("留样照片", { fileIds: [id] }));

    expect((await world.as("sam").get(`/files/${id}`)).status).toBe(200);
    expect((await world.as("anna").get(`/files/${id}`)).status).toBe(404);
    expect((await procedureOf(world, reference).read("sam")).inside.notes).toMatchObject([
      { by: "Quin", files: [{ id }] },
    ]);
  });

  test.each([
    { who: "anna", messages: 403, answers: 200, notes: 403 },
    { who: "ben", messages: 403, answers: 403, notes: 403 },
    { who: "dora", messages: 403, answers: 403, notes: 403 },
    { who: "rob", messages: 404, answers: 404, notes: 404 },
    { who: "sam", messages: 200, answers: 403, notes: 200 },
    { who: "quin", messages: 403, answers: 403, notes: 200 },
    { who: "nobody", messages: 401, answers: 401, notes: 401 },
  ] as const)(
    "$who may write to, from and among: $messages $answers $notes",
    async ({ who, ...expected }) => {
      const world = await newWorld();
      const { reference } = await fileComplaint(world);

      for (const [door, status] of Object.entries(expected)) {
        expect((await world.as(who).post(`/complaints/${reference}/${door}`, words("一句话"))).status).toBe(
          status,
        );
      }
    },
  );

  test("an empty message is refused by its field", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);

    const refused = await world.as("anna").post(`/complaints/${reference}/answers`, words("  "));

    expect((await refused.json()).fields).toEqual({ body: "请填写内容。" });
  });

  test("whoever writes too much is asked to wait, and what was written stays", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);
    const statuses = [];
    for (let n = 0; n < 31; n += 1) {
      statuses.push(
        (await world.as("anna").post(`/complaints/${reference}/answers`, words(`第 ${n} 条`))).status,
      );
    }

    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("while we wait for the customer", () => {
  test("the clocks stand still, and go on with what was left", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);
    const { move, read } = procedureOf(world, reference);
    await move("sam", "accept", { severity: "S2" });
    const asked = await move("sam", "ask", { text: "请寄布样" });

    world.later({ days: 1 });
    await world.as("anna").post(`/complaints/${reference}/answers`, words("已寄"));
    const after = await read("anna");

    expect(asked.body).toMatchObject({
      status: "awaiting_customer",
      next: { step: "answer", by: "customer" },
    });
    expect((await read("sam")).status).toBe("accepted");
    expect(asked.body.clocks[2].due).toBe("2026-11-26T02:00:00.000Z");
    expect(after.clocks[2].due).toBe("2026-11-27T02:00:00.000Z");
    expect(await world.events("complaint.customer_answered")).toMatchObject([
      { fromStatus: "awaiting_customer", toStatus: "accepted" },
    ]);
  });

  test("Anna reads what we need, and that it waits for her", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, { status: "accepted", severity: "S3" });
    await procedureOf(world, reference).move("sam", "ask", { text: "请寄布样" });

    const anna = await procedureOf(world, reference).read("anna");

    expect(anna).toMatchObject({ question: "请寄布样", waitsForMe: true, stage: "accepted" });
  });

  test("she is reminded twice, and after ten working days of silence it is closed and can be reopened", async () => {
    const world = await newWorld();
    const { reference, id } = await fileComplaint(world, { status: "accepted", severity: "S3" });
    const { move, read } = procedureOf(world, reference);
    await move("sam", "ask", { text: "请寄布样" });

    for (let day = 0; day < 15; day += 1) {
      world.later({ days: 1 });
      await world.runJobs();
    }
    await world.runJobs();

    expect(await read("anna")).toMatchObject({ status: "closed" });
    expect(world.mails.map(({ text }) => /请补充|仍在等待|暂时结案/.exec(text)?.[0])).toEqual([
      "请补充",
      "仍在等待",
      "仍在等待",
      "暂时结案",
    ]);
    expect(await world.events("complaint.closed_without_answer", id)).toHaveLength(1);
    expect((await move("anna", "reopen", { reason: "布样找到了" })).body.status).toBe("reopened");
  });
});

describe("two tellings of one thing", () => {
  test("become one case whose clock starts with the first, and both hear the answer", async () => {
    const world = await newWorld();
    const first = await fileComplaint(world, { receivedAt: new Date("2026-11-20T03:30:00Z") });
    const { reference } = await fileComplaint(world, {
      partyId: "C-0002",
      submittedBy: "carl",
      status: "resolution_approved",
      severity: "S3",
    });

    const merged = await procedureOf(world, first.reference).move("sam", "merge", { master: reference });
    await procedureOf(world, reference).move("sam", "reply", { text: "同一原因" });
    await world.runJobs();

    expect(merged.body.status).toBe("merged");
    expect((await procedureOf(world, reference).read("sam")).receivedAt).toBe("2026-11-20T03:30:00.000Z");
    expect(world.mails.map(({ to }) => to).sort()).toEqual(["anna@test.example", "carl@test.example"]);
    expect((await procedureOf(world, first.reference).read("anna")).messages).toMatchObject([
      { body: "同一原因" },
    ]);
  });

  test("a case cannot be merged into itself, into a finished one or into nothing", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);
    const done = await fileComplaint(world, { status: "withdrawn" });
    const { move } = procedureOf(world, reference);

    expect((await move("sam", "merge", { master: reference })).status).toBe(422);
    expect((await move("sam", "merge", { master: done.reference })).status).toBe(422);
    expect((await move("sam", "merge", { master: "CP-0000-0000" })).status).toBe(404);
  });
});

describe("what departments find", () => {
  test("each answers for itself, in its own time; the first answer opens the joint analysis", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, { status: "accepted", severity: "S3" });
    const { move, read } = procedureOf(world, reference);
    await move("sam", "route", { departments: ["qc", "logistics"], text: "请查", dueOn: "2026-11-25" });
    const tasks: { id: string; department: string }[] = (await read("sam")).inside.tasks;
    const url = (department: string) =>
      `/complaints/${reference}/tasks/${tasks.find((task) => task.department === department)?.id}/finding`;

    const wrong = await world.as("lin").put(url("qc"), { finding: "不是我" });
    const right = await world.as("lin").put(url("logistics"), { finding: "运输正常" });
    const twice = await world.as("lin").put(url("logistics"), { finding: "运输正常" });
    const changed = await world.as("lin").put(url("logistics"), { finding: "又想了想" });

    expect([wrong.status, right.status, twice.status, changed.status]).toEqual([403, 200, 200, 409]);
    expect((await right.json()).status).toBe("investigating");
    expect((await read("anna")).tasks).toEqual([
      { department: "qc", dueAt: "2026-11-25T09:30:00.000Z", doneAt: null },
      { department: "logistics", dueAt: "2026-11-25T09:30:00.000Z", doneAt: world.clock.now.toISOString() },
    ]);
    expect((await read("anna")).next).toMatchObject({ step: "find_out", by: "qc" });
  });
});
