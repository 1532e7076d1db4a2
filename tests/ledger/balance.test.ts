import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { entries } from "#schema/ledger";
import { accountIdOf } from "#worker/ledger/post";
import { type Fact, standingOf } from "#worker/ledger/standing";
import { post } from "../build/ledger";
import { newWorld } from "../world";

const day = fc
  .integer({ min: 0, max: 300 })
  .map((offset) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10));
const facts = fc.array(
  fc.record({
    amountMinor: fc.integer({ min: -1e9, max: 1e9 }).filter((amount) => amount !== 0),
    businessDate: day,
  }),
  { maxLength: 40 },
);

const factOf = (
  { amountMinor, businessDate }: { amountMinor: number; businessDate: string },
  index: number,
): Fact => ({
  id: String(index),
  accountId: "a",
  type: amountMinor > 0 ? "shipment" : "payment",
  businessDate,
  postingDate: businessDate,
  amountMinor,
  dueOn: null,
  effectiveDueOn: amountMinor > 0 ? businessDate : null,
  maturesOn: null,
  docNo: null,
  shipmentId: null,
  shipmentLineId: null,
  reversalOf: null,
});

test("both views of age and the money left over always tie to the balance", () => {
  fc.assert(
    fc.property(facts, (said) => {
      const standing = standingOf(said.map(factOf), [], "2026-08-01");
      const sum = (bands: Record<string, number>) =>
        Object.values(bands).reduce((total, one) => total + one, 0);

      expect(sum(standing.ageing) + standing.unallocatedMinor).toBe(standing.balanceMinor);
      expect(sum(standing.ages) + standing.unallocatedMinor).toBe(standing.balanceMinor);
      expect(standing.openDebts.every(({ openMinor }) => openMinor > 0)).toBe(true);
    }),
  );
});

test("entries and their reversals sum to nothing, and the shown balance is the sum of the entries", async () => {
  const world = await newWorld();
  const amounts = [100_000, -30_000, 45_67, -1];
  const ids = [];
  for (const amountMinor of amounts)
    ids.push(await post(world, { type: amountMinor > 0 ? "shipment" : "allowance", amountMinor }));

  const shown = (await (await world.as("dina").get("/ledger-entries")).json()) as {
    items: { balanceMinor: number }[];
  };
  expect(shown.items[0]?.balanceMinor).toBe(amounts.reduce((sum, one) => sum + one));

  for (const id of ids)
    await world
      .as("fay")
      .post(`/ledger-entries/${id}/moves/reverse`, { id: crypto.randomUUID(), reason: "清空" });
  const [left] = await world.db
    .select({ sum: sql<number>`sum(amount_minor)` })
    .from(entries)
    .where(eq(entries.accountId, accountIdOf("D-0001", "CNY")));
  expect(left?.sum).toBe(0);
});
