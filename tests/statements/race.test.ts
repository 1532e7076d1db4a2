import { describe, expect, test } from "vitest";
import { entries } from "#schema/ledger";
import { statements } from "#schema/statements";
import { accountIdOf, postingOf } from "#worker/ledger/post";
import { Refusal } from "#worker/refusal";
import { buildMonth } from "#worker/statements/build";
import { issueSteps } from "#worker/statements/issue";
import { write } from "#worker/write";
import { post, theWorkedExample } from "../build/ledger";
import { issue } from "../build/statements";
import { newWorld, type World } from "../world";

const ctxOf = (world: World) => ({
  db: world.db,
  now: world.clock.now,
  settings: world.host.settings,
  actor: { kind: "system" } as const,
});

const aDelivery = {
  id: "late",
  partyId: "D-0001",
  currency: "CNY",
  type: "shipment",
  businessDate: "2026-10-30",
  amountMinor: 100,
} as const;

describe("between reading and writing", () => {
  test("an entry is refused when its month gets a statement meanwhile", async () => {
    const world = await newWorld();
    await theWorkedExample(world);
    const before = await world.db.select().from(entries);
    const { steps } = await postingOf(ctxOf(world), aDelivery);

    await issue(world);

    await expect(write(ctxOf(world), steps)).rejects.toThrow(Refusal);
    expect(await world.db.select().from(entries)).toHaveLength(before.length);
  });

  test("an entry is refused when finance closes its month meanwhile", async () => {
    const world = await newWorld();
    const { steps } = await postingOf(ctxOf(world), aDelivery);

    await world.as("fay").post("/ledger-entries/periods", { period: "2026-10" });

    await expect(write(ctxOf(world), steps)).rejects.toThrow(Refusal);
    expect(await world.db.select().from(entries)).toEqual([]);
  });

  test("a statement is refused when an entry arrives meanwhile, even one that cancels out", async () => {
    const world = await newWorld();
    await theWorkedExample(world);
    const built = await buildMonth(ctxOf(world), accountIdOf("D-0001", "CNY"), "2026-10");
    const steps = await issueSteps(ctxOf(world), built, { id: "slow", number: 1, issuedBy: "fay" });

    await post(world, { businessDate: "2026-10-30", amountMinor: 5 });
    await post(world, { businessDate: "2026-10-30", amountMinor: -5, type: "allowance" });

    await expect(write(ctxOf(world), steps)).rejects.toThrow(Refusal);
    expect(await world.db.select().from(statements)).toEqual([]);
  });

  test("of two people who issue the same month one is refused", async () => {
    const world = await newWorld();
    await theWorkedExample(world);

    const settled = await Promise.allSettled([issue(world), issue(world)]);

    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await world.db.select().from(statements)).toHaveLength(1);
  });
});
