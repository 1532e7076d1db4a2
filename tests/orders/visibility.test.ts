import { describe, expect, test } from "vitest";
import { placeOrder } from "../build/orders";
import { newWorld } from "../world";

describe("who can see Anna's order, and what it costs", () => {
  test.each([
    { who: "Anna, whose order it is", person: "anna", status: 200, amounts: true },
    { who: "Ben, who keeps her books", person: "ben", status: 200, amounts: true },
    { who: "Dora, the dealer above, who is not billed", person: "dora", status: 200, amounts: false },
    { who: "Dina, who only keeps the dealer's books", person: "dina", status: 404, amounts: false },
    { who: "Mona, whose stall serves them", person: "mona", status: 200, amounts: false },
    { who: "Rob, another dealer", person: "rob", status: 404, amounts: false },
    { who: "Carl, another customer", person: "carl", status: 404, amounts: false },
    { who: "Mei, our sales manager", person: "mei", status: 200, amounts: true },
    { who: "Lin of storage and transport", person: "lin", status: 200, amounts: false },
    { who: "Sal, who serves the other stall", person: "sal", status: 404, amounts: false },
    { who: "a visitor", person: "nobody", status: 401, amounts: false },
  ] as const)("$who gets $status", async ({ person, status, amounts }) => {
    const world = await newWorld();
    const { reference } = await placeOrder(world);
    const seen = await world.as(person).get(`/orders/${reference}`);
    const text = await seen.text();

    expect(seen.status).toBe(status);
    expect(/92700|927000/.test(text)).toBe(amounts);
  });
});

test("a resale sub-dealer reads no price of ours, in JSON or in files", async () => {
  const world = await newWorld();
  const { reference } = await placeOrder(world, { party: "D-0003", lines: [{ priceE4: 90_512 }] });
  const rita = world.as("rita");
  const pages = [`/orders/${reference}`, "/orders", "/orders?format=csv"];

  const texts = await Promise.all(pages.map(async (page) => (await rita.get(page)).text()));
  expect(texts.join()).toContain(reference);
  expect(texts.join()).not.toMatch(/90512|905120|9051\.2/);
  expect((await (await world.as("dora").get(`/orders/${reference}`)).json()).totalMinor).toBe(905_120);
});

test("that credit was questioned stays in the house", async () => {
  const world = await newWorld();
  const { reference } = await placeOrder(world, { status: "pending_credit" });
  const anna = world.as("anna");

  expect(await (await anna.get(`/orders/${reference}`)).text()).not.toContain("credit");
  expect((await (await anna.get("/orders?status=pending_confirmation")).json()).items).toHaveLength(1);
  expect((await (await anna.get("/orders?status=pending_credit")).json()).items).toEqual([]);
  expect((await (await world.as("mei").get("/orders?status=pending_credit")).json()).items).toHaveLength(1);
});
