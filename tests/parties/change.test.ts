import { describe, expect, test } from "vitest";
import type { Person } from "../cast";
import { newWorld } from "../world";

const change = (said: Record<string, unknown>) => ({ legalRepresentative: "李示例", ...said });

test("Mei changes what she says and nothing else", async () => {
  const { as, events } = await newWorld();
  const before = await (await as("mei").get("/parties/D-0001")).json();

  const changed = await (await as("mei").patch("/parties/D-0001", { legalRepresentative: "李示例" })).json();

  expect(changed).toMatchObject({
    file: { ...before.file, legalRepresentative: "李示例" },
    version: before.version + 1,
  });
  expect((await events("party.changed"))[0]?.details).toEqual({
    legalRepresentative: { from: null, to: "李示例" },
  });
});

test("a blank field is emptied, a field left out stays", async () => {
  const { as } = await newWorld();
  await as("mei").patch("/parties/D-0001", { address: "桐乡市示例路 3 号", port: "CNSHA" });

  const changed = await (await as("mei").patch("/parties/D-0001", { port: "" })).json();

  expect(changed.file).toMatchObject({ address: "桐乡市示例路 3 号", port: null });
});

test("a firm that changes its name keeps the old one in its file", async () => {
  const { as } = await newWorld();

  const changed = await (await as("mei").patch("/parties/D-0001", { nameZh: "朵拉新材料（示例）" })).json();

  expect(changed).toMatchObject({
    nameZh: "朵拉新材料（示例）",
    file: { formerNames: ["朵拉纱线（示例）"] },
  });
});

test("a firm never loses its last name", async () => {
  const { as } = await newWorld();
  const refused = await as("mei").patch("/parties/E-0001", { nameEn: "" });
  expect(refused.status).toBe(422);
  expect(Object.keys((await refused.json()).fields)).toEqual(["nameZh"]);
});

test("whoever opened the file earlier is told that it has changed", async () => {
  const { as } = await newWorld();
  const { version } = await (await as("mei").get("/parties/D-0001")).json();
  await as("mei").patch("/parties/D-0001", { ...change({}), version });

  const late = await as("ada").patch("/parties/D-0001", { address: "别处" }, { "if-match": `"${version}"` });

  expect(late.status).toBe(409);
});

test("a payment term that counts days needs its days", async () => {
  const { as } = await newWorld();
  const without = await as("fay").patch("/parties/D-0001", { paymentTerm: "net_n" });
  const withDays = await as("fay").patch("/parties/D-0001", { paymentTerm: "net_n", paymentDays: "45" });

  expect(Object.keys((await without.json()).fields)).toEqual(["paymentDays"]);
  expect((await withDays.json()).file).toMatchObject({ paymentTerm: "net_n", paymentDays: 45 });
});

test.each([
  ["creditLimit", "a lot"],
  ["paymentDays", "4.5"],
  ["depositPercent", "101"],
  ["licenceExpiresOn", "tomorrow"],
  ["country", "Atlantis"],
  ["nameZh", "长".repeat(121)],
  ["salespersonId", "dora"],
])("%s cannot be %s", async (field, said) => {
  const { as, events } = await newWorld();
  const refused = await as("ada").patch("/parties/D-0001", { [field]: said });
  expect(refused.status).toBe(422);
  expect(Object.keys((await refused.json()).fields)).toEqual([field]);
  expect(await events()).toEqual([]);
});

test("a salesperson who works here may be named, and the party reads the name", async () => {
  const { as } = await newWorld();
  await as("mei").patch("/parties/D-0002", { salespersonId: "sal" });
  expect(await (await as("rob").get("/parties/D-0002")).json()).toMatchObject({
    salesperson: "Sal",
    desk: null,
  });
});

