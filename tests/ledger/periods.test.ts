import { describe, expect, test } from "vitest";
import { post } from "../build/ledger";
import type { Person } from "../cast";
import { newWorld } from "../world";

describe("closing a month", () => {
  test("finance closes October: later facts of October go to November, flagged", async () => {
    const world = await newWorld();

    const closed = await world.as("fay").post("/ledger-entries/periods", { period: "2026-10" });
    await world.as("fay").post("/ledger-entries/periods", { period: "2026-10" });

    expect((await closed.json()).items).toMatchObject([{ period: "2026-10" }]);
    expect(await world.events("period.closed")).toHaveLength(1);
    const id = await post(world, { businessDate: "2026-10-30" });
    expect(await (await world.as("fay").get(`/ledger-entries/${id}`)).json()).toMatchObject({
      businessDate: "2026-10-30",
      postingDate: "2026-11-01",
      adjustsPeriod: "2026-10",
    });
  });

  test("a month that is not over stays open, and so does one that is no month", async () => {
    const { as } = await newWorld();
    for (const period of ["2026-11", "2026-13", "October"]) {
      const refused = await as("fay").post("/ledger-entries/periods", { period });
      expect([refused.status, Object.keys((await refused.json()).fields)]).toEqual([422, ["period"]]);
    }
  });

  test("only the general manager opens it again, and only the latest", async () => {
    const world = await newWorld();
    for (const period of ["2026-09", "2026-10"])
      await world.as("fay").post("/ledger-entries/periods", { period });
    const reopen = (person: Person, period: string) =>
      world.as(person).post(`/ledger-entries/periods/${period}/moves/reopen`, { reason: "漏记" });

    expect((await reopen("fay", "2026-10")).status).toBe(403);
    expect((await reopen("gus", "2026-09")).status).toBe(409);
    expect((await reopen("gus", "2026-10")).status).toBe(200);
    expect(await world.events("period.reopened")).toMatchObject([{ reason: "漏记" }]);
  });

  test.each([
    ["dora", 403],
    ["mei", 403],
    ["gus", 403],
    ["nobody", 401],
  ] as const)("%s may not close: %i", async (person, status) => {
    const { as } = await newWorld();
    expect((await as(person).post("/ledger-entries/periods", { period: "2026-10" })).status).toBe(status);
  });
});
