import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addresses } from "#schema/parties";
import { fileComplaint, procedureOf } from "../build/complaints";
import { placeOrder } from "../build/orders";
import { newPerson } from "../build/people";
import { ship } from "../build/shipments";
import type { World } from "../world";
import { newWorld } from "../world";

const anOrder = (line: object) => ({
  id: crypto.randomUUID(),
  lines: [1, 2].map(() => ({ sku: "DTY150-48-RW", ...line })),
});
const itemsOf = async (reply: Response) => ((await reply.json()) as { items: { reference: string }[] }).items;

test.each([{ quantity: "9000000000kg" }, { quantity: "100000000 kg" }, { cartons: "900719925474" }])(
  "Anna orders beyond all measure (%o), is refused, and lists open for everyone",
  async (line) => {
    const { as } = await newWorld();

    const sent = await as("anna").post("/orders", anOrder(line));

    expect(sent.status).toBe(422);
    for (const who of ["anna", "mei"] as const) expect((await as(who).get("/orders")).status).toBe(200);
  },
);

test("Fay enters no amount that would take an account beyond exact numbers", async () => {
  const { as } = await newWorld();
  const receipt = { type: "payment", party: "D-0001", currency: "CNY", businessDate: "2026-11-20" };

  const sent = await as("fay").post("/ledger-entries", {
    ...{ id: crypto.randomUUID(), amount: "90071992547409.91", docNo: "B-1" },
    ...receipt,
  });

  expect(sent.status).toBe(422);
  expect(Object.keys((await sent.json()).fields)).toEqual(["amount"]);
});

test("a stranger's letter of five megabytes is refused unread", async () => {
  const { as } = await newWorld();

  const sent = await as("nobody").post("/session", { email: "x".repeat(5 * 1024 * 1024), password: "x" });

  expect(sent.status).toBe(413);
});

test("an id that another record has is a conflict, not our fault", async () => {
  const world = await newWorld();
  const [first, second] = [await fileComplaint(world), await fileComplaint(world)];
  const message = { id: crypto.randomUUID(), body: "还有横档" };
  await world.as("anna").post(`/complaints/${first.reference}/answers`, message);

  const sent = await world.as("anna").post(`/complaints/${second.reference}/answers`, message);

  expect(sent.status).toBe(409);
});

test("a per cent sign is looked for as it stands", async () => {
  const world = await newWorld();
  await placeOrder(world, { customerPo: "PO-7" });
  const odd = await placeOrder(world, { customerPo: "100%_cotton" });

  for (const q of ["%25", "_", "0%25_c"]) {
    const found = await itemsOf(await world.as("anna").get(`/orders?q=${q}`));
    expect(
      found.map(({ reference }) => reference),
      q,
    ).toEqual([odd.reference]);
  }
});

async function aProposedComplaint(world: World) {
  const { reference } = await fileComplaint(world);
  const { move, findOut } = procedureOf(world, reference);
  await findOut();
  await move("sam", "propose", { outcome: "allowance", amount: "3000" });
  return reference;
}

test("Anna cannot find out by filters or the journal how far we are inside", async () => {
  const world = await newWorld();
  const reference = await aProposedComplaint(world);
  const under = async (status: string) =>
    (await itemsOf(await world.as("anna").get(`/complaints?status=${status}`))).length;

  expect(await under("resolution_proposed")).toBe(0);
  expect(await under("investigating")).toBe(1);
  const journal = await (await world.as("anna").get(`/events?noun=complaint&record=${reference}`)).text();
  expect(journal).toContain("complaint.accepted");
  expect(journal).not.toMatch(/"(routed|liability_set|resolution_proposed)"/);
});

test("those above a party read where goods go, not whom to ring there", async () => {
  const world = await newWorld();
  const phone = "+8613900139000";
  await world.db.update(addresses).set({ phone }).where(eq(addresses.partyId, "C-0001"));
  const shipTo = { consignee: "安娜织造", lines: "示例路 1 号", phone, conditions: null };
  const order = await placeOrder(world, { shipTo });
  const shipment = await ship(world, order, { shipTo });

  for (const page of [`/orders/${order.reference}`, `/shipments/${shipment.reference}`]) {
    for (const who of ["anna", "lin"] as const) {
      expect((await (await world.as(who).get(page)).json()).shipTo.phone, `${who} ${page}`).toBe(phone);
    }
    for (const who of ["dora", "mona"] as const) {
      expect(await (await world.as(who).get(page)).text(), `${who} ${page}`).not.toContain(phone);
    }
  }
});

test("an outlet's own finance closes no month of the whole company and runs none", async () => {
  const world = await newWorld();
  const olga = await newPerson(world, "Olga", "XS", ["finance", "general_manager"]);
  const period = "2026-10";

  expect((await world.as(olga).post("/ledger-entries/periods", { period })).status).toBe(403);
  const run = { id: crypto.randomUUID(), period };
  expect((await world.as(olga).post("/statements/months", run)).status).toBe(403);
  expect((await world.as("fay").post("/ledger-entries/periods", { period })).status).toBe(200);
  expect((await world.as(olga).post(`/ledger-entries/periods/${period}/moves/reopen`)).status).toBe(403);
});
