import { describe, expect, test } from "vitest";
import { aParty, openParty } from "../build/parties";
import type { Person } from "../cast";
import { newWorld } from "../world";

test("Mei opens a dealer's file, and it gets the next number of dealers", async () => {
  const world = await newWorld();

  const opened = await world
    .as("mei")
    .post("/parties", aParty({ legalRepresentative: "王示例", address: "桐乡市示例路 2 号" }));

  expect(opened.status).toBe(201);
  expect(await opened.json()).toMatchObject({
    code: "D-0004",
    kind: "dealer",
    status: "active",
    parent: { code: "TX" },
    file: { legalRepresentative: "王示例", address: "桐乡市示例路 2 号", paymentTerm: "prepaid" },
  });
  expect(await world.events("party.created")).toHaveLength(1);
});

test("each kind counts for itself, and a prospect is only a prospect", async () => {
  const world = await newWorld();

  const customer = await openParty(world, { kind: "customer", parent: "XS", nameZh: "甲织造（示例）" });
  const prospect = await openParty(world, { kind: "prospect", parent: "LX", nameZh: "乙针织（示例）" });

  expect([customer.code, prospect.code]).toEqual(["C-0003", "P-0001"]);
  expect(prospect).toMatchObject({ status: "prospect" });
});

test("a form sent twice is one file and one event", async () => {
  const world = await newWorld();
  const form = aParty();

  const first = await world.as("mei").post("/parties", form);
  const second = await world.as("mei").post("/parties", form);

  expect(await second.json()).toEqual(await first.json());
  expect(await world.events("party.created")).toHaveLength(1);
});

test("two clicks at once are one file", async () => {
  const world = await newWorld();
  const form = aParty();

  const both = await Promise.all([
    world.as("mei").post("/parties", form),
    world.as("mei").post("/parties", form),
  ]);

  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(await world.events("party.created")).toHaveLength(1);
});

test("other words under the same id are refused", async () => {
  const world = await newWorld();
  const form = aParty();
  await world.as("mei").post("/parties", form);

  const other = await world
    .as("mei")
    .post("/parties", { ...form, nameZh: "别家纱线（示例）", anotherFirm: true });

  expect(other.status).toBe(409);
});

test("a file without a name, kind or parent is refused field by field, and nothing is stored", async () => {
  const world = await newWorld();

  const refused = await world.as("mei").post("/parties", aParty({ nameZh: " ", kind: "", parent: "" }));

  expect(refused.status).toBe(422);
  expect((await refused.json()).fields).toMatchObject({ kind: "请选择类别。", parent: "请选择上级单位。" });
  const nameless = await world.as("mei").post("/parties", aParty({ nameZh: " " }));
  expect((await nameless.json()).fields).toEqual({ nameZh: "请填写中文或英文名称。" });
  expect(await world.events()).toEqual([]);
});

test("a licence code with a wrong check digit is refused in the reader's language", async () => {
  const world = await newWorld();

  const refused = await world.as("mei", "en").post("/parties", aParty({ uscc: "91350100M000100Y4Z" }));

  expect(refused.status).toBe(422);
  expect(Object.keys((await refused.json()).fields)).toEqual(["uscc"]);
});

test("a second file with the same licence code is refused and the first one is named", async () => {
  const world = await newWorld();
  const { code } = await openParty(world, { uscc: "91990000MA00000A9E" });

  const twin = await world
    .as("mei")
    .post("/parties", aParty({ nameZh: "完全不同（示例）", uscc: "91990000ma00000a9e" }));

  expect(twin.status).toBe(409);
  expect((await twin.json()).fields.uscc).toContain(code);
});

test.each([
  ["罗布化纤有限公司", "罗布化纤"],
  ["罗布化纤 (示例) 有限责任公司", "罗布化纤（示例）"],
])("%s is warned of as a second %s, and may be opened once confirmed", async (name, _known) => {
  const world = await newWorld();
  await openParty(world, { nameZh: "罗布化纤", anotherFirm: true });
  const form = aParty({ nameZh: name });

  const warned = await world.as("mei").post("/parties", form);
  const confirmed = await world.as("mei").post("/parties", { ...form, anotherFirm: "on" });

  expect(warned.status).toBe(409);
  expect(Object.keys((await warned.json()).fields)).toEqual(["anotherFirm"]);
  expect(confirmed.status).toBe(201);
});

