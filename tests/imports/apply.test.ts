import { count, eq, sql, sum } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { imports } from "#schema/imports";
import { entries } from "#schema/ledger";
import { orders } from "#schema/orders";
import { type ImportStatus, importStatuses } from "#schema/words/statuses";
import { blockOf, statusAfter } from "#worker/imports/lifecycle";
import { Refusal } from "#worker/refusal";
import { apply, excerpt, fileOf, filesIn, formOf, upload } from "../build/imports";
import { cast, type Person } from "../cast";
import { newWorld, type World } from "../world";

const files = filesIn(excerpt);
const ordersIn = async ({ db }: World) => (await db.select({ rows: count() }).from(orders))[0]?.rows;

describe("who may import", () => {
  const may: Person[] = ["ada", "mei", "fay"];
  const people = Object.keys(cast) as Person[];

  test.each(people.map((person) => ({ person, allowed: may.includes(person) })))(
    "$person: $allowed",
    async ({ person, allowed }) => {
      const world = await newWorld();
      const run = await upload(world, files);
      const me = world.as(person);

      const statuses = [
        (await me.get("/imports")).status,
        (await me.get(`/imports/${run.reference}`)).status,
        (await me.post("/imports", formOf(files))).status,
        (await me.post(`/imports/${run.reference}/moves/apply`)).status,
      ];

      expect(statuses).toEqual(allowed ? [200, 200, 201, 200] : [403, 404, 403, 403]);
      expect(await ordersIn(world)).toBe(allowed ? 5 : 0);
    },
  );

  test("a visitor is asked to sign in", async () => {
    const { as } = await newWorld();

    const nobody = as("nobody");

    expect((await nobody.get("/imports")).status).toBe(401);
    expect((await nobody.get("/imports/IM-2611-0001")).status).toBe(401);
    expect((await nobody.post("/imports", formOf(files))).status).toBe(401);
    expect((await nobody.post("/imports/IM-2611-0001/moves/apply")).status).toBe(401);
  });
});

describe("an upload", () => {
  test("is numbered, kept with its files and leaves an event", async () => {
    const world = await newWorld();

    const run = await upload(world, files, "fay");

    expect(run).toMatchObject({
      reference: "IM-2611-0001",
      status: "dry_run",
      by: "Fay",
      mapping: { en: expect.stringContaining("Northwind") },
    });
    expect(run.moves).toEqual([{ move: "apply", open: true, reason: null }]);
    expect(world.stored.size).toBe(files.length);
    expect(await world.events("import.checked")).toMatchObject([{ personId: "fay", toStatus: "dry_run" }]);
  });

  test("sent twice is one import; other files under its id are refused", async () => {
    const world = await newWorld();
    const id = crypto.randomUUID();
    const first = await world.as("ada").post("/imports", formOf(files, id));
    const second = await world.as("ada").post("/imports", formOf(files, id));
    const other = await world.as("ada").post("/imports", formOf(files.slice(1), id));

    expect([first.status, second.status, other.status]).toEqual([201, 201, 409]);
    expect(await second.json()).toEqual(await first.json());
    expect(await world.db.select().from(imports)).toHaveLength(1);
  });

  test("is listed newest first, page by page", async () => {
    const world = await newWorld();
    for (const name of ["first", "second", "third"]) {
      await upload(world, [
        fileOf(`${name}.csv`, "公司名称,公司地址,法定代表人,采购人员\n经纬纱线,桐乡,张三,李四\n"),
      ]);
      world.later({ minutes: 1 });
    }
    const read = async (query: string) => (await world.as("ada").get(`/imports?limit=2${query}`)).json();

    const first = await read("");
    const then = await read(`&cursor=${first.nextCursor}`);

    expect([...first.items, ...then.items].map(({ files: [name] }) => name)).toEqual([
      ...["third.csv", "second.csv", "first.csv"],
    ]);
    expect(then.nextCursor).toBeNull();
  });
});

