import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { memberships, people, sessions, throttles } from "#schema/people";
import { givePassword, join, password } from "../build/people";
import { newWorld } from "../world";

test("Dora signs in with her password, and the cookie opens her orders", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");

  const opened = await world.as("nobody").post("/session", { email: "Dora@test.example", password });
  const cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

  expect(opened.status).toBe(200);
  expect(await opened.json()).toMatchObject({ kind: "partner", name: "Dora", seat: { party: "D-0001" } });
  expect((await world.as("nobody").get("/orders", { cookie })).status).toBe(200);
});

test("a wrong password and an unknown address get the same answer", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");

  const wrong = await world
    .as("nobody")
    .post("/session", { email: "dora@test.example", password: "something else" });
  const unknown = await world
    .as("nobody")
    .post("/session", { email: "who@test.example", password: "something else" });

  const [one, other] = [await wrong.json(), await unknown.json()];
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect({ ...one, requestId: "" }).toEqual({ ...other, requestId: "" });
});

test("five wrong passwords lock the account for a while, even for the right one", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const tryWith = (tried: string) =>
    world.as("nobody").post("/session", { email: "dora@test.example", password: tried });
  for (let n = 0; n < 5; n++) await tryWith("something else");

  expect((await tryWith(password)).status).toBe(429);
  world.later({ minutes: 16 });
  expect((await tryWith(password)).status).toBe(200);
});

test("signing out ends the session for good", async () => {
  const { as } = await newWorld();
  expect((await as("dora").get("/session")).status).toBe(200);

  await as("dora").delete("/session");

  expect((await as("nobody").get("/session")).status).toBe(401);
});

test("five wrong guesses sent all at once are five, not more", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const guess = () =>
    world.as("nobody").post("/session", { email: "dora@test.example", password: "something else" });

  const statuses = (await Promise.all(Array.from({ length: 12 }, guess))).map(({ status }) => status);

  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(7);
});

test("an unknown address is locked after five tries in the same words as a known one", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const answers = [];
  for (const email of ["dora@test.example", "who@test.example"]) {
    const guess = () => world.as("nobody").post("/session", { email, password: "something else" });
    for (let n = 0; n < 5; n++) await guess();
    const locked = await guess();
    answers.push({ status: locked.status, ...(await locked.json()), requestId: "" });
  }
  expect(answers[0]).toMatchObject({ status: 429, code: "too_many" });
  expect(answers[0]).toEqual(answers[1]);
});

test("an unknown address costs the same work as a known one: a password is hashed for each", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const took = async (email: string) => {
    const start = performance.now();
    await world.as("nobody").post("/session", { email, password: "something else" });
    return performance.now() - start;
  };
  await took("warm@test.example");

  const [known, unknown] = [await took("dora@test.example"), await took("who@test.example")];

  // Hashing takes tens of milliseconds and everything else a few: without it the ratio is far above 4.
  expect(known / unknown).toBeLessThan(4);
  expect(unknown / known).toBeLessThan(4);
});

test("thirty wrong tries from one address are enough, and a right one does not count", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const tryAs = (email: string, said: string) =>
    world.as("nobody").post("/session", { email, password: said });
  expect((await tryAs("dora@test.example", password)).status).toBe(200);
  expect(await world.db.select({ count: throttles.count }).from(throttles)).toEqual([{ count: 0 }]);

  await tryAs("who@test.example", "guess");
  await world.db.update(throttles).set({ count: 29 });
  expect((await tryAs("else@test.example", "guess")).status).toBe(401);
  expect((await tryAs("dora@test.example", password)).status).toBe(429);
});

test("blank fields are named in the language of the reader", async () => {
  const { as } = await newWorld();
  const refused = await as("nobody", "en").post("/session", { email: "", password: "" });
  expect(refused.status).toBe(422);
  expect((await refused.json()).fields).toEqual({
    email: "Enter your e-mail address.",
    password: "Enter your password.",
  });
});

test("a person who was ended yesterday cannot act, nor sign in", async () => {
  const world = await newWorld();
  await givePassword(world, "dan");
  await world.db.update(memberships).set({ validTo: "2026-11-22" }).where(eq(memberships.id, "m-dan"));

  expect((await world.as("dan").get("/orders")).status).toBe(401);
  const refused = await world.as("nobody").post("/session", { email: "dan@test.example", password });
  expect(refused.status).toBe(401);
  expect(refused.headers.getSetCookie()).toEqual([]);
  expect(await world.db.select().from(sessions).where(eq(sessions.ipAddress, "unknown"))).toEqual([]);
});

test("a person whose last day is today may act until midnight in Shanghai", async () => {
  const world = await newWorld();
  await world.db.update(memberships).set({ validTo: "2026-11-23" }).where(eq(memberships.id, "m-dan"));

  expect((await world.as("dan").get("/session")).status).toBe(200);
  world.later({ hours: 14 });
  expect((await world.as("dan").get("/session")).status).toBe(401);
});

test("a disabled person is out at once, even with the right password", async () => {
  const world = await newWorld();
  await givePassword(world, "dan");
  await world.db.update(people).set({ disabledAt: world.clock.now }).where(eq(people.id, "dan"));

  expect((await world.as("dan").get("/session")).status).toBe(401);
  const refused = await world.as("nobody").post("/session", { email: "dan@test.example", password });
  expect(refused.status).toBe(401);
});

test("a person with two firms acts for one at a time and never for a third", async () => {
  const world = await newWorld();
  await join(world, "dora", "C-0002", ["finance"]);
  const seat = async () => (await (await world.as("dora").get("/session")).json()).seat;

  expect((await seat()).party).toBe("C-0002");
  expect((await world.as("dora").put("/session/party", { party: "D-0001" })).status).toBe(200);
  expect(await seat()).toMatchObject({ party: "D-0001", roles: ["owner"] });
  expect((await world.as("dora").put("/session/party", { party: "D-0002" })).status).toBe(404);
  expect((await world.as("dora").put("/session/party", { party: " " })).status).toBe(422);
  expect((await seat()).party).toBe("D-0001");
});

test("the language a person chose is the one they are answered in", async () => {
  const { as } = await newWorld();
  await as("dora").put("/session/language", { language: "en" });
  expect((await (await as("dora").get("/orders/none")).json()).title).toBe("We could not find that order.");
  expect((await as("dora").put("/session/language", { language: "fr" })).status).toBe(422);
});

test("a person sees where they are signed in and ends one session, but nobody else's", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const there = { email: "dora@test.example", password };
  await world
    .as("nobody")
    .post("/session", there, { "user-agent": "Phone", "x-client-address": "198.51.100.7" });
  const devices = await (await world.as("dora").get("/session/devices")).json();

  expect(devices).toHaveLength(2);
  const phone = devices.find(({ device }: { device: string | null }) => device === "Phone");
  expect(phone).toMatchObject({ current: false, address: "198.51.100.7" });
  expect((await world.as("rob").delete(`/session/devices/${phone.id}`)).status).toBe(404);
  expect((await world.as("dora").delete(`/session/devices/${phone.id}`)).status).toBe(200);
  expect(await (await world.as("dora").get("/session/devices")).json()).toHaveLength(1);
});
