import { describe, expect, test } from "vitest";
import { fileComplaint } from "../build/complaints";
import { enquire } from "../build/enquiries";
import { planCall } from "../build/followUps";
import { post } from "../build/ledger";
import { placeOrder } from "../build/orders";
import { delivered, requestReturn, takeAll } from "../build/returns";
import { ship } from "../build/shipments";
import { issuedOctober } from "../build/statements";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

const homeOf = async (world: World, person: Person) => (await world.as(person).get("/home")).json();
const queueOf = async (world: World, person: Person, name: string) =>
  (await homeOf(world, person)).staff.queues.find((queue: { name: string }) => queue.name === name);

test("a visitor has no home here", async () => {
  const { as } = await newWorld();
  expect((await as("nobody").get("/home")).status).toBe(401);
});

describe("what waits for a partner", () => {
  test("an issued statement waits for the finance person and the owner, not for the buyer", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);
    const waits = async (person: Person) =>
      (await homeOf(world, person)).partner.waiting.map(
        ({ noun, reference: which }: Record<string, string>) => [noun, which],
      );

    expect(await waits("dina")).toEqual([["statement", reference]]);
    expect(await waits("dora")).toEqual([["statement", reference]]);
    expect(await waits("dan")).toEqual([]);
    expect(await waits("mona")).toEqual([]);
    expect(await waits("rob")).toEqual([]);
  });

  test("a delivered shipment waits for its own receiver, not for the dealer above", async () => {
    const world = await newWorld();
    const shipment = await ship(world, await placeOrder(world), { status: "delivered" });
    expect((await homeOf(world, "anna")).partner.waiting).toMatchObject([
      { noun: "shipment", reference: shipment.reference, status: "delivered" },
    ]);
    expect((await homeOf(world, "ben")).partner.waiting).toEqual([]);
    expect((await homeOf(world, "dora")).partner.waiting).toEqual([]);
  });

  test("a question about a complaint and an answer to it wait; what we still work on does not", async () => {
    const world = await newWorld();
    const asked = await fileComplaint(world, { status: "awaiting_customer" });
    const replied = await fileComplaint(world, { status: "replied" });
    await fileComplaint(world, { status: "investigating" });
    const { waiting } = (await homeOf(world, "anna")).partner;
    expect(waiting.map(({ reference }: { reference: string }) => reference).sort()).toEqual(
      [asked.reference, replied.reference].sort(),
    );
    expect((await homeOf(world, "ben")).partner.waiting).toEqual([]);
  });

  test("an approved return waits to be sent, with its last day", async () => {
    const world = await newWorld();
    const { reference } = await requestReturn(world, "anna", await delivered(world));
    await takeAll(world, reference, "review", "approve");
    const { waiting } = (await homeOf(world, "anna")).partner;
    expect(waiting).toContainEqual(expect.objectContaining({ noun: "return", reference, due: "2026-12-23" }));
  });
});

