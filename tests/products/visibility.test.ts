import { describe, expect, test } from "vitest";
import { aDraft, aSku, bringToShow, publishProduct } from "../build/products";
import { newWorld } from "../world";

const people = ["nobody", "anna", "dora", "rita", "mona", "erik", "lin", "sal"] as const;
const audiences = {
  public: ["nobody", "anna", "dora", "rita", "mona", "erik", "lin", "sal"],
  registered: ["anna", "dora", "rita", "mona", "erik", "lin", "sal"],
  domestic: ["anna", "dora", "rita", "mona", "lin", "sal"],
  export: ["erik", "lin", "sal"],
  staff: ["lin", "sal"],
  selected: ["lin", "sal"],
} as const;
const cells = Object.entries(audiences).flatMap(([visibility, seenBy]) =>
  people.map((person) => ({
    visibility,
    person,
    status: (seenBy as readonly string[]).includes(person) ? 200 : 404,
  })),
);

describe("who sees a product on show", () => {
  test.each(cells)(
    "$person gets $status for one that is $visibility",
    async ({ visibility, person, status }) => {
      const world = await newWorld();
      await publishProduct(world, {
        reference: "some-yarn",
        visibility: visibility as keyof typeof audiences,
      });

      const list = await world.as(person).get("/products");

      expect((await world.as(person).get("/products/some-yarn")).status).toBe(status);
      expect((await list.text()).includes("some-yarn")).toBe(status === 200);
    },
  );

  test("Erik, who buys abroad, does not see what has no English words", async () => {
    const world = await newWorld();
    await publishProduct(world, { reference: "some-yarn", visibility: "registered", nameEn: null });

    expect((await world.as("erik").get("/products/some-yarn")).status).toBe(404);
    expect((await world.as("anna").get("/products/some-yarn")).status).toBe(200);
  });

  test("a certificate is gone on the day after it expires", async () => {
    const world = await newWorld();
    const certificates = [{ name: "GRS", number: "GRS-1", expiresOn: "2026-11-23" }];
    await publishProduct(world, { reference: "some-yarn", certificates });

    const today = await (await world.as("nobody").get("/products/some-yarn")).text();
    world.later({ days: 1 });
    const tomorrow = await (await world.as("nobody").get("/products/some-yarn")).text();

    expect([today.includes("GRS-1"), tomorrow.includes("GRS-1")]).toEqual([true, false]);
  });
});

describe("who may change the catalogue", () => {
  test.each([
    { who: "a visitor", person: "nobody", status: 401 },
    { who: "Anna, a customer", person: "anna", status: 403 },
    { who: "Mona, who runs an outlet", person: "mona", status: 403 },
    { who: "Fay of finance", person: "fay", status: 403 },
    { who: "Sal, who sells", person: "sal", status: 403 },
    { who: "Kai, who edits", person: "kai", status: 201 },
    { who: "Mei, who manages sales", person: "mei", status: 201 },
  ] as const)("$who gets $status for a new draft", async ({ person, status }) => {
    const { as, events } = await newWorld();

    expect((await as(person).post("/products", aDraft())).status).toBe(status);
    expect(await events("product.drafted")).toHaveLength(status === 201 ? 1 : 0);
  });

  test.each([
    { who: "a visitor", person: "nobody", status: 401 },
    { who: "Anna, a customer", person: "anna", status: 403 },
    { who: "Lin of the warehouse", person: "lin", status: 403 },
    { who: "Kai, who edits", person: "kai", status: 403 },
    { who: "Mei, who manages sales", person: "mei", status: 200 },
  ] as const)("$who gets $status for approving", async ({ person, status }) => {
    const world = await newWorld();
    const reference = await bringToShow(world);
    const { id: _, ...again } = aDraft({ nameEn: "Second" });
    await world.as("kai").put(`/products/${reference}`, again);
    await world.as("kai").post(`/products/${reference}/moves/submit`);

    expect((await world.as(person).post(`/products/${reference}/moves/publish`)).status).toBe(status);
  });

  test("an SKU is nobody's to add but the editors'", async () => {
    const { as } = await newWorld();

    const replies = await Promise.all(
      (["nobody", "anna", "sal", "kai"] as const).map((person) =>
        as(person).post("/products/dty-150d-48f-sd/skus", aSku({ code: `NEW-${person}` })),
      ),
    );

    expect(replies.map(({ status }) => status)).toEqual([401, 403, 403, 201]);
  });
});
