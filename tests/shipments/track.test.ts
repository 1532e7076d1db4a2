import { expect, test } from "vitest";
import { placeOrder } from "../build/orders";
import { ship } from "../build/shipments";
import { newWorld, type World } from "../world";

const abroad = async (world: World) =>
  ship(world, await placeOrder(world, { party: "E-0001", lines: [{ priceE4: 12_850 }] }), {
    at: new Date("2026-11-10T02:00:00Z"),
    status: "on_board",
    deliveredOn: null,
  });
const atHome = async (world: World) =>
  ship(world, await placeOrder(world), { status: "dispatched", deliveredOn: null });
const track = (world: World, reference: string, said: object) =>
  world
    .as("lin")
    .post(`/shipments/${reference}/tracking`, { id: crypto.randomUUID(), at: "2026-11-23T09:00", ...said });

test("what happened abroad keeps the time of its own place", async () => {
  const world = await newWorld();
  const { reference } = await abroad(world);
  await track(world, reference, {
    code: "arrived",
    at: "2026-11-22T21:30",
    zone: "Asia/Dhaka",
    place: "Chattogram",
    locode: "bdcgp",
    noteEn: "Berth 3",
  });

  const seen = await (await world.as("erik").get(`/shipments/${reference}`)).json();
  expect(seen).toMatchObject({ status: "arrived", ata: "2026-11-22" });
  expect(seen.tracking.at(-1)).toMatchObject({
    code: "arrived",
    at: "2026-11-22T15:30:00.000Z",
    local: "2026-11-22T21:30",
    offset: "UTC+6",
    place: "Chattogram",
    locode: "BDCGP",
  });
});

test("a record that comes in late joins the timeline and leaves the status alone", async () => {
  const world = await newWorld();
  const { reference } = await atHome(world);
  await track(world, reference, { code: "out_for_delivery", at: "2026-11-23T09:30" });
  const late = await track(world, reference, { code: "in_transit", at: "2026-11-23T08:00" });

  const { status, tracking } = await late.json();
  expect(status).toBe("out_for_delivery");
  expect(tracking[0]).toMatchObject({ code: "in_transit" });
});

test("a correction takes the goods back along the way and stays beside what it corrects", async () => {
  const world = await newWorld();
  const { reference } = await atHome(world);
  const { tracking } = await (
    await track(world, reference, { code: "delivered", at: "2026-11-23T09:30" })
  ).json();
  const wrong = tracking.find(({ code }: { code: string }) => code === "delivered");
  const corrected = await (
    await track(world, reference, { code: "out_for_delivery", at: "2026-11-23T09:30", supersedes: wrong.id })
  ).json();

  expect(corrected).toMatchObject({ status: "out_for_delivery", deliveredOn: null });
  expect(corrected.tracking.find(({ id }: { id: string }) => id === wrong.id)).toMatchObject({
    corrected: true,
  });
  expect((await track(world, reference, { code: "in_transit", supersedes: wrong.id })).status).toBe(422);
});

test("a record sent twice is one record", async () => {
  const world = await newWorld();
  const { reference } = await atHome(world);
  const said = { id: crypto.randomUUID(), code: "in_transit" };
  await track(world, reference, said);
  const again = await track(world, reference, said);

  expect(
    (await again.json()).tracking.filter(({ code }: { code: string }) => code === "in_transit"),
  ).toHaveLength(1);
  expect(await world.events("shipment.tracked")).toHaveLength(1);
});

test.each([
  ["in the future", { code: "in_transit", at: "2026-11-23T10:01" }, "at"],
  ["on a day that does not exist", { code: "in_transit", at: "2026-02-31T10:01" }, "at"],
  ["without a time", { code: "in_transit", at: "2026-11-23" }, "at"],
  ["without a code", { code: "" }, "code"],
  ["in no time zone", { code: "in_transit", zone: "Mars/Base" }, "zone"],
  ["at no port", { code: "in_transit", locode: "SHANGHAI" }, "locode"],
])("a record %s is refused by field", async (_how, said, field) => {
  const world = await newWorld();
  const { reference } = await atHome(world);
  const refused = await track(world, reference, said);

  expect(refused.status).toBe(422);
  expect(Object.keys((await refused.json()).fields)).toEqual([field]);
});

test("customers and rivals record nothing", async () => {
  const world = await newWorld();
  const { reference } = await atHome(world);
  const statusOf = async (person: "anna" | "rob" | "nobody") =>
    (
      await world.as(person).post(`/shipments/${reference}/tracking`, {
        id: crypto.randomUUID(),
        code: "in_transit",
        at: "2026-11-23T09:00",
      })
    ).status;

  expect([await statusOf("anna"), await statusOf("rob"), await statusOf("nobody")]).toEqual([403, 404, 401]);
});

test("how goods travel is kept until they have arrived", async () => {
  const world = await newWorld();
  const { reference } = await atHome(world);
  const put = (person: "lin" | "anna") =>
    world.as(person).put(`/shipments/${reference}/transport`, { carrierKind: "ltl", waybillNo: "SF99" });

  expect((await put("anna")).status).toBe(403);
  expect(await (await put("lin")).json()).toMatchObject({ carrierKind: "ltl", waybillNo: "SF99" });
  await world.as("anna").post(`/shipments/${reference}/moves/receive`);
  expect((await put("lin")).status).toBe(409);
});
