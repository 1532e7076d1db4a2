import { describe, expect, test } from "vitest";
import { post } from "../build/ledger";
import { issue, issuedOctober } from "../build/statements";
import type { Person } from "../cast";
import { newWorld } from "../world";

describe("who can see Dora's statement", () => {
  const table: [Person | "nobody", number][] = [
    ["dora", 200],
    ["dina", 200],
    ["dan", 404],
    ["anna", 404],
    ["ben", 404],
    ["rita", 404],
    ["rob", 404],
    ["carl", 404],
    ["mona", 404],
    ["erik", 404],
    ["sal", 404],
    ["xena", 404],
    ["mei", 200],
    ["fay", 200],
    ["gus", 200],
    ["lin", 404],
    ["quin", 404],
    ["kai", 404],
    ["nobody", 401],
  ];
  test.each(table)("%s gets %i", async (person, status) => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);
    expect((await world.as(person).get(`/statements/${reference}`)).status).toBe(status);
  });

  test.each([
    ["dora", 1],
    ["dan", 0],
    ["anna", 0],
    ["rob", 0],
    ["mona", 0],
    ["lin", 0],
    ["fay", 1],
  ] as const)("%s finds %i in the list", async (person, count) => {
    const world = await newWorld();
    await issuedOctober(world);
    const { items } = (await (await world.as(person).get("/statements")).json()) as { items: object[] };
    expect(items).toHaveLength(count);
  });
});

test("the parent of a direct_bill customer reads nothing of its account", async () => {
  const world = await newWorld();
  await post(world, { partyId: "C-0001", businessDate: "2026-10-10", amountMinor: 4_242_424 });
  const { reference } = await issue(world, { party: "C-0001" });

  for (const path of [
    "/statements",
    `/statements/${reference}`,
    "/ledger-entries",
    "/ledger-entries/accounts",
    "/ledger-entries?party=C-0001",
  ]) {
    const said = await (await world.as("dora").get(path)).text();
    expect(said).not.toContain("4242424");
  }
});

test("no internal name or hand of staff leaves the house with a statement", async () => {
  const world = await newWorld();
  const { reference } = await issuedOctober(world);
  const said = await (await world.as("dina").get(`/statements/${reference}`)).text();

  expect(said).not.toMatch(/"(issuedBy|createdBy|approvedBy|answerAddress|accountId|entryId)"|fay/i);
});

describe("the list", () => {
  test("is filtered by month, status and what waits for an answer", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);
    const count = async (query: string) =>
      ((await (await world.as("dina").get(`/statements?${query}`)).json()) as { items: object[] }).items
        .length;

    expect([await count("period=2026-10"), await count("period=2026-09")]).toEqual([1, 0]);
    expect([await count("open=true"), await count("status=issued"), await count("status=confirmed")]).toEqual(
      [1, 1, 0],
    );
    await world.as("dina").post(`/statements/${reference}/moves/confirm`);
    expect([await count("open=true"), await count("status=confirmed")]).toEqual([0, 1]);
  });
});
