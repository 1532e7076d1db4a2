import { describe, expect, test } from "vitest";
import { type CatalogueStatus, catalogueStatuses } from "#schema/words/paperStatuses";
import { type Move, moves, statusAfter } from "#worker/price-lists/lifecycle";
import { Refusal } from "#worker/refusal";
import { aPriceList, listPrices } from "../build/priceLists";
import { newWorld } from "../world";

type Problem = { fields: Record<string, string> };

describe("a price list", () => {
  test("is drafted by sales, published by Mei, and Dora pays by it from its first day", async () => {
    const { as, events } = await newWorld();
    await as("xena").post("/price-lists", aPriceList());

    const before = await (await as("dora").get("/products/dty-150d-48f-sd")).text();
    const published = await as("mei").post("/price-lists/PL-TEST/moves/publish");
    const after = await (await as("dora").get("/products/dty-150d-48f-sd")).text();

    expect(published.status).toBe(200);
    expect([before.includes("88800"), after.includes("88800")]).toEqual([false, true]);
    expect((await events("price_list.published")).map(({ personId }) => personId)).toEqual(["mei"]);
  });

  test("that is sent twice is one list, and other words under its id are refused", async () => {
    const { as, events } = await newWorld();
    const form = aPriceList();

    const first = await as("mei").post("/price-lists", form);
    const second = await as("mei").post("/price-lists", form);
    const other = await as("mei").post("/price-lists", { ...form, level: "customer" });

    expect(await second.json()).toEqual(await first.json());
    expect([second.status, other.status]).toEqual([201, 409]);
    expect(await events("price_list.drafted")).toHaveLength(1);
  });

  test("is refused field by field, and nothing is stored", async () => {
    const { as, events } = await newWorld();
    const wrong = {
      kind: "contract",
      party: "",
      nameZh: "",
      currency: "XYZ",
      validFrom: "tomorrow",
      validTo: "",
      lines: [{ sku: "", unitPrice: "cheap" }],
    };

    const refused = await as("mei").post("/price-lists", aPriceList(wrong));

    expect(refused.status).toBe(422);
    expect(Object.keys(((await refused.json()) as Problem).fields).sort()).toEqual([
      "currency",
      "lines.0.sku",
      "lines.0.unitPrice",
      "nameZh",
      "validFrom",
    ]);
    expect(await events()).toEqual([]);
  });

  test.each([
    { what: "a level list without a level", given: { level: "" }, field: "level" },
    { what: "a contract list without a party", given: { kind: "contract" }, field: "party" },
    { what: "a list for a party nobody knows", given: { kind: "contract", party: "D-9999" }, field: "party" },
    { what: "a list that ends before it begins", given: { validTo: "2026-11-19" }, field: "validTo" },
    {
      what: "an SKU nobody knows",
      given: { lines: [{ sku: "NO-SUCH", unitPrice: "1" }] },
      field: "lines.0.sku",
    },
    {
      what: "one SKU twice",
      given: {
        lines: [
          { sku: "DTY150-48-RW", unitPrice: "1" },
          { sku: "dty150-48-rw", unitPrice: "2" },
        ],
      },
      field: "lines",
    },
  ])("is refused at the field for $what", async ({ given, field }) => {
    const { as } = await newWorld();

    const refused = await as("mei").post("/price-lists", aPriceList(given));

    expect(refused.status).toBe(422);
    expect(Object.keys(((await refused.json()) as Problem).fields)).toEqual([field]);
  });

  test("in draft is changed as a whole, and a late change is refused", async () => {
    const { as } = await newWorld();
    const { id: _, reference: __, ...form } = aPriceList();
    await as("mei").post("/price-lists", aPriceList());
    await as("mei").put("/price-lists/PL-TEST", {
      ...form,
      lines: [{ sku: "DTY150-48-BK", from: "1t", unitPrice: "9.9" }],
      version: 1,
    });

    const late = await as("mei").put("/price-lists/PL-TEST", { ...form, version: 1 });
    const list = (await (await as("mei").get("/price-lists/PL-TEST")).json()) as { lines: object[] };

    expect(late.status).toBe(409);
    expect(list.lines).toMatchObject([{ sku: "DTY150-48-BK", fromMilli: 1_000_000, unitPriceE4: 99_000 }]);
  });

  test("that is published is never changed", async () => {
    const { as } = await newWorld();
    const { id: _, reference: __, ...form } = aPriceList();

    expect((await as("mei").put("/price-lists/PL-DEALER", form)).status).toBe(409);
  });

  test("without a price is not published", async () => {
    const { as, events } = await newWorld();
    await as("mei").post("/price-lists", aPriceList({ lines: [] }));

    expect((await as("mei").post("/price-lists/PL-TEST/moves/publish")).status).toBe(409);
    expect(await events("price_list.published")).toEqual([]);
  });

  test("that is withdrawn leaves the price on request", async () => {
    const { as } = await newWorld();
    await as("mei").post("/price-lists/PL-DEALER/moves/withdraw", { reason: "PTA rose" });

    const { skus } = (await (await as("dora").get("/products/dty-150d-48f-sd")).json()) as {
      skus: { prices: object[] }[];
    };

    expect(skus.map(({ prices }) => prices)).toEqual([[], []]);
  });
});

