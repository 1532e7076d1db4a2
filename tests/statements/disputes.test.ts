import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { entries } from "#schema/ledger";
import type { StatementView } from "#worker/statements/output";
import { issue, issuedOctober, positionOf } from "../build/statements";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

type Reply = StatementView & { fields?: Record<string, string> };

async function disputed(rest: "agree" | "later" = "agree", said: object[] = []) {
  const world = await newWorld();
  const statement = await issuedOctober(world);
  const position = positionOf(statement, "DN-TX-2610-0019");
  const disputes = [{ position, reason: "price_diff", figure: "26870.40" }, ...said];
  await world.as("dina").post(`/statements/${statement.reference}/moves/answer`, { disputes, rest });
  return { world, reference: statement.reference, position };
}

const answer = async (world: World, person: Person, path: string, said: object) => {
  const reply = await world.as(person).post(`/statements/${path}`, said);
  return { status: reply.status, body: (await reply.json()) as Reply };
};

describe("answering a dispute", () => {
  test("upheld: an entry corrects the month, and the next version carries it", async () => {
    const { world, reference, position } = await disputed();

    const upheld = await answer(world, "fay", `${reference}/lines/${position}/moves/uphold`, {
      reply: "合同价确为 9.00",
    });

    expect(upheld.body).toMatchObject({ status: "adjusted", openDisputes: 0, waitsFor: "us" });
    const posted = await world.db.select().from(entries).where(eq(entries.type, "price_adjustment"));
    expect(posted).toMatchObject([
      { amountMinor: -44_784, postingDate: "2026-10-31", businessDate: "2026-10-14", adjustsPeriod: null },
    ]);

    const second = await answer(world, "fay", `${reference}/moves/reissue`, {});
    expect(second.body).toMatchObject({
      reference: "ST-D0001-CNY-202610-V2",
      status: "issued",
      closingMinor: 12_267_589 - 44_784,
      number: 2,
    });
    expect(second.body.lines.filter(({ added }) => added)).toMatchObject([
      { type: "price_adjustment", creditMinor: 44_784 },
    ]);
    expect(second.body.lines.filter(({ agreedBefore }) => !agreedBefore).map(({ docNo }) => docNo)).toEqual([
      "DN-TX-2610-0019",
      "DN-TX-2610-0019",
    ]);
    const first = (await (await world.as("dina").get(`/statements/${reference}`)).json()) as StatementView;
    expect(first).toMatchObject({ status: "superseded", closingMinor: 12_267_589, moves: [] });
  });

  test("a line agreed to in the version before needs no new answer and cannot be disputed again", async () => {
    const { world, reference, position } = await disputed();
    await answer(world, "fay", `${reference}/lines/${position}/moves/uphold`, { reply: "属实" });
    const second = (await answer(world, "fay", `${reference}/moves/reissue`, {})).body;
    const old = second.lines.find(({ agreedBefore }) => agreedBefore);

    const again = await answer(world, "dina", `${second.reference}/moves/answer`, {
      disputes: [{ position: old?.position, reason: "other" }],
    });

    expect([again.status, Object.keys(again.body.fields ?? {})]).toEqual([422, ["disputes.0.position"]]);
    expect((await answer(world, "dina", `${second.reference}/moves/confirm`, {})).body.status).toBe(
      "confirmed",
    );
  });

  test("rejected with proof: the month stays, and the party can accept it", async () => {
    const { world, reference, position } = await disputed();

    const rejected = await answer(world, "fay", `${reference}/lines/${position}/moves/reject`, {
      reply: "见已签收的价格单",
    });

    expect(rejected.body).toMatchObject({
      status: "partially_confirmed",
      openDisputes: 0,
      waitsFor: "party",
    });
    expect(rejected.body.lines[position - 1]?.dispute).toMatchObject({
      status: "rejected",
      reply: "见已签收的价格单",
    });
    expect((await answer(world, "dina", `${reference}/moves/confirm`, {})).body.status).toBe("confirmed");
  });

  test("split: finance says what the line should be", async () => {
    const { world, reference, position } = await disputed();

    const split = await answer(world, "fay", `${reference}/lines/${position}/moves/split`, {
      reply: "各半",
      figure: "27094.32",
    });

    expect(split.body.lines[position - 1]?.dispute?.status).toBe("split");
    const posted = await world.db.select().from(entries).where(eq(entries.type, "price_adjustment"));
    expect(posted[0]?.amountMinor).toBe(2_709_432 - 2_731_824);
  });

  test("a delivery that never arrived is reversed whole", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);
    await answer(world, "dina", `${reference}/moves/answer`, {
      disputes: [{ position: 1, reason: "not_received" }],
    });

    await answer(world, "fay", `${reference}/lines/1/moves/uphold`, { reply: "未找到签收单" });

    const posted = await world.db.select().from(entries).where(eq(entries.type, "reversal"));
    expect(posted).toMatchObject([{ amountMinor: -4_633_962 }]);
    expect(posted[0]?.reversalOf).not.toBeNull();
  });

  test("the statement waits until every dispute is answered", async () => {
    const { world, reference, position } = await disputed("later", [{ position: 1, reason: "qty_diff" }]);

    const first = await answer(world, "fay", `${reference}/lines/${position}/moves/uphold`, {
      reply: "属实",
    });
    expect(first.body).toMatchObject({ status: "disputed", openDisputes: 1 });
    expect((await answer(world, "fay", `${reference}/moves/reissue`, {})).status).toBe(409);

    const last = await answer(world, "fay", `${reference}/lines/1/moves/reject`, { reply: "磅单为证" });
    expect(last.body).toMatchObject({ status: "adjusted", openDisputes: 0 });
  });

  test("once the month is closed the correction goes, flagged, to the next", async () => {
    const { world, reference, position } = await disputed();
    await world.as("fay").post("/ledger-entries/periods", { period: "2026-10" });

    const upheld = await answer(world, "fay", `${reference}/lines/${position}/moves/uphold`, {
      reply: "下月调整",
    });

    expect(upheld.body.status).toBe("partially_confirmed");
    const posted = await world.db.select().from(entries).where(eq(entries.type, "price_adjustment"));
    expect(posted).toMatchObject([{ postingDate: "2026-11-01", adjustsPeriod: "2026-10" }]);
  });

  test("what is missing is named, and an answered dispute stays answered", async () => {
    const { world, reference, position } = await disputed("later", [{ position: 1, reason: "qty_diff" }]);
    const path = `${reference}/lines/${position}/moves`;

    const silent = await answer(world, "fay", `${path}/reject`, { reply: " " });
    expect([silent.status, Object.keys(silent.body.fields ?? {})]).toEqual([422, ["reply"]]);
    const open = await answer(world, "fay", `${path}/split`, { reply: "一半" });
    expect([open.status, Object.keys(open.body.fields ?? {})]).toEqual([422, ["figure"]]);
    expect((await answer(world, "fay", `${path}/review`, {})).body.lines[position - 1]?.dispute?.status).toBe(
      "under_review",
    );
    expect((await answer(world, "fay", `${path}/reject`, { reply: "见价格单" })).status).toBe(200);
    expect((await answer(world, "fay", `${path}/uphold`, { reply: "又改" })).status).toBe(409);
    expect((await answer(world, "fay", `${reference}/lines/2222/moves/reject`, { reply: "?" })).status).toBe(
      404,
    );
  });

  test.each([
    ["dina", 403],
    ["mei", 403],
    ["rob", 404],
    ["lin", 404],
  ] as const)("%s may not answer it: %i", async (person, status) => {
    const { world, reference, position } = await disputed();
    expect(
      (await answer(world, person, `${reference}/lines/${position}/moves/reject`, { reply: "不" })).status,
    ).toBe(status);
  });

  test("an adjusted month must be issued again before the next one", async () => {
    const { world, reference, position } = await disputed();
    await answer(world, "fay", `${reference}/lines/${position}/moves/uphold`, { reply: "属实" });
    world.later({ days: 8 });

    await expect(issue(world, { period: "2026-11" })).rejects.toThrow("期初余额");
    await answer(world, "fay", `${reference}/moves/reissue`, {});
    expect(await issue(world, { period: "2026-11" })).toMatchObject({ openingMinor: 12_267_589 - 44_784 });
  });
});
