import { describe, expect, test } from "vitest";
import { event, write } from "#worker/write";
import { placeOrder } from "../build/orders";
import type { Person } from "../cast";
import { newWorld } from "../world";

const ask = (noun: string, record: string) => `/events?noun=${noun}&record=${encodeURIComponent(record)}`;

describe("who reads what happened to Anna's order", () => {
  test.each<{ person: Person | "nobody"; status: number; reason: string | null }>([
    { person: "anna", status: 200, reason: "缺货" },
    { person: "dora", status: 200, reason: null },
    { person: "mona", status: 200, reason: null },
    { person: "mei", status: 200, reason: "缺货" },
    { person: "rob", status: 404, reason: null },
    { person: "rita", status: 404, reason: null },
    { person: "sal", status: 404, reason: null },
    { person: "nobody", status: 401, reason: null },
  ])("$person gets $status", async ({ person, status, reason }) => {
    const world = await newWorld();
    const order = await placeOrder(world);
    const ctx = { db: world.db, now: world.clock.now, actor: { kind: "system" } as const };
    await write(ctx, [
      event(ctx, { recordId: order.id, type: "order.held", reason: "缺货" }),
      event(ctx, { recordId: order.id, type: "order.noted", reason: "内部", forCustomer: false }),
    ]);

    const reply = await world.as(person).get(ask("order", order.reference));

    expect(reply.status).toBe(status);
    if (status !== 200) return;
    const { items } = await reply.json();
    const types = items.map(({ type }: { type: string }) => type);
    expect(types).toEqual(
      person === "mei" ? ["order.confirmed", "order.held", "order.noted"] : ["order.confirmed", "order.held"],
    );
    expect(items[1].reason).toBe(reason);
  });
});

test("the file of a party tells its own people little, those above it nothing", async () => {
  const { as } = await newWorld();
  await as("mei").post("/parties/D-0003/moves/suspend", { reason: "欠款" });
  const read = async (person: Person) => (await (await as(person).get(ask("party", "D-0003"))).json()).items;
  expect(await read("mei")).toMatchObject([{ type: "party.suspended", by: "Mei", reason: "欠款" }]);
  expect(await read("rita")).toEqual([]);
  expect(await read("dora")).toEqual([]);
});

test("what happened to a person is for those who may know the person", async () => {
  const { as } = await newWorld();
  await as("dora").post("/people/m-dan/moves/roles", { roles: ["viewer"] });
  expect((await (await as("dora").get(ask("person", "m-dan"))).json()).items).toMatchObject([
    { type: "person.roles_changed" },
  ]);
  expect((await as("rob").get(ask("person", "m-dan"))).status).toBe(404);
});

test.each(["shipment", "statement", "complaint", "return", "follow_up", "enquiry"])(
  "a %s that does not exist is not found",
  async (noun) => {
    const { as } = await newWorld();
    expect((await as("mei").get(ask(noun, "X-1"))).status).toBe(404);
  },
);

test("the kind and the reference are asked for", async () => {
  const { as } = await newWorld();
  const refused = await as("mei", "en").get("/events?noun=secret");
  expect(refused.status).toBe(422);
  expect(Object.keys((await refused.json()).fields).sort()).toEqual(["noun", "record"]);
});
