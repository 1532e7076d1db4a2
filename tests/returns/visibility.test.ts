import { describe, expect, test } from "vitest";
import type { ReturnView } from "#worker/returns/output";
import { aReturn, delivered, requestReturn, take, takeAll } from "../build/returns";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

const read = async (world: World, person: Person, reference: string): Promise<ReturnView> =>
  (await world.as(person).get(`/returns/${reference}`)).json();

describe("who can see Anna's return", () => {
  test.each([
    { who: "Anna, who asked", person: "anna", status: 200 },
    { who: "Ben, her colleague", person: "ben", status: 200 },
    { who: "Dora, the dealer above her", person: "dora", status: 200 },
    { who: "Dina, who only keeps the dealer's books", person: "dina", status: 404 },
    { who: "Mona, whose stall serves them", person: "mona", status: 200 },
    { who: "Rob, another dealer", person: "rob", status: 404 },
    { who: "Carl, another customer", person: "carl", status: 404 },
    { who: "Rita, another dealer's child", person: "rita", status: 404 },
    { who: "Sam of after-sales", person: "sam", status: 200 },
    { who: "Sal, who serves the other stall", person: "sal", status: 404 },
    { who: "a visitor who is not signed in", person: "nobody", status: 401 },
  ] as const)("$who gets $status", async ({ person, status }) => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));
    const listed = await world.as(person).get("/returns");

    expect((await world.as(person).get(`/returns/${reference}`)).status).toBe(status);
    if (status !== 401) expect((await listed.json()).items).toHaveLength(status === 200 ? 1 : 0);
  });
});

describe("who reads the money of a return", () => {
  test.each([
    { who: "Anna, who pays", person: "anna", price: 92_700, credit: 92_700 },
    { who: "Dora, who sells to her but does not pay", person: "dora", price: null, credit: null },
    { who: "Mona, whose stall does not pay either", person: "mona", price: null, credit: null },
    { who: "Fay, who books it", person: "fay", price: 92_700, credit: 92_700 },
    { who: "Lin, who weighs it", person: "lin", price: null, credit: null },
    { who: "Quin, who inspects it", person: "quin", price: null, credit: null },
  ] as const)("$who", async ({ person, price, credit }) => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));
    await takeAll(world, reference, "approve", "send_back", "receive", "inspect", "decide", "execute");

    const seen = await read(world, person, reference);

    expect([seen.lines[0]?.unitPriceE4, seen.lines[0]?.creditMinor, seen.creditMinor]).toEqual([
      price,
      credit,
      credit,
    ]);
  });

  test("Anna reads no credit while we are still deciding about it", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));
    await takeAll(world, reference, "approve", "send_back", "receive", "inspect", "decide");

    expect((await read(world, "anna", reference)).creditMinor).toBeNull();
    expect((await read(world, "mei", reference)).creditMinor).toBe(92_700);
  });

  test("Anna reads what happened but not who of us did it", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));
    await takeAll(world, reference, "review");

    expect((await read(world, "anna", reference)).events.map(({ by }) => by)).toEqual([null, null]);
    expect((await read(world, "mei", reference)).events.map(({ by }) => by)).toEqual(["Anna", "Sam"]);
  });
});

describe("a resale sub-dealer's goods", () => {
  test("come back through the parent who paid: the child may not ask", async () => {
    const world = await newWorld();
    const form = aReturn(await delivered(world, "D-0003"));

    const refused = await world.as("rita").post("/returns", form);

    expect(refused.status).toBe(403);
    expect((await refused.json()).detail).toBe("请通过上级经销商申请退货。");
    expect((await world.as("dora").post("/returns", form)).status).toBe(201);
  });

  test("are sent back or given up by the parent, while the child looks on without a price of ours", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "dora", await delivered(world, "D-0003"));
    await takeAll(world, reference, "approve");

    expect((await take(world, reference, "send_back", "100kg", "rita")).status).toBe(403);
    expect((await take(world, reference, "send_back", "100kg", "dora")).status).toBe(200);
    await takeAll(world, reference, "receive", "inspect", "decide", "execute");

    expect((await read(world, "dora", reference)).creditMinor).toBe(92_700);
    const leaves = numbersIn(await read(world, "rita", reference));
    expect(leaves).not.toContain(92_700);
    expect((await read(world, "rita", reference)).moves).toEqual([]);
  });

  test("are credited to the parent's account", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "dora", await delivered(world, "D-0003"));
    await takeAll(world, reference, "approve");
    await take(world, reference, "send_back", "100kg", "dora");
    await takeAll(world, reference, "receive", "inspect", "decide", "execute");

    const { items } = await (await world.as("dina").get("/ledger-entries")).json();
    expect(items).toMatchObject([{ type: "return_credit", docNo: reference, creditMinor: 92_700 }]);
  });
});

const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : value !== null && typeof value === "object"
      ? Object.values(value).flatMap(numbersIn)
      : [];

describe("others' goods", () => {
  test.each([
    { who: "Dora cannot ask for Anna's, who pays herself", person: "dora", status: 403 },
    { who: "Rob does not even learn of them", person: "rob", status: 422 },
    { who: "Ben, who keeps Anna's books, may not send goods back", person: "ben", status: 403 },
    { who: "Lin of the warehouse may not ask", person: "lin", status: 403 },
    { who: "Sam may ask for her on the telephone", person: "sam", status: 201 },
    { who: "a visitor is asked to sign in", person: "nobody", status: 401 },
  ] as const)("$who", async ({ person, status }) => {
    const world = await newWorld();

    const reply = await world.as(person).post("/returns", aReturn(await delivered(world)));

    expect(reply.status).toBe(status);
  });
});

describe("the list of returns", () => {
  test("is read page by page, by status, by lot, and as a table", async () => {
    const world = await newWorld();
    const shipment = await delivered(world);
    for (const kg of [10, 20, 30]) {
      world.later({ minutes: 1 });
      await requestReturn(world, "anna", shipment, { kg });
    }
    await take(world, "RT-2611-0003", "approve", "30kg");
    const anna = world.as("anna");
    const list = async (asked: string) => (await (await anna.get(`/returns?${asked}`)).json()) as Page;

    const first = await list("limit=2");
    const second = await list(`limit=2&cursor=${encodeURIComponent(first.nextCursor ?? "")}`);
    const csv = await (await anna.get("/returns?format=csv")).text();

    expect([...first.items, ...second.items].map(({ requestedMilli }) => requestedMilli)).toEqual([
      30_000, 20_000, 10_000,
    ]);
    expect((await list("status=approved")).items).toMatchObject([{ reference: "RT-2611-0003" }]);
    expect((await list("q=261105-A07")).items).toHaveLength(3);
    expect((await list("q=%25")).items).toHaveLength(0);
    expect(csv).toContain("RT-2611-0001");
  });
});

type Page = { items: { reference: string; requestedMilli: number }[]; nextCursor: string | null };
