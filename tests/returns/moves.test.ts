import { describe, expect, test } from "vitest";
import { fileComplaint } from "../build/complaints";
import { delivered, requestReturn, take, takeAll } from "../build/returns";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

type Before = Parameters<typeof takeAll>[2][];
const all: Before = ["approve", "send_back", "receive", "inspect", "decide", "execute", "close"];
const until = (step: Before[number]): Before => all.slice(0, all.indexOf(step));

const annasReturn = async (world: World, ...before: Before) => {
  const { reference } = await requestReturn(world, "anna", await delivered(world));
  await takeAll(world, reference, ...before);
  return reference;
};

describe("who may make which move of Anna's return", () => {
  test.each([
    { step: "review", may: ["sam", "quin", "mei"], mayNot: ["anna", "lin", "fay"], unknown: ["rob", "carl"] },
    { step: "approve", may: ["mei", "gus"], mayNot: ["anna", "sam", "dora", "fay"], unknown: ["rob"] },
    { step: "reject", may: ["sam", "mei", "gus"], mayNot: ["anna", "dora", "quin"], unknown: ["carl"] },
    { step: "cancel", may: ["anna", "sam", "mei"], mayNot: ["ben", "dora", "lin"], unknown: ["rob"] },
    { step: "send_back", may: ["anna", "sam"], mayNot: ["dora", "quin"], unknown: ["carl"] },
    { step: "receive", may: ["lin", "sam"], mayNot: ["anna", "quin", "fay"], unknown: ["rob"] },
    { step: "inspect", may: ["quin"], mayNot: ["anna", "lin", "sam"], unknown: ["rob"] },
    { step: "decide", may: ["mei", "gus"], mayNot: ["anna", "sam", "quin", "lin"], unknown: ["rob"] },
    { step: "execute", may: ["fay"], mayNot: ["anna", "ben", "mei", "sam"], unknown: ["rob"] },
    { step: "close", may: ["sam", "mei"], mayNot: ["anna", "fay"], unknown: ["rob"] },
  ] as const)("$step: $may, but not $mayNot", async ({ step, may, mayNot, unknown }) => {
    const before: Before = step === "review" || step === "reject" || step === "cancel" ? [] : until(step);
    const statusFor = async (person: Person) => {
      const world = await newWorld();
      return (await take(world, await annasReturn(world, ...before), step, "100kg", person)).status;
    };

    const statuses = await Promise.all([...may, ...mayNot, ...unknown].map(statusFor));

    expect(statuses).toEqual([...may.map(() => 200), ...mayNot.map(() => 403), ...unknown.map(() => 404)]);
  });
});