describe("who may change which part of a file", () => {
  const parts = {
    identity: { address: "别处" },
    trust: { creditLimit: "5000" },
    invoicing: { bankAccount: "1234567890" },
  };
  test.each<{ person: Person; identity: number; trust: number; invoicing: number }>([
    { person: "mei", identity: 200, trust: 200, invoicing: 403 },
    { person: "fay", identity: 403, trust: 200, invoicing: 200 },
    { person: "ada", identity: 200, trust: 200, invoicing: 200 },
    { person: "sal", identity: 200, trust: 403, invoicing: 403 },
    { person: "gus", identity: 403, trust: 200, invoicing: 403 },
    { person: "sam", identity: 403, trust: 403, invoicing: 403 },
    { person: "rob", identity: 403, trust: 403, invoicing: 403 },
    { person: "dora", identity: 404, trust: 404, invoicing: 404 },
  ])("$person", async ({ person, ...expected }) => {
    const { as } = await newWorld();
    const got: Record<string, number> = {};
    for (const [part, said] of Object.entries(parts)) {
      got[part] = (await as(person).patch("/parties/D-0002", said)).status;
    }
    expect(got).toEqual(expected);
  });
});

describe("contacts and addresses", () => {
  const contact = () => ({
    id: crypto.randomUUID(),
    name: "赵采购",
    role: "purchaser",
    mobile: "138 0013 8000",
  });

  test("a contact is added once, with the number as machines want it", async () => {
    const { as, events } = await newWorld();
    const said = contact();
    await as("mei").post("/parties/D-0001/contacts", said);
    const again = await as("mei").post("/parties/D-0001/contacts", said);

    expect(again.status).toBe(201);
    const { file } = await again.json();
    expect(file.contacts).toMatchObject([{ name: "赵采购", mobile: "+8613800138000" }]);
    expect(await events("party.contact_added")).toHaveLength(1);
  });

  test("a contact who left is ended the next day, not deleted", async () => {
    const world = await newWorld();
    await world.as("mei").delete("/parties/C-0001/contacts/contact-anna");
    world.later({ days: 1 });
    const { file } = await (await world.as("mei").get("/parties/C-0001")).json();
    expect(file.contacts).toEqual([]);
    expect((await world.as("mei").delete("/parties/C-0001/contacts/contact-anna")).status).toBe(409);
  });

  test("another party's contact cannot be ended through this one", async () => {
    const { as } = await newWorld();
    expect((await as("mei").delete("/parties/D-0001/contacts/contact-anna")).status).toBe(409);
  });

  test("an address is added and forgotten", async () => {
    const { as } = await newWorld();
    const id = crypto.randomUUID();
    const added = await as("mei").post("/parties/D-0001/addresses", {
      id,
      consignee: "朵拉仓库",
      lines: "示例路 5 号",
    });
    expect((await added.json()).file.addresses).toMatchObject([{ consignee: "朵拉仓库" }]);
    const { file } = await (await as("mei").delete(`/parties/D-0001/addresses/${id}`)).json();
    expect(file.addresses).toEqual([]);
  });

  test("blank fields are named", async () => {
    const { as } = await newWorld();
    const refused = await as("mei").post("/parties/D-0001/contacts", {
      ...contact(),
      name: " ",
      role: "",
      email: "x",
    });
    expect(Object.keys((await refused.json()).fields).sort()).toEqual(["email", "name", "role"]);
    const place = await as("mei").post("/parties/D-0001/addresses", {
      id: crypto.randomUUID(),
      consignee: "",
      lines: "",
    });
    expect(Object.keys((await place.json()).fields).sort()).toEqual(["consignee", "lines"]);
  });

  test("finance does not keep contacts", async () => {
    const { as } = await newWorld();
    expect((await as("fay").post("/parties/D-0001/contacts", contact())).status).toBe(403);
  });
});

describe("how complete a file is", () => {
  test("a domestic file counts seven parts and names those missing", async () => {
    const { as } = await newWorld();
    const { desk } = await (await as("mei").get("/parties/C-0001")).json();
    expect(desk.completeness).toEqual({
      percent: 43,
      missing: ["address", "legalRepresentative", "uscc", "salespersonId"],
    });
  });

  test("an export file counts name, country, port, contact, phone, mail and level", async () => {
    const { as } = await newWorld();
    const { desk } = await (await as("mei").get("/parties/E-0001")).json();
    expect(desk.completeness.missing).toEqual(["contact", "phone", "email", "level"]);
    await as("mei").patch("/parties/E-0001", { level: "A" });
    const added = await as("mei").post("/parties/E-0001/contacts", {
      id: crypto.randomUUID(),
      name: "Erik",
      role: "owner",
      phone: "+880 1711 000000",
      email: "erik@buyer.example",
    });
    expect((await added.json()).desk.completeness).toEqual({ percent: 100, missing: [] });
  });
});
