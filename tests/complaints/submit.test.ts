import { describe, expect, test } from "vitest";
import { anUpload } from "../build/files";
import { placeOrder } from "../build/orders";
import { ship } from "../build/shipments";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

describe("a complaint by somebody who signed in", () => {
  test("Anna complains of a lot she received; it has a number, a clock and an event", async () => {
    const world = await newWorld();
    const form = await aComplaint(world, { complained: "120公斤" });

    const sent = await world.as("anna").post("/complaints", form);
    const complaint = await sent.json();

    expect(sent.status).toBe(201);
    expect(complaint).toMatchObject({
      reference: "CP-2611-0001",
      status: "submitted",
      stage: "submitted",
      lotNo: "261105-A07-2",
      complained: 120_000,
      next: { step: "accept", by: "after_sales", dueAt: "2026-11-23T07:00:00.000Z", late: false },
      files: [{ name: "photo.png" }],
      inside: null,
    });
    expect(await world.events("complaint.submitted")).toMatchObject([
      { personId: "anna", partyId: "C-0001" },
    ]);
  });

  test("she is told at once, with the number and the time by which we take it up", async () => {
    const world = await newWorld();
    await world.as("anna").post("/complaints", await aComplaint(world));

    await world.runJobs();
    await world.runJobs();

    expect(world.mails).toMatchObject([{ to: "anna@test.example" }]);
    expect(world.mails[0]?.text).toContain("CP-2611-0001");
    expect(world.mails[0]?.text).toContain("15:00");
  });

  test("a form sent twice is one complaint; other words under its id are refused", async () => {
    const world = await newWorld();
    const form = await aComplaint(world);
    const first = await world.as("anna").post("/complaints", form);

    const second = await world.as("anna").post("/complaints", form);
    const third = await world.as("anna").post("/complaints", { ...form, description: "另一件事" });

    expect(await second.json()).toEqual(await first.json());
    expect(third.status).toBe(409);
    expect(await world.events("complaint.submitted")).toHaveLength(1);
  });

  test("what is missing is refused field by field, in her language, and nothing is stored", async () => {
    const world = await newWorld();
    const wrong = { id: crypto.randomUUID(), class: "", description: " ", complained: "很多" };

    const refused = await world.as("anna").post("/complaints", wrong);

    expect(refused.status).toBe(422);
    expect((await refused.json()).fields).toEqual({
      class: "请选择问题类别。",
      description: "请填写发生了什么问题。",
      complained: "请填写数量，例如 1.2吨 或 500公斤。",
    });
    expect(await world.events()).toEqual([]);
  });

  test("a fault of quality needs goods and a photo, and no more than she received", async () => {
    const world = await newWorld();
    const form = await aComplaint(world);

    const bare = await world.as("anna").post("/complaints", { ...form, shipmentLineId: "", fileIds: [] });
    const more = await world
      .as("anna")
      .post("/complaints", { ...form, complained: "2吨", demandAmount: "许多" });

    expect(Object.keys((await bare.json()).fields)).toEqual(["shipmentLineId", "fileIds"]);
    expect(Object.keys((await more.json()).fields)).toEqual(["complained", "demandAmount"]);
  });

  test("goods that another party received cannot be chosen, and are not betrayed", async () => {
    const world = await newWorld();
    const theirs = await goodsOf(world, "C-0002");
    const form = await aComplaint(world);

    const refused = await world.as("anna").post("/complaints", { ...form, shipmentLineId: theirs });
    const invented = await world.as("anna").post("/complaints", { ...form, shipmentLineId: "nothing" });

    expect(refused.status).toBe(422);
    expect((await refused.json()).fields).toEqual((await invented.json()).fields);
  });

  test("a file of somebody else cannot be taken along", async () => {
    const world = await newWorld();
    const form = await aComplaint(world);
    const { id, form: upload } = anUpload();
    await world.as("carl").post("/files", upload);

    const refused = await world.as("anna").post("/complaints", { ...form, fileIds: [id] });

    expect(refused.status).toBe(422);
    expect((await refused.json()).fields).toHaveProperty("fileIds");
    expect(await world.events("complaint.submitted")).toEqual([]);
  });

  test("a late complaint is taken all the same, with a flag that only staff read", async () => {
    const world = await newWorld();
    const form = await aComplaint(world);
    world.later({ days: 31 });

    const { reference, lateObjection } = await (await world.as("anna").post("/complaints", form)).json();

    expect(lateObjection).toBe(false);
    expect(await (await world.as("sam").get(`/complaints/${reference}`)).json()).toMatchObject({
      lateObjection: true,
    });
  });

  test.each([
    { person: "anna", status: 201 },
    { person: "ben", status: 403 },
    { person: "mona", status: 422 },
    { person: "kai", status: 403 },
    { person: "fay", status: 403 },
    { person: "nobody", status: 401 },
  ] as { person: Person; status: number }[])("$person gets $status", async ({ person, status }) => {
    const world = await newWorld();

    expect((await world.as(person).post("/complaints", await aComplaint(world))).status).toBe(status);
  });
});

describe("a complaint that came by telephone", () => {
  test("Sam writes it down for Anna's firm; the clock starts when it was received", async () => {
    const world = await newWorld();
    const form = await aComplaint(world);
    const call = {
      ...form,
      fileIds: [],
      party: "C-0001",
      channel: "phone",
      receivedAt: "2026-11-23T09:00:00+08:00",
    };

    const complaint = await (await world.as("sam").post("/complaints", call)).json();

    expect(complaint).toMatchObject({
      channel: "phone",
      receivedAt: "2026-11-23T01:00:00.000Z",
      party: { code: "C-0001" },
      next: { dueAt: "2026-11-23T06:00:00.000Z" },
    });
    expect((await world.as("anna").get(`/complaints/${complaint.reference}`)).status).toBe(200);
    expect(await world.events("complaint.submitted")).toMatchObject([{ personId: "sam", channel: "phone" }]);
  });

  test("he must say who, how, and not later than now", async () => {
    const world = await newWorld();
    const form = await aComplaint(world);
    const call = { ...form, receivedAt: "2026-11-24T09:00:00+08:00", party: "C-0001" };

    const refused = await world.as("sam").post("/complaints", call);
    const nobody = await world.as("sal").post("/complaints", { ...call, party: "C-0001", channel: "phone" });

    expect(Object.keys((await refused.json()).fields)).toEqual(["channel", "receivedAt"]);
    expect(Object.keys((await nobody.json()).fields)).toEqual(["party"]);
  });
});

async function goodsOf(world: World, party: string) {
  const order = await placeOrder(world, { party });
  const { lines } = await ship(world, order, { lines: [{ kg: 500 }] });
  return lines[0]?.id;
}

async function aComplaint(world: World, said: object = {}) {
  const { id, form } = anUpload();
  await world.as("anna").post("/files", form);
  const shipmentLineId = await goodsOf(world, "C-0001");
  return {
    id: crypto.randomUUID(),
    class: "quality",
    description: "布面有横档",
    shipmentLineId,
    fileIds: [id],
    ...said,
  };
}
