import { describe, expect, test } from "vitest";
import { listPrices } from "../build/priceLists";
import type { Person } from "../cast";
import { newWorld } from "../world";

/** Every list carries figures that occur nowhere else; whoever sees one, sees whose list it is. */
const lists = {
  base: { kind: "list", price: 41_111 },
  dealers: { kind: "level", level: "dealer", price: 42_222 },
  customers: { kind: "level", level: "customer", price: 43_333 },
  rob: { kind: "contract", partyId: "D-0002", price: 44_444 },
  anna: { kind: "party", partyId: "C-0001", price: 45_555 },
  rita: { kind: "party", partyId: "D-0003", price: 46_666 },
  draft: { kind: "contract", partyId: "D-0001", status: "draft", price: 47_777 },
} as const;

async function market() {
  const world = await newWorld();
  await world.client.execute("delete from price_lines");
  for (const { price, ...list } of Object.values(lists)) {
    await listPrices(world, {
      ...list,
      prices: { "sku-rw": price, "sku-bk": { 0: price + 1, 1000000: price + 2 } },
    });
  }
  return world;
}

const pages = [
  "/products",
  "/products/dty-150d-48f-sd",
  "/products?format=csv",
  "/products?q=DTY",
  "/price-lists",
  "/products/families",
];
const figuresOf = (price: number) =>
  [price, price + 1, price + 2].flatMap((e4) => [String(e4), String(e4 / 10_000)]);

describe("the prices in all that the catalogue tells", () => {
  test.each([
    { who: "a visitor", person: "nobody", own: [] },
    { who: "Rita, who buys from Dora for resale", person: "rita", own: [] },
    { who: "Lin of the warehouse", person: "lin", own: [] },
    { who: "Kai, who edits the catalogue", person: "kai", own: [] },
    { who: "Dora, a dealer", person: "dora", own: ["dealers"] },
    { who: "Dan, her buyer", person: "dan", own: ["dealers"] },
    { who: "Dina, her accountant", person: "dina", own: ["dealers"] },
    { who: "Rob, a dealer with a contract", person: "rob", own: ["rob"] },
    { who: "Anna, a customer with her own price", person: "anna", own: ["anna"] },
    { who: "Carl, a customer", person: "carl", own: ["customers"] },
    { who: "Mona, an outlet without a level", person: "mona", own: ["base"] },
    { who: "Erik, who pays in dollars", person: "erik", own: [] },
  ] satisfies { who: string; person: Person | "nobody"; own: (keyof typeof lists)[] }[])(
    "to $who are those of $own",
    async ({ person, own }) => {
      const world = await market();

      const texts = await Promise.all(pages.map(async (page) => (await world.as(person).get(page)).text()));

      const told = Object.entries(lists).filter(([, { price }]) =>
        figuresOf(price).some((figure) => texts.some((text) => text.includes(figure))),
      );
      expect(told.map(([name]) => name)).toEqual(own);
    },
  );

  test("are in the file that Dora downloads, by her own list", async () => {
    const world = await market();

    const csv = await (await world.as("dora").get("/products?format=csv")).text();

    expect(csv).toContain("4.2222");
    expect(csv).toContain("4.2223");
  });
});
