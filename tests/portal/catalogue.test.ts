import { serializeSigned } from "hono/utils/cookie";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessions } from "#schema/people";
import { sessionCookie } from "#worker/auth";
import { listPrices } from "../build/priceLists";
import { publishProduct } from "../build/products";
import { castRows, type Person } from "../cast";
import { startSite } from "./site";

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  site = await startSite({ DEMO: "none" });
  const { db } = site.host;
  for (const rows of castRows(db)) await rows;
  await publishProduct(site.host, { reference: "only-chinese", nameEn: null });
  await db.run("delete from price_lines");
  for (const { price, ...list } of Object.values(lists)) {
    await listPrices(site.host, {
      ...list,
      prices: { "sku-rw": price, "sku-bk": price + 1 },
    });
  }
});
afterAll(() => site?.close());

/** Figures that occur nowhere else; whoever sees one, sees whose list it is. */
const lists = {
  base: { kind: "list", price: 41_111 },
  dealers: { kind: "level", level: "dealer", price: 42_222 },
  customers: { kind: "level", level: "customer", price: 43_333 },
  rob: { kind: "contract", partyId: "D-0002", price: 44_444 },
  rita: { kind: "party", partyId: "D-0003", price: 46_666 },
} as const;

async function page(person: Person | "nobody", path: string, form?: Record<string, string>) {
  const cookie = person === "nobody" ? "" : await signedIn(person);
  return fetch(`${site.url}${path}`, {
    method: form ? "POST" : "GET",
    body: form && new URLSearchParams(form),
    headers: { cookie, ...(form ? { origin: site.host.settings.publicUrl } : {}) },
    redirect: "manual",
  });
}

