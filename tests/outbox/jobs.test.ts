import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { jobs } from "#schema/events";
import { job, write } from "#worker/write";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

const retry = (world: World, by: Person, id: string) =>
  world.as(by).post(`/jobs/${encodeURIComponent(id)}/moves/retry`);

test("Ada sees the mails that wait, without their words", async () => {
  const world = await newWorld();
  await world.as("dora").post("/people/invitations", {
    id: crypto.randomUUID(),
    party: "D-0001",
    name: "新",
    email: "new@test.example",
    roles: ["buyer"],
  });

  const text = await (await world.as("ada").get("/jobs")).text();

  expect(JSON.parse(text).items).toMatchObject([
    { kind: "mail", status: "waiting", to: "new@test.example", attempts: 0, moves: [] },
  ]);
  expect(text).not.toContain("/invitation/");
});

describe("who may look after the jobs", () => {
  test.each<{ person: Person | "nobody"; status: number }>([
    { person: "ada", status: 200 },
    { person: "mei", status: 403 },
    { person: "gus", status: 403 },
    { person: "dora", status: 403 },
    { person: "nobody", status: 401 },
  ])("$person gets $status", async ({ person, status }) => {
    const { as } = await newWorld();
    expect((await as(person).get("/jobs")).status).toBe(status);
  });
});

test("a job that was given up is started again by Ada, and only then", async () => {
  const world = await newWorld();
  await write(world, [job({ db: world.db, now: world.clock.now }, "odd job 1", "nonsense", {})]);
  expect((await retry(world, "ada", "odd job 1")).status).toBe(409);
  for (let n = 0; n < 8; n++) {
    await world.runJobs();
    world.later({ days: 1 });
  }
  const dead = (await (await world.as("ada").get("/jobs?status=dead")).json()).items;
  expect(dead).toMatchObject([{ id: "odd job 1", attempts: 8, lastError: "no work of kind nonsense" }]);

  expect((await retry(world, "mei", "odd job 1")).status).toBe(403);
  expect((await retry(world, "ada", "odd job 1")).status).toBe(200);

  const [row] = await world.db.select().from(jobs).where(eq(jobs.id, "odd job 1"));
  expect(row).toMatchObject({ attempts: 0, failedAt: null });
  expect(await world.events("job.retried", "odd job 1")).toHaveLength(1);
  expect(await world.runJobs()).toBe(1);
  expect((await retry(world, "ada", "no such job")).status).toBe(404);
});

test("each status lists its own jobs", async () => {
  const world = await newWorld();
  const at = world.clock.now;
  const row = { kind: "mail", input: {}, dueAt: at };
  await world.db.insert(jobs).values([
    { id: "done", ...row, doneAt: at, attempts: 1 },
    { id: "dead", ...row, failedAt: at, attempts: 8 },
    { id: "running", ...row, leaseUntil: new Date(at.getTime() + 60_000), attempts: 1 },
    { id: "failed", ...row, attempts: 2 },
    { id: "waiting", ...row },
  ]);
  for (const status of ["done", "dead", "running", "failed", "waiting"]) {
    const { items } = await (await world.as("ada").get(`/jobs?status=${status}`)).json();
    expect(items.map(({ id, status: told }: Record<string, string>) => [id, told])).toEqual([
      [status, status],
    ]);
  }
});