describe("what a partner sees at a glance", () => {
  test("the latest five open orders and what is on its way, of all in reach", async () => {
    const world = await newWorld();
    for (let n = 0; n < 6; n++) {
      world.later({ minutes: 1 });
      await placeOrder(world, { status: n === 5 ? "closed" : "confirmed" });
    }
    const sent = await ship(world, await placeOrder(world, { status: "shipped" }), { status: "in_transit" });
    const { partner } = await homeOf(world, "dora");
    expect(partner.orders).toHaveLength(5);
    expect(partner.orders.every(({ status }: { status: string }) => status !== "closed")).toBe(true);
    expect(partner.shipments).toMatchObject([{ reference: sent.reference, party: { code: "C-0001" } }]);
    expect((await homeOf(world, "rob")).partner).toMatchObject({ orders: [], shipments: [] });
  });

  test("that credit was questioned stays in the house", async () => {
    const world = await newWorld();
    await placeOrder(world, { status: "pending_credit" });
    expect((await homeOf(world, "anna")).partner.orders[0].status).toBe("pending_confirmation");
  });

  test("balance and overdue are for those who keep the money, and are those of the ledger", async () => {
    const world = await newWorld();
    await issuedOctober(world);
    const { items } = await (await world.as("dina").get("/ledger-entries/accounts")).json();
    const { currency, balanceMinor, overdueMinor } = items[0];

    expect(overdueMinor).toBeGreaterThan(0);
    expect((await homeOf(world, "dina")).partner.balances).toEqual([
      { currency, balanceMinor, overdueMinor },
    ]);
    expect((await homeOf(world, "dan")).partner.balances).toBeNull();
    expect((await homeOf(world, "rob")).partner.balances).toEqual([]);
  });

  test("a resale sub-dealer's home holds no amount of ours", async () => {
    const world = await newWorld();
    await placeOrder(world, { party: "D-0003" });
    await post(world, { partyId: "D-0001", amountMinor: 777_777 });
    const text = await (await world.as("rita").get("/home")).text();
    expect(text).not.toMatch(/777777|totalMinor|unitPrice/);
    expect(JSON.parse(text).partner.balances).toEqual([]);
  });
});

describe("the queues of the house", () => {
  test("orders to confirm are counted for sales, in their own reach, with the oldest", async () => {
    const world = await newWorld();
    const first = world.clock.now.toISOString();
    await placeOrder(world, { status: "pending_confirmation" });
    world.later({ hours: 3 });
    await placeOrder(world, { party: "C-0002", status: "pending_confirmation" });

    expect(await queueOf(world, "mei", "orders_to_confirm")).toEqual({
      name: "orders_to_confirm",
      count: 2,
      oldest: first,
    });
    expect(await queueOf(world, "sal", "orders_to_confirm")).toMatchObject({ count: 1 });
    expect(await queueOf(world, "sam", "orders_to_confirm")).toBeUndefined();
  });

  test("a complaint past a clock is late, until it waits for the customer", async () => {
    const world = await newWorld();
    const acknowledgeBy = new Date(world.clock.now.getTime() + 3_600_000);
    await fileComplaint(world, { status: "submitted", acknowledgeBy, acknowledgedAt: null });
    expect(await queueOf(world, "sam", "complaints_late")).toMatchObject({ count: 0 });
    expect(await queueOf(world, "sam", "complaints_to_accept")).toMatchObject({ count: 1 });
    world.later({ hours: 2 });
    expect(await queueOf(world, "sam", "complaints_late")).toMatchObject({ count: 1 });
    expect(await queueOf(world, "lin", "complaints_late")).toBeUndefined();
  });

  test("returns, statements, calls and enquiries wait for those who do them", async () => {
    const world = await newWorld();
    await requestReturn(world, "anna", await delivered(world));
    await issuedOctober(world);
    await planCall(world);
    await planCall(world, { dueOn: "2026-11-24" });
    await enquire(world);
    const counts = async (person: Person) =>
      Object.fromEntries(
        (await homeOf(world, person)).staff.queues
          .filter(({ count }: { count: number }) => count > 0)
          .map(({ name, count }: { name: string; count: number }) => [name, count]),
      );

    expect(await counts("mei")).toMatchObject({
      returns_to_review: 1,
      statements_unanswered: 1,
      follow_ups_due: 1,
      enquiries_new: 1,
    });
    expect(await counts("fay")).toEqual({ statements_unanswered: 1 });
    expect(await counts("lin")).toEqual({});
    expect(await counts("sal")).toEqual({ enquiries_new: 1 });
  });

  test("everyone on the staff has a home that opens", async () => {
    const world = await newWorld();
    for (const person of ["sam", "mei", "sal", "xena", "fay", "lin", "quin", "kai", "gus", "ada"] as const) {
      expect((await world.as(person).get("/home")).status).toBe(200);
    }
  });
});
