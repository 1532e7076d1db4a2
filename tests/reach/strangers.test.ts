import { beforeEach, expect, test } from "vitest";
import { type Annas, everythingOfAnna } from "../build/annas";
import { fileComplaint, linkTo } from "../build/complaints";
import type { Person } from "../cast";
import { newWorld, type World } from "../world";

/** How a record of each noun is named in the address of its own page. */
const names: Record<string, keyof Annas> = {
  "/parties/{code}": "party",
  "/people/{id}": "person",
  "/price-lists/{reference}": "priceList",
  "/enquiries/{reference}": "enquiry",
  "/orders/{reference}": "order",
  "/shipments/{reference}": "shipment",
  "/ledger-entries/{id}": "entry",
  "/statements/{reference}": "statement",
  "/complaints/{reference}": "complaint",
  "/follow-ups/{reference}": "call",
  "/returns/{reference}": "return",
  "/files/{id}": "photo",
  "/imports/{reference}": "import",
};
/** Pages that are nobody's in particular: the public catalogue, and what a secret in the address opens. */
const open = ["/products/{reference}", "/people/invitations/{token}"];
const journal = {
  order: "order",
  shipment: "shipment",
  statement: "statement",
  complaint: "complaint",
  return: "return",
  follow_up: "call",
  enquiry: "enquiry",
  party: "party",
  person: "person",
} as const satisfies Record<string, keyof Annas>;

let world: World;
let annas: Annas;
beforeEach(async () => {
  world = await newWorld();
  annas = await everythingOfAnna(world);
});

async function gets(): Promise<string[]> {
  const { paths } = await (await world.as("nobody").get("/openapi.json")).json();
  return Object.keys(paths).filter((path) => paths[path].get);
}

test("every page of one record is walked here", async () => {
  const single = (await gets()).filter((path) => path.includes("{"));

  expect(single.sort()).toEqual([...Object.keys(names), ...open].sort());
});

test("a rival, another's customer and a resale neighbour find no record of Anna's", async () => {
  for (const [path, name] of Object.entries(names)) {
    const ask = (who: Person | "nobody", record: string) =>
      world.as(who).get(path.replace(/\{\w+\}/, record));
    for (const who of ["rob", "carl", "rita"] as const) {
      const { status } = await ask(who, annas[name]);
      // Follow-ups are the house's own: to others 403, whether there is such a one or not.
      expect(status, `${who} ${path}`).toBe(path.startsWith("/follow-ups") ? 403 : 404);
      expect((await ask(who, "there-is-none")).status, `${who} ${path}`).toBe(status);
    }
    // A file may belong to a visitor, so its page asks nobody to sign in.
    const unknown = path.startsWith("/files") ? 404 : 401;
    expect((await ask("nobody", annas[name])).status, path).toBe(unknown);
  }
});

test("nobody reads in the journal of what they may not know", async () => {
  for (const [noun, name] of Object.entries(journal)) {
    const address = `/events?noun=${noun}&record=${annas[name]}`;
    for (const who of ["rob", "carl", "rita"] as const) {
      expect((await world.as(who).get(address)).status, `${who} ${address}`).toBe(404);
    }
    expect((await world.as("nobody").get(address)).status, address).toBe(401);
  }
});

test("no list, in any format, under any filter, tells a stranger of Anna's records", async () => {
  const secrets = Object.entries(annas).flatMap(([name, value]) => (name === "party" ? [] : [value]));
  const lists = (await gets()).filter((path) => !path.includes("{") && !path.startsWith("/products"));
  const filters = ["limit=100", "format=csv", "q=A", "q=2611", `party=${annas.party}`, `lot=2`, "open=true"];
  for (const path of lists) {
    for (const filter of filters) {
      for (const who of ["rob", "carl", "rita"] as const) {
        const reply = await world.as(who).get(`${path}?${filter}`);
        const told = await reply.text();
        for (const secret of secrets) expect(told, `${who} ${path}?${filter}`).not.toContain(secret);
      }
    }
  }
});

const theirMoves: [string, keyof Annas, string][] = [
  ["orders", "order", "cancel"],
  ["shipments", "shipment", "receive"],
  ["shipments", "shipment", "release_to_child"],
  ["statements", "statement", "view"],
  ["statements", "statement", "confirm"],
  ["statements", "statement", "answer"],
  ["complaints", "complaint", "withdraw"],
  ["complaints", "complaint", "customer_accept"],
  ["returns", "return", "cancel"],
  ["returns", "return", "send_back"],
  ["notices", "notice", "read"],
];
const said: Record<string, object> = { answer: { rest: "agree" } };

test.each(theirMoves)("of Anna's %s no stranger moves the %s by %s", async (noun, name, move) => {
  const attempt = async (who: Person | "nobody") =>
    (await world.as(who).post(`/${noun}/${annas[name]}/moves/${move}`, said[move])).status;

  for (const who of ["rob", "carl", "rita"] as const) expect(await attempt(who), who).toBe(404);
  expect([403, 404]).toContain(await attempt("dora")); // She stands above Anna: seen is not hers to move.
  expect(await attempt("nobody")).toBe(401);
});

test("nobody builds a paper on another's goods, photos or complaints", async () => {
  const id = () => crypto.randomUUID();
  const line = { shipmentLineId: annas.shipmentLineId, quantityMilli: "1kg" };
  const base = { reason: "surplus", lines: [line] };
  for (const who of ["rob", "carl", "rita"] as const) {
    const asked = await world.as(who).post("/returns", { id: id(), ...base });
    expect(asked.status, who).toBe(422);
    const told = { id: id(), class: "quality", description: "x", fileIds: [annas.photo] };
    const complained = await world
      .as(who)
      .post("/complaints", { ...told, shipmentLineId: annas.shipmentLineId });
    expect(complained.status, who).toBe(422);
    const service = await world.as(who).post("/complaints", { ...told, id: id(), class: "service" });
    expect(service.status, who).toBe(422); // The photo is Anna's.
  }
  const above = await world.as("dora").post("/returns", { id: id(), ...base });
  expect(above.status).toBe(403);
});

test("the holder of a link to one complaint opens nothing else", async () => {
  const other = await fileComplaint(world, { partyId: null, guestName: "Gina" });
  const { headers } = await linkTo(world, other.id);
  for (const [path, name] of Object.entries(names)) {
    const reply = await world.as("nobody").get(path.replace(/\{\w+\}/, annas[name]), headers);
    expect([401, 404], path).toContain(reply.status);
  }
  for (const path of (await gets()).filter((one) => !one.includes("{") && !one.startsWith("/products"))) {
    expect([401, 422], path).toContain((await world.as("nobody").get(path, headers)).status);
  }
});
