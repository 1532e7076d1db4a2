import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { closedPeriods, entries } from "#schema/ledger";
import { post, theWorkedExample } from "../build/ledger";
import { newWorld } from "../world";

const inOctober = new Date("2026-10-31T02:00:00Z");

describe("posting", () => {
  test("the account of the worked example stands at ¥122,675.89", async () => {
    const world = await newWorld();

    const accountId = await theWorkedExample(world);

    const [sum] = await world.db
      .select({ balance: sql<number>`sum(amount_minor)` })
      .from(entries)
      .where(eq(entries.accountId, accountId));
    expect(sum?.balance).toBe(12_267_589);
  });

  test("a fact of an open month stays in its month and keeps its own day", async () => {
    const world = await newWorld();

    const id = await post(world, { businessDate: "2026-09-15", paymentTerm: "eom_1" });

    const [entry] = await world.db.select().from(entries).where(eq(entries.id, id));
    expect(entry).toMatchObject({
      postingDate: "2026-09-15",
      adjustsPeriod: null,
      dueOn: "2026-10-31",
      effectiveDueOn: "2026-11-02",
    });
  });

  test("a fact of a closed month goes to the first open day, flagged, and keeps its due date", async () => {
    const world = await newWorld();
    await world.db.insert(closedPeriods).values({ period: "2026-09", closedAt: inOctober, closedBy: "fay" });

    const id = await post(world, { businessDate: "2026-08-20" });

    const [entry] = await world.db.select().from(entries).where(eq(entries.id, id));
    expect(entry).toMatchObject({
      businessDate: "2026-08-20",
      postingDate: "2026-10-01",
      adjustsPeriod: "2026-08",
      dueOn: "2026-09-30",
    });
  });
});
