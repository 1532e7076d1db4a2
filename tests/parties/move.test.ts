import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { parties } from "#schema/parties";
import { type PartyStatus, partyStatuses } from "#schema/words/statuses";
import { type Move, moves, statusAfter } from "#worker/parties/lifecycle";
import { Refusal } from "#worker/refusal";
import { post } from "../build/ledger";
import { openParty } from "../build/parties";
import type { Person } from "../cast";
import { newWorld } from "../world";

const reason = "示例原因";

describe("the lifecycle", () => {
  const no = "refused" as const;
  const table: Record<PartyStatus, Record<Move, PartyStatus | typeof no>> = {
    prospect: {
      activate: "active",
      watch: no,
      suspend: no,
      blacklist: "blacklisted",
      rest: no,
      close: "closed",
    },
    active: {
      activate: no,
      watch: "on_watch",
      suspend: "suspended",
      blacklist: "blacklisted",
      rest: "dormant",
      close: "closed",
    },
    on_watch: {
      activate: "active",
      watch: no,
      suspend: "suspended",
      blacklist: "blacklisted",
      rest: "dormant",
      close: "closed",
    },
    suspended: {
      activate: "active",
      watch: no,
      suspend: no,
      blacklist: "blacklisted",
      rest: no,
      close: "closed",
    },
    blacklisted: { activate: "active", watch: no, suspend: no, blacklist: no, rest: no, close: "closed" },
    dormant: {
      activate: "active",
      watch: no,
      suspend: no,
      blacklist: "blacklisted",
      rest: no,
      close: "closed",
    },
    closed: { activate: "active", watch: no, suspend: no, blacklist: no, rest: no, close: no },
  };
  const cells = partyStatuses.flatMap((from) => moves.map((move) => ({ from, move, to: table[from][move] })));

  test.each(cells)("$from + $move = $to", ({ from, move, to }) => {
    if (to === no) expect(() => statusAfter(from, move)).toThrow(Refusal);
    else expect(statusAfter(from, move)).toBe(to);
  });
});

test("Fay suspends a dealer with a reason, and the dealer reads only whom to ask", async () => {
  const { as, events } = await newWorld();

  const moved = await as("fay").post("/parties/D-0002/moves/suspend", { reason });

  expect(await moved.json()).toMatchObject({ status: "suspended" });
  expect(await events("party.suspended")).toMatchObject([
    { fromStatus: "active", toStatus: "suspended", reason, forCustomer: false },
  ]);
  const own = await (await as("rob").get("/parties/D-0002")).text();
  expect(JSON.parse(own)).toMatchObject({ status: null, statusText: { zh: "请联系业务员" } });
  expect(own).not.toMatch(/suspend|暂停|示例原因/);
});

test("a watched, a suspended and a blacklisted party look the same to those above them", async () => {
  const views = [];
  for (const move of ["watch", "suspend", "blacklist"]) {
    const { as } = await newWorld();
    await as("mei").post(`/parties/D-0003/moves/${move}`, { reason });
    views.push(await (await as("dora").get("/parties?q=D-0003")).text());
  }
  expect(new Set(views).size).toBe(1);
});

test("a grave move without a reason is refused, and nothing changes", async () => {
  const { as, events } = await newWorld();
  const refused = await as("mei").post("/parties/D-0002/moves/blacklist", {});
  expect(refused.status).toBe(422);
  expect(Object.keys((await refused.json()).fields)).toEqual(["reason"]);
  expect(await events()).toEqual([]);
});

test("a move that does not fit the state, or that nobody knows, is refused", async () => {
  const { as } = await newWorld();
  expect((await as("mei").post("/parties/D-0002/moves/activate", {})).status).toBe(409);
  expect((await as("mei").post("/parties/D-0002/moves/explode", {})).status).toBe(409);
});

