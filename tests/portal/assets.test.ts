import { afterAll, beforeAll, expect, test } from "vitest";
import { startSite } from "./site";

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

async function firstSheet() {
  const page = await (await fetch(`${site.url}/sign-in`)).text();
  return page.match(/href="(\/_astro\/[^"]+\.css)"/)?.[1];
}

test("a stylesheet is kept by the browser for ever, since its name changes with it", async () => {
  const reply = await fetch(site.url + (await firstSheet()));

  expect(reply.status).toBe(200);
  expect(reply.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
});

test("a page goes to a phone compressed, and no other site may frame it", async () => {
  const { headers } = await fetch(`${site.url}/sign-in`, { headers: { "accept-encoding": "gzip" } });

  expect(headers.get("content-encoding")).toBe("gzip");
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
});

test("a path that leaves the folder of the portal finds nothing", async () => {
  const reply = await fetch(`${site.url}/_astro/..%2f..%2fserver%2fentry.mjs`);
  expect(reply.status).toBe(404);
});

test("a form that another site sends is refused", async () => {
  const headers = { origin: "https://evil.example" };
  expect((await fetch(`${site.url}/sign-in`, { method: "POST", headers })).status).toBe(403);
});
