import { Hono } from "hono";
import { expect, test } from "vitest";
import { refuseForeignForms } from "#worker/origin";

const site = new Hono();
site.use(refuseForeignForms("https://portal.example"));
site.all("/", (c) => c.text("taken"));
const post = (headers: Record<string, string>) =>
  site.request("http://portal.example/", { method: "POST", headers: { host: "portal.example", ...headers } });

test.each([
  ["our own page", { origin: "https://portal.example", "sec-fetch-site": "same-origin" }, 200],
  ["our own page behind a proxy that ends TLS", { origin: "https://portal.example" }, 200],
  ["our own page under another name of the host", { origin: "http://localhost:1", host: "localhost:1" }, 200],
  ["a program", {}, 200],
  ["another site", { origin: "https://evil.example" }, 403],
  ["another site in a browser that tells", { "sec-fetch-site": "cross-site" }, 403],
  ["a neighbour below the same domain", { "sec-fetch-site": "same-site" }, 403],
  ["a page that hides where it is", { origin: "null" }, 403],
])("a form from %s gets its answer", async (_from, headers, status) => {
  expect((await post(headers)).status).toBe(status);
});

test("a link from another site is followed", async () => {
  const reply = await site.request("http://portal.example/", { headers: { "sec-fetch-site": "cross-site" } });
  expect(reply.status).toBe(200);
});
