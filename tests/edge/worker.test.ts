import { afterAll, beforeAll, expect, test } from "vitest";
import { type EdgeWorker, startWorker } from "./worker";

let edge: EdgeWorker;
beforeAll(async () => {
  edge = await startWorker();
});
afterAll(() => edge?.close());

test("the Worker answers for itself and for its database", async () => {
  expect((await fetch(`${edge.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${edge.url}/readyz`)).status).toBe(200);
});

test("a visitor of the Worker gets pages that no other site may frame", async () => {
  const page = await fetch(`${edge.url}/no-such-page`);

  expect(page.status).toBe(404);
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
});

test("a form that another site sends to the Worker is refused", async () => {
  const headers = { origin: "https://evil.example" };
  expect((await fetch(edge.url, { method: "POST", headers })).status).toBe(403);
});

test("the cron trigger runs the jobs without a complaint", async () => {
  await edge.tick();
  expect(edge.logs().filter((log) => /error/i.test(JSON.stringify(log)))).toEqual([]);
});

test("sixty visitors at once all get an answer", async () => {
  const replies = await Promise.all(Array.from({ length: 60 }, () => fetch(`${edge.url}/readyz`)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
});
