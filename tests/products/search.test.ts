import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { searchWordsOf } from "#worker/products/searchWords";
import { publishProduct } from "../build/products";
import { newWorld, type World } from "../world";

const family = { nameZh: "涤纶低弹丝", nameEn: "Polyester DTY" };

/** A product on show that can be found, as publishing would leave it. */
async function findable(world: World, given: Parameters<typeof publishProduct>[1]) {
  const made = await publishProduct(world, given);
  const wording = {
    model: made.reference,
    nameZh: "低弹丝",
    nameEn: "Draw textured yarn",
    descriptionZh: null,
    descriptionEn: null,
    aliases: [],
    category: "dty" as const,
    composition: [{ fibre: "polyester" as const, pct10: 1000 }],
    lustre: null,
    colourMode: null,
    intermingling: null,
    ...given,
  };
  const colours = made.skus.map((sku) => ({ colourNo: null, ...sku }));
  const text = searchWordsOf(wording, family, colours);
  await world.db.run(sql`insert into product_search (product_id, text) values (${made.productId}, ${text})`);
  return made;
}

async function found(world: World, q: string, query = "") {
  const reply = await world.as("nobody").get(`/products?q=${encodeURIComponent(q)}${query}`);
  expect(reply.status).toBe(200);
  return ((await reply.json()) as { items: { reference: string }[] }).items.map(({ reference }) => reference);
}

async function shelf() {
  const world = await newWorld();
  await findable(world, {
    reference: "dty-150d-48f",
    model: "DTY 150D/48F SD RW NIM",
    nameZh: "半光低弹丝",
    nameEn: "Semi-dull DTY",
    aliases: ["150/48低弹", "150D-48F轻网"],
    lustre: "semi_dull",
    skus: [{ code: "D150-BK", colourNo: "LX-3182", colourZh: "黑色", colourEn: "Black" }],
  });
  await findable(world, {
    reference: "acy-20-75",
    model: "ACY 20/75/36",
    nameZh: "氨纶包覆纱",
    nameEn: "Covered spandex yarn",
    category: "covered_yarn",
    composition: [
      { fibre: "nylon", pct10: 800 },
      { fibre: "spandex", pct10: 200 },
    ],
  });
  return world;
}

describe("a visitor who searches the catalogue", () => {
  test.each([
    { by: "two Chinese characters inside a name", q: "半光", finds: ["dty-150d-48f"] },
    { by: "two characters of another name", q: "包覆", finds: ["acy-20-75"] },
    { by: "an alias of the trade", q: "150/48低弹", finds: ["dty-150d-48f"] },
    { by: "an alias with the denier written out", q: "150D-48F轻网", finds: ["dty-150d-48f"] },
    { by: "the beginning of an English word", q: "spand", finds: ["acy-20-75"] },
    { by: "a model", q: "dty 150d/48f", finds: ["dty-150d-48f"] },
    { by: "a colour number", q: "LX-3182", finds: ["dty-150d-48f"] },
    { by: "a colour in Chinese", q: "黑色", finds: ["dty-150d-48f"] },
    { by: "a fibre in its list of parts", q: "氨纶", finds: ["acy-20-75"] },
    { by: "words in both languages", q: "semi 低弹", finds: ["dty-150d-48f"] },
    { by: "what nobody makes", q: "羊绒", finds: [] },
    { by: "signs only", q: '"*() OR', finds: [] },
  ])("finds by $by", async ({ q, finds }) => {
    expect(await found(await shelf(), q)).toEqual(finds);
  });

  test.each([
    { filter: "category=covered_yarn", finds: ["acy-20-75"] },
    { filter: "fibre=spandex", finds: ["acy-20-75"] },
    { filter: "lustre=semi_dull", finds: ["dty-150d-48f", "dty-150d-48f-sd"] },
    { filter: "denier=150&filaments=48", finds: ["dty-150d-48f-sd"] },
    { filter: "family=DTY&category=covered_yarn&fibre=polyester", finds: [] },
  ])("narrows the list by $filter", async ({ filter, finds }) => {
    const world = await shelf();
    const reply = await world.as("nobody").get(`/products?${filter}`);

    expect(
      ((await reply.json()) as { items: { reference: string }[] }).items.map((item) => item.reference),
    ).toEqual(finds);
  });

  test("turns pages by name and sees every product once", async () => {
    const world = await newWorld();
    for (const letter of ["a", "b", "c", "d", "e"])
      await publishProduct(world, { reference: `yarn-${letter}` });

    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const reply = await world
        .as("nobody")
        .get(`/products?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      const page = (await reply.json()) as { items: { reference: string }[]; nextCursor: string | null };
      seen.push(...page.items.map(({ reference }) => reference));
      cursor = page.nextCursor;
    }

    expect(seen).toEqual(["dty-150d-48f-sd", "yarn-a", "yarn-b", "yarn-c", "yarn-d", "yarn-e"]);
  });

  test("reads in English only what has English words", async () => {
    const world = await newWorld();
    await publishProduct(world, { reference: "only-chinese", nameEn: null });

    const chinese = await world.as("nobody").get("/products/only-chinese?language=zh");
    const english = await world.as("nobody").get("/products/only-chinese?language=en");
    const list = await world.as("nobody").get("/products?language=en");

    expect([chinese.status, english.status]).toEqual([200, 404]);
    expect(await list.text()).not.toContain("only-chinese");
  });
});
