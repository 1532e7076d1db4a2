import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callerOf } from "../flows/caller";
import { startSite } from "./site";

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.close());

const nouns = ["orders", "shipments", "complaints", "returns", "statements"] as const;

/** Every reference of a noun that a person's lists show. */
async function referencesOf(email: string, noun: (typeof nouns)[number]): Promise<string[]> {
  const { body } = await (await callerOf(site.url, email)).get(`/${noun}?limit=100`);
  return body.items.map((item: { reference: string }) => item.reference);
}

describe("a rival dealer", () => {
  test.each(nouns)("finds none of another dealer's %s by JSON, by CSV or by page", async (noun) => {
    const rival = await callerOf(site.url, "owner@chengsuo.example");
    const theirs = (await referencesOf("owner@xijin.example", noun)).slice(0, 25);
    const list = new TextDecoder().decode((await rival.get(`/${noun}?format=csv`)).body);

    expect(theirs.length).toBeGreaterThan(0);
    for (const reference of theirs) {
      expect((await rival.get(`/${noun}/${reference}`)).status, reference).toBe(404);
      expect(await rival.pageStatus(`/${noun}/${reference}`), reference).toBe(404);
      expect(list).not.toContain(reference);
    }
  });
});

/** Names under which anything of ours could say what something costs. */
const money = /minor|price|amount|credit|balance|total/i;

function figuresIn(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => figuresIn(one, `${path}.${at}`));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inside]) => {
    const here = `${path}.${name}`;
    if (money.test(name) && typeof inside === "number" && inside !== 0) return [`${here} = ${inside}`];
    return figuresIn(inside, here);
  });
}

describe("a resale sub-dealer", () => {
  const child = "owner@sub.xijin.example";
  const lists = [...nouns.slice(0, 4), "products"] as const;

  test.each(lists)("reads no amount in any JSON of %s", async (noun) => {
    const caller = await callerOf(site.url, child);
    const { body } = await caller.get(`/${noun}?limit=100`);

    expect(figuresIn(body)).toEqual([]);
    for (const { reference } of body.items.slice(0, 10)) {
      expect(figuresIn((await caller.get(`/${noun}/${reference}`)).body), reference).toEqual([]);
    }
  });

  test("sees no statement, no ledger and no price list", async () => {
    const caller = await callerOf(site.url, child);
    for (const path of ["/statements", "/ledger-entries", "/price-lists"]) {
      const { status, body } = await caller.get(path);
      expect(status === 403 || status === 404 || body.items.length === 0, path).toBe(true);
    }
  });

  test("sees no sum of money on any page", async () => {
    const caller = await callerOf(site.url, child);
    const { body } = await caller.get("/orders?limit=5");
    const pages = ["/", "/orders", "/shipments", "/complaints", "/returns", "/zh/catalogue"];
    const details = body.items.map(({ reference }: { reference: string }) => `/orders/${reference}`);
    for (const path of [...pages, ...details]) {
      expect(await caller.page(path), path).not.toMatch(/[¥$€]\s?\d|CNY\s?\d|USD\s?\d/);
    }
  });
});

test("a stranger is asked to sign in, and told nothing else", async () => {
  for (const noun of [
    ...nouns,
    "ledger-entries",
    "parties",
    "people",
    "imports",
    "jobs",
    "notices",
    "events?noun=order&record=SO-TX-2611-0001",
  ]) {
    expect((await fetch(`${site.url}/api/v1/${noun}`)).status, noun).toBe(401);
  }
});
