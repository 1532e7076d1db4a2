import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { invitations, people } from "#schema/people";
import { givePassword, join, password } from "../build/people";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

const invitation = (said: object = {}) => ({
  id: crypto.randomUUID(),
  party: "D-0001",
  name: "新同事",
  email: "new@test.example",
  roles: ["buyer"],
  ...said,
});

/** Invites, lets the mail leave, and returns the secret in its link. */
async function inviteBy(world: World, person: Person, said: object = {}) {
  const sent = await world.as(person).post("/people/invitations", invitation(said));
  if (sent.status !== 201) throw new Error(await sent.text());
  await world.runJobs();
  return /invitation\/(\S+)/.exec(world.mails.at(-1)?.text ?? "")?.[1] ?? "no link";
}

const accept = (world: World, token: string, said: object = { password }) =>
  world.as("nobody").post(`/people/invitations/${token}`, said);
const cookieOf = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

test("Dora invites a buyer, who chooses a password and is in at once", async () => {
  const world = await newWorld();
  const token = await inviteBy(world, "dora");
  expect(world.mails[0]?.to).toBe("new@test.example");

  const shown = await (await world.as("nobody").get(`/people/invitations/${token}`)).json();
  expect(shown).toMatchObject({ party: { code: "D-0001" }, name: "新同事", known: false, mine: false });

  const accepted = await accept(world, token, { name: "钱新", password, language: "en" });

  expect(accepted.status).toBe(200);
  expect(await accepted.json()).toMatchObject({
    name: "钱新",
    language: "en",
    seat: { party: "D-0001", roles: ["buyer"] },
  });
  const cookie = cookieOf(accepted);
  expect((await world.as("nobody").get("/orders", { cookie })).status).toBe(200);
  expect(await world.events("person.joined")).toHaveLength(1);
  expect(await world.events("party.person_joined", "D-0001")).toHaveLength(1);
  const { items } = await (await world.as("dora").get("/notices")).json();
  expect(items).toMatchObject([{ type: "person.joined", noun: "person" }]);
});

test("an invitation sent twice is one, with one mail", async () => {
  const world = await newWorld();
  const form = invitation();

  const first = await world.as("dora").post("/people/invitations", form);
  const second = await world.as("dora").post("/people/invitations", form);
  const other = await world.as("dora").post("/people/invitations", { ...form, roles: ["owner"] });
  await world.runJobs();

  expect([first.status, second.status, other.status]).toEqual([201, 201, 409]);
  expect(world.mails).toHaveLength(1);
  expect(await world.events("person.invited")).toHaveLength(1);
});

test("the link is not in the table, only its hash", async () => {
  const world = await newWorld();
  const token = await inviteBy(world, "dora");
  expect(JSON.stringify(await world.db.select().from(invitations))).not.toContain(token);
});

test("a link works once, and of two who click at once one joins", async () => {
  const world = await newWorld();
  const token = await inviteBy(world, "dora");

  const both = await Promise.all([accept(world, token), accept(world, token)]);

  expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect((await accept(world, token)).status).toBe(404);
  expect(await world.db.select().from(people).where(eq(people.email, "new@test.example"))).toHaveLength(1);
});

test("a link runs out after seven days", async () => {
  const world = await newWorld();
  const token = await inviteBy(world, "dora");
  world.later({ days: 6, hours: 23 });
  expect((await world.as("nobody").get(`/people/invitations/${token}`)).status).toBe(200);
  world.later({ hours: 2 });
  expect((await world.as("nobody").get(`/people/invitations/${token}`)).status).toBe(404);
  expect((await accept(world, token)).status).toBe(404);
});

test("a newer invitation to the same address makes the older link useless", async () => {
  const world = await newWorld();
  const old = await inviteBy(world, "dora");
  const newer = await inviteBy(world, "dora", { roles: ["finance"] });
  expect((await accept(world, old)).status).toBe(404);
  expect((await accept(world, newer)).status).toBe(200);
});

test("an invitation that was taken back opens nothing", async () => {
  const world = await newWorld();
  const token = await inviteBy(world, "dora");
  const { items } = await (await world.as("dora").get("/people")).json();
  const { id } = items.find(({ status }: { status: string }) => status === "invited");

  expect((await world.as("rob").delete(`/people/invitations/${id}`)).status).toBe(404);
  expect((await world.as("dan").delete(`/people/invitations/${id}`)).status).toBe(404);
  expect((await world.as("dora").delete(`/people/invitations/${id}`)).status).toBe(200);
  expect((await world.as("dora").delete(`/people/invitations/${id}`)).status).toBe(409);
  expect((await accept(world, token)).status).toBe(404);
});

test("a newcomer must choose a password that is long enough", async () => {
  const world = await newWorld();
  const token = await inviteBy(world, "dora");
  const refused = await accept(world, token, { password: "short", name: "" });
  expect(refused.status).toBe(422);
  expect((await refused.json()).fields).toEqual({ password: "密码至少 10 个字符。" });
  expect(await world.events("person.joined")).toEqual([]);
});

