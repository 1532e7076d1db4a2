import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { memberships, sessions, throttles } from "#schema/people";
import { givePassword, join, newPerson, password } from "../build/people";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

const move = (world: World, by: Person | "nobody", id: string, name: string, said: object = {}) =>
  world.as(by).post(`/people/${id}/moves/${name}`, said);

test("Dora ends her buyer, whose next request fails", async () => {
  const world = await newWorld();
  expect((await world.as("dan").get("/orders")).status).toBe(200);

  expect((await move(world, "dora", "m-dan", "end", { reason: "离职" })).status).toBe(200);

  expect((await world.as("dan").get("/orders")).status).toBe(401);
  expect(await world.events("person.ended", "m-dan")).toMatchObject([{ reason: "离职", personId: "dora" }]);
  expect((await move(world, "dora", "m-dan", "end")).status).toBe(404);
});

test("someone ended at one firm still acts for the other", async () => {
  const world = await newWorld();
  await join(world, "dan", "C-0002", ["buyer"]);
  await move(world, "dora", "m-dan", "end");
  expect(await (await world.as("dan").get("/session")).json()).toMatchObject({
    seat: { party: "C-0002" },
    seats: [{ party: "C-0002" }],
  });
});

describe("the last owner", () => {
  test("cannot leave, nor give up the role", async () => {
    const world = await newWorld();
    expect((await move(world, "dora", "m-dora", "end")).status).toBe(409);
    expect((await move(world, "dora", "m-dora", "roles", { roles: ["buyer"] })).status).toBe(409);
    expect((await move(world, "ada", "m-dora", "end")).status).toBe(409);
    expect((await world.as("dora").get("/session")).status).toBe(200);
  });

  test("may leave once there is another who can act", async () => {
    const world = await newWorld();
    await move(world, "dora", "m-dan", "roles", { roles: ["owner", "buyer"] });
    expect((await move(world, "dora", "m-dora", "end")).status).toBe(200);
  });

  test("an owner who was disabled does not count", async () => {
    const world = await newWorld();
    await move(world, "dora", "m-dan", "roles", { roles: ["owner"] });
    await move(world, "ada", "m-dan", "disable");
    expect((await move(world, "dora", "m-dora", "end")).status).toBe(409);
  });

  test("of two owners who leave at once, one stays", async () => {
    const world = await newWorld();
    await move(world, "dora", "m-dan", "roles", { roles: ["owner"] });
    const both = await Promise.all([
      move(world, "dora", "m-dan", "end"),
      move(world, "dan", "m-dora", "end"),
    ]);
    const left = await world.db.select().from(memberships).where(eq(memberships.validTo, "2026-11-22"));
    expect(left).toHaveLength(1);
    expect(both.map(({ status }) => status)).toContain(200);
  });

  test("the last admin of the house stays too", async () => {
    const world = await newWorld();
    expect((await move(world, "ada", "m-ada", "end")).status).toBe(409);
    await move(world, "ada", "m-gus", "roles", { roles: ["general_manager", "admin"] });
    expect((await move(world, "ada", "m-ada", "end")).status).toBe(200);
  });
});

test("new roles count from the next request on", async () => {
  const world = await newWorld();
  expect((await world.as("dan").get("/people")).status).toBe(403);
  await move(world, "dora", "m-dan", "roles", { roles: ["owner"] });
  expect((await world.as("dan").get("/people")).status).toBe(200);
});

test("roles are asked for, and must be of the party's kind", async () => {
  const world = await newWorld();
  for (const roles of [undefined, [], ["admin"], ["king"]]) {
    const refused = await move(world, "dora", "m-dan", "roles", { roles });
    expect(refused.status).toBe(422);
    expect(Object.keys((await refused.json()).fields)[0]).toMatch(/^roles/);
  }
});

test("a disabled person is out everywhere and comes back only when enabled", async () => {
  const world = await newWorld();
  await world.as("dan").get("/session");

  expect((await move(world, "ada", "m-dan", "disable", { reason: "示例" })).status).toBe(200);
  expect(await world.db.select().from(sessions).where(eq(sessions.userId, "dan"))).toEqual([]);
  expect((await world.as("dan").get("/session")).status).toBe(401);
  expect((await move(world, "ada", "m-dan", "disable")).status).toBe(409);

  expect((await move(world, "ada", "m-dan", "enable")).status).toBe(200);
  expect((await world.as("dan").get("/session")).status).toBe(200);
});