describe("who may move a party", () => {
  test.each<{ person: Person; suspend: number; close: number }>([
    { person: "mei", suspend: 200, close: 200 },
    { person: "gus", suspend: 200, close: 200 },
    { person: "fay", suspend: 200, close: 403 },
    { person: "sal", suspend: 403, close: 403 },
    { person: "sam", suspend: 403, close: 403 },
    { person: "rob", suspend: 403, close: 403 },
    { person: "carl", suspend: 404, close: 404 },
  ])("$person", async ({ person, ...expected }) => {
    const { as } = await newWorld();
    const move = async (name: string) =>
      (await as(person).post(`/parties/D-0002/moves/${name}`, { reason })).status;
    expect({ suspend: await move("suspend"), close: await move("close") }).toEqual(expected);
  });
});

test("a party that still owes cannot be closed", async () => {
  const world = await newWorld();
  await post(world, { partyId: "D-0002", amountMinor: 100 });

  const refused = await world.as("mei").post("/parties/D-0002/moves/close", { reason });

  expect(refused.status).toBe(409);
  expect((await refused.json()).title).toContain("余额");
});

describe("the place in the tree", () => {
  const place = (parent: string, from = "2026-11-23") => ({ parent, from, reason });

  test("Mei moves a dealer to another outlet from a day on, and its past stays", async () => {
    const world = await newWorld();

    const moved = await world.as("mei").post("/parties/D-0001/moves/place", place("XS", "2026-12-01"));

    const view = await moved.json();
    expect(view.parent).toMatchObject({ code: "TX" });
    expect(view.history).toMatchObject([
      { parent: { code: "TX" }, from: "2025-01-01", to: "2026-11-30" },
      { parent: { code: "XS" }, from: "2026-12-01", to: null, reason },
    ]);
    world.later({ days: 8 });
    expect(await (await world.as("mei").get("/parties/D-0001")).json()).toMatchObject({
      parent: { code: "XS" },
    });
    expect((await world.as("sal").get("/parties/D-0001")).status).toBe(200);
    expect((await world.as("mona").get("/parties/D-0001")).status).toBe(404);
  });

  test("nobody stands below itself", async () => {
    const { as } = await newWorld();
    const refused = await as("mei").post("/parties/D-0001/moves/place", place("D-0003"));
    expect(refused.status).toBe(422);
    expect(Object.keys((await refused.json()).fields)).toEqual(["parent"]);
  });

  test("a sub-dealer that comes under an outlet is billed by us, from today only", async () => {
    const { as } = await newWorld();
    expect((await as("mei").post("/parties/D-0003/moves/place", place("XS", "2026-12-01"))).status).toBe(422);
    const moved = await as("mei").post("/parties/D-0003/moves/place", place("XS"));
    expect((await moved.json()).file.tradingModel).toBeNull();
  });

  test.each([
    ["parent", { parent: "" }],
    ["from", { from: "" }],
    ["from", { from: "2026-11-22" }],
    ["reason", { reason: " " }],
    ["parent", { parent: "C-0002" }],
  ])("%s is asked for when %o is said", async (field, said) => {
    const { as } = await newWorld();
    const refused = await as("mei").post("/parties/D-0001/moves/place", { ...place("XS"), ...said });
    expect(refused.status).toBe(422);
    expect(Object.keys((await refused.json()).fields)).toEqual([field]);
  });

  test("a place that began today or later is not moved again before it", async () => {
    const world = await newWorld();
    const { code } = await openParty(world);
    expect((await world.as("mei").post(`/parties/${code}/moves/place`, place("XS"))).status).toBe(422);
    expect(
      (await world.as("mei").post(`/parties/${code}/moves/place`, place("XS", "2026-11-24"))).status,
    ).toBe(200);
  });

  test("finance does not move parties about", async () => {
    const { as } = await newWorld();
    expect((await as("fay").post("/parties/D-0001/moves/place", place("XS"))).status).toBe(403);
  });
});

test("two who move at the same moment: one is too late", async () => {
  const { as, db } = await newWorld();
  const both = await Promise.all([
    as("mei").post("/parties/D-0002/moves/watch", { reason, version: 1 }),
    as("fay").post("/parties/D-0002/moves/suspend", { reason, version: 1 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [party] = await db.select().from(parties).where(eq(parties.code, "D-0002"));
  expect(party?.version).toBe(2);
});
