import { describe, expect, test } from "vitest";
import { procedureOf } from "../build/complaints";
import { anUpload } from "../build/files";
import { newWorld, type World } from "../world";

const aTelling = (given: object = {}) => ({
  id: crypto.randomUUID(),
  name: "王工",
  phone: "13800138000",
  class: "quality",
  description: "染色后有横档",
  lotNo: "261105-A07-2",
  ...given,
});

async function tell(world: World, given: object = {}) {
  const reply = await world.as("nobody").post("/complaints/guest", aTelling(given));
  const receipt = await reply.json();
  return { ...receipt, headers: { authorization: `Link ${receipt.secret}` } };
}

describe("a complaint without an account", () => {
  test("has a number at once, a code to say and a secret to keep", async () => {
    const world = await newWorld();

    const sent = await world.as("nobody").post("/complaints/guest", aTelling());
    const receipt = await sent.json();

    expect(sent.status).toBe(201);
    expect(receipt.reference).toBe("CP-2611-0001");
    expect(receipt.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(receipt.secret).toMatch(/^[0-9a-f]{40,}$/);
    expect(await world.events("complaint.submitted")).toMatchObject([{ personId: null, channel: "web" }]);
  });

  test("sent twice is one complaint with the same code and secret; other words are refused", async () => {
    const world = await newWorld();
    const form = aTelling();
    const first = await world.as("nobody").post("/complaints/guest", form);

    const second = await world.as("nobody").post("/complaints/guest", form);
    const other = await world.as("nobody").post("/complaints/guest", { ...form, name: "李工" });

    expect(await second.json()).toEqual(await first.json());
    expect(other.status).toBe(409);
    expect(await world.events("complaint.submitted")).toHaveLength(1);
  });

  test("needs a way to answer, and the lot or a photo of the label", async () => {
    const world = await newWorld();
    const bare = aTelling({ phone: "", lotNo: "", name: "" });
    const { id, form } = anUpload();
    await world.as("nobody").post("/files", form);

    const nameless = await world.as("nobody").post("/complaints/guest", bare);
    const refused = await world.as("nobody").post("/complaints/guest", { ...bare, name: "王工" });
    const labelled = await world
      .as("nobody")
      .post("/complaints/guest", { ...bare, name: "王工", email: "w@mill.example", fileIds: [id] });

    expect(Object.keys((await nameless.json()).fields)).toEqual(["name"]);
    expect(Object.keys((await refused.json()).fields)).toEqual(["phone", "lotNo"]);
    expect(labelled.status).toBe(201);
  });

  test("is mailed to whoever left an address, in their language, with the private link", async () => {
    const world = await newWorld();
    const { code, secret } = await tell(world, { email: "wang@mill.example", language: "en" });

    await world.runJobs();
    await world.runJobs();

    expect(world.mails[0]).toMatchObject({ to: "wang@mill.example" });
    expect(world.mails[0]?.text).toContain(`http://test.example/en/track/${code}?key=${secret}`);
  });

  test("opens by code or number to whoever holds the secret, and to nobody else", async () => {
    const world = await newWorld();
    const mine = await tell(world);
    const other = await tell(world, { name: "李工" });

    const open = async (which: string, headers?: Record<string, string>) =>
      (await world.as("nobody").get(`/complaints/${which}`, headers)).status;

    expect(await open(mine.code, mine.headers)).toBe(200);
    expect(await open(mine.reference, mine.headers)).toBe(200);
    expect(await open(other.code, mine.headers)).toBe(404);
    expect(await open(other.reference, mine.headers)).toBe(404);
    expect(await open(mine.code)).toBe(401);
    expect(await open(mine.code, { authorization: "Link wrong" })).toBe(401);
  });

  test("shows the guest where it stands, lets them answer, accept and no more", async () => {
    const world = await newWorld();
    const { code, reference, headers } = await tell(world);
    const { findOut, settle } = procedureOf(world, reference);
    await findOut();
    await settle();
    const as = world.as("nobody");
    const { id, form } = anUpload();
    await as.post("/files", form, headers);

    const said = await as.post(
      `/complaints/${code}/answers`,
      { id: crypto.randomUUID(), body: "谢谢", fileIds: [id] },
      headers,
    );
    const noted = await as.post(`/complaints/${code}/notes`, { id: crypto.randomUUID(), body: "x" }, headers);
    const forced = await as.post(`/complaints/${code}/moves/close`, {}, headers);
    const agreed = await as.post(`/complaints/${code}/moves/customer_accept`, {}, headers);

    expect(await said.json()).toMatchObject({
      status: "replied",
      waitsForMe: true,
      answer: { amountMinor: null },
      inside: null,
      messages: [{ kind: "to_customer" }, { kind: "from_customer", mine: true, files: [{ id }] }],
    });
    expect([noted.status, forced.status, agreed.status]).toEqual([403, 403, 200]);
    expect((await as.get(`/files/${id}`, headers)).status).toBe(200);
    expect((await as.get(`/files/${id}`)).status).toBe(404);
  });

  test("its link ends ninety days after the case was closed", async () => {
    const world = await newWorld();
    const { code, reference, headers } = await tell(world);
    const { findOut, settle, move } = procedureOf(world, reference);
    await findOut();
    await settle();
    await world.as("nobody").post(`/complaints/${code}/moves/customer_accept`, {}, headers);
    await move("sam", "resolve", { text: "已补寄" });
    const calls = await (await world.as("sam").get("/follow-ups?open=true")).json();
    const dueOn = (call: { dueOn: string }) => call.dueOn;
    for (const call of calls.items.toSorted((a: never, b: never) => dueOn(a).localeCompare(dueOn(b)))) {
      await world.as("sam").post(`/follow-ups/${call.reference}/moves/waive`, { reason: "客户要求不再联系" });
    }
    await move("sam", "close");

    world.later({ days: 89 });
    const before = await world.as("nobody").get(`/complaints/${code}`, headers);
    world.later({ days: 2 });
    const after = await world.as("nobody").get(`/complaints/${code}`, headers);

    expect([before.status, after.status]).toEqual([200, 401]);
  });

  test("a stranger who files too many is asked to wait", async () => {
    const world = await newWorld();
    for (let n = 0; n < 10; n += 1) await tell(world);

    expect((await world.as("nobody").post("/complaints/guest", aTelling())).status).toBe(429);
  });

  test("those with an account make it there, where we know what they received", async () => {
    const world = await newWorld();

    expect((await world.as("anna").post("/complaints/guest", aTelling())).status).toBe(403);
  });
});
