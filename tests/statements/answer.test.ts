import { describe, expect, test } from "vitest";
import { parties } from "#schema/parties";
import type { StatementView } from "#worker/statements/output";
import { issuedOctober, positionOf } from "../build/statements";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

const move = async (world: World, person: Person | "nobody", path: string, said: object = {}) => {
  const reply = await world.as(person).post(`/statements/${path}`, said);
  return {
    status: reply.status,
    body: (await reply.json()) as StatementView & { fields?: Record<string, string> },
  };
};

describe("opening a statement", () => {
  test("who opened it first is kept, once", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);

    const viewed = await move(world, "dina", `${reference}/moves/view`);

    expect(viewed.body).toMatchObject({ status: "viewed", viewedAt: world.clock.now.toISOString() });
    expect((await move(world, "dora", `${reference}/moves/view`)).status).toBe(409);
    expect(await world.events("statement.viewed")).toMatchObject([{ personId: "dina" }]);
  });
});

describe("confirming", () => {
  test("finance of the party confirms it all: who, when, how and from where is kept, and a receipt is mailed", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);
    await world.runJobs();
    world.mails.length = 0;

    const confirmed = await move(world, "dina", `${reference}/moves/confirm`, { version: 1 });

    expect(confirmed.body).toMatchObject({ status: "confirmed", answerMethod: "portal", moves: [] });
    expect(await world.events("statement.confirmed")).toMatchObject([
      { personId: "dina", fromStatus: "issued", toStatus: "confirmed", details: { method: "portal" } },
    ]);
    await world.runJobs();
    expect(world.mails).toMatchObject([
      { to: "dina@test.example", subject: expect.stringContaining(reference) },
    ]);
  });

  test("a double click confirms once", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);

    const [one, two] = await Promise.all([
      move(world, "dina", `${reference}/moves/confirm`),
      move(world, "dina", `${reference}/moves/confirm`),
    ]);

    expect([one.status, two.status].sort()).toEqual([200, 409]);
    expect(await world.events("statement.confirmed")).toHaveLength(1);
  });

  test("a page that is out of date is refused", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);
    await move(world, "dora", `${reference}/moves/view`);

    expect((await move(world, "dina", `${reference}/moves/confirm`, { version: 1 })).status).toBe(409);
  });

  const may: [Person | "nobody", number][] = [
    ["dora", 200],
    ["dina", 200],
    ["dan", 404],
    ["anna", 404],
    ["rita", 404],
    ["rob", 404],
    ["mona", 404],
    ["mei", 403],
    ["sal", 404],
    ["gus", 403],
    ["lin", 404],
    ["quin", 404],
    ["nobody", 401],
  ];
  test.each(may)("%s confirming Dora's statement gets %i", async (person, status) => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);
    expect((await move(world, person, `${reference}/moves/confirm`)).status).toBe(status);
  });

  test("finance of the company records a sealed scan, and must say that it is one", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);

    const silent = await move(world, "fay", `${reference}/moves/confirm`);
    const scan = await move(world, "fay", `${reference}/moves/confirm`, {
      method: "sealed_scan",
      note: "扫描件已归档",
    });

    expect([silent.status, Object.keys(silent.body.fields ?? {})]).toEqual([422, ["method"]]);
    expect(scan.body).toMatchObject({ status: "confirmed", answerMethod: "sealed_scan" });
  });
});