test("an English name is the same with or without its legal form, but not inside a word", async () => {
  const world = await newWorld();
  await openParty(world, {
    kind: "export_buyer",
    parent: "EX",
    nameZh: null,
    nameEn: "Cotton Demo Co., Ltd.",
    country: "BD",
  });
  const again = (nameEn: string) =>
    world
      .as("mei")
      .post("/parties", aParty({ kind: "export_buyer", parent: "EX", nameZh: null, nameEn, country: "BD" }));

  expect((await again("COTTON DEMO LIMITED")).status).toBe(409);
  expect((await again("Tton Demo Ltd")).status).toBe(201);
});

describe("the tree", () => {
  test.each([
    { kind: "dealer", parent: "C-0001", why: "a customer has no dealers" },
    { kind: "export_buyer", parent: "D-0001", why: "an export buyer hangs on the company" },
    { kind: "outlet", parent: "TX", why: "an outlet hangs on the company" },
  ])("$kind under $parent is refused: $why", async ({ kind, parent }) => {
    const world = await newWorld();
    const refused = await world
      .as("mei")
      .post("/parties", aParty({ kind, parent, code: "ZZ", operation: "direct" }));
    expect(refused.status).toBe(422);
    expect(Object.keys((await refused.json()).fields)).toEqual(["parent"]);
  });

  test("a dealer under a dealer resells unless told otherwise, one under an outlet buys from us", async () => {
    const world = await newWorld();
    const below = await openParty(world, { parent: "D-0001", nameZh: "甲（示例）" });
    const billed = await openParty(world, {
      parent: "D-0001",
      nameZh: "乙（示例）",
      tradingModel: "direct_bill",
    });
    const first = await openParty(world, { parent: "TX", nameZh: "丙（示例）", tradingModel: "resale" });
    const models = [below, billed, first].map(
      (party) => (party as unknown as { file: { tradingModel: string } }).file.tradingModel,
    );
    expect(models).toEqual(["resale", "direct_bill", null]);
  });

  test("an outlet is known by letters that nobody else has", async () => {
    const world = await newWorld();
    const outlet = {
      kind: "outlet",
      parent: "LX",
      operation: "direct",
      outletKind: "office",
      nameZh: "晋江办事处",
    };
    expect(await openParty(world, { ...outlet, code: "JJ" })).toMatchObject({ code: "JJ" });
    expect(
      (await world.as("mei").post("/parties", aParty({ ...outlet, code: "XS", nameZh: "甲" }))).status,
    ).toBe(409);
    expect(
      (await world.as("mei").post("/parties", aParty({ ...outlet, code: "", nameZh: "乙" }))).status,
    ).toBe(422);
  });
});

describe("who may open a file", () => {
  test.each<{ person: Person | "nobody"; status: number }>([
    { person: "mei", status: 201 },
    { person: "ada", status: 201 },
    { person: "fay", status: 403 },
    { person: "sam", status: 403 },
    { person: "lin", status: 403 },
    { person: "dora", status: 403 },
    { person: "nobody", status: 401 },
  ])("$person gets $status", async ({ person, status }) => {
    const world = await newWorld();
    expect((await world.as(person).post("/parties", aParty())).status).toBe(status);
  });

  test("Sal opens files under her own outlet only", async () => {
    const world = await newWorld();
    expect((await world.as("sal").post("/parties", aParty({ parent: "XS" }))).status).toBe(201);
    expect((await world.as("sal").post("/parties", aParty({ parent: "TX" }))).status).toBe(404);
  });

  test("Sal may not grant credit with the file, Mei may", async () => {
    const world = await newWorld();
    const trusted = { parent: "XS", paymentTerm: "eom_1", creditLimit: "100,000" };
    expect((await world.as("sal").post("/parties", aParty(trusted))).status).toBe(403);
    expect(await openParty(world, trusted)).toMatchObject({
      credit: { limitMinor: 10_000_000, currency: "CNY" },
    });
  });
});