describe("applying", () => {
  test("leaves its facts and the tallies of what was written", async () => {
    const world = await newWorld();

    const done = await apply(world, await upload(world, files));

    expect(done).toMatchObject({ status: "applied", appliedAt: world.clock.now.toISOString() });
    expect(done.tallies.filter(({ read, written }) => read !== written)).toEqual([]);
    expect(done.events.map(({ type }) => type)).toEqual([
      "import.checked",
      "import.started",
      "import.applied",
    ]);
    expect(await world.events("order.imported")).toHaveLength(5);
  });

  test("twice is refused, and an older look at it too", async () => {
    const world = await newWorld();
    const run = await upload(world, files);
    const stale = await world.as("ada").post(`/imports/${run.reference}/moves/apply`, { version: 7 });
    await apply(world, run);

    const again = await world.as("ada").post(`/imports/${run.reference}/moves/apply`);

    expect([stale.status, again.status]).toEqual([409, 409]);
    expect(await ordersIn(world)).toBe(5);
  });

  test("by two people at once writes everything once", async () => {
    const world = await newWorld();
    const { reference } = await upload(world, files);
    const move = (person: Person) => world.as(person).post(`/imports/${reference}/moves/apply`);

    const both = await Promise.all([move("ada"), move("mei")]);

    expect(both.map(({ status }) => status)).toContain(200);
    expect(await ordersIn(world)).toBe(5);
    expect(await owed(world)).toBe(61_414);
  });

  test.each(["applied again by hand", "left to the clock"])(
    "cut short half-way and %s is completed",
    async (how) => {
      const world = await newWorld();
      const run = await upload(world, files);
      await breakAt(world, "NW-503");

      const broken = await world.as("ada").post(`/imports/${run.reference}/moves/apply`);
      const standing = await find(world, run.reference);
      await world.db.run(sql`drop trigger disk_full`);
      world.later({ minutes: 15 });
      if (how === "left to the clock") await world.runJobs();
      else await apply(world, run);

      expect(broken.status).toBe(500);
      expect(standing).toMatchObject({ status: "applying" });
      const done = await find(world, run.reference);
      expect(done.status).toBe("applied");
      expect(done.tallies.filter(({ read, written }) => read !== written)).toEqual([]);
      expect([await ordersIn(world), await owed(world)]).toEqual([5, 61_414]);
    },
  );

  test("refuses when what the files stand on has gone", async () => {
    const world = await newWorld();
    const run = await upload(world, [
      fileOf("open.csv", "客户编号,期初余额,日期\nC-0002,100.00,2026-10-31\n"),
    ]);
    await world.db.run(sql`update parties set code = 'C-0909' where code = 'C-0002'`);

    const refused = await world.as("ada").post(`/imports/${run.reference}/moves/apply`);

    expect(refused.status).toBe(409);
    expect(await find(world, run.reference)).toMatchObject({ status: "refused", faults: 1 });
    expect(await world.db.select().from(entries)).toEqual([]);
  });
});

const table: Partial<Record<ImportStatus, ImportStatus>> = {
  dry_run: "applying",
  applying: "applying",
  partly_applied: "applying",
};

test.each(importStatuses.map((from) => ({ from, to: table[from] ?? "refused" })))(
  "$from + apply = $to",
  ({ from, to }) => {
    if (table[from]) expect(statusAfter(from, "apply")).toBe(to);
    else expect(() => statusAfter(from, "apply")).toThrow(Refusal);
    expect(blockOf(from, "apply") === null).toBe(table[from] !== undefined);
  },
);

async function find(world: World, reference: string) {
  const reply = await world.as("ada").get(`/imports/${reference}`);
  return (await reply.json()) as {
    status: string;
    faults: number;
    tallies: { read: number; written: number }[];
  };
}

async function owed({ db }: World) {
  const [row] = await db
    .select({ minor: sum(entries.amountMinor) })
    .from(entries)
    .where(eq(entries.type, "shipment"));
  return Number(row?.minor);
}

/** The database gives out when it comes to that order. */
async function breakAt({ db }: World, reference: string) {
  vi.spyOn(console, "error").mockImplementation(() => {}); // The log line of the 500 that is wanted.
  await db.run(
    sql.raw(`create trigger disk_full before insert on orders when new.reference = '${reference}'
    begin select raise(abort, 'disk full'); end`),
  );
}
