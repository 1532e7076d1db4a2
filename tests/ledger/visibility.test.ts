import { describe, expect, test } from "vitest";
import { partyParents } from "#schema/parties";
import { post } from "../build/ledger";
import type { Person } from "../cast";
import { newWorld } from "../world";

/** One debt each for Dora's firm, Anna's firm below it, the rival, the contracted outlet and the buyer abroad. */
async function worldOfDebts() {
  const world = await newWorld();
  for (const partyId of ["D-0001", "C-0001", "D-0002", "TX"]) await post(world, { partyId });
  await post(world, { partyId: "E-0001", currency: "USD" });
  return world;
}

describe("who reads which accounts", () => {
  const table: [Person, string[]][] = [
    ["dora", ["D-0001"]],
    ["dina", ["D-0001"]],
    ["dan", []],
    ["anna", ["C-0001"]],
    ["ben", ["C-0001"]],
    ["carl", []],
    ["rita", []],
    ["rob", ["D-0002"]],
    ["mona", ["TX"]],
    ["erik", ["E-0001"]],
    ["sal", ["D-0002"]],
    ["xena", ["E-0001"]],
    ["mei", ["C-0001", "D-0001", "D-0002", "E-0001", "TX"]],
    ["fay", ["C-0001", "D-0001", "D-0002", "E-0001", "TX"]],
    ["gus", ["C-0001", "D-0001", "D-0002", "E-0001", "TX"]],
    ["lin", []],
    ["quin", []],
    ["kai", []],
  ];
  test.each(table)("%s reads %j", async (person, codes) => {
    const world = await worldOfDebts();

    const { items } = (await (await world.as(person).get("/ledger-entries/accounts")).json()) as {
      items: { party: { code: string } }[];
    };

    expect(items.map(({ party }) => party.code)).toEqual(codes);
  });

  test.each([
    ["dora", 1],
    ["dan", 0],
    ["rita", 0],
    ["rob", 0],
    ["sal", 0],
    ["lin", 0],
    ["fay", 1],
  ] as const)("%s asking for Dora's entries by name gets %i", async (person, count) => {
    const world = await worldOfDebts();

    const { items } = (await (await world.as(person).get("/ledger-entries?party=D-0001")).json()) as {
      items: object[];
    };

    expect(items).toHaveLength(count);
  });

  test("staff who name nobody are asked whose account they mean", async () => {
    const { as } = await worldOfDebts();
    const refused = await as("fay").get("/ledger-entries");
    expect([refused.status, Object.keys((await refused.json()).fields)]).toEqual([422, ["party"]]);
  });

  test("a stranger's entry is unknown", async () => {
    const world = await newWorld();
    const id = await post(world);

    expect((await world.as("dina").get(`/ledger-entries/${id}`)).status).toBe(200);
    expect((await world.as("rob").get(`/ledger-entries/${id}`)).status).toBe(404);
    expect((await world.as("rita").get(`/ledger-entries/${id}`)).status).toBe(404);
    expect((await world.as("dan").get(`/ledger-entries/${id}`)).status).toBe(404);
  });

  test("an account goes with its dealer to another stall", async () => {
    const world = await worldOfDebts();
    await world.client.execute("update party_parents set valid_to = '2026-11-22' where party_id = 'D-0002'");
    await world.db
      .insert(partyParents)
      .values({ partyId: "D-0002", parentId: "TX", validFrom: "2026-11-23" });

    const { items } = (await (await world.as("sal").get("/ledger-entries/accounts")).json()) as {
      items: object[];
    };

    expect(items).toEqual([]);
  });
});

describe("the list of accounts", () => {
  test("is read page by page in the order of codes, and can be searched", async () => {
    const { as } = await worldOfDebts();
    const read = async (query: string) =>
      (await (await as("fay").get(`/ledger-entries/accounts?${query}`)).json()) as {
        items: { party: { code: string } }[];
        nextCursor: string | null;
      };

    const first = await read("limit=3");
    const rest = await read(`limit=3&cursor=${encodeURIComponent(first.nextCursor ?? "")}`);

    expect([...first.items, ...rest.items].map(({ party }) => party.code)).toEqual([
      "C-0001",
      "D-0001",
      "D-0002",
      "E-0001",
      "TX",
    ]);
    expect((await read(`q=${encodeURIComponent("罗布")}`)).items.map(({ party }) => party.code)).toEqual([
      "D-0002",
    ]);
  });
});