describe("who may know of price lists", () => {
  test.each([
    { who: "a visitor", person: "nobody", list: 401, one: 401, draft: 401 },
    { who: "Dora, whose level it is", person: "dora", list: 404, one: 404, draft: 404 },
    { who: "Mona of the contracted outlet", person: "mona", list: 404, one: 404, draft: 404 },
    { who: "Rita, who buys from Dora", person: "rita", list: 404, one: 404, draft: 404 },
    { who: "Lin of the warehouse", person: "lin", list: 404, one: 404, draft: 404 },
    { who: "Quin of quality control", person: "quin", list: 404, one: 404, draft: 404 },
    { who: "Kai, who edits the catalogue", person: "kai", list: 404, one: 404, draft: 404 },
    { who: "Fay of finance", person: "fay", list: 200, one: 200, draft: 403 },
    { who: "Sal, who sells at Xiaoshan", person: "sal", list: 200, one: 200, draft: 201 },
    { who: "Mei, who manages sales", person: "mei", list: 200, one: 200, draft: 201 },
  ] as const)("$who gets $list, $one and $draft", async ({ person, list, one, draft }) => {
    const { as } = await newWorld();

    const replies = [
      await as(person).get("/price-lists"),
      await as(person).get("/price-lists/PL-DEALER"),
      await as(person).post("/price-lists", aPriceList()),
    ];

    expect(replies.map(({ status }) => status)).toEqual([list, one, draft]);
  });

  test("Sal of Xiaoshan sees the contract of a customer there and not that of a Tongxiang dealer", async () => {
    const world = await newWorld();
    await listPrices(world, {
      reference: "PL-CARL",
      kind: "contract",
      partyId: "C-0002",
      prices: { "sku-rw": 1 },
    });
    await listPrices(world, {
      reference: "PL-DORA",
      kind: "contract",
      partyId: "D-0001",
      prices: { "sku-rw": 1 },
    });

    const replies = await Promise.all(
      ["PL-CARL", "PL-DORA"].map((one) => world.as("sal").get(`/price-lists/${one}`)),
    );
    const draft = await world
      .as("sal")
      .post("/price-lists", aPriceList({ kind: "contract", party: "D-0001" }));

    expect(replies.map(({ status }) => status)).toEqual([200, 404]);
    expect(draft.status).toBe(422);
  });

  test("Sal drafts but does not give a price", async () => {
    const { as } = await newWorld();
    await as("sal").post("/price-lists", aPriceList());

    expect((await as("sal").post("/price-lists/PL-TEST/moves/publish")).status).toBe(403);
  });
});

const no = "refused";
const table: Record<CatalogueStatus, Record<Move | "edit", CatalogueStatus | "refused">> = {
  draft: { edit: "draft", publish: "published", withdraw: "withdrawn" },
  in_review: { edit: no, publish: no, withdraw: no },
  published: { edit: no, publish: no, withdraw: "withdrawn" },
  superseded: { edit: no, publish: no, withdraw: no },
  withdrawn: { edit: no, publish: no, withdraw: no },
};
const cells = catalogueStatuses.flatMap((from) =>
  (["edit", ...moves] as const).map((step) => ({ from, step, to: table[from][step] })),
);

test.each(cells)("a list that is $from and meets $step is $to", ({ from, step, to }) => {
  if (to === "refused") expect(() => statusAfter(from, step)).toThrow(Refusal);
  else expect(statusAfter(from, step)).toBe(to);
});
