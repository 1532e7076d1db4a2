import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { allocations, entries } from "#schema/ledger";
import type { AccountView } from "#worker/ledger/output";
import { post } from "../build/ledger";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

const payment = (said: object = {}) => ({
  id: crypto.randomUUID(),
  party: "D-0001",
  currency: "CNY",
  type: "payment",
  businessDate: "2026-11-20",
  amount: "12,000.50",
  docNo: "SLIP-1",
  ...said,
});

const entered = (world: World) => world.db.select().from(entries).orderBy(entries.seq);
const accountOf = async (world: World, person: Person) => {
  const reply = await world.as(person).get("/ledger-entries/accounts?party=D-0001");
  return ((await reply.json()) as { items: AccountView[] }).items[0];
};

describe("entering by hand", () => {
  test("Fay enters a payment: one entry, one event, the balance falls", async () => {
    const world = await newWorld();

    const reply = await world.as("fay").post("/ledger-entries", payment());

    expect(reply.status).toBe(201);
    expect(await reply.json()).toMatchObject({
      creditMinor: 1_200_050,
      balanceMinor: -1_200_050,
      docNo: "SLIP-1",
    });
    expect(await world.events("ledger_entry.posted")).toHaveLength(1);
    expect(await accountOf(world, "dora")).toMatchObject({
      balanceMinor: -1_200_050,
      unallocatedMinor: -1_200_050,
    });
  });

  test("the same form twice is one entry; other words under its id are refused", async () => {
    const world = await newWorld();
    const form = payment();

    const first = await world.as("fay").post("/ledger-entries", form);
    const second = await world.as("fay").post("/ledger-entries", form);
    const other = await world.as("fay").post("/ledger-entries", { ...form, amount: "1" });

    expect(await second.json()).toEqual(await first.json());
    expect(other.status).toBe(409);
    expect(await entered(world)).toHaveLength(1);
  });

  test("the same bank slip under another form is refused, until the first is reversed", async () => {
    const world = await newWorld();
    const form = payment();
    await world.as("fay").post("/ledger-entries", form);

    const again = await world.as("fay").post("/ledger-entries", payment({ party: "D-0002" }));

    expect(again.status).toBe(409);
    expect((await again.json()).fields).toHaveProperty("docNo");
    const back = { id: crypto.randomUUID(), reason: "记错单位" };
    expect((await world.as("fay").post(`/ledger-entries/${form.id}/moves/reverse`, back)).status).toBe(200);
    expect((await world.as("fay").post("/ledger-entries", payment({ party: "D-0002" }))).status).toBe(201);
  });

  test("what is missing or wrong is named, field by field, and nothing is stored", async () => {
    const world = await newWorld();
    const fieldsOf = async (said: object) => {
      const reply = await world.as("fay").post("/ledger-entries", payment(said));
      return [reply.status, Object.keys((await reply.json()).fields ?? {})];
    };

    expect(await fieldsOf({ type: "shipment" })).toEqual([422, ["type"]]);
    expect(await fieldsOf({ amount: "many", docNo: "" })).toEqual([422, ["amount", "docNo"]]);
    expect(await fieldsOf({ amount: "-5" })).toEqual([422, ["amount"]]);
    expect(await fieldsOf({ type: "acceptance_bill" })).toEqual([422, ["maturesOn"]]);
    expect(await fieldsOf({ type: "price_adjustment" })).toEqual([422, ["direction", "memo"]]);
    expect(await fieldsOf({ businessDate: "2026-11-24" })).toEqual([422, ["businessDate"]]);
    expect(await fieldsOf({ party: "D-9999" })).toEqual([422, ["party"]]);
    expect(await fieldsOf({ party: "D-0003" })).toEqual([422, ["party"]]);
    expect(await fieldsOf({ party: "XS" })).toEqual([422, ["party"]]);
    expect(await entered(world)).toEqual([]);
  });

  test("a payer's word comes before the oldest debt", async () => {
    const world = await newWorld();
    await post(world, { businessDate: "2026-09-01", docNo: "OLD" });
    const newer = await post(world, { businessDate: "2026-11-01", docNo: "NEW" });

    const reply = await world
      .as("fay")
      .post("/ledger-entries", payment({ amount: "1000.00", settles: newer }));

    expect(reply.status).toBe(201);
    expect(await world.db.select().from(allocations)).toHaveLength(1);
    expect(await accountOf(world, "dora")).toMatchObject({
      overdueMinor: 100_000,
      openDebts: [{ docNo: "OLD" }],
    });
  });

  test("a bill that bounces makes what it had paid overdue again, from its own due date", async () => {
    const world = await newWorld();
    await post(world, { businessDate: "2026-09-01" });
    const bill = { type: "acceptance_bill", amount: "1000.00", docNo: "BILL-1", maturesOn: "2027-01-20" };
    await world.as("fay").post("/ledger-entries", payment(bill));
    expect(await accountOf(world, "dora")).toMatchObject({ overdueMinor: 0, undueBillsMinor: 100_000 });

    const bounced = { type: "bill_dishonour", amount: "1000.00", docNo: "BILL-1" };
    await world.as("fay").post("/ledger-entries", payment(bounced));

    expect(await accountOf(world, "dora")).toMatchObject({
      balanceMinor: 100_000,
      overdueMinor: 100_000,
      oldestOverdueDays: 21,
      undueBillsMinor: 0,
    });
  });

  test("a payer cannot name a debt of somebody else", async () => {
    const world = await newWorld();
    const foreign = await post(world, { partyId: "D-0002" });

    const reply = await world.as("fay").post("/ledger-entries", payment({ settles: foreign }));

    expect(reply.status).toBe(422);
    expect(await entered(world)).toHaveLength(1);
  });

  test("an account opens with one balance only", async () => {
    const world = await newWorld();
    const opening = { type: "opening", direction: "debit", memo: "旧系统余额", docNo: null };

    expect((await world.as("fay").post("/ledger-entries", payment(opening))).status).toBe(201);
    expect((await world.as("fay").post("/ledger-entries", payment({ ...opening, amount: "2" }))).status).toBe(
      409,
    );
  });
});

