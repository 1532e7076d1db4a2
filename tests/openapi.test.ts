import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { newWorld } from "./world";

type Operation = { summary?: string; responses?: Record<string, { content?: object }> };
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

async function describedApi() {
  const { app, as } = await newWorld();
  const reply = await as("nobody").get("/openapi.json");
  return { app, document: (await reply.json()) as Document };
}

test("the API describes itself as valid OpenAPI 3.1", async () => {
  const { document } = await describedApi();

  const { valid, errors } = await new Validator().validate(structuredClone(document));

  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(document.openapi).toMatch(/^3\.1/);
});

test("every route of the API is described, with what it answers and how it refuses", async () => {
  const { app, document } = await describedApi();
  const routes = app.routes
    .filter(
      ({ path, method }) => path.startsWith("/api/v1/") && method !== "ALL" && !path.endsWith("openapi.json"),
    )
    .map(
      ({ path, method }) =>
        [method.toLowerCase(), path.replace("/api/v1", "").replaceAll(/:(\w+)/g, "{$1}")] as const,
    );

  for (const [method, path] of routes) {
    const operation = document.paths[path]?.[method] ?? document.paths[path.replace(/\/$/, "")]?.[method];
    expect(operation, `${method} ${path}`).toMatchObject({ summary: expect.any(String) });
    expect(Object.keys(operation?.responses ?? {}), `${method} ${path}`).toContain("default");
  }
  expect(routes.length).toBeGreaterThan(10);
});
