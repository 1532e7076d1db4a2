import { describe, expect, test } from "vitest";
import { statements } from "#schema/statements";
import type { StatementView } from "#worker/statements/output";
import { post, theWorkedExample } from "../build/ledger";
import { issue, issuedOctober } from "../build/statements";
import type { Person } from "../cast";
import { newWorld } from "../world";

const october = (said: object = {}) => ({
  id: crypto.randomUUID(),
  party: "D-0001",
  currency: "CNY",
  period: "2026-10",
  ...said,
});

describe("issuing", () => {
  test("a statement is issued with its event, its letter to owner and finance, and its notices", async () => {
    const world = await newWorld();
    await theWorkedExample(world);

    const { reference } = await issue(world);

    expect(reference).toBe("ST-D0001-CNY-202610-V1");
    expect(await world.events("statement.issued")).toHaveLength(1);
    await world.runJobs();
    expect(world.mails.map(({ to }) => to).sort()).toEqual(["dina@test.example", "dora@test.example"]);
    expect(world.mails[0]?.text).toContain("¥122,675.89");
  });

  test("the same form twice is one statement; a second one for the month is refused", async () => {
    const world = await newWorld();
    await theWorkedExample(world);
    const form = october();

    const first = await world.as("fay").post("/statements", form);
    const second = await world.as("fay").post("/statements", form);

    expect(await second.json()).toEqual(await first.json());
    expect((await world.as("fay").post("/statements", october())).status).toBe(409);
    expect((await world.as("fay").post("/statements", { ...form, period: "2026-09" })).status).toBe(409);
    expect(await world.db.select().from(statements)).toHaveLength(1);
  });

  test("a wrong month, party or currency is named", async () => {
    const world = await newWorld();
    await theWorkedExample(world);
    const fieldsOf = async (said: object) => {
      const reply = await world.as("fay").post("/statements", october(said));
      return [reply.status, Object.keys((await reply.json()).fields ?? {})];
    };

    expect(await fieldsOf({ period: "2026-11" })).toEqual([422, ["period"]]);
    expect(await fieldsOf({ period: "10/2026" })).toEqual([422, ["period"]]);
    expect(await fieldsOf({ party: "D-0002" })).toEqual([422, ["party"]]);
    expect(await fieldsOf({ currency: "USD" })).toEqual([422, ["party"]]);
    expect(await fieldsOf({ period: "2026-07" })).toEqual([422, ["period"]]);
  });

  test.each([
    ["dora", 403],
    ["dina", 403],
    ["mei", 403],
    ["gus", 403],
    ["lin", 403],
    ["nobody", 401],
    ["fay", 201],
  ] as const)("%s issuing gets %i", async (person: Person | "nobody", status) => {
    const world = await newWorld();
    await theWorkedExample(world);
    expect((await world.as(person).post("/statements", october())).status).toBe(status);
  });

  test("the next month opens with what this one closed with", async () => {
    const world = await newWorld();
    const { closingMinor } = await issuedOctober(world);
    await post(world, { businessDate: "2026-11-05", amountMinor: 500 });
    world.later({ days: 8 });

    const november = await issue(world, { period: "2026-11" });

    expect(november).toMatchObject({ openingMinor: closingMinor, closingMinor: closingMinor + 500 });
  });

  test("a balance without movement is still stated", async () => {
    const world = await newWorld();
    await issuedOctober(world);
    world.later({ days: 8 });

    const november = await issue(world, { period: "2026-11" });

    expect(november).toMatchObject({ lines: [], openingMinor: 12_267_589, closingMinor: 12_267_589 });
  });
});

describe("facts that come late", () => {
  test("a delivery of October found after its statement goes to November, flagged, and October stays as it is", async () => {
    const world = await newWorld();
    const october = await issuedOctober(world);
    await post(world, { businessDate: "2026-10-28", docNo: "LATE", amountMinor: 7_700 });
    world.later({ days: 8 });

    const november = await issue(world, { period: "2026-11" });

    expect(november.lines).toMatchObject([
      {
        docNo: "LATE",
        section: "prior_period",
        adjustsPeriod: "2026-10",
        date: "2026-10-28",
        dueOn: "2026-11-30",
      },
    ]);
    const again = (await (
      await world.as("dina").get(`/statements/${october.reference}`)
    ).json()) as StatementView;
    expect(again.hash).toBe(october.hash);
    expect(again.closingMinor).toBe(12_267_589);
  });

  test("a payment stamped 31 October 16:30 UTC is of November in Shanghai", async () => {
    const world = await newWorld();
    await theWorkedExample(world);
    await post(world, { type: "payment", amountMinor: -100, at: new Date("2026-10-31T16:30:00Z") });

    const october = await issue(world);

    expect(october.closingMinor).toBe(12_267_589);
  });
});

describe("a month for everybody", () => {
  test("every account with a balance or a movement gets its statement, slice by slice, once", async () => {
    const world = await newWorld();
    await theWorkedExample(world);
    for (const partyId of ["C-0001", "D-0002", "TX"])
      await post(world, { partyId, businessDate: "2026-10-10" });
    await post(world, { partyId: "C-0002", businessDate: "2026-11-10" });

    const form = { id: crypto.randomUUID(), period: "2026-10" };
    expect((await world.as("fay").post("/statements/months", form)).status).toBe(200);
    await world.as("fay").post("/statements/months", form);
    while ((await world.runJobs()) > 0);

    const month = await (await world.as("fay").get("/statements/months?period=2026-10")).json();
    expect(month).toEqual({ period: "2026-10", issued: 4, confirmed: 0, waiting: 4, disputed: 0 });
    await world.as("fay").post("/statements/months", { id: crypto.randomUUID(), period: "2026-10" });
    while ((await world.runJobs()) > 0);
    expect(await world.db.select().from(statements)).toHaveLength(4);
  });

  test("more accounts than one slice are all reached", async () => {
    const world = await newWorld();
    for (const currency of ["CNY", "USD", "EUR", "GBP", "HKD", "JPY"]) {
      for (const partyId of ["C-0001", "D-0001", "D-0002", "TX"]) {
        await post(world, { partyId, currency, businessDate: "2026-10-10" });
      }
    }

    await world.as("fay").post("/statements/months", { id: crypto.randomUUID(), period: "2026-10" });
    while ((await world.runJobs()) > 0);

    expect(await world.db.select().from(statements)).toHaveLength(24);
  });

  test("only finance runs a month, and only one that is over", async () => {
    const { as } = await newWorld();
    const form = { id: crypto.randomUUID(), period: "2026-10" };

    expect((await as("mei").post("/statements/months", form)).status).toBe(403);
    expect((await as("dora").post("/statements/months", form)).status).toBe(403);
    expect((await as("fay").post("/statements/months", { ...form, period: "2026-11" })).status).toBe(422);
  });
});
