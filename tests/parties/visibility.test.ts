import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { parties } from "#schema/parties";
import { join } from "../build/people";
import type { Person } from "../cast";
import { newWorld } from "../world";

type Who = Person | "nobody";

describe("who knows of Rita's resale firm below Dora", () => {
  test.each<{ who: string; person: Who; status: number; file: boolean }>([
    { who: "Rita herself", person: "rita", status: 200, file: true },
    { who: "Dora, whose sub-dealer it is", person: "dora", status: 200, file: false },
    { who: "Dan, Dora's buyer", person: "dan", status: 200, file: false },
    { who: "Dina, Dora's accountant", person: "dina", status: 404, file: false },
    { who: "Mona, who runs the outlet above", person: "mona", status: 200, file: false },
    { who: "Anna, who buys from the same dealer", person: "anna", status: 404, file: false },
    { who: "Rob, a rival", person: "rob", status: 404, file: false },
    { who: "Mei of sales", person: "mei", status: 200, file: true },
    { who: "Sal of the other outlet", person: "sal", status: 404, file: false },
    { who: "Fay of finance", person: "fay", status: 200, file: true },
  ])("$who gets $status", async ({ person, status, file }) => {
    const { as } = await newWorld();
    const reply = await as(person).get("/parties/D-0003");
    expect(reply.status).toBe(status);
    if (status === 200) expect((await reply.json()).file !== null).toBe(file);
  });

  test("a visitor is asked to sign in", async () => {
    const { as } = await newWorld();
    expect((await as("nobody").get("/parties/D-0003")).status).toBe(401);
    expect((await as("nobody").get("/parties")).status).toBe(401);
  });
});

describe("whose parties are listed", () => {
  test.each<{ person: Person; codes: string[] }>([
    {
      person: "mei",
      codes: ["C-0001", "C-0002", "D-0001", "D-0002", "D-0003", "E-0001", "EX", "LX", "TX", "XS"],
    },
    { person: "sal", codes: ["C-0002", "D-0002", "XS"] },
    { person: "xena", codes: ["E-0001", "EX"] },
    { person: "mona", codes: ["C-0001", "D-0001", "D-0003", "TX"] },
    { person: "dora", codes: ["C-0001", "D-0001", "D-0003"] },
    { person: "dina", codes: ["D-0001"] },
    { person: "rita", codes: ["D-0003"] },
  ])("$person sees $codes", async ({ person, codes }) => {
    const { as } = await newWorld();
    const { items } = await (await as(person).get("/parties?limit=50")).json();
    expect(items.map(({ code }: { code: string }) => code)).toEqual(codes);
  });

  test("the list comes in pages that together are the whole", async () => {
    const { as } = await newWorld();
    const codes: string[] = [];
    let cursor = "";
    do {
      const page = await (await as("mei").get(`/parties?limit=3${cursor && `&cursor=${cursor}`}`)).json();
      codes.push(...page.items.map(({ code }: { code: string }) => code));
      cursor = page.nextCursor ?? "";
    } while (cursor);
    expect(codes).toHaveLength(10);
    expect([...codes].sort()).toEqual(codes);
  });

  test("a name, a code or a licence code finds a party; percent signs are only signs", async () => {
    const { as, db } = await newWorld();
    await db.update(parties).set({ uscc: "91990000MA00000A9E" }).where(eq(parties.code, "D-0002"));
    const found = async (person: Person, q: string) =>
      (await (await as(person).get(`/parties?q=${encodeURIComponent(q)}`)).json()).items.map(
        ({ code }: { code: string }) => code,
      );
    expect(await found("mei", "罗布")).toEqual(["D-0002"]);
    expect(await found("mei", "rob fib")).toEqual(["D-0002"]);
    expect(await found("mei", "MA00000A9E")).toEqual(["D-0002"]);
    expect(await found("mei", "%")).toEqual([]);
    expect(await found("mona", "MA00000A9E")).toEqual([]);
  });

  test("the list goes out as a table with the words of the reader", async () => {
    const { as } = await newWorld();
    const csv = await (await as("dora").get("/parties?format=csv")).text();
    expect(csv.split("\r\n")[0]).toContain("中文名称");
    expect(csv.split("\r\n")).toHaveLength(5);
  });
});

describe("what a party never reads of itself", () => {
  test("grade, hold and notes stay in the house, and so do the names of staff moves", async () => {
    const { as, db } = await newWorld();
    await db
      .update(parties)
      .set({ level: "D", keyAccount: true, holdReason: "付款可疑" })
      .where(eq(parties.code, "D-0002"));
    await as("mei").patch("/parties/D-0002", { address: "新址" });

    const text = await (await as("rob").get("/parties/D-0002")).text();

    expect(text).not.toMatch(/付款可疑|"level"|keyAccount":true|party\.changed|salespersonId/);
    expect(JSON.parse(text)).toMatchObject({
      trust: null,
      desk: null,
      history: [],
      moves: [{ move: "invite" }],
    });
  });

  test("the laboratory reads a file without grade, credit or bank", async () => {
    const { as } = await newWorld();
    expect(await (await as("quin").get("/parties/D-0002")).json()).toMatchObject({
      trust: null,
      credit: null,
      invoicing: null,
    });
  });

  test("a buyer of the firm reads neither its credit nor its bank", async () => {
    const { as } = await newWorld();
    expect(await (await as("dan").get("/parties/D-0001")).json()).toMatchObject({
      credit: null,
      invoicing: null,
    });
    expect(await (await as("dina").get("/parties/D-0001")).json()).toMatchObject({
      credit: { limitMinor: 0 },
      invoicing: { bank: null },
    });
  });
});

test("switching the party changes the reach at once", async () => {
  const world = await newWorld();
  await join(world, "rob", "C-0002", ["finance"]);
  const seen = async () =>
    (await (await world.as("rob").get("/parties")).json()).items.map(({ code }: { code: string }) => code);

  expect(await seen()).toEqual(["C-0002"]);
  await world.as("rob").put("/session/party", { party: "D-0002" });
  expect(await seen()).toEqual(["D-0002"]);
  expect((await world.as("rob").get("/parties/C-0002")).status).toBe(404);
});
