import { Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import type { Env } from "./http";

/** The API described by itself: OpenAPI 3.1 of every route, input, output and problem. */
export function describeApi(nouns: Hono<Env, never, string> | object) {
  const app = new Hono<Env>();
  let document: Promise<unknown> | undefined;
  app.get("/openapi.json", async (c) => {
    document ??= generateSpecs(nouns as Hono, {
      documentation: {
        openapi: "3.1.0",
        info: {
          title: "Dangkou",
          version: "1",
          description:
            "Orders, shipments, statements, complaints and returns of a yarn manufacturer's customers.",
        },
        servers: [{ url: "/api/v1" }],
        components: {
          securitySchemes: {
            session: { type: "apiKey", in: "cookie", name: "dangkou.session_token" },
            link: { type: "http", scheme: "Link", description: "The secret of a private link." },
          },
        },
        security: [{ session: [] }, { link: [] }, {}],
      },
    });
    return c.json((await document) as object);
  });
  return app;
}