async function signedIn(person: Person) {
  const { db, settings } = site.host;
  const token = `token-${person}`;
  const at = new Date();
  await db
    .insert(sessions)
    .values({
      id: token,
      token,
      userId: person,
      expiresAt: new Date(at.getTime() + 9e8),
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoNothing();
  return serializeSigned(sessionCookie(settings.publicUrl), token, settings.authSecret);
}

const shelf = [
  "/zh",
  "/zh/catalogue",
  "/en/catalogue",
  "/zh/catalogue/dty-150d-48f-sd",
  "/en/catalogue/dty-150d-48f-sd",
];

describe("the prices in the pages of the catalogue", () => {
  test.each([
    { who: "a visitor", person: "nobody", own: [] },
    { who: "Rita, who buys from Dora for resale", person: "rita", own: [] },
    { who: "Kai, who edits the catalogue", person: "kai", own: [] },
    { who: "Dora, a dealer", person: "dora", own: ["dealers"] },
    { who: "Carl, a customer", person: "carl", own: ["customers"] },
    { who: "Rob, a dealer with a contract", person: "rob", own: ["rob"] },
  ] satisfies { who: string; person: Person | "nobody"; own: (keyof typeof lists)[] }[])(
    "that $who reads are those of $own",
    async ({ person, own }) => {
      const texts = await Promise.all(shelf.map(async (path) => (await page(person, path)).text()));

      const told = Object.entries(lists).filter(([, { price }]) => {
        const figures = [price, price + 1].flatMap((e4) => [String(e4), (e4 / 10_000).toFixed(4)]);
        return texts.some((text) => figures.some((figure) => text.includes(figure)));
      });
      expect(told.map(([name]) => name)).toEqual(own);
    },
  );
});

describe("what may be kept of a page", () => {
  test("a cache may keep what a visitor reads, and tells visitors from others", async () => {
    const { headers } = await page("nobody", "/zh/catalogue/dty-150d-48f-sd");

    expect(headers.get("cache-control")).toBe("public, max-age=300");
    expect(headers.get("vary")).toContain("cookie");
    expect(headers.getSetCookie()).toEqual([]);
  });

  test("nobody keeps what Dora reads, nor a form that carries an id", async () => {
    const replies = await Promise.all([
      page("dora", "/zh/catalogue"),
      page("nobody", "/zh/enquiry"),
      page("mei", "/desk/price-lists"),
      page("dora", "/api/v1/products"),
    ]);

    expect(new Set(replies.map(({ headers }) => headers.get("cache-control")))).toEqual(
      new Set(["private, no-store"]),
    );
  });
});

describe("a visitor", () => {
  test("reads a product in either language, and each page names the other", async () => {
    const [zh, en] = await Promise.all(
      ["/zh/catalogue/dty-150d-48f-sd", "/en/catalogue/dty-150d-48f-sd"].map(async (path) =>
        (await page("nobody", path)).text(),
      ),
    );

    expect(zh).toContain("涤纶低弹丝 150D/48F");
    expect(zh).toMatch(/hreflang="en" href="[^"]*\/en\/catalogue\/dty-150d-48f-sd"/);
    expect(en).toContain("Polyester DTY 150D/48F");
    expect(en).toContain("The physical colour card prevails");
    expect(en).toContain("Do not mix lots");
  });

  test("does not find in English what is written in Chinese only", async () => {
    const replies = await Promise.all([
      page("nobody", "/zh/catalogue/only-chinese"),
      page("nobody", "/en/catalogue/only-chinese"),
    ]);

    expect(replies.map(({ status }) => status)).toEqual([200, 404]);
    expect(await (await page("nobody", "/en/catalogue")).text()).not.toContain("only-chinese");
  });

  test("keeps the words of a refused enquiry and reads what to mend", async () => {
    const form = { id: crypto.randomUUID(), body: "Two tonnes of black", name: "", email: "" };

    const refused = await page("nobody", "/en/enquiry", form);
    const html = await refused.text();

    expect(refused.status).toBe(422);
    expect(html).toContain("<title>Error: ");
    expect(html).toContain("Two tonnes of black");
    expect(html).toContain("Enter your name.");
    expect(html).toContain('href="#name"');
  });

  test("gets a number for an enquiry", async () => {
    const form = { id: crypto.randomUUID(), body: "2 吨黑色", name: "王女士", phone: "13800138000" };

    const html = await (await page("nobody", "/zh/enquiry?product=dty-150d-48f-sd", form)).text();

    expect(html).toMatch(/EQ-\d{4}-\d{4}/);
  });

  test.each(["/fr", "/fr/catalogue", "/zh/catalogue/no-such-yarn"])("finds no page at %s", async (path) => {
    expect((await page("nobody", path)).status).toBe(404);
  });
});

describe("the desk of the catalogue", () => {
  const desk = [
    "/desk/catalogue",
    "/desk/catalogue/new",
    "/desk/price-lists",
    "/desk/price-lists/PL-DEALER",
    "/desk/enquiries",
  ];

  test.each([
    { who: "a visitor", person: "nobody", open: [false, false, false, false, false] },
    { who: "Dora, a dealer", person: "dora", open: [false, false, false, false, false] },
    { who: "Kai, who edits", person: "kai", open: [true, true, false, false, true] },
    { who: "Mei, who manages sales", person: "mei", open: [true, true, true, true, true] },
  ] as const)("is open to $who as $open", async ({ person, open }) => {
    const statuses = await Promise.all(desk.map(async (path) => (await page(person, path)).status));

    expect(statuses.map((status) => status === 200)).toEqual(open);
  });

  test("Kai drafts a product by its form; a mistake keeps every row that was filled in", async () => {
    const form = {
      id: crypto.randomUUID(),
      family: "DTY",
      visibility: "public",
      category: "dty",
      nameZh: "低弹丝",
      nameEn: "DTY",
      denier: "100",
      filaments: "36",
      uom: "kg",
      "composition.1.fibre": "polyester",
      "composition.1.percent": "ninety",
    };

    const refused = await page("kai", "/desk/catalogue/new", form);
    const html = await refused.text();
    const accepted = await page("kai", "/desk/catalogue/new", { ...form, "composition.1.percent": "100.0" });

    expect(refused.status).toBe(422);
    expect(html).toMatch(/name="composition\.0\.percent"[^>]*value="ninety"/);
    expect([accepted.status, accepted.headers.get("location")]).toEqual([
      303,
      "/desk/catalogue/dty-100d-36f?done=saved",
    ]);
  });

  test("Mei pastes prices; the line that is wrong is named by its number", async () => {
    const form = {
      id: crypto.randomUUID(),
      reference: "PL-PASTED",
      kind: "list",
      nameZh: "基础价",
      nameEn: "Base",
      currency: "CNY",
      taxIncluded: "true",
      validFrom: "2026-12-01",
      lines: "DTY150-48-RW\t9.05\nDTY150-48-BK 1t cheap",
    };

    const refused = await page("mei", "/desk/price-lists/new", form);
    const html = await refused.text();
    const accepted = await page("mei", "/desk/price-lists/new", {
      ...form,
      lines: form.lines.replace("cheap", "9.9"),
    });

    expect(refused.status).toBe(422);
    expect(html).toContain("第 2 行：请填写单价");
    expect(accepted.headers.get("location")).toBe("/desk/price-lists/PL-PASTED?done=saved");
  });
});
