import { hashPassword } from "better-auth/crypto";
import { expect, test } from "vitest";
import { credentials } from "#schema/people";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

const password = "spinning mule 1779";

async function givePassword({ db, clock }: World, person: Person) {
  await db.insert(credentials).values({
    id: `credential-${person}`,
    accountId: person,
    providerId: "credential",
    userId: person,
    password: await hashPassword(password),
    createdAt: clock.now,
    updatedAt: clock.now,
  });
}

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

test("a reset link sets a new password once", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  await world.as("nobody").post("/session/reset-requests", { email: "dora@test.example" });
  await world.runJobs();
  const token = /token=(\S+)/.exec(world.mails[0]?.text ?? "")?.[1];

  const fresh = { token, password: "ring frame 1828" };
  expect((await world.as("nobody").post("/session/resets", fresh)).status).toBe(200);
  expect((await world.as("nobody").post("/session/resets", fresh)).status).toBe(409);
  const signedIn = await world
    .as("nobody")
    .post("/session", { email: "dora@test.example", password: fresh.password });
  expect(signedIn.status).toBe(200);
});
