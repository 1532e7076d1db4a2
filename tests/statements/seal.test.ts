import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { statementLines, statements } from "#schema/statements";
import { canonical, sealOf } from "#worker/statements/snapshot";
import { issuedOctober } from "../build/statements";
import { newWorld, type World } from "../world";

const confirmed = async (): Promise<[World, string]> => {
  const world = await newWorld();
  const { reference } = await issuedOctober(world);
  await world.as("dina").post(`/statements/${reference}/moves/confirm`);
  return [world, reference];
};

describe("a confirmed statement", () => {
  test.each([
    "update statements set closing_minor = 1",
    "update statements set status = 'issued'",
    "update statements set answered_by = 'rob'",
    "delete from statements",
    "update statement_lines set debit_minor = 0",
    "delete from statement_lines",
  ])("cannot be changed by %s", async (sql) => {
    const [world, reference] = await confirmed();
    const before = await world.db.select().from(statements).where(eq(statements.reference, reference));

    await expect(world.client.execute(sql)).rejects.toThrow(/sealed|frozen/);

    expect(await world.db.select().from(statements).where(eq(statements.reference, reference))).toEqual(
      before,
    );
  });

  test("allows no move to anybody", async () => {
    const [world, reference] = await confirmed();
    for (const [person, move] of [
      ["dina", "confirm"],
      ["dina", "answer"],
      ["fay", "reissue"],
    ] as const) {
      const said = move === "answer" ? { disputes: [{ position: 1, reason: "other" }] } : {};
      expect((await world.as(person).post(`/statements/${reference}/moves/${move}`, said)).status).toBe(409);
    }
    expect((await world.as("dina").post(`/statements/${reference}/moves/burn`)).status).toBe(409);
  });
});

describe("the seal", () => {
  test("an issued statement's figures are frozen before anybody has answered", async () => {
    const world = await newWorld();
    await issuedOctober(world);
    await expect(world.client.execute("update statements set closing_minor = 1")).rejects.toThrow("frozen");
  });

  test("is the hash of what was stored, so anybody can check it", async () => {
    const [world] = await confirmed();
    const [row] = await world.db.select().from(statements);
    const lines = await world.db.select().from(statementLines).orderBy(statementLines.position);
    if (!row) throw new Error("no statement");
    const { reference, number, accountId, partyId, period, currency, openingMinor, debitMinor, creditMinor } =
      row;
    const { closingMinor, quantityMilli, overdueMinor, uninvoicedMinor, unpaidInvoicesMinor } = row;
    const head = {
      reference,
      number,
      accountId,
      partyId,
      period,
      currency,
      openingMinor,
      debitMinor,
      creditMinor,
      closingMinor,
      quantityMilli,
      overdueMinor,
      uninvoicedMinor,
      unpaidInvoicesMinor,
      undueBillsMinor: row.undueBillsMinor,
      ageing: row.ageing,
      heading: row.heading,
    };

    const seal = await sealOf(
      head,
      lines.map(({ id: _id, statementId: _statement, ...line }) => line),
    );

    expect(seal).toBe(row.hash);
    expect(await sealOf({ ...head, closingMinor: closingMinor + 1 }, [])).not.toBe(row.hash);
  });

  test("does not depend on the order in which parts were written", () => {
    expect(canonical({ b: [1, { d: null, c: "x" }], a: 2 })).toBe('{"a":2,"b":[1,{"c":"x","d":null}]}');
  });
});
