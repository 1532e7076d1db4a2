import { describe, expect, test } from "vitest";
import { fileComplaint, linkTo, procedureOf } from "../build/complaints";
import { placeOrder } from "../build/orders";
import { ship } from "../build/shipments";
import { newWorld } from "../world";

describe("who can see Anna's complaint", () => {
  test.each([
    { who: "Anna, who made it", person: "anna", status: 200, listed: 1 },
    { who: "Ben, her colleague in finance", person: "ben", status: 200, listed: 1 },
    { who: "Dora, the dealer who serves them", person: "dora", status: 200, listed: 1 },
    { who: "Dan, who buys for Dora", person: "dan", status: 200, listed: 1 },
    { who: "Dina, Dora's finance, who reads her own firm's", person: "dina", status: 404, listed: 0 },
    { who: "Mona, whose outlet serves Dora", person: "mona", status: 200, listed: 1 },
    { who: "Rita, Dora's other customer", person: "rita", status: 404, listed: 0 },
    { who: "Rob, another dealer", person: "rob", status: 404, listed: 0 },
    { who: "Carl, another customer", person: "carl", status: 404, listed: 0 },
    { who: "Sam, our after-sales", person: "sam", status: 200, listed: 1 },
    { who: "Quin, our quality control", person: "quin", status: 200, listed: 1 },
    { who: "Sal, who sits in another outlet", person: "sal", status: 404, listed: 0 },
    { who: "a visitor", person: "nobody", status: 401, listed: undefined },
  ] as const)("$who gets $status", async ({ person, status, listed }) => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);

    const list = await (await world.as(person).get("/complaints")).json();

    expect((await world.as(person).get(`/complaints/${reference}`)).status).toBe(status);
    expect(list.items?.length).toBe(listed);
  });

  test("what they do not see they cannot move, and what is not theirs they may not", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, {
      status: "replied",
      reply: "说明",
      repliedAt: world.clock.now,
    });
    const { move } = procedureOf(world, reference);

    const replies = [];
    for (const person of ["rob", "dora", "ben", "quin", "nobody", "anna"] as const) {
      replies.push((await move(person, "customer_accept")).status);
    }

    expect(replies).toEqual([404, 403, 403, 403, 401, 200]);
  });
});

describe("what stays among ourselves", () => {
  const secrets = {
    responsible: "manufacturer",
    responsibleNote: "SECRET-BLAME",
    outcome: "allowance",
    outcomeMinor: 987_654_321,
  } as const;

  test.each(["anna", "dora", "mona"] as const)(
    "%s reads neither blame, notes, drafts nor states of approval",
    async (person) => {
      const world = await newWorld();
      const { reference } = await fileComplaint(world, {
        status: "resolution_proposed",
        severity: "S2",
        ...secrets,
      });
      await world
        .as("sam")
        .post(`/complaints/${reference}/notes`, { id: crypto.randomUUID(), body: "SECRET-NOTE" });
      await world.as("sam").post(`/complaints/${reference}/moves/decline`, { reason: "SECRET-REASON" });

      const text = await (await world.as(person).get(`/complaints/${reference}`)).text();
      const list = await (await world.as(person).get("/complaints")).text();

      for (const secret of ["SECRET", "987654321", "liability", "resolution_", "S2"]) {
        expect(text + list).not.toContain(secret);
      }
      expect(JSON.parse(text)).toMatchObject({ status: "investigating", inside: null, answer: null });
    },
  );

  test("Sam and Quin read them, but Quin no amounts", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, { status: "resolution_proposed", ...secrets });

    const { read } = procedureOf(world, reference);

    expect((await read("sam")).inside).toMatchObject({
      responsibleNote: "SECRET-BLAME",
      amountMinor: 987_654_321,
    });
    expect((await read("quin")).inside).toMatchObject({ responsibleNote: "SECRET-BLAME", amountMinor: null });
  });

  test("the words between us and Anna are not for Dora above her, nor the amount that Anna is credited", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, {
      status: "replied",
      reply: "折让给您",
      repliedAt: world.clock.now,
      outcome: "allowance",
      outcomeMinor: 300_000,
    });
    await world
      .as("sam")
      .post(`/complaints/${reference}/messages`, { id: crypto.randomUUID(), body: "请查收" });

    const { read } = procedureOf(world, reference);

    expect(await read("anna")).toMatchObject({
      answer: { amountMinor: 300_000 },
      messages: [{ body: "请查收", by: null }],
    });
    expect(await read("dora")).toMatchObject({ answer: null, messages: [], files: [] });
  });

  test("a resale sub-dealer reads the answer without our amount, which goes to the dealer who is billed", async () => {
    const world = await newWorld();
    const order = await placeOrder(world, { party: "D-0003" });
    const { lines } = await ship(world, order);
    const { reference } = await fileComplaint(world, {
      partyId: "D-0003",
      shipmentLineId: lines[0]?.id ?? null,
      status: "replied",
      reply: "按约处理",
      repliedAt: world.clock.now,
      outcome: "return_refund",
      outcomeMinor: 123_456_789,
      outcomeMilli: 100_000,
    });

    const rita = await (await world.as("rita").get(`/complaints/${reference}`)).text();
    const dora = await (await world.as("dora").get(`/complaints/${reference}`)).json();

    expect(rita).toContain("按约处理");
    expect(rita).not.toContain("123456789");
    expect(rita).not.toMatch(/unitPrice|90500/);
    expect(dora.answer).toMatchObject({ amountMinor: 123_456_789 });
  });

  test("other customers' cases on the same lot are known to staff alone", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world);
    await fileComplaint(world, { partyId: "C-0002" });

    const { read } = procedureOf(world, reference);

    expect((await read("sam")).inside.sameLot).toMatchObject([{ party: "C-0002" }]);
    expect(JSON.stringify(await read("anna"))).not.toContain("C-0002");
  });

  test("a guest's name and telephone are for staff and the guest", async () => {
    const world = await newWorld();
    const guest = { partyId: null, guestName: "王工", guestPhone: "+8613800138000" };
    const { id, reference } = await fileComplaint(world, guest);
    const { headers } = await linkTo(world, id);

    const sam = await (await world.as("sam").get(`/complaints/${reference}`)).json();
    const own = await (await world.as("nobody").get(`/complaints/${reference}`, headers)).json();

    expect(sam).toMatchObject({ guestName: "王工", inside: { contact: { phone: "+8613800138000" } } });
    expect(own).toMatchObject({ guestName: "王工", inside: null });
    expect((await world.as("dora").get(`/complaints/${reference}`)).status).toBe(404);
  });
});

describe("the files of a list", () => {
  test("Anna's CSV has her words for where it stands and nothing of ours", async () => {
    const world = await newWorld();
    await fileComplaint(world, { status: "resolution_proposed", severity: "S1" });

    const csv = await (await world.as("anna").get("/complaints?format=csv")).text();

    expect(csv).toContain("调查分析");
    expect(csv).not.toMatch(/严重程度|负责人|S1|已拟方案/);
  });
});