test("Dora sees where her people are signed in and ends it", async () => {
  const world = await newWorld();
  await world.as("dan").get("/session");
  const { devices } = await (await world.as("dora").get("/people/m-dan")).json();
  expect(devices).toMatchObject([{ id: "session-dan", current: false }]);

  expect((await move(world, "dora", "m-dan", "sign_out", { session: "session-dan" })).status).toBe(200);
  expect((await move(world, "dora", "m-dan", "sign_out", { session: "session-dan" })).status).toBe(404);
  const { devices: left } = await (await world.as("dora").get("/people/m-dan")).json();
  expect(left).toEqual([]);
});

test("an owner neither sees nor ends a session in which somebody acts for another firm", async () => {
  const world = await newWorld();
  await join(world, "dan", "C-0002", ["buyer"]);
  await world.as("dan").put("/session/party", { party: "C-0002" });
  expect((await (await world.as("dora").get("/people/m-dan")).json()).devices).toEqual([]);
  await move(world, "dora", "m-dan", "sign_out");
  expect(await world.db.select().from(sessions).where(eq(sessions.userId, "dan"))).toHaveLength(1);
  expect((await (await world.as("ada").get("/people/m-dan")).json()).devices).toHaveLength(1);
});

test("a locked account is shown and unlocked", async () => {
  const world = await newWorld();
  await givePassword(world, "dan");
  const signIn = () => world.as("nobody").post("/session", { email: "dan@test.example", password });
  await world.as("nobody").post("/session", { email: "dan@test.example", password: "guess" });
  await world.db.update(throttles).set({ count: 5 });
  const status = async () => (await (await world.as("dora").get("/people/m-dan")).json()).status;

  expect(await status()).toBe("locked");
  expect((await signIn()).status).toBe(429);
  await move(world, "dora", "m-dan", "unlock");
  expect(await status()).toBe("active");
  await world.db.update(throttles).set({ count: 0 });
  expect((await signIn()).status).toBe(200);
});

describe("who may move Dora's buyer", () => {
  test.each<{ person: Person | "nobody"; end: number; disable: number }>([
    { person: "dora", end: 200, disable: 403 },
    { person: "ada", end: 200, disable: 200 },
    { person: "mei", end: 200, disable: 403 },
    { person: "fay", end: 403, disable: 403 },
    { person: "sal", end: 404, disable: 404 },
    { person: "dina", end: 404, disable: 404 },
    { person: "rita", end: 404, disable: 404 },
    { person: "rob", end: 404, disable: 404 },
    { person: "mona", end: 404, disable: 404 },
    { person: "nobody", end: 401, disable: 401 },
  ])("$person", async ({ person, ...expected }) => {
    const disable = await move(await newWorld(), person, "m-dan", "disable");
    const end = await move(await newWorld(), person, "m-dan", "end");
    expect({ end: end.status, disable: disable.status }).toEqual(expected);
  });

  test("nobody disables themselves, and sales do not touch staff", async () => {
    const world = await newWorld();
    expect((await move(world, "ada", "m-ada", "disable")).status).toBe(403);
    expect((await move(world, "mei", "m-fay", "end")).status).toBe(403);
    expect((await move(world, "dora", "m-dan", "promote")).status).toBe(409);
  });
});

test("a person who starts tomorrow is listed today but cannot act yet", async () => {
  const world = await newWorld();
  const zoe = await newPerson(world, "Zoe", "C-0002", ["buyer"]);
  await world.db.update(memberships).set({ validFrom: "2026-11-24" }).where(eq(memberships.personId, "zoe"));
  const { items } = await (await world.as("carl").get("/people")).json();
  expect(items.map(({ name }: { name: string }) => name)).toEqual(["Carl", "Zoe"]);
  expect((await world.as(zoe).get("/session")).status).toBe(401);
  world.later({ days: 1 });
  expect((await world.as(zoe).get("/session")).status).toBe(200);
});