describe("the ladder of approvals", () => {
  test.each([
    {
      who: "Sal may approve ¥5,000 of a confirmed fault",
      by: "sal",
      kg: 539,
      validity: "valid",
      status: 200,
    },
    { who: "Sal may not approve more", by: "sal", kg: 540, validity: "valid", status: 403 },
    { who: "Sal may not approve an unconfirmed fault", by: "sal", kg: 100, validity: null, status: 403 },
    { who: "Mei may approve ¥20,000", by: "mei", kg: 2_157, validity: "valid", status: 200 },
    { who: "Lin may approve nothing", by: "lin", kg: 1, validity: "valid", status: 403 },
    { who: "Mei may not pay for goodwill", by: "mei", kg: 100, validity: "not_valid", status: 403 },
    { who: "Gus may", by: "gus", kg: 2_158, validity: "not_valid", status: 200 },
  ] as const)("$who", async ({ by, kg, validity, status }) => {
    const world = await newWorld();
    const complaint = await fileComplaint(world, { partyId: "C-0002", validity });
    const shipment = await delivered(world, "C-0002", 3_000);
    const { reference } = await requestReturn(world, "carl", shipment, {
      kg,
      reason: "quality",
      complaint: complaint.reference,
    });

    expect((await take(world, reference, "approve", `${kg}kg`, by)).status).toBe(status);
  });

  test("cases of one party and lot within 30 days count together", async () => {
    const world = await newWorld();
    const shipment = await delivered(world, "C-0001", 3_000);
    const first = await requestReturn(world, "anna", shipment, { kg: 1_500 });
    const second = await requestReturn(world, "anna", shipment, { kg: 1_500 });

    expect((await take(world, first.reference, "approve", "1500kg")).status).toBe(200);
    expect((await take(world, second.reference, "approve", "1500kg")).body.status).toBe("requested");
    expect((await take(world, second.reference, "approve", "1500kg", "gus")).body.status).toBe("approved");
  });

  test("above ¥20,000 sales, quality and finance each say yes, and only the last yes approves", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world, "C-0001", 3_000), {
      kg: 3_000,
    });
    const say = (by: Person, kg = 3_000) => take(world, reference, "approve", `${kg}kg`, by);

    expect((await say("mei")).body.status).toBe("requested");
    expect((await say("mei")).status).toBe(403);
    expect((await say("fay")).body.status).toBe("requested");
    expect((await say("quin")).body).toMatchObject({
      status: "approved",
      lines: [{ approvedMilli: 3_000_000 }],
    });
    expect(await world.events("return.endorsed")).toHaveLength(2);
    const { events } = await (await world.as("anna").get(`/returns/${reference}`)).json();
    expect(events.map(({ type }: { type: string }) => type)).toEqual(["return.requested", "return.approved"]);
  });

  test("a yes to one amount is none to another", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world, "C-0001", 3_000), {
      kg: 3_000,
    });
    const say = (by: Person, kg: number) => take(world, reference, "approve", `${kg}kg`, by);

    await say("mei", 3_000);
    await say("fay", 2_900);

    expect((await say("quin", 2_900)).body.status).toBe("requested");
    expect((await say("mei", 2_900)).body.status).toBe("approved");
  });

  test("nobody approves what they asked for themselves, and the page says why", async () => {
    const world = await newWorld();
    const { reference, moves } = await requestReturn(world, "mei", await delivered(world));

    expect(moves).toContainEqual(
      expect.objectContaining({
        move: "approve",
        open: false,
        reason: expect.objectContaining({ en: "You cannot approve a return you asked for yourself." }),
      }),
    );
    expect((await take(world, reference, "approve")).status).toBe(403);
  });
});

describe("what a move must say", () => {
  const line = (said: object) => ({ lines: [{ position: 1, ...said }] });

  test.each([
    { step: "approve", said: line({ quantityMilli: "100kg" }), fields: ["returnAddress"] },
    { step: "approve", said: { returnAddress: "一号仓" }, fields: ["lines.0.quantityMilli"] },
    { step: "approve", said: line({ quantityMilli: "100.001" }), fields: ["lines.0.quantityMilli"] },
    {
      step: "approve",
      said: { returnAddress: "一号仓", ...line({ quantityMilli: "0" }) },
      fields: ["lines"],
    },
    { step: "reject", said: {}, fields: ["reason"] },
    { step: "send_back", said: line({ quantityMilli: "100" }), fields: ["carrier"] },
    { step: "send_back", said: { waybillNo: "SF1" }, fields: ["lines.0.quantityMilli"] },
    { step: "receive", said: {}, fields: ["lines.0.quantityMilli"] },
    { step: "receive", said: line({ quantityMilli: "很多" }), fields: ["lines.0.quantityMilli"] },
    { step: "inspect", said: line({ quantityMilli: "100" }), fields: ["lines.0.disposition"] },
    {
      step: "inspect",
      said: line({ quantityMilli: "101", disposition: "scrap" }),
      fields: ["lines.0.quantityMilli"],
    },
    { step: "decide", said: line({}), fields: ["lines.0.outcome"] },
    { step: "decide", said: {}, fields: ["lines.0.outcome"] },
    { step: "decide", said: line({ outcome: "allowance" }), fields: ["lines.0.outcome"] },
  ] as const)("$step with $said is refused at $fields", async ({ step, said, fields }) => {
    const world = await newWorld();
    const reference = await annasReturn(world, ...(step === "reject" ? [] : until(step)));
    const by = {
      approve: "mei",
      reject: "sam",
      send_back: "anna",
      receive: "lin",
      inspect: "quin",
      decide: "mei",
    };

    const refused = await world.as(by[step] as Person).post(`/returns/${reference}/moves/${step}`, said);

    expect(refused.status).toBe(422);
    expect(Object.keys((await refused.json()).fields)).toEqual(fields);
  });

  test("a move nobody knows is refused", async () => {
    const world = await newWorld();

    const refused = await world.as("sam").post(`/returns/${await annasReturn(world)}/moves/burn`);

    expect(refused.status).toBe(409);
  });
});