describe("who may enter what", () => {
  const may: [Person, object, number][] = [
    ["fay", {}, 201],
    ["gus", {}, 403],
    ["mei", {}, 403],
    ["dora", {}, 403],
    ["dina", {}, 403],
    ["lin", {}, 403],
    ["mei", { type: "price_adjustment", direction: "credit", memo: "月结价" }, 201],
    ["gus", { type: "write_off", memo: "诉讼终结" }, 201],
    ["fay", { type: "write_off", memo: "诉讼终结" }, 403],
    ["gus", { type: "refund", memo: "退预收" }, 201],
    ["mei", { type: "rounding_off", direction: "credit", amount: "0.37" }, 201],
    ["mei", { type: "rounding_off", direction: "credit", amount: "10.01" }, 403],
    ["fay", { type: "rounding_off", direction: "credit", amount: "10.01" }, 201],
  ];
  test.each(may)("%s with %j gets %i", async (person, said, status) => {
    const { as } = await newWorld();
    expect((await as(person).post("/ledger-entries", payment(said))).status).toBe(status);
  });

  test("a visitor is asked to sign in", async () => {
    const { as } = await newWorld();
    expect((await as("nobody").post("/ledger-entries", payment())).status).toBe(401);
    expect((await as("nobody").get("/ledger-entries")).status).toBe(401);
  });

  test("sales of a stall cannot reach a party under another stall", async () => {
    const { as } = await newWorld();
    const rounding = { type: "rounding_off", direction: "credit", amount: "1" };

    expect((await as("sal").post("/ledger-entries", payment({ ...rounding, party: "D-0002" }))).status).toBe(
      201,
    );
    expect((await as("sal").post("/ledger-entries", payment(rounding))).status).toBe(422);
  });
});

describe("reversing", () => {
  test("an entry is negated once, exactly, and stays in sight", async () => {
    const world = await newWorld();
    const id = await post(world, { docNo: "DN-1", quantityMilli: 500_000 });
    const back = () => ({ id: crypto.randomUUID(), reason: "拒收退回" });

    const reply = await world.as("fay").post(`/ledger-entries/${id}/moves/reverse`, back());
    const again = await world.as("fay").post(`/ledger-entries/${id}/moves/reverse`, back());

    expect(await reply.json()).toMatchObject({
      type: "reversal",
      creditMinor: 100_000,
      quantityMilli: -500_000,
      reversalOf: id,
      balanceMinor: 0,
    });
    expect(again.status).toBe(409);
    expect(await world.events("ledger_entry.reversed")).toHaveLength(1);
    expect((await (await world.as("fay").get(`/ledger-entries/${id}`)).json()).moves).toEqual([]);
  });

  test("a reversed payment makes the debt overdue again from its own due date", async () => {
    const world = await newWorld();
    await post(world, { businessDate: "2026-09-01" });
    const id = await post(world, { type: "payment", amountMinor: -100_000, businessDate: "2026-10-05" });

    await world
      .as("fay")
      .post(`/ledger-entries/${id}/moves/reverse`, { id: crypto.randomUUID(), reason: "退票" });

    expect(await accountOf(world, "dora")).toMatchObject({
      balanceMinor: 100_000,
      overdueMinor: 100_000,
      oldestOverdueDays: 21,
    });
  });

  test("a reversal cannot be reversed, nobody but finance reverses, and a stranger's entry is unknown", async () => {
    const world = await newWorld();
    const id = await post(world);
    const back = { id: crypto.randomUUID(), reason: "重复" };
    const reverse = (person: Person, which: string, said: object = back) =>
      world.as(person).post(`/ledger-entries/${which}/moves/reverse`, said);

    expect((await reverse("mei", id)).status).toBe(403);
    expect((await reverse("dora", id)).status).toBe(403);
    expect((await reverse("rob", id)).status).toBe(404);
    expect((await reverse("fay", id, { id: back.id, reason: "" })).status).toBe(422);
    expect((await reverse("fay", id)).status).toBe(200);
    expect((await reverse("fay", back.id, { id: crypto.randomUUID(), reason: "再冲" })).status).toBe(409);
  });

  test("an entry cannot be changed or removed, not even past our own code", async () => {
    const world = await newWorld();
    const id = await post(world);

    await expect(
      world.client.execute(`update entries set amount_minor = 1 where id = '${id}'`),
    ).rejects.toThrow("append-only");
    await expect(world.client.execute(`delete from entries where id = '${id}'`)).rejects.toThrow(
      "append-only",
    );
    expect(await world.db.select().from(entries).where(eq(entries.id, id))).toHaveLength(1);
  });
});
