import { describe, expect, test } from "vitest";
import { aDraft, bringToShow } from "../build/products";
import { newWorld, type World } from "../world";

type Reply = {
  status: string;
  moves: { move: string; open: boolean; reason: { en: string } | null }[];
  version: number;
};

async function drafted(world: World, given: Record<string, unknown> = {}) {
  const reply = await world.as("kai").post("/products", aDraft(given));
  return ((await reply.json()) as { reference: string }).reference;
}

async function submitted(world: World, given: Record<string, unknown> = {}) {
  const reference = await drafted(world, given);
  await world.as("kai").post(`/products/${reference}/moves/submit`);
  return reference;
}

describe("bringing a product to show", () => {
  test("Kai drafts, Mei publishes, and a visitor finds it by its name", async () => {
    const world = await newWorld();
    const reference = await submitted(world);

    const published = await world.as("mei").post(`/products/${reference}/moves/publish`);
    const seen = await world.as("nobody").get(`/products?q=${encodeURIComponent("75D/36F")}`);

    expect(reference).toBe("dty-75d-36f-sd-rw-nim");
    expect(((await published.json()) as Reply).status).toBe("published");
    expect(await seen.text()).toContain(reference);
    expect((await world.events("product.published")).map(({ personId }) => personId)).toEqual(["mei"]);
  });

  test("a visitor sees nothing of a draft", async () => {
    const world = await newWorld();
    const reference = await submitted(world);

    expect((await world.as("nobody").get(`/products/${reference}`)).status).toBe(404);
  });

  test("Mei cannot approve what she edited herself, though she wrote none of the first draft", async () => {
    const world = await newWorld();
    const reference = await drafted(world);
    const { id: _, ...again } = aDraft({ nameEn: "DTY of Mei" });
    await world.as("mei").put(`/products/${reference}`, again);
    await world.as("kai").post(`/products/${reference}/moves/submit`);

    const offered = (await (await world.as("mei").get(`/products/${reference}`)).json()) as Reply;
    const refused = await world.as("mei").post(`/products/${reference}/moves/publish`);

    expect(offered.moves.find(({ move }) => move === "publish")).toMatchObject({ open: false });
    expect(refused.status).toBe(403);
    expect(await world.events("product.published")).toEqual([]);
  });

  test("the second of two clicks on publish is told that it is done", async () => {
    const world = await newWorld();
    const reference = await bringToShow(world);

    const again = await world.as("mei").post(`/products/${reference}/moves/publish`);

    expect(again.status).toBe(409);
    expect(await world.events("product.published")).toHaveLength(1);
  });

  test("Mei publishes for domestic customers only, and a visitor does not see it", async () => {
    const world = await newWorld();
    const reference = await submitted(world);
    await world.as("mei").post(`/products/${reference}/moves/publish`, { visibility: "domestic" });

    const seen = await Promise.all([
      world.as("nobody").get(`/products/${reference}`),
      world.as("anna").get(`/products/${reference}`),
    ]);

    expect(seen.map(({ status }) => status)).toEqual([404, 200]);
  });
});

