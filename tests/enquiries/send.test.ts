import { describe, expect, test } from "vitest";
import { anEnquiry } from "../build/enquiries";
import { publishProduct } from "../build/products";
import { newWorld } from "../world";

type Problem = { fields: Record<string, string> };
type Receipt = { reference: string; answerBy: string };

describe("an enquiry", () => {
  test("of a visitor gets a number and a time by which we answer", async () => {
    const { as, events } = await newWorld();

    const sent = await as("nobody", "en").post("/enquiries", anEnquiry());

    expect(sent.status).toBe(201);
    expect(await sent.json()).toEqual({
      reference: "EQ-2611-0001",
      status: "new",
      receivedAt: "2026-11-23T02:00:00.000Z",
      answerBy: "2026-11-24T02:00:00.000Z",
    });
    expect(await events("enquiry.received")).toHaveLength(1);
  });

  test("from inside China is promised an answer within four hours of the office", async () => {
    const { as } = await newWorld();

    const { answerBy } = (await (
      await as("nobody").post("/enquiries", anEnquiry({ country: "CN" }))
    ).json()) as Receipt;

    expect(answerBy).toBe("2026-11-23T07:00:00.000Z");
  });

  test("that is sent twice is one enquiry, and other words under its id are refused", async () => {
    const { as, events } = await newWorld();
    const form = anEnquiry();

    const first = await as("nobody").post("/enquiries", form);
    const second = await as("nobody").post("/enquiries", form);
    const other = await as("nobody").post("/enquiries", { ...form, body: "Something else" });

    expect(await second.json()).toEqual(await first.json());
    expect(other.status).toBe(409);
    expect(await events("enquiry.received")).toHaveLength(1);
  });

  test.each([
    { lacks: "words", given: { body: " " }, fields: ["body"] },
    { lacks: "a name", given: { name: "" }, fields: ["name"] },
    { lacks: "a way to answer", given: { email: "" }, fields: ["email"] },
    { lacks: "a true address", given: { email: "nadia at nile" }, fields: ["email"] },
    { lacks: "a true number", given: { phone: "call me" }, fields: ["phone"] },
    { lacks: "a quantity one can read", given: { quantity: "some" }, fields: ["quantity"] },
    { lacks: "a product that exists", given: { product: "no-such-yarn" }, fields: ["product"] },
    {
      lacks: "almost everything",
      given: { body: "", name: "", email: "" },
      fields: ["body", "name", "email"],
    },
  ])("of a visitor that lacks $lacks is refused there, and nothing is stored", async ({ given, fields }) => {
    const { as, events } = await newWorld();

    const refused = await as("nobody").post("/enquiries", anEnquiry(given));

    expect(refused.status).toBe(422);
    expect(Object.keys(((await refused.json()) as Problem).fields)).toEqual(fields);
    expect(await events()).toEqual([]);
  });

  test("may be answered by telephone alone", async () => {
    const { as } = await newWorld();

    expect(
      (await as("nobody").post("/enquiries", anEnquiry({ email: "", phone: "+86 573 8888 0000" }))).status,
    ).toBe(201);
  });

  test("cannot find out whether a hidden product exists", async () => {
    const world = await newWorld();
    await publishProduct(world, { reference: "secret-yarn", visibility: "staff" });

    const [hidden, none] = await Promise.all([
      world.as("nobody").post("/enquiries", anEnquiry({ product: "secret-yarn" })),
      world.as("nobody").post("/enquiries", anEnquiry({ product: "no-such-yarn" })),
    ]);

    expect([hidden.status, none.status]).toEqual([422, 422]);
  });

  test("of Anna needs no name: we know her and her firm", async () => {
    const { as } = await newWorld();
    const form = { id: crypto.randomUUID(), body: "需要 3 吨色丝" };
    const { reference } = (await (await as("anna").post("/enquiries", form)).json()) as Receipt;

    const seen = await (await as("mei").get(`/enquiries/${reference}`)).json();

    expect(seen).toMatchObject({
      name: "Anna",
      email: "anna@test.example",
      party: { code: "C-0001" },
      language: "zh",
    });
  });

  test("is not for staff to send", async () => {
    const { as } = await newWorld();

    expect((await as("sal").post("/enquiries", anEnquiry())).status).toBe(403);
  });

  test("is refused after ten from one address within the hour, and taken again afterwards", async () => {
    const { as, later } = await newWorld();
    for (let sent = 0; sent < 10; sent += 1) await as("nobody").post("/enquiries", anEnquiry());

    const eleventh = await as("nobody", "en").post("/enquiries", anEnquiry());
    later({ minutes: 61 });
    const next = await as("nobody").post("/enquiries", anEnquiry());

    expect([eleventh.status, next.status]).toEqual([429, 201]);
    expect(await eleventh.text()).toContain("You have sent many enquiries");
  });
});
