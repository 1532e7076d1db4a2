import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobs } from "#schema/events";
import { verifications } from "#schema/people";
import { givePassword, password } from "../build/people";
import { newWorld, type World } from "../world";

const fresh = "ring frame 1828";
const signIn = (world: World, said: string, email = "dora@test.example") =>
  world.as("nobody").post("/session", { email, password: said });

async function askForLink(world: World) {
  await world.as("nobody").post("/session/reset-requests", { email: "Dora@test.example" });
  await world.runJobs(); // Looks up the address,
  await world.runJobs(); // and sends what it found.
  return /token=(\S+)/.exec(world.mails.at(-1)?.text ?? "")?.[1] ?? "no link";
}

test("a reset link sets a new password once, and everyone signed in is out", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  expect((await world.as("dora").get("/session")).status).toBe(200);
  const token = await askForLink(world);

  const set = () => world.as("nobody").post("/session/resets", { token, password: fresh });

  expect((await set()).status).toBe(200);
  expect((await world.as("nobody").get("/session", { cookie: "" })).status).toBe(401);
  expect((await set()).status).toBe(409);
  expect((await signIn(world, password)).status).toBe(401);
  expect((await signIn(world, fresh)).status).toBe(200);
  expect(await world.events("person.password_reset", "dora")).toHaveLength(1);
});

test("a session that was open before a reset no longer opens anything", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const opened = await signIn(world, password);
  const cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const token = await askForLink(world);

  await world.as("nobody").post("/session/resets", { token, password: fresh });

  expect((await world.as("nobody").get("/session", { cookie })).status).toBe(401);
});

test("a link that two click at once sets one password", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const token = await askForLink(world);
  const set = (said: string) => world.as("nobody").post("/session/resets", { token, password: said });

  const both = await Promise.all([set("carding machine 1748"), set("drawing frame 1750")]);

  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("known and unknown addresses get the same answer for the same work, and only one gets a mail", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const ask = (email: string) => world.as("nobody").post("/session/reset-requests", { email });

  const known = await ask("dora@test.example");
  const unknown = await ask("who@test.example");

  expect([known.status, await known.json()]).toEqual([unknown.status, await unknown.json()]);
  expect(await world.db.select().from(jobs).where(eq(jobs.kind, "reset"))).toHaveLength(2);
  await world.runJobs();
  await world.runJobs();
  expect(world.mails.map(({ to }) => to)).toEqual(["dora@test.example"]);
});

test("the tables hold nothing that resets a password", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const token = await askForLink(world);

  expect(JSON.stringify(await world.db.select().from(verifications))).not.toContain(token);
});

test("a fourth link within the hour is refused, for strangers too", async () => {
  const world = await newWorld();
  for (const email of ["dora@test.example", "who@test.example"]) {
    const ask = () => world.as("nobody").post("/session/reset-requests", { email });
    for (let n = 0; n < 3; n++) expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
  }
});

test("an invented link and a short password are refused", async () => {
  const { as } = await newWorld();
  const set = (said: object) => as("nobody").post("/session/resets", said);
  expect((await set({ token: "invented", password: fresh })).status).toBe(409);
  const short = await set({ token: "invented", password: "short" });
  expect((await short.json()).fields).toEqual({ password: "密码至少 10 个字符。" });
});

test("a reset lifts the lock of the account", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  for (let n = 0; n < 6; n++) await signIn(world, "something else");
  const token = await askForLink(world);

  await world.as("nobody").post("/session/resets", { token, password: fresh });

  expect((await signIn(world, fresh)).status).toBe(200);
});

test("Dora chooses a new password; her other sessions end, this one stays", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const phone = await signIn(world, password);
  const cookie = phone.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

  const changed = await world.as("dora").put("/session/password", { current: password, password: fresh });

  expect(changed.status).toBe(200);
  expect((await world.as("dora").get("/session")).status).toBe(200);
  expect((await world.as("nobody").get("/session", { cookie })).status).toBe(401);
  expect((await signIn(world, fresh)).status).toBe(200);
  expect(await world.events("person.password_changed", "dora")).toHaveLength(1);
});

test("whoever does not know the current password cannot change it, and is stopped from guessing", async () => {
  const world = await newWorld();
  await givePassword(world, "dora");
  const guess = () => world.as("dora").put("/session/password", { current: "guess", password: fresh });

  const wrong = await guess();

  expect(wrong.status).toBe(422);
  expect(Object.keys((await wrong.json()).fields)).toEqual(["current"]);
  for (let n = 0; n < 4; n++) await guess();
  expect((await guess()).status).toBe(429);
  expect(
    (await world.as("nobody").put("/session/password", { current: password, password: fresh })).status,
  ).toBe(401);
});