describe("somebody who has an account already", () => {
  test("joins a second firm with the password of that account, and keeps the first", async () => {
    const world = await newWorld();
    await givePassword(world, "carl");
    const token = await inviteBy(world, "dora", { email: "carl@test.example" });
    expect(await (await world.as("nobody").get(`/people/invitations/${token}`)).json()).toMatchObject({
      known: true,
    });

    expect((await accept(world, token, { password: "ten wrong letters" })).status).toBe(401);
    const accepted = await accept(world, token, { password });

    const { seat, seats } = await accepted.json();
    expect(seat.party).toBe("D-0001");
    expect(seats.map(({ party }: { party: string }) => party)).toEqual(["C-0002", "D-0001"]);
  });

  test("who holds the link but not the password gets nothing, and cannot set one", async () => {
    const world = await newWorld();
    await givePassword(world, "carl");
    const token = await inviteBy(world, "dora", { email: "carl@test.example" });
    await accept(world, token, { password: "a password of mine", name: "Mallory" });
    expect(await world.events("person.joined")).toEqual([]);
    const signIn = await world.as("nobody").post("/session", { email: "carl@test.example", password });
    expect(signIn.status).toBe(200);
  });

  test("is asked for nothing while signed in as that person", async () => {
    const world = await newWorld();
    const token = await inviteBy(world, "dora", { email: "carl@test.example" });
    expect(await (await world.as("carl").get(`/people/invitations/${token}`)).json()).toMatchObject({
      mine: true,
    });
    const accepted = await world.as("carl").post(`/people/invitations/${token}`, {});
    expect((await accepted.json()).seat.party).toBe("D-0001");
    expect((await (await world.as("carl").get("/session")).json()).seat.party).toBe("D-0001");
  });

  test("is not let in through somebody else's session", async () => {
    const world = await newWorld();
    const token = await inviteBy(world, "dora", { email: "carl@test.example" });
    expect((await world.as("rob").post(`/people/invitations/${token}`, {})).status).toBe(401);
  });

  test("cannot be invited to a firm twice", async () => {
    const world = await newWorld();
    const refused = await world
      .as("dora")
      .post("/people/invitations", invitation({ email: "Dan@test.example" }));
    expect(refused.status).toBe(409);
    expect(Object.keys((await refused.json()).fields)).toEqual(["email"]);
  });

  test("who joined by one link does not join again by another", async () => {
    const world = await newWorld();
    const token = await inviteBy(world, "dora", { email: "carl@test.example" });
    await join(world, "carl", "D-0001", ["viewer"]);
    expect((await world.as("carl").post(`/people/invitations/${token}`, {})).status).toBe(409);
  });
});

test("blank and wrong fields are named, and nothing is sent", async () => {
  const world = await newWorld();
  const refused = await world
    .as("dora")
    .post("/people/invitations", invitation({ name: " ", email: "nobody", roles: [] }));
  expect(refused.status).toBe(422);
  expect((await refused.json()).fields).toEqual({
    name: "请填写姓名。",
    email: "请填写正确的邮箱,例如 name@example.com。",
    roles: "请至少选择一个角色。",
  });
  const lines = await world.as("dora").post("/people/invitations", invitation({ name: "A\nB" }));
  expect(Object.keys((await lines.json()).fields)).toEqual(["name"]);
  await world.runJobs();
  expect(world.mails).toEqual([]);
});

describe("who may invite whom", () => {
  const cases: { person: Person | "nobody"; party: string; roles: string[]; status: number }[] = [
    { person: "dora", party: "D-0001", roles: ["owner"], status: 201 },
    { person: "dora", party: "D-0001", roles: ["admin"], status: 422 },
    { person: "dora", party: "D-0003", roles: ["owner"], status: 403 },
    { person: "dora", party: "D-0002", roles: ["owner"], status: 404 },
    { person: "dora", party: "LX", roles: ["admin"], status: 404 },
    { person: "dan", party: "D-0001", roles: ["viewer"], status: 403 },
    { person: "dina", party: "D-0001", roles: ["viewer"], status: 403 },
    { person: "mona", party: "TX", roles: ["outlet_clerk"], status: 201 },
    { person: "mona", party: "TX", roles: ["sales_manager"], status: 422 },
    { person: "mona", party: "D-0001", roles: ["owner"], status: 403 },
    { person: "sal", party: "D-0002", roles: ["owner"], status: 201 },
    { person: "sal", party: "D-0001", roles: ["owner"], status: 404 },
    { person: "sal", party: "XS", roles: ["domestic_sales"], status: 403 },
    { person: "mei", party: "D-0001", roles: ["owner"], status: 201 },
    { person: "mei", party: "LX", roles: ["admin"], status: 403 },
    { person: "fay", party: "D-0001", roles: ["finance"], status: 403 },
    { person: "ada", party: "LX", roles: ["qc"], status: 201 },
    { person: "ada", party: "XS", roles: ["outlet_clerk"], status: 201 },
    { person: "ada", party: "D-0001", roles: ["owner"], status: 201 },
    { person: "ada", party: "LX", roles: ["owner"], status: 422 },
    { person: "nobody", party: "D-0001", roles: ["owner"], status: 401 },
  ];
  test.each(cases)("$person to $party as $roles gets $status", async ({ person, party, roles, status }) => {
    const { as } = await newWorld();
    expect((await as(person).post("/people/invitations", invitation({ party, roles }))).status).toBe(status);
  });
});
