import { describe, expect, test } from "vitest";
import { aDraft, aSku, bringToShow } from "../build/products";
import { newWorld } from "../world";

type Problem = { fields: Record<string, string> };

describe("a draft", () => {
  test("that is sent twice is one product and one event", async () => {
    const { as, events } = await newWorld();
    const form = aDraft();

    const first = await as("kai").post("/products", form);
    const second = await as("kai").post("/products", form);

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await second.json()).toEqual(await first.json());
    expect(await events("product.drafted")).toHaveLength(1);
  });

  test("that is sent twice at the same time is one product", async () => {
    const { as, events } = await newWorld();
    const form = aDraft();

    const both = await Promise.all([as("kai").post("/products", form), as("kai").post("/products", form)]);

    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(await events("product.drafted")).toHaveLength(1);
  });

  test("with other words under the same id is refused", async () => {
    const { as } = await newWorld();
    const form = aDraft();
    await as("kai").post("/products", form);

    expect((await as("kai").post("/products", { ...form, nameEn: "Other" })).status).toBe(409);
  });

  test("of a model that exists already is refused at the model", async () => {
    const { as } = await newWorld();
    await as("kai").post("/products", aDraft());

    const refused = await as("kai").post("/products", aDraft(), { "accept-language": "en" });

    expect(refused.status).toBe(409);
    expect(((await refused.json()) as Problem).fields).toHaveProperty("model");
  });

  test("without names, family, category and with wrong figures is refused, field by field", async () => {
    const { as, events } = await newWorld();
    const wrong = {
      nameZh: " ",
      nameEn: "",
      family: "",
      category: "wool",
      denier: "many",
      moq: "a lot",
      hsCode: "54",
      visibility: "selected",
      composition: [{ fibre: "", percent: "half" }],
    };

    const refused = await as("kai").post("/products", aDraft(wrong));

    expect(refused.status).toBe(422);
    expect(Object.keys(((await refused.json()) as Problem).fields).sort()).toEqual([
      "category",
      "composition.0.fibre",
      "composition.0.percent",
      "denier",
      "family",
      "hsCode",
      "moq",
      "visibility",
    ]);
    expect(await events()).toEqual([]);
  });

  test("without any name is refused at the name", async () => {
    const { as } = await newWorld();

    const refused = await as("kai").post("/products", aDraft({ nameZh: "", nameEn: "" }));

    expect(((await refused.json()) as Problem).fields).toEqual({ nameZh: "请填写中文名称或英文名称。" });
  });

  test("of an unknown family is refused at the family", async () => {
    const { as } = await newWorld();

    const refused = await as("kai").post("/products", aDraft({ family: "SILK" }));

    expect([refused.status, ((await refused.json()) as Problem).fields]).toEqual([
      422,
      { family: "没有这个系列。" },
    ]);
  });

  test("that somebody else has changed meanwhile is not overwritten", async () => {
    const { as } = await newWorld();
    const { id: _, ...form } = aDraft();
    await as("kai").post("/products", aDraft());
    const path = "/products/dty-75d-36f-sd-rw-nim";
    await as("mei").put(path, { ...form, version: 1 });

    const late = await as("kai").put(path, { ...form, nameEn: "Late", version: 1 });

    expect(late.status).toBe(409);
    expect(await (await as("kai").get(path)).text()).not.toContain("Late");
  });

  test("in review is nobody's to change until it is sent back with a reason", async () => {
    const { as } = await newWorld();
    const { id: _, ...form } = aDraft();
    await as("kai").post("/products", aDraft());
    const path = "/products/dty-75d-36f-sd-rw-nim";
    await as("kai").post(`${path}/moves/submit`);

    const tooLate = await as("kai").put(path, form);
    const silent = await as("mei").post(`${path}/moves/return`);
    const back = await as("mei").post(`${path}/moves/return`, { reason: "Which tube?" });
    const now = await as("kai").put(path, form);

    expect([tooLate.status, silent.status, back.status, now.status]).toEqual([409, 422, 200, 200]);
  });
});

describe("an SKU", () => {
  test("is offered and found at once when the product is on show", async () => {
    const world = await newWorld();
    const reference = await bringToShow(world);

    await world
      .as("kai")
      .post(`/products/${reference}/skus`, aSku({ code: "D75-NAVY", colourZh: "藏青", colourNo: "LX-9001" }));
    const found = await world.as("nobody").get(`/products?q=${encodeURIComponent("藏青")}`);

    expect(await found.text()).toContain(reference);
    expect(await world.events("product.sku_added")).toHaveLength(1);
  });

  test("that is sent twice is one SKU", async () => {
    const world = await newWorld();
    const form = aSku();

    const first = await world.as("kai").post("/products/dty-150d-48f-sd/skus", form);
    const second = await world.as("kai").post("/products/dty-150d-48f-sd/skus", form);

    expect(await second.json()).toEqual(await first.json());
    expect(await world.events("sku.added")).toHaveLength(1);
  });

  test("whose code is taken is refused at the code", async () => {
    const { as } = await newWorld();

    const refused = await as("kai").post("/products/dty-150d-48f-sd/skus", aSku({ code: "dty150-48-bk" }));

    expect([refused.status, Object.keys(((await refused.json()) as Problem).fields)]).toEqual([
      409,
      ["code"],
    ]);
  });

  test("that is discontinued vanishes for customers, stays for staff and may come back", async () => {
    const { as } = await newWorld();
    const path = "/products/dty-150d-48f-sd";

    await as("kai").post(`${path}/skus/DTY150-48-BK/moves/discontinue`);
    const again = await as("kai").post(`${path}/skus/DTY150-48-BK/moves/discontinue`);
    const gone = await (await as("anna").get(path)).text();
    const kept = await (await as("kai").get(path)).text();
    await as("kai").post(`${path}/skus/DTY150-48-BK/moves/resume`);

    expect(again.status).toBe(409);
    expect([gone.includes("DTY150-48-BK"), kept.includes("DTY150-48-BK")]).toEqual([false, true]);
    expect(await (await as("anna").get(path)).text()).toContain("DTY150-48-BK");
  });
});

test("Kai adds a family once, and a taken code is refused", async () => {
  const { as } = await newWorld();
  const form = { id: crypto.randomUUID(), code: "acy", nameZh: "包覆纱", nameEn: "Covered yarn" };

  const replies = [
    await as("kai").post("/products/families", form),
    await as("kai").post("/products/families", form),
    await as("kai").post("/products/families", { ...form, id: crypto.randomUUID() }),
    await as("anna").post("/products/families", { ...form, id: crypto.randomUUID(), code: "X" }),
  ];

  expect(replies.map(({ status }) => status)).toEqual([201, 201, 409, 403]);
  expect(await (await as("nobody").get("/products/families")).text()).toContain("ACY");
});