describe("what is incomplete", () => {
  test.each([
    { lacks: "an English name", given: { nameEn: "" }, field: "nameEn" },
    { lacks: "the English instructions", given: { usageZh: "不同批号不可混用" }, field: "usageEn" },
    { lacks: "a Chinese name", given: { nameZh: "" }, field: "nameZh" },
    { lacks: "its composition", given: { composition: [] }, field: "composition" },
    {
      lacks: "a tenth of a percent",
      given: {
        composition: [
          { fibre: "polyester", percent: 95 },
          { fibre: "spandex", percent: 4.9 },
        ],
      },
      field: "composition",
    },
  ])("a draft that lacks $lacks is not submitted for everyone to see", async ({ given, field }) => {
    const world = await newWorld();
    const reference = await drafted(world, { model: "TEST 1", ...given });

    const refused = await world.as("kai").post(`/products/${reference}/moves/submit`);

    expect(refused.status).toBe(409);
    expect(Object.keys(((await refused.json()) as { fields: object }).fields)).toEqual([field]);
    expect(await world.events("product.submitted")).toEqual([]);
  });

  test("a product for the domestic market needs no English", async () => {
    const world = await newWorld();
    const reference = await drafted(world, { nameEn: "", visibility: "domestic" });

    expect((await world.as("kai").post(`/products/${reference}/moves/submit`)).status).toBe(200);
  });

  test("Mei cannot widen the audience of a product that has no English", async () => {
    const world = await newWorld();
    const reference = await submitted(world, { nameEn: "", visibility: "domestic" });

    const refused = await world
      .as("mei")
      .post(`/products/${reference}/moves/publish`, { visibility: "export" });

    expect(refused.status).toBe(409);
  });

  test("an editor reads in the blocked move what is missing", async () => {
    const world = await newWorld();
    const reference = await drafted(world, { composition: [{ fibre: "polyester", percent: 99.9 }] });

    const { moves } = (await (await world.as("kai").get(`/products/${reference}`)).json()) as Reply;

    expect(moves.find(({ move }) => move === "submit")).toEqual({
      move: "submit",
      open: false,
      reason: expect.objectContaining({ en: "The composition adds up to 99.9 %, not 100.0 %." }),
    });
  });
});

describe("a new wording of a product on show", () => {
  test("is seen by nobody outside until it is published, and the old one stays", async () => {
    const world = await newWorld();
    const reference = await bringToShow(world);
    const { id: _, ...again } = aDraft({ nameEn: "Softer DTY" });
    await world.as("kai").put(`/products/${reference}`, again);

    const before = await (await world.as("nobody").get(`/products/${reference}`)).text();
    await world.as("kai").post(`/products/${reference}/moves/submit`);
    await world.as("mei").post(`/products/${reference}/moves/publish`);
    const after = (await (await world.as("nobody").get(`/products/${reference}`)).json()) as {
      live: { number: number };
    };

    expect(before).not.toContain("Softer");
    expect(after.live).toMatchObject({ nameEn: "Softer DTY", number: 2 });
  });

  test("leaves the revision that old orders point at as it was", async () => {
    const world = await newWorld();
    await bringToShow(world);

    const change = world.client.execute(
      "update product_revisions set name_zh = 'x' where published_at is not null",
    );

    await expect(change).rejects.toThrow("a published revision is frozen");
  });

  test("cannot change who sees the product before somebody approves", async () => {
    const world = await newWorld();
    const reference = await bringToShow(world, { visibility: "staff" });
    const { id: _, ...again } = aDraft({ visibility: "public" });

    const refused = await world.as("kai").put(`/products/${reference}`, again);

    expect(refused.status).toBe(409);
    expect(((await refused.json()) as { fields: object }).fields).toHaveProperty("visibility");
  });
});

describe("a withdrawn product", () => {
  test("vanishes from the catalogue, from the search and for a customer who kept its address", async () => {
    const world = await newWorld();
    const reference = await bringToShow(world);
    await world.as("kai").post(`/products/${reference}/moves/withdraw`, { reason: "End of line" });

    const [list, search, page, staff] = await Promise.all([
      world.as("anna").get("/products"),
      world.as("anna").get("/products?q=75D"),
      world.as("anna").get(`/products/${reference}`),
      world.as("kai").get(`/products/${reference}`),
    ]);

    expect(await list.text()).not.toContain(reference);
    expect(await search.text()).not.toContain(reference);
    expect([page.status, staff.status]).toEqual([404, 200]);
  });

  test("does not come back while somebody works on a new draft", async () => {
    const world = await newWorld();
    const reference = await bringToShow(world);
    await world.as("kai").post(`/products/${reference}/moves/withdraw`);
    const { id: _, ...again } = aDraft();
    await world.as("kai").put(`/products/${reference}`, again);

    expect((await world.as("nobody").get(`/products/${reference}`)).status).toBe(404);
  });
});
