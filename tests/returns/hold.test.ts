import { describe, expect, test } from "vitest";
import { jobs } from "#schema/events";
import { shipmentLines } from "#schema/shipments";
import { aReturn, delivered, requestReturn, take, takeAll } from "../build/returns";
import { newWorld, type World } from "../world";

const heldOf = async (world: World) =>
  (await world.db.select().from(shipmentLines)).map(({ returnedMilli }) => returnedMilli);
const saved = async (world: World, kg: number[]) => {
  const shipment = await delivered(world);
  return Promise.all(kg.map((one) => requestReturn(world, "anna", shipment, { kg: one })));
};

describe("never more comes back than was shipped", () => {
  test("two approvals at once of what is there once: exactly one passes", async () => {
    const world = await newWorld();
    const [one, other] = await saved(world, [600, 600]);

    const replies = await Promise.all([
      take(world, one?.reference ?? "", "approve", "600kg"),
      take(world, other?.reference ?? "", "approve", "600kg"),
    ]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await heldOf(world)).toEqual([600_000]);
    expect(await world.events("return.approved")).toHaveLength(1);
  });

  test("the same approval sent twice at once holds the goods once", async () => {
    const world = await newWorld();
    const [one] = await saved(world, [300]);
    const approve = () => take(world, one?.reference ?? "", "approve", "300kg");

    const replies = await Promise.all([approve(), approve()]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await heldOf(world)).toEqual([300_000]);
  });

  test("what an approval holds cannot be asked for again", async () => {
    const world = await newWorld();
    const shipment = await delivered(world);
    const { reference } = await requestReturn(world, "anna", shipment, { kg: 900 });
    await take(world, reference, "approve", "900kg");

    const refused = await world.as("anna").post("/returns", aReturn(shipment, { kg: 101 }));

    expect((await refused.json()).fields).toEqual({ "lines.0.quantityMilli": "最多可退 100。" });
    const { items } = await (await world.as("anna").get("/shipments/lines")).json();
    expect(items).toMatchObject([{ returnableMilli: 100_000 }]);
  });

  test("what was not accepted is free again, and only the rest stays held", async () => {
    const world = await newWorld();
    const [one] = await saved(world, [100]);
    const reference = one?.reference ?? "";
    await takeAll(world, reference, "approve", "send_back", "receive");

    await take(world, reference, "inspect", "60kg");

    expect(await heldOf(world)).toEqual([60_000]);
  });

  test("a cancelled return gives back what it held", async () => {
    const world = await newWorld();
    const [one] = await saved(world, [100]);
    await takeAll(world, one?.reference ?? "", "approve");

    expect((await take(world, one?.reference ?? "", "cancel")).body.status).toBe("cancelled");

    expect(await heldOf(world)).toEqual([0]);
  });
});

describe("an approval is valid for 30 days", () => {
  test("on the day after them it ends by itself, once, and frees the goods", async () => {
    const world = await newWorld();
    const [one] = await saved(world, [100]);
    const reference = one?.reference ?? "";
    const { body } = await take(world, reference, "approve");
    expect(body.validUntil).toBe("2026-12-23");

    world.later({ days: 30 });
    await world.runJobs();
    expect(await heldOf(world)).toEqual([100_000]);
    world.later({ days: 1 });
    await world.runJobs();

    expect(await heldOf(world)).toEqual([0]);
    expect((await (await world.as("anna").get(`/returns/${reference}`)).json()).status).toBe("expired");
    expect(await world.events("return.expired")).toMatchObject([{ channel: "system", personId: null }]);
    const [job] = (await world.db.select().from(jobs)).filter(({ kind }) => kind === "return.expire");
    expect(job).toMatchObject({ attempts: 1, lastError: null });
  });

  test("goods that are on their way back are waited for", async () => {
    const world = await newWorld();
    const [one] = await saved(world, [100]);
    await takeAll(world, one?.reference ?? "", "approve", "send_back");

    world.later({ days: 40 });
    await world.runJobs();

    expect(await world.events("return.expired")).toEqual([]);
    expect(await heldOf(world)).toEqual([100_000]);
  });

  test("before the clerk has run, too late is already too late", async () => {
    const world = await newWorld();
    const [one] = await saved(world, [100]);
    await takeAll(world, one?.reference ?? "", "approve");
    world.later({ days: 31 });

    expect((await take(world, one?.reference ?? "", "send_back")).status).toBe(409);
  });
});
