import { expect, test } from "vitest";
import { noticeSteps } from "#worker/notices/notices";
import { write } from "#worker/write";
import { join } from "../build/people";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

const tell = (world: World, partyId: string, roles: Parameters<typeof noticeSteps>[1]["roles"]) => {
  const ctx = { db: world.db, now: world.clock.now, actor: { kind: "system" } as const };
  const told = { type: "statement.issued", noun: "statement", reference: "ST-1", partyId, roles } as const;
  return write(ctx, noticeSteps(ctx, told));
};
const inboxOf = async (world: World, person: Person) =>
  (await (await world.as(person).get("/notices")).json()).items;

test("a notice reaches those who act for the party in the roles that it is for, and nobody else", async () => {
  const world = await newWorld();
  await tell(world, "D-0001", ["owner", "finance"]);

  expect(await inboxOf(world, "dora")).toMatchObject([
    { type: "statement.issued", reference: "ST-1", readAt: null },
  ]);
  expect(await inboxOf(world, "dina")).toHaveLength(1);
  expect(await inboxOf(world, "dan")).toEqual([]);
  expect(await inboxOf(world, "rob")).toEqual([]);
  expect((await world.as("nobody").get("/notices")).status).toBe(401);
});

test("a notice of another firm is read there, not here", async () => {
  const world = await newWorld();
  await join(world, "dora", "D-0002", ["finance"]);
  await tell(world, "D-0002", ["finance"]);

  expect(await inboxOf(world, "dora")).toEqual([]);
  await world.as("dora").put("/session/party", { party: "D-0002" });
  expect(await inboxOf(world, "dora")).toHaveLength(1);
});

test("whoever has left is told nothing", async () => {
  const world = await newWorld();
  await join(world, "carl", "D-0001", ["owner"], { to: "2026-11-22" });
  await tell(world, "D-0001", ["owner"]);
  expect(await inboxOf(world, "carl")).toEqual([]);
});

test("a notice is read once, by its own reader, and the count at home goes down", async () => {
  const world = await newWorld();
  await tell(world, "D-0001", ["owner", "finance"]);
  const unread = async () => (await (await world.as("dora").get("/home")).json()).unread;
  const [{ id }] = await inboxOf(world, "dora");

  expect(await unread()).toBe(1);
  expect((await world.as("dina").post(`/notices/${id}/moves/read`)).status).toBe(404);
  expect((await world.as("dora").post(`/notices/${id}/moves/read`)).status).toBe(200);
  const first = (await inboxOf(world, "dora"))[0].readAt;
  world.later({ hours: 1 });
  await world.as("dora").post(`/notices/${id}/moves/read`);
  expect((await inboxOf(world, "dora"))[0].readAt).toBe(first);
  expect(await unread()).toBe(0);
});

test("all are read at once, of one's own and of the party acted for", async () => {
  const world = await newWorld();
  await tell(world, "D-0001", ["owner", "finance"]);
  await tell(world, "D-0001", ["owner", "finance"]);
  await world.as("dora").post("/notices/moves/read");
  expect((await (await world.as("dora").get("/notices?unread=true")).json()).items).toEqual([]);
  expect((await (await world.as("dina").get("/notices?unread=true")).json()).items).toHaveLength(2);
});

test("notices come in pages, newest first", async () => {
  const world = await newWorld();
  for (let n = 0; n < 5; n++) {
    await tell(world, "D-0001", ["owner"]);
    world.later({ minutes: 1 });
  }
  const first = await (await world.as("dora").get("/notices?limit=3")).json();
  const second = await (await world.as("dora").get(`/notices?limit=3&cursor=${first.nextCursor}`)).json();
  const times = [...first.items, ...second.items].map(({ at }: { at: string }) => at);
  expect(times).toEqual([...times].sort().reverse());
  expect(new Set(times).size).toBe(5);
  expect(second.nextCursor).toBeNull();
});
