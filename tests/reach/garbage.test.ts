import { expect, test } from "vitest";
import { staffRoles } from "#schema/words/trade";
import { moves as complaintMoves } from "#worker/complaints/lifecycle";
import { moves as enquiryMoves } from "#worker/enquiries/lifecycle";
import { moves as orderMoves } from "#worker/orders/lifecycle";
import { moves as partyMoves } from "#worker/parties/lifecycle";
import { moves as personMoves } from "#worker/people/move";
import { moves as priceListMoves } from "#worker/price-lists/lifecycle";
import { moves as productMoves } from "#worker/products/lifecycle";
import { moves as returnMoves } from "#worker/returns/lifecycle";
import { namedMoves as shipmentMoves } from "#worker/shipments/move";
import { disputeMoves } from "#worker/statements/disputes";
import { type Annas, everythingOfAnna } from "../build/annas";
import { long, oddValues, plausible, type Schema, spoilt } from "../build/oddities";
import { newPerson } from "../build/people";
import { newWorld, type World } from "../world";

type Operation = {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
type Route = { method: string; path: string; operation: Operation };

const oddBodies = ["", "{", "null", "[]", "1", '"x"', "\u0000", "[".repeat(20_000), '{"__proto__":{"x":1}}'];
const oddWords = oddValues.filter((value): value is string => typeof value === "string" && value !== long);

async function routesOf(world: World): Promise<Route[]> {
  const reply = await world.as("nobody").get("/openapi.json");
  const { paths } = (await reply.json()) as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
}

const movesOf: Record<string, readonly string[]> = {
  "/parties/{code}": partyMoves,
  "/people/{id}": personMoves,
  "/products/{reference}": productMoves,
  "/products/{reference}/skus/{code}": ["discontinue", "resume"],
  "/price-lists/{reference}": priceListMoves,
  "/enquiries/{reference}": enquiryMoves,
  "/orders/{reference}": orderMoves,
  "/shipments/{reference}": shipmentMoves,
  "/ledger-entries/periods/{period}": ["reopen"],
  "/ledger-entries/{id}": ["reverse"],
  "/statements/{reference}": ["view", "confirm", "answer", "reissue"],
  "/statements/{reference}/lines/{position}": disputeMoves,
  "/complaints/{reference}": complaintMoves,
  "/returns/{reference}": returnMoves,
  "/imports/{reference}": ["apply"],
  "/jobs/{id}": ["retry"],
};

/** Names that exist, so that what is odd reaches the verb and not only the door. */
const namesOf = (annas: Annas): Record<string, string> => ({
  "/session/devices/": "session-anna",
  "/parties/": annas.party,
  "/people/": annas.person,
  "/products/": "dty-150d-48f-sd",
  "/price-lists/": annas.priceList,
  "/enquiries/": annas.enquiry,
  "/orders/": annas.order,
  "/shipments/": annas.shipment,
  "/ledger-entries/periods/": "2026-09",
  "/ledger-entries/": annas.entry,
  "/statements/": annas.statement,
  "/complaints/": annas.complaint,
  "/follow-ups/": annas.call,
  "/returns/": annas.return,
  "/files/": annas.photo,
  "/imports/": annas.import,
  "/notices/": annas.notice,
});

/** The addresses of a route: with a record that exists and every move, then with names that are none. */
function addressesOf({ path }: Route, annas: Annas): string[] {
  const names = namesOf(annas);
  const prefix = Object.keys(names).find((one) => path.startsWith(one)) ?? "";
  const named = path
    .replace(/\{(reference|id|code|period)\}/, names[prefix] ?? "x")
    .replace("{position}", "1")
    .replace("{code}", "DTY150-48-RW")
    .replace(/\{(?!move)\w+\}/g, "x");
  const moves = movesOf[path.replace("/moves/{move}", "")] ?? ["x"];
  return moves.map((move) => named.replace("{move}", move));
}
const oddAddressesOf = ({ path }: Route) =>
  path.includes("{")
    ? oddWords
        .filter((word) => word.trim() !== "" && word !== "\ud800")
        .map((word) => path.replace(/\{\w+\}/g, encodeURIComponent(word)))
    : [];

const nouns = [
  ...["session", "home", "parties", "people", "products", "price-lists", "enquiries", "orders", "shipments"],
  ...["ledger-entries", "statements", "complaints", "follow-ups", "returns", "files", "imports", "events"],
  ...["notices", "jobs"],
];

/** A house with everything of Anna's in it, and a member of staff whom no role holds back. */
async function theHouse(noun: string) {
  const world = await newWorld();
  const annas = await everythingOfAnna(world);
  const omni = await newPerson(world, "Omni", "company", [...staffRoles]);
  const routes = (await routesOf(world)).filter(({ path }) => path.split("/")[1] === noun);
  expect(routes.length).toBeGreaterThan(0);
  const broken: string[] = [];
  type Who = Parameters<World["as"]>[0];
  const attempt = async (who: Who, method: string, address: string, body?: string) => {
    const { status } = await world.as(who).send(method, address, body);
    if (status >= 500)
      broken.push(`${status} ${method} ${address.slice(0, 120)} ${body?.slice(0, 900) ?? ""}`);
  };
  return { world, annas, omni, routes, broken, attempt };
}

const takesBody = ({ method }: Route) => method !== "GET" && method !== "DELETE";

test("the API has no route that this file does not try", async () => {
  const routes = await routesOf(await newWorld());
  expect(new Set(routes.map(({ path }) => path.split("/")[1]))).toEqual(new Set(nouns));
});

test.each(nouns)("%s stand broken bodies and names of nothing, whoever sends them", async (noun) => {
  const { annas, omni, routes, broken, attempt } = await theHouse(noun);
  for (const route of routes) {
    for (const who of ["nobody", "anna", "rita", omni] as const) {
      const [address = ""] = addressesOf(route, annas);
      for (const body of takesBody(route) ? oddBodies : [undefined])
        await attempt(who, route.method, address, body);
      const body = takesBody(route) ? "{}" : undefined;
      for (const odd of oddAddressesOf(route)) await attempt(who, route.method, odd, body);
    }
  }
  expect(broken).toEqual([]);
});

test.each(nouns)("%s stand odd questions", async (noun) => {
  const { annas, omni, routes, broken, attempt } = await theHouse(noun);
  const cursors = [
    [1e308, "x"],
    ["1e400", "x"],
    ["\u0000", "\u0000"],
  ].map((key) => btoa(encodeURIComponent(JSON.stringify(key))));
  cursors.push(btoa(encodeURIComponent('[1e400,"x"]')));
  for (const route of routes.filter(({ method }) => method === "GET")) {
    const [address = ""] = addressesOf(route, annas);
    for (const { name } of route.operation.parameters?.filter((one) => one.in === "query") ?? []) {
      const values =
        name === "cursor" ? [...oddWords, ...cursors] : [...oddWords, long.slice(0, 3_000), "1e9"];
      for (const value of values) {
        const asked = encodeURIComponent(value.toWellFormed());
        for (const who of ["anna", omni] as const) await attempt(who, "GET", `${address}?${name}=${asked}`);
        await attempt("anna", "GET", `${address}?${name}=${asked}&${name}=${asked}`);
      }
    }
  }
  expect(broken).toEqual([]);
});

const stride = 4;

test.each(nouns)(
  "%s stand bodies with one thing wrong",
  async (noun) => {
    const { annas, omni, routes, broken, attempt } = await theHouse(noun);
    for (const route of routes.filter(takesBody)) {
      const schema = route.operation.requestBody?.content["application/json"]?.schema ?? {};
      const addresses = addressesOf(route, annas);
      const right = JSON.stringify(plausible(schema, annas));
      for (const address of addresses)
        for (const who of ["anna", omni] as const) await attempt(who, route.method, address, right);
      // Every fourth, so that each value meets each route, and the moves of a noun, which share one input, take turns.
      const odd = [...spoilt(schema, annas)].filter((_, at) => at % stride === 0);
      for (const [at, body] of odd.entries()) {
        await attempt(omni, route.method, addresses[at % addresses.length] ?? "", JSON.stringify(body));
      }
    }
    expect(broken).toEqual([]);
  },
  120_000,
);
