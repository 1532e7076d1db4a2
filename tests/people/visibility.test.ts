import { describe, expect, test } from "vitest";
import type { Person } from "../cast";
import { newWorld } from "../world";

const names = async (reply: Response) =>
  ((await reply.json()).items as { name: string }[]).map(({ name }) => name);

describe("who may list the people of Dora's firm", () => {
  test.each<{ person: Person | "nobody"; status: number }>([
    { person: "dora", status: 200 },
    { person: "dan", status: 403 },
    { person: "dina", status: 403 },
    { person: "mona", status: 403 },
    { person: "rita", status: 404 },
    { person: "rob", status: 404 },
    { person: "mei", status: 200 },
    { person: "fay", status: 200 },
    { person: "sal", status: 404 },
    { person: "ada", status: 200 },
    { person: "nobody", status: 401 },
  ])("$person gets $status", async ({ person, status }) => {
    const { as } = await newWorld();
    const reply = await as(person).get("/people?party=D-0001");
    expect(reply.status).toBe(status);
    if (status === 200) expect(await names(reply)).toEqual(["Dan", "Dina", "Dora"]);
  });
});

describe("who may know Dan as a member of Dora's firm", () => {
  test.each<{ person: Person | "nobody"; status: number; moves: boolean }>([
    { person: "dora", status: 200, moves: true },
    { person: "dan", status: 200, moves: false },
    { person: "dina", status: 404, moves: false },
    { person: "mona", status: 404, moves: false },
    { person: "mei", status: 200, moves: true },
    { person: "fay", status: 200, moves: false },
    { person: "rob", status: 404, moves: false },
    { person: "nobody", status: 401, moves: false },
  ])("$person gets $status", async ({ person, status, moves }) => {
    const { as } = await newWorld();
    const reply = await as(person).get("/people/m-dan");
    expect(reply.status).toBe(status);
    if (status !== 200) return;
    const view = await reply.json();
    expect(view.moves.length > 0).toBe(moves);
    if (!moves) expect(view).toMatchObject({ devices: [], events: [], rolesToChoose: [] });
  });
});

test("left to itself the list is that of the party acted for", async () => {
  const { as } = await newWorld();
  expect(await names(await as("rob").get("/people"))).toEqual(["Rob"]);
});

test("staff find their colleagues in all houses; partners do not", async () => {
  const { as } = await newWorld();
  const colleagues = await names(await as("sal").get("/people?staff=true&limit=100"));
  expect(colleagues).toEqual(["Ada", "Fay", "Gus", "Kai", "Lin", "Mei", "Quin", "Sal", "Sam", "Xena"]);
  expect((await as("dora").get("/people?staff=true")).status).toBe(403);
  expect(await names(await as("ada").get("/people?staff=true&q=fay%40"))).toEqual(["Fay"]);
});

test("invited and members come in one order, page by page", async () => {
  const { as } = await newWorld();
  for (const name of ["Bea", "Zed"]) {
    const invited = {
      id: crypto.randomUUID(),
      party: "D-0001",
      name,
      email: `${name}@test.example`,
      roles: ["viewer"],
    };
    expect((await as("dora").post("/people/invitations", invited)).status).toBe(201);
  }
  const found: { name: string; status: string }[] = [];
  let cursor = "";
  do {
    const page = await (await as("dora").get(`/people?limit=2${cursor && `&cursor=${cursor}`}`)).json();
    found.push(...page.items);
    cursor = page.nextCursor ?? "";
  } while (cursor);
  expect(found.map(({ name, status }) => [name, status])).toEqual([
    ["Bea", "invited"],
    ["Dan", "active"],
    ["Dina", "active"],
    ["Dora", "active"],
    ["Zed", "invited"],
  ]);
  expect(found[0]).toMatchObject({ since: "2026-11-23", until: "2026-11-30", roles: ["viewer"] });
});

test("the list goes out as a table in words", async () => {
  const { as } = await newWorld();
  const csv = await (await as("dora", "zh").get("/people?format=csv")).text();
  expect(csv).toContain("采购");
  expect(csv).not.toContain("buyer");
});
