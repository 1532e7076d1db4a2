import { describe, expect, test } from "vitest";
import { complaints } from "#schema/complaints";
import { returns } from "#schema/returns";
import { fileComplaint } from "../build/complaints";
import { placeOrder } from "../build/orders";
import { aLoosePhoto, aReturn, delivered, requestReturn } from "../build/returns";
import { ship } from "../build/shipments";
import { newWorld } from "../world";

describe("asking to send goods back", () => {
  test("Anna names what she received and why, and gets a number with her goods under it", async () => {
    const world = await newWorld();
    const shipment = await delivered(world);
    const photo = await aLoosePhoto(world, "anna");

    const made = await requestReturn(world, "anna", shipment, {
      kg: 120,
      reason: "damaged",
      note: "外箱受潮",
      fileIds: [photo],
    });

    expect(made).toMatchObject({
      reference: "RT-2611-0001",
      status: "requested",
      reason: "damaged",
      note: "外箱受潮",
      party: { code: "C-0001" },
      lateObjection: false,
      files: [{ id: photo }],
      lines: [
        {
          shipment: shipment.reference,
          lotNo: "261105-A07-2",
          shippedMilli: 1_000_000,
          requestedMilli: 120_000,
        },
      ],
    });
    expect(await world.events("return.requested")).toMatchObject([
      { personId: "anna", toStatus: "requested" },
    ]);
  });

  test("a form sent twice is one return and one event, even at the same moment", async () => {
    const world = await newWorld();
    const form = aReturn(await delivered(world));

    const [first, second] = await Promise.all([
      world.as("anna").post("/returns", form),
      world.as("anna").post("/returns", form),
    ]);

    expect(await second.json()).toEqual(await first.json());
    expect(await world.events("return.requested")).toHaveLength(1);
    expect((await world.as("anna").post("/returns", { ...form, note: "改" })).status).toBe(409);
  });

  test.each([
    { what: "no line", said: { lines: [] }, fields: ["lines"] },
    { what: "no reason", said: { reason: "" }, fields: ["reason"] },
    { what: "nothing of a line", said: { kg: 0 }, fields: ["lines.0.quantityMilli"] },
    { what: "more than arrived", said: { kg: 1_001 }, fields: ["lines.0.quantityMilli"] },
    { what: "a fault without a photo", said: { reason: "quality" }, fields: ["fileIds"] },
    { what: "a wet carton without a photo", said: { reason: "damaged" }, fields: ["fileIds"] },
    { what: "a complaint nobody filed", said: { complaint: "CP-2611-0404" }, fields: ["complaint"] },
    { what: "money for goods that are kept", said: { kind: "allowance" }, fields: ["kind"] },
    { what: "a file of somebody else", said: { fileIds: [crypto.randomUUID()] }, fields: ["fileIds"] },
  ])("$what is refused beside its field, and nothing is stored", async ({ said, fields }) => {
    const world = await newWorld();

    const refused = await world.as("anna").post("/returns", aReturn(await delivered(world), said));

    expect(refused.status).toBe(422);
    expect(Object.keys((await refused.json()).fields)).toEqual(fields);
    expect(await world.db.select().from(returns)).toEqual([]);
    expect(await world.events("return.requested")).toEqual([]);
  });

  test("one delivered line named twice is refused", async () => {
    const world = await newWorld();
    const form = aReturn(await delivered(world), { kg: 600 });

    const refused = await world
      .as("anna")
      .post("/returns", { ...form, lines: [...form.lines, ...form.lines] });

    expect(Object.keys((await refused.json()).fields)).toEqual(["lines.1.shipmentLineId"]);
  });

  test("goods that are still on their way cannot go back yet", async () => {
    const world = await newWorld();
    const shipment = await ship(world, await placeOrder(world), { status: "in_transit" });

    const refused = await world.as("anna").post("/returns", aReturn(shipment));

    expect(Object.keys((await refused.json()).fields)).toEqual(["lines.0.shipmentLineId"]);
  });

  test("staff cannot mix the goods of two parties in one return", async () => {
    const world = await newWorld();
    const [annas, carls] = [await delivered(world), await delivered(world, "C-0002")];
    const form = aReturn(annas);

    const refused = await world
      .as("sam")
      .post("/returns", { ...form, lines: [...form.lines, ...aReturn(carls).lines] });

    expect(Object.keys((await refused.json()).fields)).toEqual(["lines"]);
  });

  test.each([
    { reason: "surplus", days: 7, late: false },
    { reason: "surplus", days: 8, late: true },
    { reason: "quality", days: 30, late: false },
    { reason: "quality", days: 31, late: true },
  ])(
    "$reason told $days days after arrival is never refused; late: $late",
    async ({ reason, days, late }) => {
      const world = await newWorld();
      const shipment = await delivered(world);
      world.later({ days });
      const fileIds = [await aLoosePhoto(world, "anna")];

      const made = await requestReturn(world, "anna", shipment, { reason, fileIds });

      expect(made.lateObjection).toBe(late);
    },
  );
});

describe("a quality fault", () => {
  test("brings a complaint along when none was filed, which the return names", async () => {
    const world = await newWorld();
    const fileIds = [await aLoosePhoto(world, "anna")];

    const made = await requestReturn(world, "anna", await delivered(world), {
      reason: "quality",
      note: "布面有横档",
      fileIds,
    });

    expect(await world.db.select().from(complaints)).toMatchObject([
      {
        reference: made.complaint,
        class: "quality",
        demand: "return",
        complainedMilli: 100_000,
        partyId: "C-0001",
      },
    ]);
    expect((await world.as("anna").get(`/complaints/${made.complaint}`)).status).toBe(200);
  });

  test("that was complained of needs no second complaint and no second photo", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);

    const made = await requestReturn(world, "anna", await delivered(world), {
      reason: "quality",
      complaint: reference,
    });

    expect(made.complaint).toBe(reference);
    expect(await world.db.select().from(complaints)).toHaveLength(1);
  });

  test("cannot lean on the complaint of another customer, not even when staff type it in", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, { partyId: "C-0002" });

    const form = aReturn(await delivered(world), { reason: "quality", complaint: reference });

    expect((await world.as("sam").post("/returns", form)).status).toBe(422);
  });
});