describe("disputing", () => {
  test("one line is disputed and the rest confirmed, with a clock of three working days", async () => {
    const world = await newWorld();
    const statement = await issuedOctober(world);
    const position = positionOf(statement, "DN-TX-2610-0019");

    const { body } = await move(world, "dina", `${statement.reference}/moves/answer`, {
      disputes: [{ position, reason: "price_diff", figure: "26,870.40", note: "合同价 9.00" }],
      rest: "agree",
    });

    expect(body).toMatchObject({
      status: "partially_confirmed",
      openDisputes: 1,
      waitsFor: "us",
      disputedMinor: 2_731_824,
    });
    expect(body.lines[position - 1]?.dispute).toMatchObject({
      reason: "price_diff",
      theirMinor: 2_687_040,
      note: "合同价 9.00",
      status: "open",
      answerDueAt: "2026-11-26T02:00:00.000Z",
    });
    expect(await world.events("statement.partly_confirmed")).toHaveLength(1);
    const queue = (await (await world.as("fay").get("/statements/disputes")).json()) as { items: object[] };
    expect(queue.items).toMatchObject([
      { statement: statement.reference, position, ourMinor: 2_731_824, late: false },
    ]);
  });

  test("while disputes are open the rest can be confirmed later", async () => {
    const world = await newWorld();
    const statement = await issuedOctober(world);
    const disputes = [{ position: 1, reason: "qty_diff" }];

    expect((await move(world, "dora", `${statement.reference}/moves/answer`, { disputes })).body.status).toBe(
      "disputed",
    );
    const rest = await move(world, "dora", `${statement.reference}/moves/confirm`);

    expect(rest.body).toMatchObject({ status: "partially_confirmed", answerMethod: "portal" });
    expect((await move(world, "dora", `${statement.reference}/moves/confirm`)).status).toBe(409);
  });

  test("what is wrong with an answer is named line by line, and nothing is stored", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);
    const fieldsOf = async (said: object) => {
      const { status, body } = await move(world, "dina", `${reference}/moves/answer`, said);
      return [status, Object.keys(body.fields ?? {})];
    };
    const wrong = { position: 1, reason: "price_diff" };

    expect(await fieldsOf({})).toEqual([422, ["rest"]]);
    expect(await fieldsOf({ disputes: [{ ...wrong, reason: "because" }] })).toEqual([
      422,
      ["disputes.0.reason"],
    ]);
    expect(await fieldsOf({ disputes: [wrong, { ...wrong, position: 99 }] })).toEqual([
      422,
      ["disputes.1.position"],
    ]);
    expect(await fieldsOf({ disputes: [wrong, wrong] })).toEqual([422, ["disputes.1.position"]]);
    expect(await fieldsOf({ disputes: [{ ...wrong, figure: "about ten" }] })).toEqual([
      422,
      ["disputes.0.figure"],
    ]);
    expect((await (await world.as("dina").get(`/statements/${reference}`)).json()).status).toBe("issued");
  });
});

describe("silence", () => {
  test("after the deadline an unanswered statement is overdue, never confirmed", async () => {
    const world = await newWorld();
    const { reference, confirmBy } = await issuedOctober(world);
    expect(confirmBy).toBe("2026-12-03");
    world.later({ days: 11 });

    while ((await world.runJobs()) > 0);

    expect(await (await world.as("dina").get(`/statements/${reference}`)).json()).toMatchObject({
      status: "unconfirmed_overdue",
      waitsFor: "party",
    });
    expect(await world.events("statement.left_unanswered")).toHaveLength(1);
    expect(world.mails.filter(({ subject }) => subject.includes("尚未确认"))).toHaveLength(2);
    expect((await move(world, "dina", `${reference}/moves/confirm`)).body.status).toBe("confirmed");
  });

  test("it counts as confirmed only where a written clause says so", async () => {
    const world = await newWorld();
    await world.db.update(parties).set({ silentConfirmClause: true });
    const { reference } = await issuedOctober(world);
    world.later({ days: 11 });

    while ((await world.runJobs()) > 0);

    expect(await (await world.as("dina").get(`/statements/${reference}`)).json()).toMatchObject({
      status: "confirmed_by_clause",
      answerMethod: "clause",
    });
  });

  test("an answer in time leaves the deadline without effect", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);
    await move(world, "dina", `${reference}/moves/confirm`);
    world.later({ days: 11 });

    while ((await world.runJobs()) > 0);

    expect(await world.events("statement.left_unanswered")).toEqual([]);
  });
});
